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

  /// A folder with a copy of a store that was made before.
  init(copying other: Program) throws {
    try self.init()
    try FileManager.default.copyItem(atPath: other.store, toPath: store)
  }

  /// The store's bytes. They change with every opening, since SQLite looks for what it may do.
  func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: store)) }

  /// A digest of all that the store holds: the same as long as nothing was written.
  func content() throws -> String {
    // As a file that does not change: looking must not leave other files beside the store.
    try Spawn.output("/usr/bin/sqlite3", ["file:\(store)?immutable=1", ".sha3sum --schema"], environment: [:])
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
  func run(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:], program: String = Program.path
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
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

  /// Runs the program as somebody without rights: whom no mode of a file lets pass, as one lets the superuser.
  func runAsNobody(_ arguments: [String]) throws -> Run {
    if geteuid() != 0 { return try run(arguments) }
    return try run(["--reuid=65534", "--regid=65534", "--clear-groups", Program.path] + arguments, program: "/usr/bin/setpriv")
  }

  /// Writes a file of the folder.
  func file(_ name: String, _ content: String) throws -> String { try file(name, Data(content.utf8)) }

  /// Writes a file of the folder.
  func file(_ name: String, _ content: Data) throws -> String {
    let url = folder.appendingPathComponent(name)
    try content.write(to: url)
    return url.path
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
