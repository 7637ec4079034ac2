import CenterStore
import Regulation
import Testing

@Suite("Public keys, and the lines that sshd reads of them")
struct SSHKeyTests {
  @Test("A key is a kind, itself and a comment; the kind that it names itself must be the one that stands before it")
  func keys() throws {
    #expect(try SSHKey(Keys.first).kind == "ssh-ed25519")
    #expect(try SSHKey("  \(Keys.rsa)\t周文澜@办公室 ").kind == "ssh-rsa")
    #expect(try SSHKey.all(in: "\(Keys.first) a\n\n\(Keys.second)\n").count == 2)
    #expect(try SSHKey(Keys.first) == SSHKey("\(Keys.first) other comment"))
  }

  @Test(
    "What is none is told with what to write instead",
    arguments: [
      ("command=\"sh\" \(Keys.first)", SSHKey.Fault.kind("command=\"sh\"")), ("", .kind("")), ("AAAA", .kind("AAAA")),
      ("ssh-dss AAAA", .kind("ssh-dss")), ("ssh-ed25519", .blob), ("ssh-ed25519 AAAA", .blob), ("ssh-ed25519 \(Keys.first)", .blob),
      ("ssh-rsa \(Keys.first.dropFirst(12))", .blob), (String(Keys.first.dropLast(6)), .blob), ("ssh-ed25519 甲乙丙丁", .blob),
      ("-----BEGIN OPENSSH PRIVATE KEY-----", .isPrivate),
    ])
  func faults(line: String, fault: SSHKey.Fault) { #expect(throws: fault) { try SSHKey(line) } }

  @Test(
    "A line forces the desk of one login on one store, with a terminal and nothing else; words are quoted for the shell that reads them")
  func lines() throws {
    let key = AuthorizedKey(login: "expert1", key: try SSHKey("\(Keys.first) \"; rm -rf /"))
    #expect(
      key.line(program: "/usr/local/bin/cztic", store: "/var/lib/cztic/store.sqlite")
        == "command=\"/usr/local/bin/cztic --store /var/lib/cztic/store.sqlite --as expert1\",restrict,pty \(Keys.first) expert1")
    #expect(
      key.line(program: "/opt/评审 台/cztic", store: "/srv/it's \"$HOME\".sqlite")
        == "command=\"'/opt/评审 台/cztic' --store '/srv/it'\\''s \\\"$HOME\\\".sqlite' --as expert1\",restrict,pty \(Keys.first) expert1")
    #expect(key.line(program: "/a\nb", store: "/s") == nil)
    // A mark with an accent on it is a mark all the same.
    let (single, double) = ("'\u{301}", "\"\u{5A3}")
    let line = key.line(program: "/c", store: "/a" + single + "$(x)" + double + "y") ?? ""
    let store = #"'/a'\''"# + "\u{301}$(x)" + #"\""# + "\u{5A3}y'"
    let expected = "command=\"/c --store " + store + " --as expert1\",restrict,pty \(Keys.first) expert1"
    #expect(Array(line.utf8) == Array(expected.utf8), "\(line)")
  }

  @Test("The lines are those of all logins that may be used, in their order; a disabled one has none")
  func authorized() throws {
    let city = try City()
    let store = city.store
    func give(_ login: String, _ keys: String) throws {
      var record = try store.userLine(of: login, by: Scratch.admin).record
      record.sshKeys = try PlainText(keys, .paragraphs)
      try store.enterUser(record, isNew: false, by: Scratch.admin)
    }
    try give("viewer", Keys.rsa)
    try give("host", "\(Keys.first) a\n\(Keys.second) b")
    #expect(try store.authorizedKeys(by: Scratch.admin).map(\.login) == ["host", "host", "viewer"])
    try store.disableUser("viewer", reason: PlainText(literal: "调离"), by: Scratch.admin)
    #expect(try store.authorizedKeys(by: Scratch.admin).map(\.login) == ["host", "host"])
    // One key is one person's: else nobody could tell who comes with it.
    let refused = refusal { try give("bureau", "\(Keys.second) mine") }
    #expect(refused?.phrase.en.contains("login host") == true)
    #expect(refusal { try give("bureau", "ssh-ed25519 AAAA") } != nil)
    let rows = try [("bureau", Keys.second), ("dept", Keys.rsa.replacing("ssh-rsa", with: "ssh-ed25519"))].enumerated().map { place, row in
      Numbered(
        place + 2,
        UserRecord(login: try PlainText(row.0), name: PlainText(literal: "甲"), role: .viewer, sshKeys: try PlainText(row.1, .paragraphs)))
    }
    let outcome = try store.importUsers(rows, by: Scratch.admin)
    #expect(outcome.problems.map(\.row) == [2, 3] && outcome.problems.allSatisfy { $0.column == "ssh_keys" })
  }
}
