import Testing

@testable import Regulation

@Suite("What must fit together on a form")
struct FactCheckTests {
  /// A check of the data, figures that break it, and figures that just keep it. `*` stands for all years that are asked.
  struct Case: Sendable, CustomTestStringConvertible {
    let indicator: String
    let check: String
    let breaks: String
    let keeps: String
    var testDescription: String { "\(indicator): \(check)" }
  }

  static let cases = [
    Case(indicator: "1.1", check: "c <= b", breaks: "c=6 b=5", keeps: "c=5 b=5"),
    Case(indicator: "1.1", check: "d <= b", breaks: "d=6 b=5", keeps: "d=5 b=5"),
    Case(indicator: "1.1", check: "e <= b", breaks: "e=6 b=5", keeps: "e=5 b=5"),
    Case(indicator: "1.1", check: "3*c <= b", breaks: "c=2 b=5", keeps: "c=2 b=6"),
    Case(indicator: "1.1", check: "full_year => f >= 1", breaks: "f@2024=0", keeps: "f@2024=1"),
    Case(indicator: "1.1", check: "full_year => g >= 1", breaks: "g@2024=0", keeps: "g@2024=1"),
    Case(indicator: "1.2", check: "b <= a", breaks: "b@2024=6 a=5", keeps: "b@2024=5 a=5"),
    Case(
      indicator: "2.1", check: "a = b + e + f + g + h + i", breaks: "a@2024=21.01 b@2024=1 e@2024=2 f@2024=3 g@2024=4 h@2024=5 i@2024=6",
      keeps: "a@2024=21 b@2024=1 e@2024=2 f@2024=3 g@2024=4 h@2024=5 i@2024=6"),
    Case(indicator: "2.1", check: "b <= c", breaks: "b@2024=5.01 c@2024=5", keeps: "b@2024=5 c@2024=5"),
    Case(indicator: "2.1", check: "no_co_builders => g = 0", breaks: "g@2024=0.01", keeps: "g@2024=0"),
    Case(indicator: "2.1", check: "2*a <= 3*before(a)", breaks: "a@2024=10 a@2025=15.01", keeps: "a@2024=10 a@2025=15"),
    Case(indicator: "2.1", check: "before(a) <= 2*a", breaks: "a@2024=10 a@2025=4.99", keeps: "a@2024=10 a@2025=5"),
    Case(
      indicator: "2.2", check: "b + c + d <= a", breaks: "a@2024=6 b@2024=1 c@2024=2 d@2024=3.01",
      keeps: "a@2024=6 b@2024=1 c@2024=2 d@2024=3"),
    Case(indicator: "2.2", check: "a <= before(a) + e", breaks: "a@2024=6 a@2025=9 e@2025=2", keeps: "a@2024=6 a@2025=8 e@2025=2"),
    Case(
      indicator: "2.3", check: "a + b + c <= f", breaks: "a@2024=1 b@2024=1 c@2024=1 f@2024=2", keeps: "a@2024=1 b@2024=1 c@2024=1 f@2024=3"
    ),
    Case(indicator: "2.3", check: "d <= g", breaks: "d@2024=5 g@2024=4", keeps: "d@2024=5 g@2024=5"),
    Case(
      indicator: "2.3", check: "f <= before(f) + a + b + c", breaks: "f@2023=1 f@2024=5 a@2024=1 b@2024=1 c@2024=1",
      keeps: "f@2023=1 f@2024=4 a@2024=1 b@2024=1 c@2024=1"),
    Case(indicator: "2.3", check: "g <= before(g) + d", breaks: "g@2023=1 g@2024=3.01 d@2024=2", keeps: "g@2023=1 g@2024=3 d@2024=2"),
    Case(indicator: "2.4", check: "b + c <= a", breaks: "a@2024=2 b@2024=1 c@2024=2", keeps: "a@2024=3 b@2024=1 c@2024=2"),
    Case(indicator: "2.4", check: "d + e <= a", breaks: "a@2024=2 d@2024=1 e@2024=2", keeps: "a@2024=3 d@2024=1 e@2024=2"),
    Case(indicator: "2.4", check: "f <= a", breaks: "a@2024=2 f@2024=3", keeps: "a@2024=3 f@2024=3"),
    Case(indicator: "2.4", check: "m <= l", breaks: "l@2024=2 m@2024=3", keeps: "l@2024=3 m@2024=3"),
    Case(indicator: "2.4", check: "n <= a", breaks: "a@2024=2 n@2024=3", keeps: "a@2024=3 n@2024=3"),
    Case(indicator: "2.4", check: "o <= a", breaks: "a@2024=2 o@2024=3", keeps: "a@2024=3 o@2024=3"),
    Case(indicator: "2.4", check: "a >= 10", breaks: "a@2024=9", keeps: "a@2024=10"),
    Case(
      indicator: "3.1", check: "e <= 2.1.e + 2.1.f", breaks: "e@2024=3.01 2.1.e@2024=1 2.1.f@2024=2",
      keeps: "e@2024=3 2.1.e@2024=1 2.1.f@2024=2"),
    Case(indicator: "3.1", check: "g <= 2.1.b", breaks: "g@2024=3 2.1.b@2024=2", keeps: "g@2024=2 2.1.b@2024=2"),
    Case(indicator: "3.2", check: "b + c <= a", breaks: "a@2024=2 b@2024=1 c@2024=2", keeps: "a@2024=3 b@2024=1 c@2024=2"),
    Case(indicator: "3.2", check: "e <= a + d", breaks: "a@2024=2 d@2024=1 e@2024=4", keeps: "a@2024=2 d@2024=1 e@2024=3"),
    Case(indicator: "3.2", check: "e = a + d", breaks: "a@2024=2 d@2024=1 e@2024=2", keeps: "a@2024=2 d@2024=1 e@2024=3"),
    Case(indicator: "3.3", check: "b <= a", breaks: "a@2024=2 b@2024=3", keeps: "a@2024=3 b@2024=3"),
    Case(indicator: "3.3", check: "g <= f", breaks: "f@2024=2 g@2024=3", keeps: "f@2024=3 g@2024=3"),
    Case(
      indicator: "3.3", check: "sum(f) <= sum(a)", breaks: "f@*=2 a@2023=1 a@2024=0 a@2025=4", keeps: "f@*=2 a@2023=1 a@2024=0 a@2025=5"),
    Case(
      indicator: "3.3", check: "sum(h) <= sum(c)", breaks: "h@*=2 c@2023=1 c@2024=0 c@2025=4", keeps: "h@*=2 c@2023=1 c@2024=0 c@2025=5"),
    Case(
      indicator: "3.3", check: "sum(i) <= sum(d)", breaks: "i@*=2 d@2023=1 d@2024=0 d@2025=4", keeps: "i@*=2 d@2023=1 d@2024=0 d@2025=5"),
    Case(
      indicator: "3.3", check: "sum(j) <= sum(e)", breaks: "j@*=2 e@2023=1 e@2024=0 e@2025=4", keeps: "j@*=2 e@2023=1 e@2024=0 e@2025=5"),
    Case(
      indicator: "3.4", check: "f <= a + b + c + d + e", breaks: "f@2024=6 a@2024=1 b@2024=1 c@2024=1 d@2024=1 e@2024=1",
      keeps: "f@2024=5 a@2024=1 b@2024=1 c@2024=1 d@2024=1 e@2024=1"),
    Case(
      indicator: "3.4", check: "g <= a + b + c + d + e", breaks: "g@2024=6 a@2024=1 b@2024=1 c@2024=1 d@2024=1 e@2024=1",
      keeps: "g@2024=5 a@2024=1 b@2024=1 c@2024=1 d@2024=1 e@2024=1"),
    Case(
      indicator: "3.5", check: "e <= a + b + c + d", breaks: "e@2024=5 a@2024=1 b@2024=1 c@2024=1 d@2024=1",
      keeps: "e@2024=4 a@2024=1 b@2024=1 c@2024=1 d@2024=1"),
    Case(
      indicator: "3.6", check: "e <= a + b + c + d", breaks: "e@2024=5 a@2024=1 b@2024=1 c@2024=1 d@2024=1",
      keeps: "e@2024=4 a@2024=1 b@2024=1 c@2024=1 d@2024=1"),
    Case(indicator: "3.7", check: "a = 0 => empty(b)", breaks: "a=0 b=有", keeps: "a=1 b=有"),
    Case(indicator: "3.7", check: "a = 0 => empty(c)", breaks: "a=0 c=其他", keeps: "a=1 c=其他"),
    Case(indicator: "3.7", check: "a = 0 => empty(d)", breaks: "a=0 d=有", keeps: "a=0"),
    Case(indicator: "3.7", check: "a = 0 => empty(e)", breaks: "a=0 e=一般", keeps: "a=0"),
    Case(indicator: "3.7", check: "a = 0 => empty(f)", breaks: "a=0 f=有", keeps: "a=0"),
    Case(indicator: "4.1", check: "e <= 100", breaks: "a@*=2 b@2023=1 b@2024=0 b@2025=6", keeps: "a@*=2 b@2023=1 b@2024=0 b@2025=5"),
    Case(indicator: "4.2", check: "b <= a", breaks: "a@2024=2 b@2024=2.01", keeps: "a@2024=2 b@2024=2"),
    Case(indicator: "4.2", check: "c <= a", breaks: "a@2024=2 c@2024=2.01", keeps: "a@2024=2 c@2024=2"),
    Case(indicator: "4.2", check: "d <= a", breaks: "a@2024=2 d@2024=2.01", keeps: "a@2024=2 d@2024=2"),
    Case(indicator: "4.2", check: "g = 0 => h = 0", breaks: "g@2024=0 h@2024=0.01", keeps: "g@2024=1 h@2024=0"),
    Case(
      indicator: "4.2", check: "b + c + d = a", breaks: "a@2024=6 b@2024=3 c@2024=2 d@2024=2", keeps: "a@2024=6 b@2024=3 c@2024=2 d@2024=1"),
    Case(indicator: "4.2", check: "e <= a", breaks: "a@2024=2 e@2024=2.01", keeps: "a@2024=2 e@2024=2"),
    Case(indicator: "4.2", check: "a <= 2.1.c", breaks: "a@2024=2 2.1.c@2024=1.99", keeps: "a@2024=2 2.1.c@2024=2"),
    Case(indicator: "4.2", check: "j <= i", breaks: "i@2024=2 j@2024=2.01", keeps: "i@2024=2 j@2024=2"),
    Case(indicator: "5.1", check: "c = 0 => d = 0", breaks: "c@2024=0 d@2024=1", keeps: "c@2024=0 d@2024=0"),
    Case(indicator: "5.1", check: "a >= 3.1.j", breaks: "a@2024=1 3.1.j@2024=2", keeps: "a@2024=2 3.1.j@2024=2"),
    Case(indicator: "5.1", check: "e >= 3.1.k", breaks: "e@2024=1 3.1.k@2024=2", keeps: "e@2024=2 3.1.k@2024=2"),
    Case(indicator: "5.2", check: "b <= a", breaks: "a@2024=2 b@2024=3", keeps: "a@2024=3 b@2024=3"),
    Case(indicator: "5.2", check: "c <= 8784*b", breaks: "b@2024=2 c@2024=17569", keeps: "b@2024=2 c@2024=17568"),
    Case(indicator: "5.2", check: "b = 0 => c = 0", breaks: "b@2024=0 c@2024=1", keeps: "b@2024=0 c@2024=0"),
    Case(indicator: "5.2", check: "b = 0 => d = 0", breaks: "b@2024=0 d@2024=1", keeps: "b@2024=1 d@2024=1"),
    Case(indicator: "5.2", check: "b = 0 => e = 0", breaks: "b@2024=0 e@2024=1", keeps: "b@2024=0 e@2024=0"),
    Case(indicator: "5.2", check: "a <= 2.3.f", breaks: "a@2024=2 2.3.f@2024=1", keeps: "a@2024=2 2.3.f@2024=2"),
    Case(indicator: "5.3", check: "d = 0 <=> e = 0", breaks: "d@2024=0 e@2024=1", keeps: "d@2024=2 e@2024=1"),
    Case(
      indicator: "5.3", check: "f + 5.2.e <= 2.1.h", breaks: "f@2024=2 5.2.e@2024=1 2.1.h@2024=2.99",
      keeps: "f@2024=2 5.2.e@2024=1 2.1.h@2024=3"),
    Case(
      indicator: "5.4", check: "a + b + c + d = 0 <=> e = 0", breaks: "a@2024=1 b@2024=0 c@2024=0 d@2024=0 e@2024=0",
      keeps: "a@2024=0 b@2024=0 c@2024=0 d@2024=0 e@2024=0"),
  ]

