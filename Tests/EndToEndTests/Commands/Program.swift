import Foundation

/// The built program, run as a person's shell runs it.
struct Program {
  /// What a run printed and how it ended.
  struct Run {
    let status: Int32
    let output: String
    let messages: String

    /// The one JSON document on standard output.
    func json() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// A folder of its own, where the store and other files of a test lie.
  let folder: URL
  /// Where the store is.
  var store: String { folder.appendingPathComponent("store.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// The program beside the test bundle.
  static var path: String {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = own.deletingLastPathComponent().appendingPathComponent("cztic").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    // The test runner of the toolchain loads the bundle: then the bundle's own folder is named among the arguments.
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("cztic").path
  }

  /// Runs a command on the store of this folder.
  @discardableResult
  func callAsFunction(_ arguments: String..., input: String? = nil, environment: [String: String] = [:]) throws -> Run {
    try run(arguments + ["--store", store, "--lang", "en"], input: input, environment: environment)
  }

  /// Runs the program with exactly these arguments.
  func run(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8"].merging(environment) { $1 }
    let (out, err, into) = (folder.appendingPathComponent(UUID().uuidString), folder.appendingPathComponent(UUID().uuidString), Pipe())
    _ = FileManager.default.createFile(atPath: out.path, contents: nil)
    _ = FileManager.default.createFile(atPath: err.path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = into
    try process.run()
    if let input { into.fileHandleForWriting.write(Data(input.utf8)) }
    try into.fileHandleForWriting.close()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try String(contentsOf: out, encoding: .utf8),
      messages: try String(contentsOf: err, encoding: .utf8))
  }

  /// Writes a file of the folder.
  func file(_ name: String, _ content: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(content.utf8).write(to: url)
    return url.path
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
