import Foundation

/// Another process at the store: SQLite's own shell, told what to do line by line.
final class Shell {
  private let path: String
  private var process = Process()
  private var input = Pipe()
  private var output = Pipe()

  init(_ path: String) throws {
    self.path = path
    try start()
  }

  /// Starts the process, again after it was killed.
  func start() throws {
    (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sqlite3", "-batch", "-bail", path]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  /// Hands a line over, and waits until the process has answered.
  func say(_ line: String, until answer: String) throws {
    input.fileHandleForWriting.write(Data((line + "\n").utf8))
    var heard = ""
    while !heard.contains(answer) {
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { throw CocoaError(.fileReadUnknown, userInfo: [NSLocalizedDescriptionKey: "the shell ended: \(heard)"]) }
      heard += String(decoding: piece, as: UTF8.self)
    }
  }

  /// Kills the process as a power cut would.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Lets the process end by itself.
  func end() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
