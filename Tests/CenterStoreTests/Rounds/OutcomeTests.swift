import CenterStore
import Regulation
import Testing

@Suite("Articles 25, 29 and 30 in the store: what a host sees of a result, and what follows from a round")
struct OutcomeTests {
  typealias City = RoundCity
  private static let why = RoundCity.why
  private static let documents = PlainText(literal: "沧科评字〔2026〕3号")

  /// A round on notice: `C1` is excellent, `C2` took no part.
  private func published() throws -> City {
    let city = try City()
    try city.score("C1", ["x1": 0, "x2": 1_00, "x3": 2_00])
    let store = city.store(on: City.day(6, 1))
    _ = try store.importScores(
      year: 2026,
      [
        Numbered(
          2,
          ScoreRecord(
            center: PlainText("C1"), expert: PlainText("x2"), indicator: IndicatorCode.all[1], points: Points(500),
            comment: PlainText("与专家3意见一致")))
      ], by: City.bureau)
    try city.store(on: City.day(8, 3)).settleRound(2026, by: City.bureau)
    try city.store(on: City.day(8, 3)).publishRound(2026, workingDays: 5, by: City.bureau)
    return city
  }

  @Test("From publication on a host sees its figure and its sheets under numbers, and no expert’s name in any text")
  func aliases() throws {
    let early = try City()
    #expect(throws: StoreError.notPermitted(nil)) {
      try early.store(on: City.day(6, 1)).centerResult(year: 2026, center: "C1", by: City.host)
    }
    let city = try published()
    let store = city.store(on: City.day(8, 4))
    let result = try store.centerResult(year: 2026, center: "C1", by: City.host)
    #expect(
      result.rank == 1 && result.score?.score == Points(99_00) && result.standing == .graded(RoundFigure(score: Points(99_00), sheets: 3)))
    #expect(
      result.sheets.map(\.number) == [1, 2, 3] && result.sheets.map(\.total).sorted() == [Points(98_00), Points(99_00), Points(100_00)])
    #expect(result.sheets.map(\.isByStaff) == [true, true, true])
    let comment = try #require(result.sheets.lazy.flatMap { $0.comments.values }.first { !$0.isEmpty })
    // The name of x3 is 专家3: it went out as the number under which x3 is known here.
    let own = try #require(result.sheets.first { $0.total == Points(98_00) })
    #expect(comment.string == "与专家\(own.number)意见一致")
    #expect(try store.centerResult(year: 2026, center: "C2", by: City.otherHost).standing == .absent)
    #expect(throws: StoreError.notPermitted(nil)) { try store.centerResult(year: 2026, center: "C1", by: City.otherHost) }
    #expect(throws: StoreError.notPermitted(nil)) { try store.centerResult(year: 2026, center: "C1", by: City.otherDepartment) }
    #expect(try store.centerResult(year: 2026, center: "C1", by: City.department) == result)
    // Settled again, everybody keeps their number.
    #expect(try store.centerResult(year: 2026, center: "C1", by: City.host).sheets == result.sheets)
  }

  @Test(
    "A published result is read beside the medians of its field where five centers of it have a score, and beside what the host gave itself"
  )
  func beside() throws {
    let one = try published()
    let few = try one.store(on: City.day(8, 4)).centerResult(year: 2026, center: "C1", by: City.host)
    #expect(few.comparison == .tooFew(1) && few.ownScores == nil)
    let city = try City(asksOwnScores: true)
    let store = city.store(on: City.day(6, 1))
    let own = (4...8).map { "C\($0)" }
    _ = try store.importCenters(
      try own.enumerated().map { place, code in
        Numbered(
          place + 2,
          CenterRecord(
            code: try PlainText(code), name: try PlainText("沧州市\(code)技术创新中心"), host: try PlainText("丙公司\(code)"), hostKind: .enterprise,
            department: try PlainText("东光县科学技术局"), field: try PlainText(code == "C8" ? "食品加工" : "新材料"),
            certifiedOn: try #require(Day(2020, 3, 1))))
      }, by: City.bureau)
    // 1.1 is 5.00 less what is taken off.
    for (code, off) in [("C1", 0), ("C2", 1_00), ("C4", 2_00), ("C5", 3_00), ("C6", 4_00), ("C8", 5_00)] {
      try city.score(code, ["x1": off, "x2": off, "x3": off])
    }
    try store.saveOwnScore(year: 2026, center: "C1", indicator: IndicatorCode.all[0], Points(4_50), by: City.bureau)
    try city.store(on: City.day(8, 3)).settleRound(2026, by: City.bureau)
    let settled = city.store(on: City.day(8, 3))
    #expect(throws: StoreError.notPermitted(nil)) { try settled.centerResult(year: 2026, center: "C1", by: City.host) }
    try settled.publishRound(2026, workingDays: 5, by: City.bureau)
    let result = try settled.centerResult(year: 2026, center: "C1", by: City.host)
    guard case .medians(_, centers: 5)? = result.comparison else { Issue.record("no median of five"); return }
    #expect(result.comparison?[IndicatorCode.all[0]] == Points(3_00))
    #expect(result.ownScores?[IndicatorCode.all[0]] == Points(4_50) && result.ownScores?[IndicatorCode.all[1]] == .some(nil))
    #expect(try settled.result(2026, by: City.bureau).result.fieldComparisons()["新材料"] == result.comparison)
    #expect(try settled.centerResult(year: 2026, center: "C8", by: City.bureau).comparison == .tooFew(1))
    #expect(try settled.centerResult(year: 2026, center: "C7", by: City.bureau).comparison == nil)
  }

  @Test("How one's own centers came out is told to their host and department from publication on: the grade, or that they took no part")
  func own() throws {
    let city = try published()
    let (before, after) = (city.store(on: City.day(6, 1)), city.store(on: City.day(8, 4)))
    let graded = RoundOutcome.graded(try #require(after.publicResults(center: "C1", by: City.bureau).first))
    for who in [City.host, City.department] { #expect(try after.ownOutcomes(year: 2026, by: who) == ["C1": graded]) }
    for who in [City.otherHost, City.otherDepartment] { #expect(try after.ownOutcomes(year: 2026, by: who) == ["C2": .absent]) }
    let early = try City()
    try early.score("C1", ["x1": 0, "x2": 1_00, "x3": 2_00])
    try early.store(on: City.day(8, 3)).settleRound(2026, by: City.bureau)
    for who in [City.host, City.otherHost] { #expect(try early.store(on: City.day(8, 4)).ownOutcomes(year: 2026, by: who).isEmpty) }
    #expect(throws: StoreError.notPermitted(nil)) { try before.ownOutcomes(year: 2026, by: City.bureau) }
  }

  @Test("Who objected is the bureau’s to know; a re-opened center shows its old sheets until its figure is fixed anew")
  func objection() throws {
    let city = try published()
    let store = city.store(on: City.day(8, 5))
    let before = try store.centerResult(year: 2026, center: "C1", by: City.host)
    try store.stepRound(
      2026, .object("C1", receivedOn: City.day(8, 4), grounds: Self.why, signedBy: Self.why, evidence: Self.why), by: City.bureau)
    #expect(throws: StoreError.self) { try city.store(on: City.day(8, 11)).closeRound(2026, by: City.bureau) }
    try store.stepRound(2026, .settleObjection(1, isUpheld: true, reason: Self.why, document: Self.documents), by: City.bureau)
    let seen = try store.centerResult(year: 2026, center: "C1", by: City.host)
    #expect(seen.isReopened && seen.sheets == before.sheets && seen.objections.map(\.objection.signedBy) == [nil])
    #expect(
      try store.centerResult(year: 2026, center: "C1", by: City.bureau).objections[0].objection.settlement?.document == Self.documents)
    let told = try store.materialFile(year: 2026, center: "C1", by: City.host).history.map(\.step)
    #expect(told.contains { $0.kind == .object } && told == told.map(\.withoutObjector))
    try store.pledge(year: 2026, by: Acting("x1", .desk))
    try store.takeBackSheet(year: 2026, center: "C1", by: Acting("x1", .desk))
    #expect(try store.centerResult(year: 2026, center: "C1", by: City.host).sheets == before.sheets)
    try store.submitSheet(year: 2026, center: "C1", by: Acting("x1", .desk))
    // Another expert comes to what is re-opened, and to nothing else; a number that was given stays.
    #expect(throws: StoreError.self) { try store.assignExpert(year: 2026, center: "C2", expert: "x4", by: City.bureau) }
    try store.assignExpert(year: 2026, center: "C1", expert: "x4", by: City.bureau)
    let full = PerIndicator<Points?>(each: { try? IndicatorSystem.standard.get()[$0].fullPoints })
    try store.enterSheet(year: 2026, center: "C1", expert: "x4", PaperSheet(points: full, paper: Self.documents), by: City.bureau)
    #expect(throws: StoreError.self) { try city.store(on: City.day(8, 11)).closeRound(2026, by: City.bureau) }
    try store.stepRound(2026, .resettle("C1"), by: City.bureau)
    let anew = try store.centerResult(year: 2026, center: "C1", by: City.host)
    #expect(
      !anew.isReopened && anew.sheets.map(\.number) == [1, 2, 3, 4] && anew.sheets.dropLast().map(\.total) == before.sheets.map(\.total))
    #expect(
      anew.standing
        == .graded(RoundFigure(score: Points(99_25), sheets: 4, replaced: [.init(score: Points(99_00), objection: 1, on: City.day(8, 5))])))
    try city.store(on: City.day(8, 11)).closeRound(2026, by: City.bureau)
    #expect(try store.verifyChain(by: Scratch.admin).isWhole && store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("Closing proposes revocation under 30(2) and lists who has earned the incentives of article 29; what came of each is put on file")
  func consequences() throws {
    let city = try published()
    let store = city.store(on: City.day(8, 11))
    #expect(throws: StoreError.self) { try store.consequences(year: 2026, by: City.bureau) }
    #expect(throws: StoreError.self) { try store.recordIncentive(year: 2026, center: "C1", .subsidy, outcome: Self.why, by: City.bureau) }
    try store.closeRound(2026, by: City.bureau)
    #expect(try city.scratch.links().contains { $0.change.contains("\"proposed\":\"C2 30(2)\",\"excellent\":\"C1\"") })
    #expect(throws: StoreError.self) { try store.recordIncentive(year: 2026, center: "C2", .subsidy, outcome: Self.why, by: City.bureau) }
    #expect(throws: StoreError.self) { try store.recordIncentive(year: 2026, center: "C1", .subsidy, outcome: .empty, by: City.bureau) }
    try store.recordIncentive(year: 2026, center: "C1", .subsidy, outcome: Self.why, by: City.bureau)
    #expect(throws: StoreError.self) {
      try store.recordIncentive(
        year: 2026, center: "C1", .subsidy, outcome: PlainText(literal: "另有落实"), expecting: Seen(.empty), by: City.bureau)
    }
    let found = try store.consequences(year: 2026, by: City.bureau)
    #expect(found.proposals == [.init(center: "C2", ground: .absent)] && found.excellent.map(\.center) == ["C1"])
    #expect(found.excellent[0].outcomes.mapValues(\.text) == [.subsidy: Self.why])
    #expect(found.excellent[0].outcomes[.subsidy]?.on == City.day(8, 11))
  }
}