  private func figures(_ text: String, of indicator: String) throws -> [String: String] {
    var figures: [String: String] = [:]
    for part in text.split(separator: " ") {
      let sides = part.split(separator: "=")
      var place = String(sides[0])
      if !place.contains(".") { place = indicator + "." + place }
      if place.hasSuffix("@*") {
        for year in 2023...2025 { figures[place.dropLast() + "\(year)"] = String(sides[1]) }
      } else {
        figures[place] = String(sides[1])
      }
    }
    return figures
  }

  private func findings(_ test: Case, _ text: String, dropping: String? = nil) throws -> [FactFinding] {
    var figures = try figures(text, of: test.indicator)
    if let dropping { figures[dropping] = nil }
    let withoutCoBuilders = test.check.hasPrefix("no_co_builders")
    return try form(figures, coBuilders: withoutCoBuilders ? 0 : 1).findings(Fixture.system()).filter {
      $0.check.text == test.check && $0.check.indicator.description == test.indicator
    }
  }

  @Test("every check fires at its edge, stays silent just before it, and is suspended while an input is empty", arguments: cases)
  func fires(_ test: Case) throws {
    let found = try findings(test, test.breaks)
    #expect(found.count == 1)
    #expect(found.first?.phrase.zh.isEmpty == false && found.first?.phrase.en.isEmpty == false)
    #expect(try findings(test, test.keeps).isEmpty)
    for place in try figures(test.breaks, of: test.indicator).keys {
      #expect(try findings(test, test.breaks, dropping: place).isEmpty, "suspended without \(place)")
    }
  }

