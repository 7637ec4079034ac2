import CenterStore
import Regulation
import Testing

@Suite(
  "A center that came of a reorganisation owes its duties from that day on, however old its certification is (articles 4(5), 6, 13 to 24)")
struct FoundingTests {
  private let city: City
  private let today = Day(parsing: "2026-06-01") ?? Day(number: 0)

  init() throws { city = try City() }

  private func reorganise(into code: String, name: String?) throws {
    try city.store.reorganise(
      [PlainText(literal: "C1")], into: PlainText(code), new: try name.map { SuccessorRecord(name: try PlainText($0)) }, on: today,
      document: PlainText(literal: "沧科字〔2026〕1号"), reason: PlainText(literal: "合并"), by: Scratch.bureau)
  }

  private func behind(_ code: String) throws -> [Duty] {
    let standings = try city.store.dutyStandings(on: today, by: Scratch.bureau)
    let center = try #require(standings.first { $0.code == code })
    let told = Duty.allCases.filter { center.standing(of: $0).state == .behind }
    let file = try city.store.dutyFile(of: code, by: Scratch.bureau)
    #expect(file.findings.filter { $0.standing.state == .behind }.map(\.duty) == told, "one file and the list say the same")
    return told
  }

  @Test("A new one is behind on nothing on its first day, and keeps the certification of those whose place it takes")
  func new() throws {
    #expect(try !behind("C1").isEmpty)
    try reorganise(into: "C9", name: "沧州市联合技术创新中心")
    #expect(try behind("C9").isEmpty)
    #expect(try city.store.center(code: "C9", by: Scratch.bureau).certifiedOn == Day(parsing: "2020-01-01"))
  }

  @Test("One that was there before owes what it owed")
  func old() throws {
    let before = try behind("C2")
    #expect(!before.isEmpty)
    try reorganise(into: "C2", name: nil)
    #expect(try behind("C2") == before)
  }
}
