import CenterStore
import Regulation
import Testing

@Suite("A host names whom it asks to step aside, and learns of nobody (回避)")
struct RecusalRequestTests {
  private let city: RoundCity

  init() throws { city = try RoundCity() }

  private var store: CenterStore { city.store(on: RoundCity.day(4, 1)) }

  private func ask(_ person: String, employer: String = "", center: String = "C1", by who: Acting = RoundCity.host) throws {
    try store.askRecusal(
      center: center, RecusalRequest(person: PlainText(person), employer: PlainText(employer), reason: RoundCity.why), by: who)
  }

  private func drawn(_ center: String) throws -> Set<String> {
    let draw = try store.assignExperts(year: 2026, perCenter: 6, dryRun: true, by: RoundCity.bureau)
    return Set(draw.plan.lines.filter { $0.center == center }.map(\.expert))
  }

  @Test(
    "Whoever bears the name is not drawn; a named employer tells people of one name apart, and the other centers are not touched",
    arguments: [
      ("专家3", "", ["x1", "x2", "x4", "x5", "x6"]), ("专家３", "外地大学", ["x1", "x2", "x4", "x5", "x6"]),
      ("专家3", "他处研究所", ["x1", "x2", "x3", "x4", "x5", "x6"]), ("无此人", "", ["x1", "x2", "x3", "x4", "x5", "x6"]),
    ])
  func drawing(person: String, employer: String, left: [String]) throws {
    try ask(person, employer: employer)
    #expect(try drawn("C1") == Set(left))
    #expect(try drawn("C2").count == 6)
  }

  @Test("By hand they cannot come either, whoever becomes an expert later is held against it too, and staff read why")
  func byHand() throws {
    try ask("后来者")
    _ = try store.importExperts(
      [Numbered(2, ExpertRecord(login: PlainText("x7"), name: PlainText("后来者"), employer: PlainText("外地大学")))], by: Scratch.admin)
    #expect(throws: StoreError.self) { try store.assignExpert(year: 2026, center: "C1", expert: "x7", by: RoundCity.bureau) }
    let candidates = try store.panelCandidates(year: 2026, center: "C1", by: RoundCity.bureau)
    #expect(candidates.first { $0.login == "x7" }?.recusal == .requested(RoundCity.why))
    #expect(try store.recusalRequests(center: "C1", by: RoundCity.bureau).map(\.person.string) == ["后来者"])
  }

  @Test("Of an expert and of nobody the same is told, and asked again the later reason stands")
  func secrecy() throws {
    try ask("专家1")
    try ask("无此人")
    try store.askRecusal(center: "C1", RecusalRequest(person: PlainText("专家1"), reason: PlainText("另有诉讼")), by: RoundCity.host)
    let told = try store.recusalRequests(center: "C1", by: RoundCity.host)
    #expect(told.map { "\($0.person) \($0.reason)" } == ["专家1 另有诉讼", "无此人 理由充分"])
  }

  @Test("The host takes back what it asked, also when it is too late to ask, and the chain keeps both; what it did not ask it cannot")
  func takingBack() throws {
    try ask("专家3", employer: "外地大学")
    let other = RecusalRequest(person: try PlainText("专家3"), reason: RoundCity.why)
    #expect(refusal { try store.takeBackRecusal(center: "C1", other, by: RoundCity.host) }?.article == "回避")
    let request = try #require(try store.recusalRequests(center: "C1", by: RoundCity.host).first)
    #expect(throws: StoreError.notPermitted(.declareConflict)) { try store.takeBackRecusal(center: "C1", request, by: RoundCity.bureau) }
    _ = try store.assignExperts(year: 2026, perCenter: 5, by: RoundCity.bureau)
    try store.takeBackRecusal(center: "C1", request, by: RoundCity.host)
    #expect(try store.recusalRequests(center: "C1", by: RoundCity.host).isEmpty && drawn("C1").contains("x3"))
    #expect(refusal { try store.takeBackRecusal(center: "C1", request, by: RoundCity.host) } != nil)
    #expect(try store.verifyChain(by: RoundCity.bureau).isWhole)
  }

