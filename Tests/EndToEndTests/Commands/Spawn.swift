import Foundation
import Glibc

/// Runs a program to its end and reads what it printed.
///
/// Foundation's `Process` is of no use for programs that leave a daemon behind, as tmux does: it waits until nobody holds the descriptor that
/// it handed down, and the daemon does.
enum Spawn {
  /// What a program printed on standard output.
  static func output(_ path: String, _ arguments: [String], environment: [String: String]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-spawn-\(UUID().uuidString)").path
    defer { unlink(file) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var pid: pid_t = 0
    let failure = posix_spawn(&pid, path, &actions, nil, &words, &variables)
    if failure != 0 { throw Tmux.Mismatch(description: "\(path): \(String(cString: strerror(failure)))") }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  }
}
