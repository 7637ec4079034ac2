import CenterStore
import Regulation
import Testing

@Suite("Articles 5(3) and 26 in the store: nothing is done with a center that has no part in a round")
struct ExemptTests {
  typealias City = RoundCity

  private func fact(_ center: String, _ count: Int) throws -> Numbered<FactRecord> {
    Numbered(
      2, FactRecord(center: try PlainText(center), fact: try City.place("1.1.b").code, year: nil, value: .count(count), note: .empty))
  }

  @Test("Figures of an exempt center come in from no file, neither by staff nor by its host; what stands there may be brought in again")
  func facts() throws {
    let city = try City()
    let store = city.store(on: City.day(4, 1))
    for who in [City.bureau, City.host] {
      let problems = try store.importFacts(year: 2026, [fact("C3", 1)], by: who).problems
      #expect(problems.map(\.column) == ["center"] && problems.first?.message.zh.contains("认定未满两年") == true)
    }
    #expect(try store.materials(year: 2026, by: City.bureau).map(\.material.stage) == [.none, .none, .none])
    #expect(try store.importFacts(year: 2026, [fact("C1", 1)], by: City.host).new == 1)
    try store.stepRound(2026, .postpone("C1", reason: City.why), by: City.bureau)
    #expect(try store.importFacts(year: 2026, [fact("C1", 1)], by: City.bureau).unchanged == 1)
    #expect(try store.importFacts(year: 2026, [fact("C1", 2)], by: City.bureau).problems.count == 1)
    #expect(try store.materials(year: 2026, by: City.bureau)[0].material.stage == .none)
  }
}
