import Regulation
import Testing
import Workbooks

@testable import Interchange

@Suite("What a spreadsheet holds the figures of an evaluation form against (article 27)")
struct FactFormRulesTests {
  private enum Wrong: Error { case shape }

  private let system: IndicatorSystem
  private let places: [FactKey]
  private let rules: FactFormRules

  init() throws {
    let system = try IndicatorSystem.standard.get()
    let sheet = FactSheet(roundYear: 2026, certified: try #require(Day(2021, 3, 1)), coBuilders: 2)
    self.system = system
    places = system.facts.filter { $0.kind != .derived }.flatMap { sheet.places(of: $0) }
    rules = FactFormRules(system, places, letter: "F")
  }

  private func check(_ code: String, _ year: Int? = nil) throws -> (check: CellCheck?, row: Int) {
    let code = try #require(FactCode(code))
    let (fact, place) = (try #require(system.fact(code)), FactKey(code, year: year))
    return (rules.check(of: fact, at: place), try #require(places.firstIndex(of: place)) + 2)
  }

  @Test("A figure is held against the others of its year once all of them are there, and says which")
  func among() throws {
    let (b, c) = (try check("1.1.b"), try check("1.1.c"))
    guard case .formula(let formula, let words)? = c.check else { throw Wrong.shape }
    let (low, high) = ("F\(c.row)", "F\(b.row)")
    #expect(
      formula
        == "=AND(AND(ISNUMBER(\(low)),\(low)>=0,\(low)<=999999999,\(low)=INT(\(low))),OR(COUNT(\(low),\(high))<2,ROUND(\(low),2)<=ROUND(\(high),2)))"
    )
    #expect(words.zh.hasSuffix("；1.1.c应不大于1.1.b") && words.en.hasSuffix("; 1.1.c must not be above 1.1.b"))
  }

  @Test("No formula and no words are longer than a spreadsheet takes; what nothing is held against keeps its kind")
  func limits() throws {
    var count = 0
    for fact in system.facts where fact.kind != .derived {
      for place in places where place.code == fact.code {
        guard case .formula(let formula, let words)? = rules.check(of: fact, at: place) else { continue }
        count += 1
        #expect(formula.utf8.count <= 255 && words.zh.unicodeScalars.count <= 255 && words.en.unicodeScalars.count <= 255)
        #expect(formula.hasPrefix("=AND(") && formula.filter { $0 == "(" }.count == formula.filter { $0 == ")" }.count)
      }
    }
    #expect(count > 20)
    let text = try #require(system.facts.first { $0.kind == .text })
    #expect(rules.check(of: text, at: FactKey(text.code)) == nil)
  }
}
