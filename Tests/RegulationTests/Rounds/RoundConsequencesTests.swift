import Regulation
import Testing

@Suite("Articles 29 and 30: what follows from a round")
struct RoundConsequencesTests {
  @Test(
    "below 60 a revocation is proposed, from 90 on incentives are earned, and between neither",
    arguments: [
      (0, "30(1)", false), (59_99, "30(1)", false), (60_00, nil, false), (60_01, nil, false), (89_99, nil, false), (90_00, nil, true),
      (100_00, nil, true),
    ] as [(Int, String?, Bool)])
  func edges(_ score: Int, _ article: String?, _ earns: Bool) {
    let found = RoundConsequences(figures: ["A": Points(score)], absent: [], status: ["A": .active])
    #expect(found.proposals.map(\.ground.article) == (article.map { [$0] } ?? []))
    #expect(
      found.proposals.allSatisfy { $0.ground == .unqualified(Points(score)) && $0.ground.phrase.zh.contains(Points(score).description) })
    #expect(found.excellent == (earns ? ["A"] : []))
  }

  @Test(
    "the published figure decides, rounded half up: 59.995 is not below 60, and 89.995 is excellent",
    arguments: [
      ([60_00, 59_99], [String](), [String]()), ([59_99, 59_99, 60_00], ["A"], []), ([90_00, 89_99], [], ["A"]),
      ([90_00, 89_99, 89_99], [], []),
    ])
  func rounding(_ totals: [Int], _ proposed: [String], _ excellent: [String]) throws {
    let sheets = try totals.enumerated().map { try Fixture.sheet("e\($0)", total: $1) }
    let score = try #require(CenterScore(sheets, method: .mean, minimum: 1)).score
    let found = RoundConsequences(figures: ["A": score], absent: [], status: ["A": .active])
    #expect(found.proposals.map(\.center) == proposed && found.excellent == excellent)
  }

  @Test("whoever took no part is proposed under the second ground, once is enough")
  func absent() {
    let found = RoundConsequences(figures: [:], absent: ["Z"], status: ["Z": .active])
    #expect(found.proposals == [.init(center: "Z", ground: .absent)])
    #expect(found.proposals.first?.ground.article == "30(2)" && found.excellent.isEmpty)
  }

  @Test("who is revoked or reorganised already is passed over", arguments: [CenterStatus.revoked, .reorganised, nil])
  func passedOver(_ status: CenterStatus?) {
    var registry: [String: CenterStatus] = ["B": .active]
    for code in ["A", "C", "Z"] { registry[code] = status }
    let found = RoundConsequences(
      figures: ["A": Points(10_00), "B": Points(20_00), "C": Points(95_00)], absent: ["Z"], status: registry)
    #expect(found.proposals.map(\.center) == ["B"] && found.excellent.isEmpty)
  }

  @Test("proposals stand by code, the excellent by rank, then code")
  func order() {
    let figures = ["B": Points(90_00), "A": Points(90_00), "C": Points(99_00), "E": Points(1_00), "D": Points(2_00)]
    let status = Dictionary(uniqueKeysWithValues: ["A", "B", "C", "D", "E", "Y", "Z"].map { ($0, CenterStatus.active) })
    let found = RoundConsequences(figures: figures, absent: ["Z", "Y"], status: status)
    #expect(found.proposals.map(\.center) == ["D", "E", "Y", "Z"])
    #expect(found.excellent == ["C", "A", "B"])
  }

  @Test("nothing follows before a round is closed; then what its figures say after the last objection")
  func closed() throws {
    let status = RoundScene.registry.mapValues(\.status)
    for count in 0..<6 { #expect(try RoundScene.round(after: count).consequences(status: status) == nil) }
    let plain = try #require(try RoundScene.round(after: 6).consequences(status: status))
    #expect(plain.proposals == [.init(center: "B", ground: .unqualified(Points(59_99))), .init(center: "Z", ground: .absent)])
    #expect(plain.excellent == ["A"])
    var sheets = RoundScene.sheets
    sheets["B"] = [60_00, 60_00, 60_00]
    let upheld = try RoundScene.round(
      after: 5,
      [
        RoundScene.objection("B", on: RoundScene.day(8, 4)), RoundScene.upheld(1, on: RoundScene.day(8, 5)),
        (.resettle("B"), .bureau, RoundScene.day(8, 6), sheets), (.close, .bureau, RoundScene.day(8, 11), sheets),
      ])
    #expect(upheld.consequences(status: status)?.proposals.map(\.center) == ["Z"])
    let cancelled = try RoundScene.round(after: 0, [(.cancel(reason: "改期"), .bureau, RoundScene.day(4, 1), [:])])
    #expect(cancelled.consequences(status: status) == nil)
  }

  @Test("article 29 names four incentives")
  func incentives() throws {
    let text = try Fixture.regulation()
    #expect(Incentive.allCases.count == 4)
    for incentive in [Incentive.provincialProjects, .provincialPlatforms] { #expect(text.contains(incentive.phrase.zh)) }
    #expect(text.contains("优先支持其承担市级科技项目") && text.contains("支持归口管理部门对平台给予奖励性后补助"))
  }
}
