import Regulation
import Testing

/// A form written down for a test: `2.1.a` in 2025 is `"2.1.a@2025"`, an item of the round `"1.1.a"`.
func form(_ figures: [String: String], certified: Int = 2015, coBuilders: Int? = 1) throws -> FactSheet {
  var sheet = FactSheet(roundYear: 2026, certified: try #require(Day(certified, 6, 1)), coBuilders: coBuilders)
  let system = try Fixture.system()
  for (place, raw) in figures {
    let parts = place.split(separator: "@")
    let code = try #require(FactCode(String(parts[0])))
    let fact = try #require(system.fact(code))
    let value = try FactValue.parse(raw, for: fact)
    sheet.entries[FactKey(code, year: parts.count > 1 ? Int(parts[1]) : nil)] = FactEntry(value)
  }
  return sheet
}
