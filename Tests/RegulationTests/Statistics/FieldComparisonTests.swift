import Regulation
import Testing

@Suite("What a center’s means are read beside: the medians of its field (ruling on percentiles)")
struct FieldComparisonTests {
  private func points(_ hundredths: [Int]) -> [Points] { hundredths.map { Points($0) } }

  private func means(_ hundredths: [Int]) -> [PerIndicator<Points>] { points(hundredths).map { PerIndicator(repeating: $0) } }

  @Test(
    "The median is the middle one; of an even number the mean of the middle two, half up; the order in which they come tells nothing",
    arguments: [
      ([], nil), ([300], 300), ([100, 300], 200), ([300, 100, 200], 200), ([400, 100, 200, 301], 251), ([500, 100, 300, 200, 400], 300),
      ([0, 0, 0, 500, 500, 500], 250), ([250, 250, 250, 250, 250], 250), ([0, 1], 1),
    ] as [([Int], Int?)])
  func median(figures: [Int], median: Int?) {
    #expect(FieldComparison.median(points(figures)) == median.map { Points($0) })
    #expect(FieldComparison.median(points(figures.reversed())) == median.map { Points($0) })
  }

  @Test("From five centers on it is told; of fewer none is, so that nobody’s points can be worked out", arguments: 0...7)
  func fewest(count: Int) {
    let comparison = FieldComparison(of: means((0..<count).map { $0 * 10 }))
    if count < 5 {
      #expect(comparison == .tooFew(count) && comparison[IndicatorCode.all[0]] == nil)
    } else {
      #expect(comparison[IndicatorCode.all[18]] == Points((count - 1) * 5))
      #expect(comparison.phrase.zh.contains("\(count)"))
    }
  }

  @Test("Each indicator has its own median")
  func each() {
    let centers = (0..<5).map { center in PerIndicator<Points>(each: { Points($0.index * 10 + center) }) }
    let comparison = FieldComparison(of: centers)
    for code in IndicatorCode.all { #expect(comparison[code] == Points(code.index * 10 + 2)) }
  }

  @Test("A round compares scored centers within their field: those that are pending or absent, or name no field, are in none")
  func round() throws {
    func entry(_ code: String, _ field: String, _ totals: [Int]) throws -> RoundResult.Entry {
      RoundResult.Entry(
        code: code, name: code, field: field, sheets: try totals.enumerated().map { try Fixture.sheet("e\($0)", total: $1) },
        tookPart: true)
    }
    let five = try (1...5).map { try entry("A\($0)", "管道装备", [9000, 9000]) }
    let result = RoundResult(
      try five + [
        entry("A6", "管道装备", [5000]), entry("B1", "现代农业", [8000, 8000]), entry("C1", "", [8000, 8000]), entry("D1", "食品加工", []),
      ], method: .mean, minimum: 2)
    let comparisons = result.fieldComparisons()
    #expect(Set(comparisons.keys) == ["管道装备", "现代农业"])
    guard case .medians(let medians, centers: 5) = comparisons["管道装备"] else { Issue.record("no median of five"); return }
    #expect(medians == result.centers[0].score.indicators)
    #expect(comparisons["现代农业"] == .tooFew(1))
    // Of a department's own centers no field can be told of, however many of it they are.
    #expect(result.unranked(["A1", "A2", "A3", "A4", "A5"]).fieldComparisons() == ["管道装备": .notYet])
  }
}
