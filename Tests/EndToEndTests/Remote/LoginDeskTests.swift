import Foundation
import Testing

@Suite("Several people share an SSH account, and the desk asks who comes", .serialized)
final class LoginDeskTests {
  private let cztic: Program
  private let server: SSHServer
  private let key: URL

  init() throws {
    cztic = try Program()
    #expect(try cztic("init").status == 0)
    let users = cztic.folder.appendingPathComponent("users.csv")
    try "login,name,role\nfirst,林一,viewer\nsecond,周二,bureau\n".write(to: users, atomically: true, encoding: .utf8)
    #expect(try cztic("import", "users", users.path).status == 0)
    key = cztic.folder.appendingPathComponent("shared")
    let line = try SSHServer.makeKey(key)
    server = try SSHServer(in: cztic.folder)
    try server.letIn("command=\"\(Program.path) --store \(cztic.store) --login --lang zh\",restrict,pty \(line)\n")
  }

  private func desk(_ behind: [String] = []) throws -> Tmux {
    let terminal = try Tmux(server.client([key], ["-tt"], behind: behind), columns: 100, rows: 30)
    try terminal.wait(for: "账号")
    return terminal
  }

  private func code(for login: String) throws -> String {
    let run = try cztic("password", login)
    #expect(run.status == 0)
    return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func say(_ terminal: Tmux, _ texts: String...) throws {
    for text in texts {
      try terminal.type(text)
      try terminal.press("Enter")
    }
  }

  @Test("By a code one comes in once and chooses a password; with that from then on, whatever the client asks for")
  func story() throws {
    let code = try code(for: "first")
    let terminal = try desk()
    try say(terminal, "first", code)
    try terminal.wait(for: "再输一遍")
    try say(terminal, "运河边的铸造厂 1958", "运河边的铸造厂 1958")
    try terminal.wait(for: "林一")
    try terminal.press("F12")
    try terminal.wait(for: "ready>")

    let again = try desk(["--as", "admin"])
    try say(again, "first", code)
    let refused = try again.wait(for: "账号或口令不对")
    #expect(!refused.contains("运河") && !refused.contains(code))
    try say(again, "运河边的铸造厂 1958")
    try again.wait(for: "林一")
    #expect(try again.screen().contains("1 次口令不对"))

    let audit = try cztic("export", "audit", "--lang", "en")
    #expect(audit.status == 0 && !audit.output.contains(code) && !audit.output.contains("运河"))
    for act in ["password.code", "password.choose", "password.fail", "password.enter"] { #expect(audit.output.contains(act)) }
    #expect(audit.output.contains("127.0.0.1"))
  }

  @Test("Somebody with a code of their own is another than whoever shares the account; a login without one does not come in")
  func others() throws {
    let terminal = try desk()
    try say(terminal, "second", try code(for: "second"))
    try terminal.wait(for: "再输一遍")
    // The line drops before a password is chosen: the code is still good.
    kill(try terminal.child(named: "ssh"), SIGKILL)
    let next = try desk()
    try say(next, "admin", "admin")
    try next.wait(for: "账号或口令不对")
  }

  @Test("Without a terminal nothing opens; beside --as, and on a store that cannot be written, nothing is asked")
  func refusals() throws {
    let bare = server.client([key])
    #expect(try cztic.run(Array(bare.dropFirst()), program: bare[0]).status == 74)
    #expect(try cztic("--login", "--as", "first").status == 64)
    #expect(try cztic("--login", "--lock-after", "0").status == 65)
    #expect(try cztic("password", "first", "--as", "second").status == 77)
    #expect(try cztic("password", "nobody").status == 65)
    #expect(try cztic("password", "first", "--withdraw").status == 65)
    #expect(try cztic("password", "first").status == 0)
    #expect(try cztic("password", "first", "--withdraw").status == 0)
    let both = try cztic("password", "first", "second").output
    #expect(both.contains(/^first\t\S{14}\nsecond\t\S{14}\n$/))
    #expect(try cztic("password", "first", "--json").output.contains("\"days\": 7"))
  }
}
