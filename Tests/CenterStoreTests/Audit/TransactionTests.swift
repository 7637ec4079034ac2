import CenterStore
import Foundation
import Regulation
import Testing

@Suite("Every operation is one transaction with the links that belong to it")
struct TransactionTests {
  /// Runs work, and says which acts were added to the chain by it.
  private func acts(_ city: City, _ work: (CenterStore) throws -> Void) throws -> [String] {
    let before = try city.store.auditHead(by: Scratch.admin).number
    try work(city.store)
    #expect(try city.store.verifyChain(by: Scratch.admin).isWhole)
    return try city.scratch.links().filter { $0.number > before }.map { "\($0.act) \($0.channel) \($0.login)" }
  }

  private let expert = Acting("expert", .desk)

  @Test("One act, one link; what changes nothing leaves none")
  func links() throws {
    let city = try City()
    let code = IndicatorCode.all[0]
    let entry = ScoreEntry(points: .some(Points(100)))
    #expect(try acts(city) { try $0.score(year: 2026, center: "C1", indicator: code, entry, by: expert) } == ["sheet.score desk expert"])
    #expect(try acts(city) { try $0.score(year: 2026, center: "C1", indicator: code, entry, by: expert) } == [])
    #expect(try acts(city) { try $0.pledge(year: 2026, by: expert) } == [])
    #expect(try acts(city) { try $0.keepDraft(year: 2026, center: "C1", indicator: code, PlainText("未完"), by: expert) } == [])
    #expect(try acts(city) { _ = try $0.importFacts(year: 2026, [city.fact("C1")], by: Scratch.bureau) } == [])
    #expect(
      try acts(city) { _ = try $0.importFacts(year: 2026, [city.fact("C1", 4)], by: Acting("host", .imported)) } == [
        "import.facts import host"
      ])
    #expect(try acts(city) { try $0.assignExpert(year: 2026, center: "C1", expert: "expert", by: Scratch.bureau) } == [])
    #expect(
      try acts(city) { _ = try $0.importScores(year: 2026, city.sheet("C1", "third"), by: Scratch.bureau) } == [
        "import.scores command bureau"
      ])
    #expect(try acts(city) { _ = try $0.importScores(year: 2026, city.sheet("C1", "third"), by: Scratch.bureau) } == [])
    #expect(
      try acts(city) { _ = try $0.assignExperts(year: 2026, perCenter: 9, dryRun: true, by: Scratch.bureau) } == [], "a dry run leaves none"
    )
    #expect(
      try acts(city) { _ = try $0.assignExperts(year: 2026, perCenter: 9, by: Scratch.bureau) } == ["assign.draw command bureau"],
      "a draw that is short and not applied is on file all the same")
    #expect(try acts(city) { try $0.settleRound(2026, by: Scratch.bureau) } == ["round.settle command bureau"])
  }

  @Test("Facts that a host entered count as handed in once staff import the same, which is a change and leaves its link")
  func handedIn() throws {
    let city = try City()
    try city.scratch.otherHand().run("DELETE FROM material")
    let row = try city.fact("C1", 6)
    _ = try city.store.importFacts(year: 2026, [row], by: Acting("host", .imported))
    #expect(try city.scratch.otherHand().number("SELECT count(*) FROM material") == 0)
    var outcome = ImportOutcome()
    #expect(try acts(city) { outcome = try $0.importFacts(year: 2026, [row], by: Scratch.bureau) } == ["import.facts command bureau"])
    #expect(outcome.changed == 1 && outcome.unchanged == 0 && outcome.handedIn == 1)
    #expect(try acts(city) { outcome = try $0.importFacts(year: 2026, [row], by: Scratch.bureau) } == [])
    #expect(outcome.changed == 0 && outcome.unchanged == 1 && outcome.handedIn == 0)
  }

  @Test("The same facts hand no form in that the department gave back, and leave its remark; a value that differs does")
  func givenBack() throws {
    let city = try City()
    let row = try city.fact("C1")
    try city.store.stepRound(2026, .returnForCorrection("C1", reason: PlainText(literal: "与名单不符")), by: City.acting(.department))
    func material() throws -> MaterialState { try city.store.materialFile(year: 2026, center: "C1", by: Scratch.bureau).file.material }
    let before = try material()
    #expect(before.stage == .returned)
    var outcome = ImportOutcome()
    #expect(try acts(city) { outcome = try $0.importFacts(year: 2026, [row], by: Scratch.bureau) } == [])
    #expect(outcome.unchanged == 1 && outcome.changed == 0 && outcome.handedIn == 0)
    #expect(try material() == before)
    for dryRun in [true, false] {
      outcome = try city.store.importFacts(year: 2026, [city.fact("C1", 9)], dryRun: dryRun, by: Scratch.bureau)
      #expect(outcome.changed == 1 && outcome.handedIn == 1)
    }
    #expect(try material().stage == .submitted)
  }

  @Test(
    "A wrong row at the end of a file undoes all before it", arguments: ["scores", "facts", "centers", "conflicts", "users", "results"])
  func laterBadRow(kind: String) throws {
    let city = try City()
    let before = try city.scratch.otherHand().digest()
    func text(_ text: String) throws -> PlainText { try PlainText(text) }
    let outcome: ImportOutcome
    switch kind {
    case "scores":
      var rows = try city.sheet("C1", "third") + city.sheet("C2", "third")
      rows.append(
        Numbered(99, ScoreRecord(center: try text("C0"), expert: try text("third"), indicator: IndicatorCode.all[0], points: .zero)))
      outcome = try city.store.importScores(year: 2026, rows, by: Scratch.bureau)
    case "facts": outcome = try city.store.importFacts(year: 2026, [city.fact("C1", 7), city.fact("C0")], by: Scratch.bureau)
    case "centers":
      var records: [CenterRecord] = []
      try city.store.eachCenter(by: Scratch.bureau) { records.append($0) }
      for index in records.indices { records[index].director = try text("新主任") }
      outcome = try city.store.importCenters((records + [records[0]]).map { Numbered(2, $0) }, by: Scratch.bureau)
    case "conflicts":
      let rows = try ["C1", "C2", "C0"].map {
        Numbered(2, ConflictRecord(center: try text($0), expert: try text("third"), reason: try text("师生")))
      }
      outcome = try city.store.importConflicts(rows, by: Scratch.bureau)
    case "users":
      let rows = try [("n1", "献县科学技术局"), ("n2", "没有的局")].map {
        Numbered(2, UserRecord(login: try text($0), name: try text("新"), role: .department, organization: try text($1)))
      }
      outcome = try city.store.importUsers(rows, by: Scratch.admin)
    default:
      let rows = [Grade.excellent, .qualified].enumerated().map { index, grade in
        Numbered(2, ResultRecord(center: PlainText(literal: "C1"), score: Points(9_000), grade: grade, rank: index))
      }
      outcome = try city.store.importResults(year: 2020, rows, by: Scratch.bureau)
    }
    #expect(outcome.problems.count == 1)
    #expect(try city.scratch.otherHand().digest() == before)
  }

  @Test(
    "Where a table refuses in the middle, the link goes with the record",
    arguments: [
      "score", "sheet", "assignment", "pledge", "round", "fact", "material", "roll", "result", "audit_rows", "center", "organization",
    ])
  func failure(table: String) throws {
    let city = try City()
    let hand = try city.scratch.otherHand()
    for event in ["INSERT", "UPDATE"] {
      try hand.run("CREATE TRIGGER boom_\(event) AFTER \(event) ON \(table) BEGIN SELECT RAISE(ABORT, 'boom'); END")
    }
    let store = city.store
    let third = Acting("third", .desk)
    let attempts: [() throws -> Void] = [
      { try store.score(year: 2026, center: "C1", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(.zero)), by: self.expert) },
      { try store.pledge(year: 2026, by: third) },
      { try store.assignExpert(year: 2026, center: "C1", expert: "third", by: Scratch.bureau) },
      { _ = try store.assignExperts(year: 2026, perCenter: 2, partial: true, by: Scratch.bureau) },
      { _ = try store.importScores(year: 2026, city.sheet("C1", "third"), by: Scratch.bureau) },
      { _ = try store.importFacts(year: 2028, [city.fact("C1", 9)], by: Scratch.bureau) },
      { _ = try store.importOrganizations([Numbered(2, OrganizationRecord(name: PlainText("新厂")))], by: Scratch.bureau) },
      { try store.settleRound(2026, by: Scratch.bureau) }, { try store.openRound(2030, by: Scratch.bureau) },
    ]
    var failures = 0
    for attempt in attempts {
      let before = try hand.digest()
      do {
        try attempt()
        #expect(try hand.digest() != before)
      } catch StoreError.io(_, let reason) {
        failures += 1
        #expect(reason.en.contains("boom"))
        #expect(try hand.digest() == before)
      }
    }
    #expect(failures > 0 || ["material", "center", "result"].contains(table))
    #expect(try store.verifyChain(by: Scratch.admin).isWhole)
  }
}
