import Foundation
import RegulationData
import Testing

@testable import Regulation

@Suite("Loading the indicator system")
struct LoadingTests {
  /// Which table is changed, how, and what the error must name.
  struct Change: Sendable, CustomTestStringConvertible {
    let table: String
    let from: String
    let to: String
    let object: String
    let field: String
    var testDescription: String { "\(from) → \(to)" }
  }

  static let changes = [
    Change(table: "indicators", from: "kind\tcode", to: "kind\tcodes", object: "line 1", field: "header"),
    Change(table: "indicators", from: "table\t2025-10-31\t100", to: "table\t2025-10-31\t99", object: "table", field: "weight"),
    Change(table: "indicators", from: "group\t1\t10\t", to: "group\t1\t11\t", object: "table", field: "weight"),
    Change(table: "indicators", from: "indicator\t3.3\t7", to: "indicator\t3.3\t8", object: "3", field: "weight"),
    Change(table: "indicators", from: "indicator\t3.3\t7", to: "indicator\t3.3\t", object: "3.3", field: "weight"),
    Change(table: "indicators", from: "indicator\t3.3\t7", to: "indicator\t3.3\t-7", object: "3.3", field: "weight"),
    Change(table: "indicators", from: "indicator\t3.3\t7", to: "indicator\t3.2\t7", object: "3.2", field: "code"),
    Change(table: "indicators", from: "indicator\t3.3\t7", to: "indicator\t2.3\t7", object: "2.3", field: "code"),
    Change(table: "indicators", from: "indicator\t3.3\t7", to: "indicators\t3.3\t7", object: "3.3", field: "kind"),
    Change(table: "indicators", from: "point\t5.4\t\t主办承办工程技术会议、技术交流会议情况。\t", to: "point\t5.3\t\t主办\t", object: "5.3", field: "code"),
    Change(table: "indicators", from: "point\t5.4\t\t", to: "point\t5.4\t3\t", object: "5.4", field: "weight"),
    Change(table: "indicators", from: "\t组织体系\t", to: "\t\t", object: "1.1", field: "zh"),
    Change(table: "indicators", from: "\tFunding\n", to: "\t\n", object: "2.1", field: "en"),
    Change(table: "indicators", from: "\tFunding\n", to: "\n", object: "line 11", field: "columns"),
    Change(table: "facts", from: "3.3.f\t", to: "3.3.e\t", object: "3.3.e", field: "code"),
    Change(table: "facts", from: "3.3.f\t", to: "3.8.f\t", object: "3.8.f", field: "code"),
    Change(table: "facts", from: "3.3.f\t", to: "3.3.z\t", object: "3.3.g", field: "code"),
    Change(
      table: "facts", from: "授权专利\tpatents granted\t件\tcount", to: "授权专利\tpatents granted\t是/否\tcount", object: "3.3.f",
      field: "unit_or_choices"),
    Change(
      table: "facts", from: "授权专利\tpatents granted\t件\tcount", to: "授权专利\tpatents granted\t件\tchoice", object: "3.3.f",
      field: "unit_or_choices"),
    Change(
      table: "facts", from: "授权专利\tpatents granted\t件\tcount", to: "授权专利\tpatents granted\t件\tmoney", object: "3.3.f",
      field: "unit_or_choices"),
    Change(
      table: "facts", from: "授权专利\tpatents granted\t件\tcount", to: "授权专利\tpatents granted\t件\ttext", object: "3.3.f",
      field: "unit_or_choices"),
    Change(table: "facts", from: "授权专利\tpatents granted\t件\tcount", to: "授权专利\tpatents granted\t件\tnumber", object: "3.3.f", field: "kind"),
    Change(table: "facts", from: "是/部分/否", to: "是/部分/是", object: "1.1.l", field: "unit_or_choices"),
    Change(table: "facts", from: "是/部分/否", to: "是//否", object: "1.1.l", field: "unit_or_choices"),
    Change(
      table: "facts", from: "授权专利\tpatents granted\t件\tcount\tflow", to: "授权专利\tpatents granted\t件\tcount\tyear", object: "3.3.f",
      field: "per"),
    Change(table: "facts", from: "授权专利\t", to: "\t", object: "3.3.f", field: "zh"),
    Change(table: "checks", from: "c <= b", to: "c <= z", object: "1.1 “c <= z”", field: "expression"),
    Change(table: "checks", from: "c <= b", to: "c <= h", object: "1.1 “c <= h”", field: "expression"),
    Change(table: "checks", from: "c <= b", to: "c < b", object: "1.1 “c < b”", field: "expression"),
    Change(table: "checks", from: "c <= b", to: "sum(c) <= b", object: "1.1 “sum(c) <= b”", field: "expression"),
    Change(table: "checks", from: "1.1\terror", to: "1.3\terror", object: "1.3", field: "indicator"),
    Change(table: "checks", from: "1.1\terror", to: "1.1\tfault", object: "1.1 “c <= b”", field: "kind"),
    Change(table: "checks", from: "c <= b\t\n", to: "c <= b\t15\n", object: "1.1 “c <= b”", field: "article"),
    Change(table: "checks", from: "2.1\tderived\td = 100*b / c\t\n", to: "", object: "2.1.d", field: "expression"),
    Change(table: "checks", from: "d = 100*b / c", to: "b = 100*d / c", object: "2.1 “b = 100*d / c”", field: "expression"),
    Change(table: "checks", from: "d = 100*b / c", to: "d = 100*d / c", object: "2.1 “d = 100*d / c”", field: "expression"),
    Change(table: "checks", from: "c = sum(a)", to: "c = a", object: "4.1 “c = a”", field: "expression"),
    Change(table: "checks", from: "d = sum(b)", to: "c = sum(b)", object: "4.1 “c = sum(b)”", field: "expression"),
  ]

