import Foundation

/// What somebody's SSH client may have put into the environment, where sshd lets it.
enum RemoteClient {
  /// What leads ncurses to files of somebody's own choice, or changes how it draws.
  private static let names = [
    "TERMINFO", "TERMINFO_DIRS", "TERMCAP", "TERMPATH", "ESCDELAY", "LINES", "COLUMNS", "NCURSES_ASSUMED_COLORS", "NCURSES_NO_HARD_TABS",
    "NCURSES_NO_MAGIC_COOKIE", "NCURSES_NO_PADDING", "NCURSES_NO_SETBUF", "NCURSES_NO_UTF8_ACS", "NCURSES_TRACE", "NCURSES_GPM_TERMS",
    "NCURSES_CONSOLE2",
  ]

  /// Forgets it for a desk whose store and login stand in the command line of a connection, as `cztic ssh-keys` writes them: there the client's
  /// environment counts for nothing. In a shell that somebody has over SSH it is theirs, and stays.
  ///
  /// - Parameter asks: whether the command line says that the person is asked who they are, in place of a login.
  static func forget(for options: StoreOptions, asks: Bool) {
    if options.storePath != nil, options.actor != nil || asks { forget() }
  }

  /// Forgets it on whichever desk a client is forced to.
  static func forget() {
    guard ProcessInfo.processInfo.environment["SSH_CONNECTION"] != nil else { return }
    for name in names { unsetenv(name) }
  }

  /// Whether they come over a line: by what sshd tells, which a client cannot take away, and by what this program was started from, which `sudo` and
  /// the like leave as it is. Where that cannot be seen, they do.
  static var isRemote: Bool { address != nil || isStartedRemotely(ProcessInfo.processInfo.processIdentifier) }

  private static let doors = ["sshd", "dropbear", "in.telnetd", "telnetd", "mosh-server"]

  private static func isStartedRemotely(_ process: Int32) -> Bool {
    var process = Int(process)
    while process > 1 {
      guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else { return true }
      func fact(_ name: String) -> String? {
        status.split(separator: "\n").first { $0.hasPrefix(name + ":") }.map { $0.dropFirst(name.count + 1).filter { !$0.isWhitespace } }
      }
      guard let name = fact("Name"), let parent = fact("PPid").flatMap({ Int($0) }) else { return true }
      if doors.contains(where: { name.hasPrefix($0) }) { return true }
      process = parent
    }
    return false
  }

  /// Where they come from, as sshd tells; `nil` for somebody who sits at the machine.
  static var address: String? {
    ProcessInfo.processInfo.environment["SSH_CONNECTION"]?.split(separator: " ").first.map { String($0) }
  }
}
