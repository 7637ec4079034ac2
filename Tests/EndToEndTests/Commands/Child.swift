import Foundation
import Glibc

/// A program that is still running, to be looked at and killed in the middle of its work.
final class Child {
  private let pid: pid_t
  private let output: String
  private var status: Int32?

  /// Starts a program; what it prints goes to a file.
  init(_ path: String, _ arguments: [String], environment: [String: String] = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]) throws {
    output = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-child-\(UUID().uuidString)").path
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var pid: pid_t = 0
    let failure = posix_spawn(&pid, path, &actions, nil, &words, &variables)
    if failure != 0 { throw Tmux.Mismatch(description: "\(path): \(String(cString: strerror(failure)))") }
    self.pid = pid
  }

  deinit {
    if status == nil { kill() }
    unlink(output)
  }

  /// Whether it has not ended yet.
  var isRunning: Bool {
    if status != nil { return false }
    var status: Int32 = 0
    if waitpid(pid, &status, WNOHANG) == pid { self.status = status }
    return self.status == nil
  }

  /// Kills it at once; it can do nothing about it.
  func kill() {
    Glibc.kill(pid, SIGKILL)
    _ = wait()
  }

  /// Waits for its end: the exit status (−1 where it was killed), and what it printed.
  @discardableResult
  func wait() -> (status: Int32, output: String) {
    var status: Int32 = self.status ?? 0
    if self.status == nil {
      while waitpid(pid, &status, 0) < 0, errno == EINTR {}
      self.status = status
    }
    let text = (try? Data(contentsOf: URL(fileURLWithPath: output))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return (status & 0x7F == 0 ? status >> 8 & 0xFF : -1, text)
  }
}