  @Test("and no check of the data is left out here")
  func complete() throws {
    let tried = Set(Self.cases.map { "\($0.indicator) \($0.check)" })
    for check in try Fixture.system().checks { #expect(tried.contains("\(check.indicator) \(check.text)")) }
    #expect(tried.count == Self.cases.count)
    #expect(try Fixture.system().checks.count == Self.cases.count)
  }

  /// The checks that keep a form from being handed in, as the list of facts names them; all others ask for a remark.
  private static let errors: [String: [String]] = [
    "1.1": ["c <= b", "d <= b", "e <= b"], "2.1": ["a = b + e + f + g + h + i"], "2.2": ["b + c + d <= a"],
    "2.4": ["b + c <= a", "d + e <= a", "f <= a", "m <= l"], "3.2": ["b + c <= a", "e <= a + d"], "3.3": ["b <= a", "g <= f"],
    "3.4": ["f <= a + b + c + d + e", "g <= a + b + c + d + e"], "3.5": ["e <= a + b + c + d"], "3.6": ["e <= a + b + c + d"],
    "3.7": ["b", "c", "d", "e", "f"].map { "a = 0 => empty(\($0))" }, "4.2": ["b <= a", "c <= a", "d <= a", "g = 0 => h = 0"],
    "5.1": ["c = 0 => d = 0"], "5.2": ["b <= a"], "5.3": ["d = 0 <=> e = 0"], "5.4": ["a + b + c + d = 0 <=> e = 0"],
  ]

  @Test("each check is an error or a doubt as the list of facts says; a breach of an article is only a doubt", arguments: cases)
  func severity(_ test: Case) throws {
    let check = try #require(
      try Fixture.system().checks.first { $0.indicator.description == test.indicator && $0.text == test.check })
    #expect(check.severity == (Self.errors[test.indicator]?.contains(test.check) == true ? .error : .doubt))
    if check.article != nil { #expect(check.severity == .doubt) }
  }

  @Test("every error of the list of facts is a check of the data")
  func errors() throws {
    let known = Set(try Fixture.system().checks.map { "\($0.indicator) \($0.text)" })
    for (indicator, checks) in Self.errors { for check in checks { #expect(known.contains("\(indicator) \(check)")) } }
  }

  @Test("a finding names the items and figures that clash, the year and the article")
  func words() throws {
    let system = try Fixture.system()
    let found = try form(["2.4.a@2024": "9", "2.4.b@2024": "4", "2.4.c@2024": "6"]).findings(system)
    #expect(found.map(\.check.text) == ["b + c <= a", "a >= 10"])
    #expect(found[0].phrase.zh == "2024年：“其中博士” 4＋“其中硕士” 6 应不大于 “固定人员总数” 9")
    #expect(found[0].phrase.en == "2024: “fixed staff: doctorate” 4 + “fixed staff: master's degree” 6 must not be above “fixed staff” 9")
    #expect(found[0].figures.map { "\($0.place.code) \($0.figure?.description ?? "")" } == ["2.4.b 4.00", "2.4.c 6.00", "2.4.a 9.00"])
    #expect(found[0].identifier == "2.4 b + c <= a 2024")
    #expect(found[1].article == "9.5")
    let empty = try form(["3.7.a": "0", "3.7.b": "有"]).findings(system)
    #expect(empty.first?.phrase.zh == "“标志性成果数” 0 为零，“成果名称”应不填")
  }

  @Test("meetings are not owed for the year of certification, and the years before it are not asked")
  func yearOfCertification() throws {
    let system = try Fixture.system()
    let sheet = try form(["1.1.f@2023": "0", "1.1.f@2024": "0", "1.1.f@2025": "0"], certified: 2024)
    #expect(sheet.years == [2024, 2025])
    #expect(sheet.findings(system).map(\.year) == [2025])
    #expect(try form([:], certified: 2026).years == [])
    #expect(try form([:], certified: 2023).years == [2023, 2024, 2025])
  }

  @Test("without knowing whether there are co-builders, their input is not doubted")
  func unknownCoBuilders() throws {
    #expect(try form(["2.1.g@2024": "5"], coBuilders: nil).findings(Fixture.system()).isEmpty)
    #expect(try form(["2.1.g@2024": "5"], coBuilders: 0).findings(Fixture.system()).count == 1)
  }
}
