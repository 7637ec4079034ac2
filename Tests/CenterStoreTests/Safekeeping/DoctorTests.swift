import CenterStore
import Foundation
import Regulation
import Testing

@Suite("The doctor finds what another hand did to a store, and nothing in a sound one")
struct DoctorTests {
  private static let kept = AttachmentSubject.application("SQ2026-0001")

  /// A city with two applications, a center, a round and a kept file.
  private func city() throws -> Scratch {
    let applications = try TwoApplications()
    let scratch = applications.city.scratch
    try scratch.fill()
    try applications.store.openRound(2026, by: Scratch.bureau)
    try applications.store.recordCreditCheck(
      "SQ2026-0001", CreditCheck(on: ApplicationCity.day(3, 3), source: PlainText("信用中国"), isGood: true, result: .empty),
      by: ApplicationCity.bureau)
    let file = scratch.folder.appendingPathComponent("申报书.pdf")
    try Data("申报书".utf8).write(to: file)
    try applications.store.attach(
      AttachmentEntry(title: TwoApplications.title), to: Self.kept, keeping: file.path, by: Scratch.bureau)
    return scratch
  }

  private func findings(_ scratch: Scratch) throws -> [String] {
    try scratch.store.examine(by: Scratch.admin).map { "\($0.check.rawValue) \($0.object)" }
  }

  @Test("Nothing is wrong with a store that was only used")
  func sound() throws {
    #expect(try findings(city()) == [])
  }

  @Test("A login that was disabled, and enabled again, and given a key, is as the chain says at each step")
  func disabled() throws {
    let scratch = try city()
    let (store, why) = (scratch.store, PlainText(literal: "调离"))
    for login in ["viewer", "e1"] {
      try store.disableUser(login, reason: why, by: Scratch.admin)
      #expect(try findings(scratch) == [])
      try scratch.otherHand().run("UPDATE user SET disabled_on = NULL WHERE login = ?", [login])
      #expect(try findings(scratch) == ["users \(login)"])
      try scratch.otherHand().run("UPDATE user SET disabled_on = '2026-06-01' WHERE login = ?", [login])
      try store.enableUser(login, by: Scratch.admin)
      #expect(try findings(scratch) == [])
    }
    try store.enterUser(
      UserRecord(login: PlainText("viewer"), name: PlainText("访客乙"), role: .viewer, sshKeys: PlainText(Keys.first)), isNew: false,
      by: Scratch.admin)
    #expect(try findings(scratch) == [])
  }

  @Test("In tables without rowids the key's columns come first: where they do not, SQLite 3.40 takes sound rows for broken ones")
  func keysFirst() throws {
    let scratch = try Scratch()
    let keys = try scratch.otherHand().texts(
      """
      SELECT list.name || ' ' || info.cid || ' ' || info.pk
      FROM pragma_table_list AS list JOIN pragma_table_info(list.name) AS info WHERE list.wr AND info.pk > 0 AND info.cid <> info.pk - 1
      """)
    #expect(keys == [])
  }

  @Test(
    "One thing is broken, and that is what is found",
    arguments: [
      ("PRAGMA ignore_check_constraints = ON; UPDATE center SET status = 'lost' WHERE code = 'C1'", ["file ", "centers C1"]),
      ("DROP INDEX application_by_host", ["schema application_by_host"]), ("CREATE TABLE mine(x)", ["schema mine"]),
      ("DROP INDEX conflict_by_login; CREATE INDEX conflict_by_login ON conflict(reason)", ["schema conflict_by_login"]),
      ("UPDATE center SET host_id = 999 WHERE code = 'C1'", ["references center"]),
      ("UPDATE audit SET login = 'nobody' WHERE seq = 3", ["chain 3"]), ("DELETE FROM center_name WHERE center_id = 2", ["names C2"]),
      ("UPDATE center SET name = '沧州市别名技术创新中心' WHERE code = 'C3'", ["names C3", "centers C3"]),
      ("INSERT INTO center_name VALUES ('沧州市别名技术创新中心', 1)", ["names C1"]),
    ])
  func broken(_ sql: String, _ expected: [String]) throws {
    let scratch = try city()
    try scratch.otherHand().run(sql)
    let found = try findings(scratch)
    #expect(found == expected)
  }

  @Test("A kept file that was altered or is gone is found with what its document belongs to", arguments: [true, false])
  func documents(isAltered: Bool) throws {
    let scratch = try city()
    let path = try #require(try scratch.store.keptFile(of: TwoApplications.title, in: Self.kept, by: Scratch.bureau))
    if isAltered {
      try Data("假".utf8).write(to: URL(fileURLWithPath: path))
    } else {
      try FileManager.default.removeItem(atPath: path)
    }
    let findings = try scratch.store.examine(by: Scratch.admin)
    #expect(findings.map(\.check) == [.documents] && findings.first?.object == "SQ2026-0001")
    #expect(findings.first?.phrase.zh.contains(TwoApplications.title.string) == true)
  }

  @Test("It changes nothing")
  func unchanged() throws {
    let scratch = try city()
    let before = try scratch.otherHand().digest()
    _ = try scratch.store.examine(by: Scratch.admin)
    #expect(try scratch.otherHand().digest() == before)
  }
}