  @Test("names the code and the field that do not hold", arguments: changes)
  func wrong(_ change: Change) throws {
    func table(_ name: String, _ bytes: [UInt8]) throws -> [UInt8] {
      guard change.table == name else { return bytes }
      var text = String(decoding: bytes, as: UTF8.self)
      let place = try #require(text.range(of: change.from), "the data no longer hold what the test changes")
      text.replaceSubrange(place, with: change.to)
      return Array(text.utf8)
    }
    let error = try #require(throws: DataError.self) {
      try IndicatorSystem.load(
        indicators: table("indicators", RegulationData.indicators), facts: table("facts", RegulationData.facts),
        checks: table("checks", RegulationData.checks))
    }
    #expect(error.table == change.table || change.object == "2.1.d")
    #expect(error.object == change.object)
    #expect(error.field == change.field)
    #expect(error.phrase.zh.contains(change.object))
  }

  @Test("refuses an indicator without evaluation points, without data items, and a table that ends early")
  func missing() throws {
    let whole = String(decoding: RegulationData.indicators, as: UTF8.self)
    let noPoint = whole.split(separator: "\n").filter { !$0.hasPrefix("point\t5.4") }.joined(separator: "\n")
    #expect(try error(indicators: noPoint).field == "points")
    let facts = String(decoding: RegulationData.facts, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("5.4") }
    let noFact = try #require(throws: DataError.self) {
      try IndicatorSystem.load(
        indicators: RegulationData.indicators, facts: Array(facts.joined(separator: "\n").utf8), checks: RegulationData.checks)
    }
    #expect(noFact.object == "5.4")
    let groups = whole.split(separator: "\n").filter { !$0.hasPrefix("group\t5") && !$0.contains("t\t5.") && !$0.contains("r\t5.") }
      .joined(separator: "\n")
    #expect(try error(indicators: groups).object == "table")
    #expect(try error(indicators: groups.replacingOccurrences(of: "\t100\t", with: "\t85\t")).object == "5.1")
    #expect(try error(indicators: "").field == "header" || error(indicators: "").object == "table")
  }

  private func error(indicators: String) throws -> DataError {
    try #require(throws: DataError.self) {
      try IndicatorSystem.load(indicators: Array(indicators.utf8), facts: RegulationData.facts, checks: RegulationData.checks)
    }
  }
}
