import Testing

@testable import Regulation

@Suite("What last round's form knows already")
struct CarryingOverTests {
  private func sheet(_ round: Int, _ entries: [String: FactEntry], certified: Int = 2015) throws -> FactSheet {
    var sheet = FactSheet(roundYear: round, certified: try #require(Day(certified, 6, 1)), coBuilders: 1)
    for (place, entry) in entries { sheet.entries[try key(place)] = entry }
    return sheet
  }

  private func key(_ text: String) throws -> FactKey {
    let parts = text.split(separator: "@")
    return FactKey(try #require(FactCode(String(parts[0]))), year: parts.count > 1 ? Int(parts[1]) : nil)
  }

  @Test("is filled in for the years that both rounds ask for, and for no others")
  func years() throws {
    let last = try sheet(
      2024,
      [
        "2.4.a@2021": FactEntry(.count(9)), "2.4.a@2022": FactEntry(.count(10)), "2.4.a@2023": FactEntry(.count(11)),
        "2.1.a@2023": FactEntry(.figure(Points(12_50)), note: "含配套"), "3.2.a@2023": FactEntry(nil, note: "未统计"),
      ])
    let carried = try sheet(2026, [:]).carriedOver(from: last, Fixture.system())
    #expect(
      carried == [
        try key("2.4.a@2023"): FactEntry(.count(11)), try key("2.1.a@2023"): FactEntry(.figure(Points(12_50)), note: "含配套"),
        try key("3.2.a@2023"): FactEntry(nil, note: "未统计"),
      ])
    // One year apart, two years are shared; three years apart, none.
    #expect(try sheet(2025, [:]).carriedOver(from: last, Fixture.system()).keys.contains(key("2.4.a@2022")))
    #expect(try sheet(2027, [:]).carriedOver(from: last, Fixture.system()).isEmpty)
  }

  @Test("is not taken where the form has a value or a note already; an entry without either is filled")
  func own() throws {
    let last = try sheet(
      2024, ["2.4.a@2023": FactEntry(.count(11)), "2.4.b@2023": FactEntry(.count(1)), "2.4.c@2023": FactEntry(.count(2))])
    let form = try sheet(
      2026, ["2.4.a@2023": FactEntry(.count(12)), "2.4.b@2023": FactEntry(nil, note: "未统计"), "2.4.c@2023": FactEntry(nil)])
    #expect(try form.carriedOver(from: last, Fixture.system()) == [try key("2.4.c@2023"): FactEntry(.count(2))])
  }

  @Test("does not take what is said once a round, what is derived, what was left open, or what the item cannot hold")
  func left() throws {
    let last = try sheet(
      2024,
      [
        "1.1.a": FactEntry(.count(7)), "2.1.d@2023": FactEntry(.figure(Points(5_00))), "2.4.a@2023": FactEntry(nil),
        "2.3.h@2023": FactEntry(.figure(Points(101_00))), "2.4.b@2023": FactEntry(.figure(Points(1_00))),
      ])
    #expect(try sheet(2026, [:]).carriedOver(from: last, Fixture.system()).isEmpty)
  }

  @Test("nothing is asked, so nothing taken, of years before the certification")
  func certified() throws {
    let last = try sheet(2024, ["2.4.a@2023": FactEntry(.count(11))])
    #expect(try sheet(2026, [:], certified: 2024).carriedOver(from: last, Fixture.system()).isEmpty)
    #expect(try sheet(2026, [:], certified: 2023).carriedOver(from: last, Fixture.system()).count == 1)
  }
}
