import CenterStore
import Regulation
import Testing

@Suite("Articles 5(3) and 25: in a round of an agency its people are the experts")
struct AgencyPoolTests {
  typealias City = RoundCity
  private let city: City
  private var store: CenterStore { city.store(on: City.day(4, 1)) }

  /// The round of 2028 is the agency's, whose people are `x1` to `x3`; that of 2026 is the bureau's.
  init() throws {
    city = try City()
    _ = try city.scratch.store.importExperts(
      try (1...3).map {
        Numbered($0 + 1, ExpertRecord(login: try PlainText("x\($0)"), name: try PlainText("专家\($0)"), employer: try PlainText("评估事务所")))
      }, by: Scratch.admin)
    _ = try city.scratch.store.importUsers(
      [Numbered(2, UserRecord(login: PlainText("agency"), name: PlainText("事务所"), role: .agency, organization: PlainText("评估事务所")))],
      by: Scratch.admin)
    try store.openRound(2028, RoundPlan(agency: PlainText("评估事务所")), by: City.bureau)
  }

  private static let agency = Acting("agency", .desk)

  @Test("The draw takes its people and nobody else, whoever draws; the bureau's round draws from all", arguments: [City.bureau, agency])
  func draw(who: Acting) throws {
    let plan = try store.assignExperts(year: 2028, perCenter: 3, dryRun: true, by: who).plan
    #expect(!plan.isShort && Set(plan.lines.map(\.expert)) == ["x1", "x2", "x3"] && Set(plan.lines.map(\.center)) == ["C1", "C2", "C3"])
    let own = try store.assignExperts(year: 2026, perCenter: 4, dryRun: true, by: City.bureau).plan
    #expect(!own.isShort && Set(own.lines.map(\.expert)).count == 6)
  }

  @Test("A pool that is too small makes a short plan, though the bureau knows more experts")
  func short() throws {
    let plan = try store.assignExperts(year: 2028, perCenter: 4, dryRun: true, by: Self.agency).plan
    #expect(plan.isShort && plan.unfilled.map(\.missing) == [1, 1, 1])
  }

  @Test("By hand too: others are refused with article 5 and are no candidates; whom somebody assigned before stays")
  func byHand() throws {
    #expect(try store.panelCandidates(year: 2028, center: "C1", by: Self.agency).map(\.login) == ["x1", "x2", "x3"])
    #expect(try store.panelCandidates(year: 2026, center: "C1", by: City.bureau).count == 6)
    let refused = refusal { try store.assignExpert(year: 2028, center: "C1", expert: "x5", by: Self.agency) }
    #expect(refused?.article == "5" && refused?.phrase.zh == "2028 年度评估由评估事务所组织，x5 不是其人员")
    #expect(refusal { try store.assignExpert(year: 2028, center: "C1", expert: "x5", by: City.bureau) }?.article == "5")
    // Brought in with a sheet by staff, x5 stands, and the draw leaves them their seat.
    _ = try store.importScores(year: 2028, city.scratch.sheet("C1", "x5", hundredthsOff: 0), by: City.bureau)
    let plan = try store.assignExperts(year: 2028, perCenter: 3, dryRun: true, by: Self.agency).plan
    let panel = plan.lines.filter { $0.center == "C1" }.map(\.expert)
    #expect(panel.contains("x5") && panel.count == 3 && plan.fallen.isEmpty)
    #expect(try store.conductedRounds(by: Self.agency) == [2028] && store.conductedRounds(by: City.department).isEmpty)
    #expect(try store.conductedRounds(by: City.bureau) == [2026, 2028])
  }

  @Test("It declares a conflict of one of its people, and of nobody else, while a round is its own")
  func conflicts() throws {
    try store.declareConflict(center: "C1", expert: "x1", reason: City.why, by: Self.agency)
    #expect(try store.conflicts(by: City.bureau).map { "\($0.center) \($0.expert)" } == ["C1 x1"])
    #expect(try store.panelCandidates(year: 2028, center: "C1", by: Self.agency).first { $0.recusal != nil }?.login == "x1")
    // Of an expert who is not its own and of nobody the same is told.
    for login in ["x5", "x99"] {
      #expect(throws: StoreError.notPermitted(.declareConflict)) {
        try store.declareConflict(center: "C1", expert: login, reason: City.why, by: Self.agency)
      }
    }
    try store.cancelRound(2028, reason: City.why, by: City.bureau)
    #expect(throws: StoreError.notPermitted(.declareConflict)) {
      try store.declareConflict(center: "C2", expert: "x1", reason: City.why, by: Self.agency)
    }
  }

  @Test("By file too it declares for its people only, and learns of nobody else; what another declared it does not overwrite")
  func importedConflicts() throws {
    func put(_ expert: String, _ reason: String, center: String = "C1", by who: Acting = Self.agency) throws -> ImportOutcome {
      try store.importConflicts(
        [Numbered(2, ConflictRecord(center: try PlainText(center), expert: try PlainText(expert), reason: try PlainText(reason)))], by: who)
    }
    #expect(try put("x1", "师生").new == 1 && put("x1", "同事").changed == 1)
    _ = try put("x5", "亲属", by: City.bureau)
    for login in ["x5", "x99"] { #expect(throws: StoreError.notPermitted(.importConflicts)) { _ = try put(login, "改写") } }
    // Their own word and the bureau's stand as they were given.
    try store.declareConflict(center: "C2", expert: "x2", reason: City.why, by: Acting("x2", .desk))
    #expect(try put("x2", "改写", center: "C2").problems.map(\.message.zh) == ["已由他人申报回避，不能改写其事由"])
    #expect(try put("x2", City.why.string, center: "C2").unchanged == 1)
    let refused = refusal { try store.declareConflict(center: "C2", expert: "x2", reason: PlainText("改写"), by: Self.agency) }
    #expect(refused?.phrase.zh == "已由他人申报回避，不能改写其事由")
    #expect(
      try store.conflicts(by: City.bureau).map { "\($0.center) \($0.expert) \($0.reason)" }
        == ["C1 x1 同事", "C1 x5 亲属", "C2 x2 \(City.why)"])
    // Once its round is over, whom only that round knew is not its own, nor is anybody.
    try store.cancelRound(2028, reason: City.why, by: City.bureau)
    #expect(throws: StoreError.notPermitted(.importConflicts)) { _ = try put("x1", "师生") }
  }

  @Test("Substitutes come from its people")
  func substitutes() throws {
    _ = try store.assignExperts(year: 2028, perCenter: 2, seed: PlainText("2028"), by: Self.agency)
    let gone = try #require(try store.assignments(year: 2028, by: Self.agency).first { $0.center == "C1" }).expert
    try store.releaseExpert(year: 2028, center: "C1", expert: gone, reason: City.why, by: Self.agency)
    let draw = try store.drawSubstitutes(year: 2028, center: "C1", by: Self.agency)
    #expect(draw.plan.new.count == 1 && Set(["x1", "x2", "x3"]).subtracting([gone]).contains(draw.plan.new[0].expert))
  }
}
