import Testing
import Wording

@testable import Regulation

@Suite("The words of the evaluation form in both languages")
struct FormWordsTests {
  @Test("Every unit and choice of the form has an English word")
  func words() throws {
    for fact in try IndicatorSystem.standard.get().facts {
      #expect(FormWords.knows(unit: fact.unit), "\(fact.code)")
      if case .choice(let choices) = fact.kind {
        for choice in choices { #expect(FormWords.knows(choice: choice), "\(choice)") }
      }
      #expect(!FormWords.measure(of: fact).en.contains(/\p{Han}/), "\(fact.code)")
    }
  }

  @Test("What an item is measured in is its unit, or the choices that it has")
  func measures() throws {
    let system = try IndicatorSystem.standard.get()
    func measure(_ code: String) throws -> Phrase {
      FormWords.measure(of: try #require(FactCode(code).flatMap(system.fact)))
    }
    #expect(try measure("1.1.a") == Phrase(zh: "人", en: "people"))
    #expect(try measure("1.1.l") == Phrase(zh: "是/部分/否", en: "yes/partly/no"))
    #expect(try measure("3.3.a") == Phrase(zh: "件", en: ""))
  }
}
