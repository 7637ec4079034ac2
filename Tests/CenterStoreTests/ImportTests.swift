import CenterStore
import Foundation
import Regulation
import Testing

@Suite("Imports merge all or nothing")
struct ImportTests {
  @Test("The same rows twice change nothing and append no link")
  func twice() throws {
    let scratch = try Scratch()
    try scratch.fill()
    let head = try scratch.store.auditHead(by: Scratch.admin)
    try scratch.fill()
    #expect(try scratch.store.auditHead(by: Scratch.admin) == head)
  }

  @Test("A column that is missing leaves what is there, an empty cell clears it")
  func missingAndEmpty() throws {
    let scratch = try Scratch()
    try scratch.fill()
    func row(field: PlainText?) throws -> Numbered<CenterRecord> {
      Numbered(
        2,
        CenterRecord(
          code: try PlainText("C1"), name: try PlainText("沧州市激光切割技术创新中心"), host: try PlainText("沧州渤海激光有限公司"), hostKind: .enterprise,
          department: try PlainText("泊头市科学技术局"), field: field, certifiedOn: try #require(Day(2021, 3, 1))))
    }
    #expect(try scratch.store.importCenters([row(field: nil)], by: Scratch.bureau).unchanged == 1)
    #expect(try scratch.store.importCenters([row(field: .empty)], by: Scratch.bureau).changed == 1)
    #expect(try scratch.store.registryLine(code: "C1", by: Scratch.bureau).field == "")
  }

  @Test("Co-builders and former names that a file does not speak of stay when the center changes otherwise")
  func lists() throws {
    let scratch = try Scratch()
    func center() throws -> CenterRecord? {
      var found: CenterRecord?
      try scratch.store.eachCenter(by: Scratch.bureau) { found = $0 }
      return found
    }
    var record = CenterRecord(
      code: try PlainText("C1"), name: try PlainText("甲中心"), host: try PlainText("甲厂"), hostKind: .enterprise,
      coBuilders: [try PlainText("运河大学"), try PlainText("乙厂")], department: try PlainText("泊头市科学技术局"),
      certifiedOn: try #require(Day(2021, 3, 1)), formerNames: [try PlainText("旧名")])
    _ = try scratch.store.importCenters([Numbered(2, record)], by: Scratch.bureau)
    record.name = try PlainText("乙中心")
    let lists = (record.coBuilders, record.formerNames)
    (record.coBuilders, record.formerNames) = (nil, nil)
    #expect(try scratch.store.importCenters([Numbered(2, record)], by: Scratch.bureau).changed == 1)
    #expect(try center()?.name.string == "乙中心")
    #expect(try center()?.coBuilders == lists.0 && center()?.formerNames == lists.1)
  }

  @Test("Logins and codes from before that would be refused today are kept, and change like others")
  func olderNames() throws {
    let scratch = try Scratch()
    try scratch.fill()
    let hand = try scratch.otherHand()
    for table in ["user", "expert", "expert_field", "expert_former_employer"] {
      try hand.run("UPDATE \(table) SET login = 'ex 1' WHERE login = 'e2'")
    }
    try hand.run("UPDATE center SET code = 'C 1', certified_on = '2030-01-01' WHERE code = 'C1'")
    let store = try CenterStore.open(scratch.store.path, surroundings: Scratch.surroundings())
    var expert = try #require(try store.experts(by: Scratch.bureau).first { $0.login.string == "ex 1" })
    expert.title = try PlainText("研究员")
    #expect(try store.importExperts([Numbered(2, expert)], by: Scratch.bureau).changed == 1)
    var user = try #require(try store.users(by: Scratch.bureau).first { $0.login.string == "ex 1" })
    user.name = try PlainText("另名")
    #expect(try store.importUsers([Numbered(2, user)], by: Scratch.admin).changed == 1)
    var centers: [CenterRecord] = []
    try store.eachCenter(by: Scratch.bureau) { if $0.code.string == "C 1" { centers.append($0) } }
    centers[0].director = try PlainText("张三")
    #expect(try store.importCenters([Numbered(2, centers[0])], by: Scratch.bureau).changed == 1)
  }

  @Test("One wrong row keeps all rows out; a dry run keeps all out and counts them")
  func allOrNothing() throws {
    let scratch = try Scratch()
    try scratch.fill()
    try scratch.store.openRound(2026, by: Scratch.bureau)
    let rows =
      try scratch.sheet("C1", "e1") + [
        Numbered(
          21, ScoreRecord(center: PlainText("C1"), expert: PlainText("e9"), indicator: #require(IndicatorCode("1.1")), points: .zero))
      ]
    let outcome = try scratch.store.importScores(year: 2026, rows, by: Scratch.bureau)
    #expect(outcome.problems.map(\.row) == [21] && outcome.problems[0].column == "expert")
    let dry = try scratch.store.importScores(year: 2026, scratch.sheet("C1", "e1"), dryRun: true, by: Scratch.bureau)
    #expect(dry.new == 19 && dry.problems.isEmpty)
    #expect(try scratch.store.result(2026, by: Scratch.bureau).result.absent == ["C1", "C2"])
  }

  @Test("A recused expert is refused: through a former name of the host, through a co-builder, by declaration")
  func recused() throws {
    let scratch = try Scratch()
    try scratch.fill()
    try scratch.store.openRound(2026, by: Scratch.bureau)
    func problems(_ center: String, _ expert: String) throws -> [String] {
      try scratch.store.importScores(year: 2026, scratch.sheet(center, expert), dryRun: true, by: Scratch.bureau).problems.map(\.column)
    }
    #expect(try problems("C1", "e2") == ["expert"])
    #expect(try problems("C2", "e3") == ["expert"])
    #expect(try problems("C1", "e3").isEmpty)
    _ = try scratch.store.importConflicts(
      [Numbered(2, ConflictRecord(center: PlainText("C1"), expert: PlainText("e3"), reason: PlainText("师生")))], by: Scratch.bureau)
    #expect(try problems("C1", "e3") == ["expert"])
  }

  @Test("Article 26: a center certified in the year before last is due, one of last year is not")
  func due() throws {
    let scratch = try Scratch()
    try scratch.fill()
    let standings = try scratch.store.dueCenters(2026, by: Scratch.bureau).map { ($0.code, $0.standing) }
    #expect(standings.map(\.0) == ["C1", "C2", "C3"])
    #expect(standings.map(\.1) == [.due, .due, .exempt(.notYetTwoYears)])
  }

  @Test("A name that is repeated in one file names the row where it stood first")
  func repeated() throws {
    let scratch = try Scratch()
    let row = DepartmentRecord(name: try PlainText("献县科学技术局"), kind: .county)
    let outcome = try scratch.store.importDepartments([Numbered(2, row), Numbered(5, row)], by: Scratch.bureau)
    #expect(outcome.problems.map(\.row) == [5])
    #expect(outcome.problems[0].message.en.contains("row 2"))
    #expect(try scratch.store.departments(by: Scratch.bureau).isEmpty)
  }

  @Test("Who may not import is refused before anything is looked at")
  func permission() throws {
    let scratch = try Scratch()
    let rows = [Numbered(2, DepartmentRecord(name: try PlainText("献县科学技术局"), kind: .county))]
    #expect(throws: StoreError.notPermitted(.importDepartments)) {
      try scratch.store.importDepartments(rows, by: Acting("viewer", .command))
    }
  }
}
