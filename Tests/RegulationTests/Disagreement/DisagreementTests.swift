import Regulation
import Testing

@Suite("Article 25: sheets that disagree")
struct DisagreementTests {
  private func sheets(_ totals: [Int]) throws -> [SubmittedSheet] {
    try totals.enumerated().map { try Fixture.sheet("e\($0)", total: $1) }
  }

  @Test(
    "are looked at again from ten points apart, and where they lie on both sides of 60 or 90, which themselves are above",
    arguments: [
      ([], []), ([59_99], []), ([70_00, 79_99], []), ([70_00, 75_00, 80_00], [.farApart(Points(10_00))]),
      ([89_99, 90_00], [.acrossLine(.excellent, below: 1, above: 1)]), ([90_00, 95_00], []), ([80_00, 89_99], []),
      ([60_00, 59_99, 59_98], [.acrossLine(.qualified, below: 2, above: 1)]), ([59_99, 50_00], []), ([60_00, 69_99], []),
      (
        [100_00, 0],
        [.farApart(Points(100_00)), .acrossLine(.excellent, below: 1, above: 1), .acrossLine(.qualified, below: 1, above: 1)]
      ),
    ] as [([Int], [Disagreement])])
  func found(_ totals: [Int], _ expected: [Disagreement]) throws {
    #expect(try Disagreement.found(in: sheets(totals)) == expected)
    #expect(try Disagreement.found(in: sheets(totals.reversed())) == expected)
    for one in expected { #expect(!one.phrase.zh.isEmpty && !one.phrase.en.isEmpty && ["25", "28"].contains(one.article)) }
  }

  @Test("are far apart at whatever distance a round looks with", arguments: [(4_99, false), (5_00, true), (5_01, true)])
  func distance(_ spread: Int, _ far: Bool) throws {
    let found = try Disagreement.found(in: sheets([70_00, 70_00 + spread]), distance: Points(whole: 5))
    #expect(found == (far ? [.farApart(Points(spread))] : []))
  }
}

@Suite("Article 25: on which indicators sheets differ")
struct IndicatorSpreadTests {
  private func sheet(_ login: String, _ points: [Int: Int]) -> SubmittedSheet {
    SubmittedSheet(login: login, points: PerIndicator(each: { Points(points[$0.index] ?? 1_00) }))
  }

  @Test("the widest apart stands first, equal ones in the order of the table; where all agree nothing does, and one sheet tells nothing")
  func order() {
    let sheets = [sheet("a", [0: 3_00, 3: 2_00, 7: 0]), sheet("b", [0: 1_50, 3: 1_00, 7: 1_00]), sheet("c", [12: 2_00])]
    let found = IndicatorSpread.found(in: sheets)
    #expect(found.map(\.indicator.index) == [0, 3, 7, 12])
    #expect(found.map(\.spread.hundredths) == [2_00, 1_00, 1_00, 1_00])
    #expect(found[0].lowest == Points(1_00) && found[0].highest == Points(3_00))
    #expect(IndicatorSpread.found(in: Array(sheets.prefix(1))).isEmpty && IndicatorSpread.found(in: []).isEmpty)
    #expect(IndicatorSpread.found(in: [sheet("a", [:]), sheet("b", [:])]).isEmpty)
  }
}

@Suite("Article 28: how far a figure is from the next line")
struct GradeDistanceTests {
  @Test(
    "up to the better grade, and down to where the grade ends",
    arguments: [
      (100_00, nil, 10_00, 10_00), (90_00, nil, 0, 0), (89_99, 1, 29_99, 1), (75_00, 15_00, 15_00, 15_00), (60_00, 30_00, 0, 0),
      (59_99, 1, nil, 1), (0, 60_00, nil, 60_00),
    ] as [(Int, Int?, Int?, Int)])
  func lines(_ figure: Int, _ lacking: Int?, _ spare: Int?, _ nearest: Int) {
    let distance = GradeDistance(Points(figure))
    #expect(distance.lacking == lacking.map { Points($0) } && distance.spare == spare.map { Points($0) })
    #expect(distance.nearest == Points(nearest))
  }
}

@Suite("Article 25: what a score would be with the sheets taken otherwise")
struct WhatIfTests {
  @Test("trimmed, and without each sheet: how far it moves, and whether the grade would be another")
  func mean() throws {
    let sheets = try [("c", 95_00), ("a", 80_00), ("b", 90_00)].map { try Fixture.sheet($0.0, total: $0.1) }
    let score = try #require(CenterScore(sheets, method: .mean, minimum: 3))
    let variants = WhatIf.variants(sheets, score: score.score, method: .mean)
    #expect(score.score == Points(88_33))
    #expect(variants.map(\.variant) == [.trimmed, .without("a"), .without("b"), .without("c")])
    #expect(variants.map(\.score.hundredths) == [90_00, 92_50, 87_50, 85_00])
    #expect(variants.map(\.change.hundredths) == [1_67, 4_17, -83, -3_33])
    #expect(variants.map(\.changesGrade) == [true, true, false, false])
    #expect(variants.first?.grade == .excellent)
    #expect(variants.map { $0.variant.phrase { "专家" + $0 }.zh } == ["去最高最低平均分", "不计专家a", "不计专家b", "不计专家c"])
    // The figure of the round is what it was.
    #expect(CenterScore(sheets, method: .mean, minimum: 3) == score)
  }

  @Test("a trimmed round is shown beside the plain mean")
  func trimmed() throws {
    let sheets = try [50_00, 80_00, 81_00, 82_00, 100_00].enumerated().map { try Fixture.sheet("e\($0)", total: $1) }
    let score = try #require(CenterScore(sheets, method: .trimmed, minimum: 5))
    let variants = WhatIf.variants(sheets, score: score.score, method: .trimmed)
    #expect(score.score == Points(81_00))
    #expect(variants.first == variants.first { $0.variant == .mean })
    #expect(variants.first?.score == Points(78_60))
  }

  @Test("one sheet cannot be left out, and trimming leaves one of three", arguments: [(0, 0), (1, 0), (2, 2), (3, 4)])
  func few(_ count: Int, _ variants: Int) throws {
    let sheets = try (0..<count).map { try Fixture.sheet("e\($0)", total: 70_00) }
    #expect(WhatIf.variants(sheets, score: Points(70_00), method: .mean).count == variants)
  }
}
