import Foundation
import Glibc

/// The program on the other end of two pipes: a line in, lines out, and killed at will.
final class Talk {
  private let pid: pid_t
  private let (input, output): (Int32, Int32)
  private var unheard: [UInt8] = []
  private var isOver = false

  /// Starts the program; what it says on standard error goes nowhere.
  init(_ arguments: [String], environment: [String: String] = [:]) throws {
    // Of a program that was killed nobody reads any more.
    signal(SIGPIPE, SIG_IGN)
    var (down, up): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard pipe(&down) == 0, pipe(&up) == 0 else { throw CocoaError(.fileReadUnknown) }
    // Another program that held them would keep the end of this one from being noticed.
    for descriptor in down + up { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, down[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, up[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let all = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    var words: [UnsafeMutablePointer<CChar>?] = ([Program.path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var pid: pid_t = 0
    let failure = posix_spawn(&pid, Program.path, &actions, nil, &words, &variables)
    close(down[0])
    close(up[1])
    (self.pid, input, output) = (pid, down[1], up[0])
    if failure != 0 { throw CocoaError(.executableLoad) }
  }

  deinit {
    kill()
    close(input)
    close(output)
  }

  func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(input, bytes, bytes.count)
  }

  /// Listens until a line is said; `false` where the program ended before.
  func hear(_ isAwaited: (String) -> Bool) -> Bool {
    while true {
      while let end = unheard.firstIndex(of: 0x0A) {
        let line = String(decoding: unheard[..<end], as: UTF8.self)
        unheard.removeSubrange(...end)
        if isAwaited(line) { return true }
      }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(output, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      unheard += bytes.prefix(count)
    }
  }

  /// Kills it from now on in so many microseconds, whatever it does then; it must be waited for.
  func kill(after microseconds: Int) {
    DispatchQueue.global().asyncAfter(deadline: .now() + .microseconds(microseconds)) { [pid] in _ = Glibc.kill(pid, SIGKILL) }
  }

  /// Kills it at once, and waits for its end.
  func kill() {
    if isOver { return }
    Glibc.kill(pid, SIGKILL)
    wait()
  }

  /// Waits for its end.
  func wait() {
    var status: Int32 = 0
    while !isOver, waitpid(pid, &status, 0) < 0, errno == EINTR {}
    isOver = true
  }
}
