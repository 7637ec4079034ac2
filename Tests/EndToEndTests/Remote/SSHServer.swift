import Foundation
import Testing

/// A real sshd on a free port of the loopback, with keys of its own, and clients that come to it.
final class SSHServer {
  private let folder: URL
  private let port: Int

  /// The keys that are let in, as sshd reads them.
  private var authorized: URL { folder.appendingPathComponent("authorized_keys") }

  /// Starts it; it lets every variable of a client through, as no careful installer would.
  init(in folder: URL) throws {
    self.folder = folder
    port = try SSHServer.freePort()
    // Where sshd keeps the half of itself that has no rights.
    if getuid() == 0 { mkdir("/run/sshd", 0o755) }
    try SSHServer.makeKey(folder.appendingPathComponent("host"))
    try Data().write(to: authorized)
    let lines = [
      "Port \(port)", "ListenAddress 127.0.0.1", "HostKey \(folder.path)/host", "AuthorizedKeysFile \(authorized.path)", "StrictModes no",
      "UsePAM no", "PidFile \(folder.path)/sshd.pid", "PasswordAuthentication no", "KbdInteractiveAuthentication no",
      "PermitRootLogin prohibit-password",
      "AcceptEnv LANG LC_* CZTIC_* XDG_* TERMINFO TERMINFO_DIRS NO_COLOR", "Subsystem sftp internal-sftp", "MaxStartups 200",
      "LogLevel ERROR",
    ]
    let config = folder.appendingPathComponent("sshd_config")
    try lines.joined(separator: "\n").appending("\n").write(to: config, atomically: true, encoding: .utf8)
    // It goes to the background by itself.
    _ = try Spawn.output("/usr/sbin/sshd", ["-f", config.path], environment: ["PATH": "/usr/bin:/bin"])
    try waitUntilOpen()
  }

  deinit {
    let file = folder.appendingPathComponent("sshd.pid")
    guard let text = try? String(contentsOf: file, encoding: .utf8), let pid = Int32(text.split(whereSeparator: \.isWhitespace).first ?? "")
    else { return }
    kill(pid, SIGTERM)
  }

  /// Lets in who `cztic ssh-keys` says.
  func letIn(_ lines: String) throws { try lines.write(to: authorized, atomically: false, encoding: .utf8) }

  /// Makes a pair of keys, and says the public one.
  @discardableResult
  static func makeKey(_ file: URL) throws -> String {
    _ = try Spawn.output(
      "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file.path], environment: ["PATH": "/usr/bin:/bin"])
    return try String(contentsOf: file.appendingPathExtension("pub"), encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// How a client comes with keys, in the order in which it offers them.
  ///
  /// - Parameters:
  ///   - program: `ssh`, `sftp` or `scp`.
  ///   - options: further ones.
  ///   - behind: what follows the host.
  func client(_ keys: [URL], program: String = "ssh", _ options: [String] = [], behind: [String] = []) -> [String] {
    let own = ["-F", "/dev/null"] + keys.flatMap { ["-i", $0.path] }
    let settings = [
      "IdentitiesOnly=yes", "IdentityAgent=none", "StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR",
      "BatchMode=yes",
      "Port=\(port)",
    ].flatMap { ["-o", $0] }
    return ["/usr/bin/\(program)"] + own + settings + options + ["\(NSUserName())@127.0.0.1"] + (behind.isEmpty ? [] : ["--"] + behind)
  }

  /// A port that nobody listens at.
  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw Tmux.Mismatch(description: "no port is free") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private func waitUntilOpen() throws {
    let end = Date().addingTimeInterval(20)
    while Date() < end {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      address.sin_port = UInt16(port).bigEndian
      let isOpen = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      if isOpen { return }
      usleep(20_000)
    }
    throw Tmux.Mismatch(description: "sshd never listened")
  }
}
