import CenterStore
import Regulation
import Testing

@Suite("Article 25: everything that happened to a round is told in its order")
struct TimelineTests {
  typealias City = RoundCity

  private func story() throws -> City {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    _ = try store.assignExperts(year: 2026, perCenter: 2, seed: PlainText("2026"), by: City.bureau)
    let drawn = try store.assignments(year: 2026, by: City.bureau).filter { $0.center == "C1" }.map(\.expert)
    try store.releaseExpert(year: 2026, center: "C1", expert: drawn[0], reason: City.why, by: Acting(drawn[0], .desk))
    try store.releaseExpert(year: 2026, center: "C1", expert: drawn[1], reason: City.why, by: City.bureau)
    let hands = ["x1", "x2", "x3", "x4", "x5", "x6"].filter { !drawn.contains($0) }.prefix(2)
    for expert in hands { try store.assignExpert(year: 2026, center: "C1", expert: expert, by: City.bureau) }
    try city.score("C1", [hands[0]: 0])
    // Signed on paper, and nothing given: the sheets lie far apart.
    try store.enterSheet(
      year: 2026, center: "C1", expert: hands[1], PaperSheet(points: PerIndicator(repeating: .zero), paper: City.why), by: City.bureau)
    try store.nameLeader(year: 2026, center: "C1", expert: hands[0], by: City.bureau)
    try store.pledge(year: 2026, by: Acting(hands[0], .desk))
    try store.writeGroupOpinion(year: 2026, center: "C1", City.why, by: Acting(hands[0], .desk))
    try store.recordSiteLook(
      year: 2026, center: "C1", SiteVisit(on: City.day(6, 1), people: City.why, findings: City.why), by: City.bureau)
    try store.assignSecondLook(year: 2026, center: "C1", expert: drawn[0], by: City.bureau)
    try store.noteAttendance(year: 2026, experts: [hands[1]], isPresent: false, by: City.bureau)
    return city
  }

  private func names(_ matter: RoundHappening.Matter) -> String {
    switch matter {
    case .announced: "announced"
    case .step(let step): step.kind.rawValue
    case .drawn(let lot): "drawn \(lot.drawn ?? -1) \(lot.seed) \(lot.isSeedChosen)"
    case .assigned(let code, _): "assigned \(code)"
    case .released(let code, _, let reason, let isDeclined): "released \(code) \(reason) \(isDeclined)"
    case .ledBy(let code, _): "led \(code)"
    case .opinion(let code, let isWritten): "opinion \(code) \(isWritten)"
    case .secondLook(let code, _): "second \(code)"
    case .siteLook(let code, let visit): "site \(code) \(visit.on)"
    case .attendance(_, let day, let isPresent): "attendance \(day) \(isPresent.map { "\($0)" } ?? "–")"
    case .paperSheet(let code, _): "paper \(code)"
    case .incentive(let code, _, _): "incentive \(code)"
    }
  }

  @Test("Notice, draw, who declined or was let go and why, leader, opinion, second looks and meetings, each with day and person")
  func all() throws {
    let city = try story()
    let timeline = try city.store(on: City.day(6, 3)).roundFile(2026, by: City.bureau).timeline
    #expect(
      timeline.map { names($0.matter) } == [
        "announced", "drawn 4 2026 true", "released C1 理由充分 true", "released C1 理由充分 false", "assigned C1", "assigned C1",
        "paper C1", "led C1", "opinion C1 true", "site C1 2026-06-01", "second C1", "attendance 2026-06-01 false",
      ])
    #expect(timeline.first?.on == City.day(3, 1) && timeline.dropFirst().allSatisfy { $0.on == City.day(6, 1) })
    #expect(timeline.allSatisfy { $0.login != nil && $0.name != nil && !$0.matter.article.isEmpty })
    guard case .released(_, let expert, _, _) = timeline[2].matter else { return #expect(Bool(false)) }
    #expect(timeline[2].login == expert.login && expert.name.hasPrefix("专家"))
  }

  @Test("A round of a year that begins alike has nothing of it")
  func otherYears() throws {
    let city = try story()
    let store = city.store(on: City.day(6, 3))
    try store.openRound(2028, RoundPlan(), by: City.bureau)
    #expect(try store.roundFile(2028, by: City.bureau).timeline.map { names($0.matter) } == ["announced"])
  }

  @Test("Its links are found by the index of the round's acts, not by reading the chain")
  func index() throws {
    let city = try City()
    let plan = try city.scratch.otherHand().rows(
      """
      EXPLAIN QUERY PLAN SELECT seq FROM audit WHERE act IN ('round.open', 'assign.draw', 'assign.release', 'assign.leader', 'assign.second',
      'assign.attend', 'sheet.enter', 'sheet.group', 'incentive.record') AND substr(change, 12, 200) > 'draw/2026'
      """)
    #expect(plan.contains { ($0[3] as String).contains("audit_of_round") })
  }
}
