import CenterStore
import Regulation
import Testing

@Suite("Article 25: on notice, files are taken where typed sheets are: for a center that is still to be scored")
struct OpenOnNoticeTests {
  typealias City = RoundCity

  @Test("A center short of sheets takes them from a file after publication; another takes none, and that is said of its lines only")
  func pending() throws {
    let city = try City()
    try city.score("C1", ["x1": 0, "x2": 0, "x3": 0])
    try city.score("C2", ["x1": 0, "x2": 0])
    let store = city.store(on: City.day(8, 3))
    try store.settleRound(2026, by: City.bureau)
    #expect(throws: StoreError.self) { try store.importScores(year: 2026, city.scratch.sheet("C2", "x3"), by: City.bureau) }
    try store.publishRound(2026, workingDays: 5, by: City.bureau)
    let refused = try store.importScores(year: 2026, city.scratch.sheet("C1", "x4"), by: City.bureau)
    #expect(!refused.problems.isEmpty && refused.problems.allSatisfy { $0.message.zh.contains("只接受待定、待重核中心的评分表（第25条）") })
    let taken = try store.importScores(year: 2026, city.scratch.sheet("C2", "x3"), by: City.bureau)
    #expect(taken.problems.isEmpty)
    try store.stepRound(2026, .resettle("C2"), by: City.bureau)
    #expect(throws: StoreError.self) { try store.importScores(year: 2026, city.scratch.sheet("C2", "x4"), by: City.bureau) }
    #expect(try store.result(2026, by: City.bureau).result.centers.map(\.code) == ["C1", "C2"])
    #expect(try store.verifyChain(by: Scratch.admin).isWhole && store.examine(by: Scratch.admin).isEmpty)
  }
}
