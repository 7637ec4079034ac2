import Testing

@testable import Regulation

@Suite("Derived figures")
struct DerivedTests {
  private func derived(_ sheet: FactSheet, _ code: String, _ year: Int? = nil) throws -> Hundredths? {
    try sheet.derived(Fixture.system())[FactKey(#require(FactCode(code)), year: year)]
  }

  @Test("are rounded half up to 0.01")
  func rounding() throws {
    let sheet = try form(["2.1.b@2024": "1", "2.1.c@2024": "3", "2.1.b@2025": "1", "2.1.c@2025": "800"])
    #expect(try derived(sheet, "2.1.d", 2024) == Hundredths(3333))
    #expect(try derived(sheet, "2.1.d", 2025) == Hundredths(13))
    #expect(try derived(sheet, "2.1.d", 2023) == nil)
    let mean = try form(["2.1.a@2023": "0.01", "2.1.a@2024": "0.02", "2.1.a@2025": "0.02"])
    #expect(try derived(mean, "2.1.j") == Hundredths(2))
    #expect(try derived(form(["2.1.a@2024": "0.01", "2.1.a@2025": "0.02"], certified: 2024), "2.1.j") == Hundredths(2))
    #expect(try derived(form(["2.1.a@2024": "0.01"], certified: 2015), "2.1.j") == nil)
    #expect(try derived(form([:], certified: 2026), "2.1.j") == nil)
  }

  @Test("rest on one another, and are empty when the divisor is 0")
  func chain() throws {
    var figures: [String: String] = [:]
    for year in 2023...2025 { (figures["4.1.a@\(year)"], figures["4.1.b@\(year)"]) = ("1", "\(year - 2023)") }
    let sheet = try form(figures)
    #expect(try derived(sheet, "4.1.c") == Hundredths(whole: 3))
    #expect(try derived(sheet, "4.1.d") == Hundredths(whole: 3))
    #expect(try derived(sheet, "4.1.e") == Hundredths(whole: 100))
    for year in 2023...2025 { figures["4.1.a@\(year)"] = "0" }
    #expect(try derived(form(figures), "4.1.c") == .zero)
    #expect(try derived(form(figures), "4.1.e") == nil)
    let system = try Fixture.system()
    let fact = try #require(FactCode("4.1.c").flatMap(system.fact))
    #expect(fact.written(Hundredths(whole: 3)) == "3")
    #expect(try #require(FactCode("4.1.e").flatMap(system.fact)).written(Hundredths(whole: 100)) == "100.00")
  }
}

@Suite("What is still open on a form")
struct OpenPlaceTests {
  @Test("is every place without value or note; a place that a check wants empty needs no note")
  func open() throws {
    let system = try Fixture.system()
    var sheet = try form([:])
    let yearly = system.facts.count { $0.per.isYearly && $0.kind != .derived }
    let once = system.facts.count { !$0.per.isYearly && $0.kind != .derived }
    #expect(sheet.open(system).count == yearly * 3 + once)
    let code = try #require(FactCode("3.7.a"))
    sheet.entries[FactKey(code)] = FactEntry(.count(0))
    #expect(sheet.open(system).count == yearly * 3 + once - 6)
    sheet.entries[FactKey(code)] = FactEntry(.count(1))
    #expect(sheet.open(system).count == yearly * 3 + once - 1)
    sheet.entries[FactKey(code)] = FactEntry(nil, note: "未统计")
    #expect(sheet.open(system).count == yearly * 3 + once - 1)
    sheet.entries[FactKey(code)] = FactEntry(nil)
    #expect(sheet.open(system).count == yearly * 3 + once)
  }
}

@Suite("Article 27: a form is submitted")
struct FactSubmissionTests {
  @Test("once every place is filled, nothing contradicts itself and every doubt has a remark")
  func ready() throws {
    let system = try Fixture.system()
    var sheet = try form([:])
    for place in sheet.open(system) { sheet.entries[place] = FactEntry(nil, note: "未统计") }
    #expect(FactSubmission(sheet, system).isReady)
    for (code, count) in [("2.4.a", 9), ("2.4.b", 10), ("2.4.c", 0)] {
      sheet.entries[FactKey(try #require(FactCode(code)), year: 2024)] = FactEntry(.count(count))
    }
    #expect(FactSubmission(sheet, system).errors.map(\.identifier) == ["2.4 b + c <= a 2024"])
    sheet.entries[FactKey(try #require(FactCode("2.4.b")), year: 2024)] = FactEntry(.count(9))
    let doubtful = FactSubmission(sheet, system)
    #expect(doubtful.errors.isEmpty)
    #expect(doubtful.unexplained.map(\.identifier) == ["2.4 a >= 10 2024"])
    #expect(!doubtful.isReady)
    #expect(FactSubmission(sheet, system, remarked: ["2.4 a >= 10 2024"]).isReady)
  }
}
