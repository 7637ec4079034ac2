import Foundation
import Testing

@Suite("Who comes by SSH is whose key it is, and gets the desk and nothing else", .serialized)
final class KeyTests {
  private let cztic: Program
  private let server: SSHServer
  private let (first, second, stranger): (URL, URL, URL)

  init() throws {
    cztic = try Program()
    let folder = cztic.folder
    (first, second, stranger) = (
      folder.appendingPathComponent("first"), folder.appendingPathComponent("second"), folder.appendingPathComponent("stranger")
    )
    let keys = try [first, second, stranger].map { try SSHServer.makeKey($0) }
    #expect(try cztic("init").status == 0)
    let users = folder.appendingPathComponent("users.csv")
    try "login,name,role,ssh_keys\nfirst,林一,viewer,\(keys[0])\nsecond,周二,bureau,\(keys[1])\n".write(
      to: users, atomically: true, encoding: .utf8)
    #expect(try cztic("import", "users", users.path).status == 0)
    server = try SSHServer(in: folder)
    try server.letIn(try cztic("ssh-keys").output)
  }

  /// What a client without a terminal gets.
  private func run(_ command: [String]) throws -> Program.Run { try cztic.run(Array(command.dropFirst()), program: command[0]) }

  private func desk(_ keys: [URL], _ options: [String] = [], behind: [String] = []) throws -> Tmux {
    try Tmux(server.client(keys, ["-tt"] + options, behind: behind), columns: 100, rows: 30)
  }

  @Test("The lines name program and store from the root, and each login's own key")
  func lines() throws {
    let lines = try cztic("ssh-keys").output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("command=\"/") && $0.contains("\",restrict,pty ssh-ed25519 ") })
    #expect(lines[0].contains("--as first\"") && lines[0].hasSuffix(" first") && lines[1].contains("--as second\""))
    #expect(try cztic("ssh-keys", "--as", "second").status == 77)
  }

  @Test("Each key opens the desk of its login; of several that a client offers it is the one that it proves")
  func identity() throws {
    try desk([first]).wait(for: "林一")
    try desk([second]).wait(for: "周二")
    try desk([stranger, second, first]).wait(for: "周二")
    #expect(try run(server.client([stranger])).status == 255)
  }

  @Test(
    "A command, arguments and variables of the client count for nothing",
    arguments: [
      ["--as", "admin"], ["cztic", "--as", "second"], ["sh"], ["cat", "/etc/passwd"], ["export", "users"], [";sh"], ["$(id)"],
    ])
  func commands(behind: [String]) throws {
    let variables = ["CZTIC_STORE=/nowhere", "XDG_DATA_HOME=/nowhere", "TERMINFO=/nowhere", "TERMINFO_DIRS=/nowhere"]
    let terminal = try desk([first], variables.flatMap { ["-o", "SetEnv=\($0)"] }, behind: behind)
    try terminal.wait(for: "林一")
    // Without a terminal nothing opens, and nothing is told but that.
    let bare = try run(server.client([first], variables.flatMap { ["-o", "SetEnv=\($0)"] }, behind: behind))
    #expect(bare.status == 74 && bare.output.isEmpty && bare.messages.split(separator: "\n").count == 1)
  }

  @Test("No file goes either way, and no port is forwarded")
  func transfers() throws {
    let stolen = cztic.folder.appendingPathComponent("stolen").path
    let batch = cztic.folder.appendingPathComponent("batch")
    try "get /etc/passwd \(stolen)\n".write(to: batch, atomically: true, encoding: .utf8)
    #expect(try run(server.client([first], program: "sftp", ["-b", batch.path])).status != 0)
    var copy = server.client([first], program: "scp")
    copy[copy.count - 1] += ":/etc/passwd"
    #expect(try run(copy + [stolen]).status != 0)
    #expect(!FileManager.default.fileExists(atPath: stolen))
    let forward = try run(server.client([first], ["-W", "127.0.0.1:22"]))
    #expect(forward.status != 0 && forward.output.isEmpty)
  }

  @Test("There is no way out of the desk: no suspending, and the end of the desk is the end of the line")
  func noEscape() throws {
    let terminal = try desk([first])
    try terminal.wait(for: "林一")
    try terminal.press("C-z")
    try terminal.press("F1")
    let help = try terminal.wait("shows help") { $0.contains("┌─") }
    #expect(!help.contains("Ctrl-Z"))
    try terminal.press("Escape")
    try terminal.press("F12")
    try terminal.wait(for: "ready>")
  }

  @Test("When the line drops the desk ends, within a second")
  func droppedLine() throws {
    let terminal = try desk([first])
    try terminal.wait(for: "林一")
    let desks = { try Spawn.output("/usr/bin/pgrep", ["-f", "--", "--store \(self.cztic.store) --as first"], environment: [:]) }
    #expect(try !desks().isEmpty)
    kill(try terminal.child(named: "ssh"), SIGKILL)
    let began = Date()
    while try !desks().isEmpty, Date().timeIntervalSince(began) < 10 { usleep(10_000) }
    #expect(try desks().isEmpty)
    #expect(Date().timeIntervalSince(began) < 2, "a busy machine is given twice the time")
  }
}