  @Test("Another's center and none are not told apart, nor may anybody but the host ask", arguments: ["C2", "C0"])
  func others(center: String) throws {
    #expect(throws: StoreError.notPermitted(.declareConflict)) { try ask("专家1", center: center) }
    #expect(throws: StoreError.notPermitted(nil)) { try store.recusalRequests(center: center, by: RoundCity.host) }
    #expect(throws: StoreError.notPermitted(.declareConflict)) { try ask("专家1", by: RoundCity.department) }
  }

  @Test("Once experts are drawn it is too late, and that is told as it is to everybody")
  func late() throws {
    #expect(try store.refusesRecusalRequests(center: "C1", by: RoundCity.host) == nil)
    _ = try store.assignExperts(year: 2026, by: RoundCity.bureau)
    #expect(try store.refusesRecusalRequests(center: "C1", by: RoundCity.host)?.article == "回避")
    #expect(throws: StoreError.self) { try ask("专家1") }
    #expect(try store.recusalRequests(center: "C1", by: RoundCity.host).isEmpty)
  }

  @Test("Asked before the experts of a new round, an old one is in nobody's way, and in it whoever was assigned goes on")
  func rounds() throws {
    try city.score("C1", ["x1": 0, "x2": 0])
    let store = city.store(on: RoundCity.day(6, 2))
    try store.assignExpert(year: 2026, center: "C1", expert: "x3", by: RoundCity.bureau)
    try store.nameLeader(year: 2026, center: "C1", expert: "x3", by: RoundCity.bureau)
    #expect(try store.refusesRecusalRequests(center: "C1", by: RoundCity.host) != nil)
    let later = city.store(on: try #require(Day(2028, 3, 1)))
    try later.openRound(2028, RoundPlan(minimumSheets: 1), by: RoundCity.bureau)
    #expect(try later.refusesRecusalRequests(center: "C1", by: RoundCity.host) == nil)
    for person in ["专家3", "专家4"] {
      try later.askRecusal(center: "C1", RecusalRequest(person: PlainText(person), reason: RoundCity.why), by: RoundCity.host)
    }
    // Who leads since is who was assigned before.
    try later.nameLeader(year: 2026, center: "C1", expert: "x1", by: RoundCity.bureau)
    try later.nameLeader(year: 2026, center: "C1", expert: "x3", by: RoundCity.bureau)
    let expert = Acting("x3", .desk)
    try later.pledge(year: 2026, by: expert)
    try later.score(year: 2026, center: "C1", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(.zero)), by: expert)
    #expect(try later.tasks(by: expert).first { $0.center == "C1" && $0.year == 2026 }?.recusal == nil)
    // Nobody else of whom it was asked comes to the old round any more, nor anybody at all to the new one.
    func candidates(_ year: Int) throws -> [String] {
      try later.panelCandidates(year: year, center: "C1", by: RoundCity.bureau).filter { $0.recusal != nil }.map(\.login)
    }
    #expect(try candidates(2026) == ["x4"] && Set(candidates(2028)) == ["x3", "x4"])
    #expect(throws: StoreError.self) { try later.assignExpert(year: 2026, center: "C1", expert: "x4", by: RoundCity.bureau) }
    #expect(throws: StoreError.self) { try later.assignExpert(year: 2028, center: "C1", expert: "x3", by: RoundCity.bureau) }
    _ = try later.assignExperts(year: 2028, by: RoundCity.bureau)
    #expect(try later.refusesRecusalRequests(center: "C1", by: RoundCity.host) != nil)
  }

  @Test("Without a name or a reason nothing is asked", arguments: [("", "理由"), ("专家1", "")])
  func empty(person: String, reason: String) throws {
    #expect(throws: StoreError.self) {
      try store.askRecusal(center: "C1", RecusalRequest(person: PlainText(person), reason: PlainText(reason)), by: RoundCity.host)
    }
  }
}
