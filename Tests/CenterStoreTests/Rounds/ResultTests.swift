import CenterStore
import Foundation
import Regulation
import Testing

@Suite("What a round comes to in the store (articles 25 to 28)")
struct ResultTests {
  /// A city whose experts can score both centers; `sheets` give each a total, in hundredths off the full hundred.
  private func city(_ sheets: [(center: String, expert: String, off: Int)], _ plan: RoundPlan = RoundPlan()) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.fill()
    let store = scratch.store
    _ = try store.importExperts(
      try (1...6).map {
        Numbered($0 + 1, ExpertRecord(login: try PlainText("x\($0)"), name: try PlainText("专家\($0)"), employer: try PlainText("外地大学")))
      }, by: Scratch.bureau)
    try store.openRound(2026, plan, by: Scratch.bureau)
    for sheet in sheets {
      let outcome = try store.importScores(
        year: 2026, scratch.sheet(sheet.center, sheet.expert, hundredthsOff: sheet.off), by: Scratch.bureau)
      #expect(outcome.problems.isEmpty)
    }
    return scratch
  }

  @Test("The mean of three sheets, half up; a center with a draft is pending, one with nothing absent")
  func mean() throws {
    let scratch = try city([("C1", "x1", 0), ("C1", "x2", 100), ("C1", "x3", 150)])
    let store = scratch.store
    var (round, result) = try store.result(2026, by: Scratch.bureau)
    #expect(round.state == .scoring)
    #expect(result.centers.map(\.code) == ["C1"] && result.centers[0].score.score == Points(9_917))
    #expect(result.absent == ["C2"] && result.pending.isEmpty)
    _ = try store.importScores(year: 2026, Array(scratch.sheet("C2", "x1").prefix(1)), by: Scratch.bureau)
    (round, result) = try store.result(2026, by: Scratch.bureau)
    #expect(result.absent.isEmpty && result.pending.map(\.code) == ["C2"] && result.pending.map(\.sheets) == [0])
  }

  @Test("A minimum of four leaves a center with three pending; the trimmed mean drops the first and the last of five")
  func minimumAndTrimmed() throws {
    let three = [("C1", "x1", 0), ("C1", "x2", 0), ("C1", "x3", 0)]
    let scratch = try city(three, RoundPlan(minimumSheets: 4))
    let few = try scratch.store.result(2026, by: Scratch.bureau).result
    #expect(few.centers.isEmpty && few.pending.map(\.sheets) == [3])
    let five = [("C1", "x1", 500), ("C1", "x2", 10), ("C1", "x3", 20), ("C1", "x4", 30), ("C1", "x5", 0)]
    let other = try city(five, RoundPlan(method: .trimmed))
    let trimmed = try other.store.result(2026, by: Scratch.bureau).result
    #expect(trimmed.centers.map(\.score.score) == [Points(9_980)])
    #expect(trimmed.centers.map(\.score.sheets) == [5] && trimmed.centers.map(\.score.spread) == [Points(500)])
  }

  @Test("The registry shows a result from its publication on, not from settling")
  func publication() throws {
    let scratch = try city([("C1", "x1", 0), ("C1", "x2", 0), ("C1", "x3", 0)])
    let (store, viewer) = (scratch.store, Acting("viewer", .desk))
    func last() throws -> Int? { try store.registryLine(code: "C1", by: viewer).last?.year }
    _ = try store.importResults(
      year: 2022, [Numbered(2, ResultRecord(center: PlainText("C1"), score: Points(5_999), grade: .unqualified))], by: Scratch.bureau)
    #expect(try last() == 2022)
    try store.settleRound(2026, by: Scratch.bureau)
    for who in [viewer, Scratch.bureau] { #expect(try store.registryLine(code: "C1", by: who).last?.year == 2022) }
    #expect(try store.registryPage(limit: 1, by: viewer).map(\.last?.year) == [2022])
    #expect(try store.publicResults(center: "C1", by: viewer).map(\.year) == [2022])
    #expect(throws: StoreError.notPermitted(nil)) { try store.results(year: 2026, by: viewer) }
    #expect(throws: StoreError.notPermitted(nil)) { try store.results(year: 2019, by: viewer) }
    #expect(throws: StoreError.noSuch(.round, "2019")) { try store.results(year: 2019, by: Scratch.bureau) }
    try store.publishRound(2026, workingDays: 5, by: Scratch.bureau)
    #expect(try last() == 2026)
    #expect(try store.registryLines([1], by: viewer).map(\.last?.grade) == [.excellent])
    #expect(try store.publicResults(center: "C1", by: viewer).map(\.score) == [Points(10_000), Points(5_999)])
    #expect(try store.results(year: 2026, by: viewer).map(\.rank) == [1])
  }

  @Test("A department sees its own centers before publication, without ranks")
  func department() throws {
    let city = try City()
    let store = city.store
    let own = City.acting(.department)
    for expert in ["expert", "third"] { _ = try store.importScores(year: 2026, city.sheet("C1", expert), by: Scratch.bureau) }
    for expert in ["other", "third"] { _ = try store.importScores(year: 2026, city.sheet("C2", expert), by: Scratch.bureau) }
    let open = try store.result(2026, by: own)
    #expect(open.round.state == .scoring && open.result.pending.map(\.code) == ["C1"])
    try store.settleRound(2026, by: Scratch.bureau)
    let result = try store.result(2026, by: own).result
    #expect(result.centers.isEmpty && result.pending.map(\.code) == ["C1"] && result.absent.isEmpty)
    #expect(throws: StoreError.notPermitted(nil)) { try store.result(2026, by: City.acting(.host)) }
  }

  @Test("What becomes of a center after its round was settled changes nothing about the result")
  func roll() throws {
    let scratch = try city([
      ("C1", "x1", 0), ("C1", "x2", 0), ("C1", "x3", 0), ("C2", "x1", 1), ("C2", "x2", 1), ("C2", "x4", 1),
    ])
    let store = scratch.store
    try store.settleRound(2026, by: Scratch.bureau)
    try store.publishRound(2026, workingDays: 5, by: Scratch.bureau)
    let before = try store.result(2026, by: Scratch.bureau).result
    #expect(before.centers.map(\.rank) == [1, 2])
    var records: [CenterRecord] = []
    try store.eachCenter(by: Scratch.bureau) { records.append($0) }
    records[0].status = .revoked
    records[2].certifiedOn = try #require(Day(2019, 1, 1))
    _ = try store.importCenters(records.map { Numbered(2, $0) }, by: Scratch.bureau)
    #expect(try store.result(2026, by: Scratch.bureau).result == before)
  }

  @Test("A round that was called off and is announced again keeps what was begun, and says so in the chain")
  func reopened() throws {
    let scratch = try city([])
    let store = scratch.store
    try store.assignExpert(year: 2026, center: "C1", expert: "x1", by: Scratch.bureau)
    try store.cancelRound(2026, reason: PlainText("误发"), by: Scratch.bureau)
    #expect(try store.tasks(by: Acting("x1", .desk)).isEmpty)
    try store.openRound(2026, by: Scratch.bureau)
    #expect(try store.round(2026, by: Scratch.bureau).state == .scoring)
    #expect(try store.tasks(by: Acting("x1", .desk)).map(\.center) == ["C1"])
    #expect(try scratch.links().last?.change.contains("\"before\":{\"state\":\"cancelled\"}") == true)
  }

  @Test("A settled round with a pending center goes back to scoring and is settled anew; once published it does not")
  func resume() throws {
    let scratch = try city([("C1", "x1", 0), ("C1", "x2", 0)], RoundPlan(minimumSheets: 3))
    let store = scratch.store
    try store.settleRound(2026, by: Scratch.bureau)
    #expect(throws: StoreError.self) { try store.resumeRound(2026, by: Acting("viewer", .desk)) }
    try store.resumeRound(2026, by: Scratch.bureau)
    #expect(try store.round(2026, by: Scratch.bureau).state == .scoring)
    #expect(try scratch.links().last?.act == "round.resume")
    _ = try store.importScores(year: 2026, scratch.sheet("C1", "x3"), by: Scratch.bureau)
    try store.settleRound(2026, by: Scratch.bureau)
    try store.publishRound(2026, workingDays: 5, by: Scratch.bureau)
    #expect(try store.result(2026, by: Scratch.bureau).result.centers.map(\.code) == ["C1"])
    #expect(throws: StoreError.self) { try store.resumeRound(2026, by: Scratch.bureau) }
  }

  @Test(
    "Nobody is absent before the last day for material is over, nor in a round that was called off",
    arguments: ["2026-06-01", "2026-06-02"])
  func notYetAbsent(day: String) throws {
    let scratch = try city([], RoundPlan(materialBy: Day(parsing: day)))
    let store = scratch.store
    let result = try store.result(2026, by: Scratch.bureau).result
    #expect(result.absent.isEmpty && result.pending.map(\.code) == ["C1", "C2"] && result.pending.map(\.sheets) == [0, 0])
    #expect(result.names["C2"] == "沧州市铸造技术创新中心")
    try store.cancelRound(2026, reason: PlainText("误发"), by: Scratch.bureau)
    let cancelled = try store.result(2026, by: Scratch.bureau).result
    #expect(cancelled.absent.isEmpty && cancelled.pending.isEmpty)
  }

  @Test("A round with last days out of order is not opened")
  func deadlines() throws {
    let scratch = try Scratch()
    let store = scratch.store
    for plan in [
      RoundPlan(materialBy: Day(2026, 7, 2), reportBy: Day(2026, 7, 1)), RoundPlan(materialBy: Day(2026, 7, 2), scoresBy: Day(2026, 7, 1)),
    ] { #expect(throws: StoreError.self) { try store.openRound(2026, plan, by: Scratch.bureau) } }
    try store.openRound(2026, RoundPlan(materialBy: Day(2026, 6, 1), scoresBy: Day(2026, 6, 1)), by: Scratch.bureau)
  }

  @Test("What is no year of evaluation is refused", arguments: [-5, 0, 1999, 10_000, 999_999])
  func years(year: Int) throws {
    let scratch = try Scratch()
    let store = scratch.store
    #expect(throws: StoreError.self) { try store.dueCenters(year, by: Scratch.bureau) }
  }

  @Test("Article 12: a public notice runs for five to sixty working days, and ends after today")
  func notice() throws {
    let scratch = try city([("C1", "x1", 0)], RoundPlan(minimumSheets: 1))
    let store = scratch.store
    try store.settleRound(2026, by: Scratch.bureau)
    for days in [Int.min, -1, 0, 4, 61, 999_999, Int.max] {
      #expect(throws: StoreError.self) { try store.publishRound(2026, workingDays: days, by: Scratch.bureau) }
    }
    #expect(throws: StoreError.self) { try store.publishRound(2026, noticeUntil: store.today, by: Scratch.bureau) }
    #expect(try store.round(2026, by: Scratch.bureau).state == .settled)
    try store.publishRound(2026, workingDays: 5, by: Scratch.bureau)
    let round = try store.round(2026, by: Scratch.bureau)
    #expect(round.noticeUntil == Day(2026, 6, 8) && round.noticeRemark.zh.isEmpty)
  }

  @Test("A notice that runs into a year whose holidays are not given out says that its last day is provisional")
  func provisional() throws {
    let scratch = try city([("C1", "x1", 0)], RoundPlan(minimumSheets: 1))
    try scratch.store.settleRound(2026, by: Scratch.bureau)
    let december = scratch.store.under(Scratch.surroundings("2026-12-28"))
    let until = try december.publishRound(2026, workingDays: 5, by: Scratch.bureau)
    #expect(until.isProvisional && until.last == Day(2027, 1, 4))
    let round = try december.round(2026, by: Scratch.bureau)
    #expect(round.noticeUntil == until.last && round.noticeRemark == WorkingDays.Deadline.provisional)
  }

  @Test("Who may not put a notice up is told no more than that, however many days it is to run")
  func permissionFirst() throws {
    let scratch = try city([("C1", "x1", 0)], RoundPlan(minimumSheets: 1))
    for days in [5, 99] {
      #expect(throws: StoreError.notPermitted(.roundPublish)) {
        try scratch.store.publishRound(2026, workingDays: days, by: Acting("viewer", .desk))
      }
    }
  }

  @Test("The progress of experts and centers counts sheets, points, pledges and the last entry")
  func progress() throws {
    let scratch = try city([("C1", "x1", 0)])
    let store = scratch.store
    try store.assignExpert(year: 2026, center: "C2", expert: "x1", by: Scratch.bureau)
    try store.assignExpert(year: 2026, center: "C2", expert: "x2", by: Scratch.bureau)
    try store.pledge(year: 2026, by: Acting("x1", .desk))
    try store.score(
      year: 2026, center: "C2", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(.zero)), by: Acting("x1", .desk))
    let experts = try store.expertProgress(year: 2026, by: Scratch.bureau)
    #expect(experts.map(\.login) == ["x1", "x2"])
    #expect(experts.map(\.assigned) == [2, 1] && experts.map(\.submitted) == [1, 0] && experts.map(\.given) == [20, 0])
    #expect(experts.map(\.hasPledged) == [true, false])
    #expect(experts[0].lastEntry?.day == Day(2026, 6, 1) && experts[1].lastEntry == nil)
    let centers = try store.centerProgress(year: 2026, by: Scratch.bureau)
    #expect(centers.map(\.code) == ["C1", "C2"] && centers.map(\.assigned) == [1, 2] && centers.map(\.submitted) == [1, 0])
    let tasks = try store.tasks(by: Acting("x1", .desk))
    #expect(tasks.map(\.given) == [19, 1] && tasks.map(\.sum) == [Points(10_000), .zero] && tasks.map(\.state) == [.submitted, .draft])
  }
}
