import Foundation
import Testing

@testable import Regulation

@Suite("The table of indicators")
struct TableTests {
  /// The table of the regulation's text without white space, its repeated header and its page number.
  private func table() throws -> String {
    let text = try Fixture.regulation()
    let start = try #require(text.range(of: "沧州市技术创新中心绩效评估指标体系", options: .backwards))
    var table = String(text[start.upperBound...].unicodeScalars.filter { !$0.properties.isWhitespace })
    #expect(table.components(separatedBy: "一级指标二级指标评估要点权重").count == 3, "the header stands on both pages")
    table = table.replacingOccurrences(of: "一级指标二级指标评估要点权重", with: "")
    try #require(table.hasSuffix("—10—"))
    return String(table.dropLast(4))
  }

  @Test("is the regulation's, character by character, in order, with nothing left over")
  func wordForWord() throws {
    let system = try Fixture.system()
    var written = ""
    for group in system.groups {
      written += "\(group.name.zh)(\(group.weight)%)"
      for indicator in group.indicators {
        written += indicator.name.zh + indicator.points.map(\.zh).joined() + "\(indicator.weight)%"
      }
    }
    #expect(written == (try table()))
    #expect(system.name.zh == "沧州市技术创新中心绩效评估指标体系")
  }

  @Test("has 5 first-level indicators of 10, 20, 35, 20, 15 and 19 second-level ones that sum to 100")
  func weights() throws {
    let system = try Fixture.system()
    #expect(system.groups.map(\.weight) == [10, 20, 35, 20, 15])
    #expect(system.groups.map(\.indicators.count) == [2, 4, 7, 2, 4])
    #expect(system.indicators.values.map(\.weight) == [5, 5, 6, 3, 5, 6, 7, 3, 7, 5, 5, 4, 4, 5, 15, 6, 3, 3, 3])
    #expect(system.indicators.values.map(\.code) == IndicatorCode.all)
    #expect(system.version == "2025-10-31")
  }

  @Test("keeps the numbers of evaluation points where the regulation numbers them")
  func numbering() throws {
    for indicator in try Fixture.system().indicators.values {
      #expect(!indicator.points.isEmpty)
      if indicator.points.count == 1 {
        #expect(indicator.points[0].zh.first?.isNumber == false)
      } else {
        for (place, point) in indicator.points.enumerated() {
          #expect(point.zh.hasPrefix("\(place + 1)."))
          #expect(point.en.hasPrefix("\(place + 1). "))
        }
      }
    }
  }

  @Test("has the 162 data items, each under its indicator")
  func facts() throws {
    let system = try Fixture.system()
    #expect(system.facts.count == 162)
    #expect(system.indicators.values.flatMap(\.facts) == system.facts)
    let item = try #require(FactCode("3.7.c").flatMap(system.fact))
    #expect(item.kind == .choice(["国际领先", "国际先进", "国内领先", "国内先进", "其他"]))
    #expect(item.per == .once)
    #expect(system.facts.filter { $0.kind == .derived }.map { "\($0.code)" } == ["2.1.d", "2.1.j", "4.1.c", "4.1.d", "4.1.e"])
  }

  @Test("is spoken of in both languages")
  func languages() throws {
    for fact in try Fixture.system().facts {
      #expect(fact.label.en.unicodeScalars.allSatisfy { $0.isASCII || $0 == "’" }, "\(fact.code)")
      #expect(!fact.label.zh.isEmpty)
    }
  }
}

@Suite("Codes")
struct CodeTests {
  @Test("of indicators run from 1.1 to 5.4 and round trip")
  func indicators() {
    #expect(IndicatorCode.all.count == 19)
    #expect(IndicatorCode.all.first?.description == "1.1")
    #expect(IndicatorCode.all.last?.description == "5.4")
    for (index, code) in IndicatorCode.all.enumerated() {
      #expect(IndicatorCode(code.description) == code)
      #expect(IndicatorCode(index: index) == code)
    }
    #expect(IndicatorCode.all.sorted() == IndicatorCode.all)
    #expect(IndicatorCode(index: -1) == nil)
    #expect(IndicatorCode(index: 19) == nil)
  }

  @Test(
    "that the table does not have are none",
    arguments: ["", "1", "1.0", "1.3", "0.1", "2.5", "3.8", "4.3", "5.5", "6.1", "1.1 ", "１.１", "11.1", "1,1", "1.1.a"])
  func unknown(_ text: String) { #expect(IndicatorCode(text) == nil) }

  @Test("of data items are an indicator and one small letter")
  func facts() throws {
    let code = try #require(FactCode("3.3.f"))
    #expect(code.description == "3.3.f")
    #expect(code.indicator.description == "3.3")
    for text in ["3.3", "3.3.F", "3.3.", "3.3.ff", "3.8.a", "3.3.1", "3.3.é", "3.3:f"] { #expect(FactCode(text) == nil) }
    #expect(try #require(FactCode("1.2.a")) > #require(FactCode("1.1.l")))
  }
}
