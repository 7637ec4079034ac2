import Foundation
import Testing

/// A program in a real terminal: tmux draws it, types at it and tells where the cursor stands.
final class Tmux {
  /// What tmux answered was not what a test waited for.
  struct Mismatch: Error, CustomStringConvertible {
    let description: String
  }

  /// Where the server listens: a server of its own for each window, which ends with the test, however that ends.
  private let socket = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-tmux-\(UUID().uuidString.prefix(8))").path

  /// Starts a command in a window of its own.
  init(_ command: [String], columns: Int = 120, rows: Int = 40, environment: [String: String] = [:]) throws {
    let variables = environment.map { "\($0)='\($1)'" }.joined(separator: " ")
    // The shell stays behind the program, so that what the program leaves on the terminal can be looked at.
    try tmux(["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env \(variables) LANG=C.UTF-8 sh"])
    // A test process that is killed takes nothing away any more, so somebody looks whether it is still there.
    try tmux([
      "run-shell", "-b", "while kill -0 \(getpid()) 2>/dev/null; do sleep 2; done; tmux -S '\(socket)' kill-server; rm -f '\(socket)'",
    ])
    try tmux(["set", "-g", "status", "off"])
    try type("PS1='ready> '; clear")
    try press("Enter")
    try wait(for: "ready>")
    try type(Tmux.line(command))
    try press("Enter")
  }

  deinit {
    _ = try? tmux(["kill-server"])
    unlink(socket)
  }

  /// Runs another command in the same window, after the one before it has ended.
  func run(_ command: [String]) throws {
    try type("clear; " + Tmux.line(command))
    try press("Enter")
  }

  private static func line(_ command: [String]) -> String {
    command.map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }.joined(separator: " ")
  }

  /// Types text as it is.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Presses keys by tmux's names: `Enter`, `Down`, `F3`, `C-s`.
  func press(_ keys: String...) throws { try press(keys) }

  /// Presses keys by tmux's names: `Enter`, `Down`, `F3`, `C-s`.
  func press(_ keys: [String]) throws { if !keys.isEmpty { try tmux(["send-keys"] + keys) } }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) throws { try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"]) }

  /// The screen as text.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// Where the cursor stands and whether it is seen.
  func cursor() throws -> (column: Int, row: Int, isVisible: Bool) {
    let parts = try tmux(["display", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}"]).split(whereSeparator: \.isWhitespace).compactMap {
      Int($0)
    }
    guard parts.count == 3 else { throw Mismatch(description: "tmux tells no cursor") }
    return (parts[0], parts[1], parts[2] == 1)
  }

  /// The process that runs in the window's foreground, below the shell.
  func child(named name: String) throws -> Int32 {
    let shell = try tmux(["display", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    let list = try Tmux.output("/usr/bin/pgrep", ["-P", shell, "-f", "--", name])
    guard let pid = list.split(whereSeparator: \.isWhitespace).compactMap({ Int32($0) }).first else {
      throw Mismatch(description: "no \(name) runs below \(shell)")
    }
    return pid
  }

  /// Waits until the screen shows a text, as a person does; fails with the screen after a long time.
  @discardableResult
  func wait(for text: String, timeout: TimeInterval = 30) throws -> String {
    try wait("shows “\(text)”", timeout: timeout) { $0.contains(text) }
  }

  /// Waits until the screen is as a test wants it.
  @discardableResult
  func wait(_ what: String, timeout: TimeInterval = 30, until condition: (String) -> Bool) throws -> String {
    let end = Date().addingTimeInterval(timeout)
    var last = ""
    while Date() < end {
      last = try screen()
      if condition(last) { return last }
      usleep(15_000)
    }
    throw Mismatch(description: "the screen never \(what):\n\(last)")
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    try Tmux.output("/usr/bin/tmux", ["-u", "-S", socket] + arguments)
  }

  private static func output(_ path: String, _ arguments: [String]) throws -> String {
    try Spawn.output(path, arguments, environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"])
  }
}
