import Testing

@testable import Regulation

@Suite("Article 25: the score of a center")
struct CenterScoreTests {
  @Test(
    "is the exact mean of its sheets, rounded half up to 0.01",
    arguments: [
      ([9000], 9000), ([8999, 9000], 9000), ([5999, 6000], 6000), ([6000, 6001], 6001), ([8999, 8999, 9000], 8999),
      ([8999, 9000, 9000], 9000),
      ([0, 1], 1), ([0, 3], 2), ([0, 0, 1], 0), ([10_000, 10_000], 10_000), ([2, 2, 2, 4], 3), ([1, 2, 2, 5], 3),
    ] as [([Int], Int)])
  func mean(_ totals: [Int], _ score: Int) throws {
    let sheets = try totals.enumerated().map { try Fixture.sheet("e\($0)", total: $1) }
    let result = try #require(CenterScore(sheets, method: .mean, minimum: 1))
    #expect(result.score == Points(score))
    #expect(result.sheets == totals.count)
    #expect(result.spread == Points((totals.max() ?? 0) - (totals.min() ?? 0)))
  }

  @Test("59.995 is published as 60.00 and qualified; 89.995 as 90.00 and excellent; a hair less is not")
  func publishedFigureDecides() throws {
    func score(_ totals: [Int]) throws -> CenterScore {
      try #require(CenterScore(try totals.enumerated().map { try Fixture.sheet("e\($0)", total: $1) }, method: .mean, minimum: 1))
    }
    #expect(try score([5999, 6000]).grade == .qualified)
    #expect(try score([8999, 9000]).grade == .excellent)
    #expect(try score([5999, 5999, 6000]).grade == .unqualified)
    #expect(try score([8999, 8999, 9000]).grade == .qualified)
  }

  @Test("a trimmed mean drops the first and the last in order of total, then login, yet counts them in sheets and spread")
  func trimmed() throws {
    let sheets = try [("c", 7000), ("a", 9000), ("e", 5000), ("b", 8000), ("d", 6000)].map { try Fixture.sheet($0, total: $1) }
    let result = try #require(CenterScore(sheets, method: .trimmed, minimum: 5))
    #expect(result.score == Points(7000))
    #expect(result.sheets == 5)
    #expect(result.spread == Points(4000))
    #expect(CenterScore(Array(sheets.dropLast()), method: .trimmed, minimum: 1) == nil)
  }

  @Test("equal totals are dropped by login, so that the indicators' means do not hang on the order of sheets")
  func trimmedTies() throws {
    let first = try Fixture.code("1.1")
    let second = try Fixture.code("1.2")
    func sheet(_ login: String, _ one: Int, _ two: Int) -> SubmittedSheet {
      var points = PerIndicator<Points>(repeating: .zero)
      points[first] = Points(one)
      points[second] = Points(two)
      return SubmittedSheet(login: login, points: points)
    }
    let sheets = [sheet("e", 500, 0), sheet("a", 0, 500), sheet("c", 250, 250), sheet("d", 300, 200), sheet("b", 100, 400)]
    #expect(RoundMethod.trimmed.counted(sheets).map(\.login) == ["b", "c", "d"])
    let score = try #require(CenterScore(sheets.reversed(), method: .trimmed, minimum: 5))
    #expect(score.indicators[first] == Points(217))
    #expect(score.indicators[second] == Points(283))
    #expect(score.groups[0] == Points(500))
  }

  @Test("of equal lowest totals the first login is dropped, of equal highest ones the last")
  func trimmedEnds() throws {
    let sheets = try [("d", 9000), ("b", 5000), ("c", 7000), ("a", 5000), ("e", 9000)].map { try Fixture.sheet($0, total: $1) }
    #expect(RoundMethod.trimmed.counted(sheets).map(\.login) == ["b", "c", "d"])
    #expect(RoundMethod.mean.counted(sheets).map(\.login) == ["a", "b", "c", "d", "e"])
  }

  @Test("groups and indicators are each rounded from their own exact value, so groups need not add up")
  func groups() throws {
    var one = PerIndicator<Points>(repeating: .zero)
    for text in ["1.1", "2.1", "3.1"] { one[try Fixture.code(text)] = Points(1) }
    let sheets = [SubmittedSheet(login: "a", points: one), SubmittedSheet(login: "b", points: PerIndicator(repeating: .zero))]
    let score = try #require(CenterScore(sheets, method: .mean, minimum: 2))
    #expect(score.score == Points(2))
    #expect(score.groups == [Points(1), Points(1), Points(1), .zero, .zero])
    #expect(score.indicators[try Fixture.code("3.1")] == Points(1))
  }

  @Test(
    "with too few sheets there is none: the center is pending",
    arguments: [(2, 3, false), (3, 3, true), (0, 0, false), (1, 0, true), (4, 5, false), (5, 5, true)])
  func minimum(_ sheets: Int, _ minimum: Int, _ scored: Bool) throws {
    let all = try (0..<sheets).map { try Fixture.sheet("e\($0)", total: 7000) }
    #expect((CenterScore(all, method: .mean, minimum: minimum) != nil) == scored)
  }

  @Test("a trimmed round needs five sheets whatever it asks for", arguments: [(4, false), (5, true)])
  func trimmedMinimum(_ sheets: Int, _ scored: Bool) throws {
    let all = try (0..<sheets).map { try Fixture.sheet("e\($0)", total: 7000) }
    #expect((CenterScore(all, method: .trimmed, minimum: 3) != nil) == scored)
  }

  @Test(
    "rounding half up goes to the larger number, also below 0",
    arguments: [(5, 2, 3), (3, 2, 2), (4, 3, 1), (5, 3, 2), (-1, 2, 0), (-3, 2, -1), (-2, 3, -1), (0, 7, 0)])
  func halfUp(_ dividend: Int, _ divisor: Int, _ quotient: Int) { #expect(HalfUp.divide(dividend, by: divisor) == quotient) }
}

@Suite("Article 28: grades")
struct GradeTests {
  @Test(
    "90.00 is excellent, 89.99 is not; 60.00 is qualified, 59.99 is not",
    arguments: [
      (10_000, Grade.excellent), (9001, .excellent), (9000, .excellent), (8999, .qualified), (6001, .qualified), (6000, .qualified),
      (5999, .unqualified), (0, .unqualified),
    ])
  func edges(_ figure: Int, _ grade: Grade) { #expect(Grade(published: Points(figure)) == grade) }

  @Test("say how far the next line is", arguments: [(9000, nil), (8999, 1), (6000, 3000), (5999, 1), (0, 6000)] as [(Int, Int?)])
  func distance(_ figure: Int, _ lacking: Int?) { #expect(Grade.lacking(Points(figure)) == lacking.map { Points($0) }) }

  @Test("say between which lines their figures lie, with the lines as figures are written")
  func ranges() {
    #expect(Grade.allCases.map(\.range.zh) == ["90.00 分（含）以上", "60.00 分（含）以上、不到 90.00 分", "不到 60.00 分"])
    #expect(Grade.allCases.map(\.range.en) == ["90.00 or more", "60.00 or more and less than 90.00", "less than 60.00"])
  }

  @Test("are read from files in both languages")
  func words() {
    #expect(Grade(word: "excellent") == .excellent)
    #expect(Grade(word: "不合格") == .unqualified)
    #expect(Grade(word: "不及格") == nil)
  }
}

@Suite("Article 25: ranks")
struct RankingTests {
  @Test("equal published scores get equal rank, and the next one counts them: 1, 1, 3; order is rank, then code")
  func ties() {
    let ranked = Ranking.ranked([("D", 80), ("B", 90), ("A", 90), ("C", 70), ("E", 80)], score: { Points(whole: $0.1) }, code: { $0.0 })
    #expect(ranked.map(\.rank) == [1, 1, 3, 3, 5])
    #expect(ranked.map(\.thing.0) == ["A", "B", "D", "E", "C"])
    #expect(Ranking.ranked([(String, Int)](), score: { _ in .zero }, code: { $0.0 }).isEmpty)
  }

  @Test(
    "a better rank for a lower score contradicts it; ranks of equal scores may differ",
    arguments: [
      ([(90, 1), (80, 2), (70, 3)], []), ([(90, 1), (90, 2), (80, 3)], []), ([(90, 2), (90, 1), (80, 3)], []),
      ([(90, 1), (90, 3), (80, 2)], ["90/3 80/2"]), ([(80, 1), (90, 2)], ["90/2 80/1"]),
      ([(70, 2), (90, 3), (80, 1)], ["90/3 80/1", "90/3 70/2"]),
      ([(90, 2), (80, 2)], []), ([], []),
    ] as [([(score: Int, rank: Int)], [String])])
  func contradictions(ranks: [(score: Int, rank: Int)], found: [String]) {
    let pairs = Ranking.contradictions(in: ranks, score: { Points(whole: $0.score) }, rank: \.rank)
    #expect(pairs.map { "\($0.high.score)/\($0.high.rank) \($0.low.score)/\($0.low.rank)" } == found)
  }

  @Test("a round lists scored centers by rank, and says who is pending and who absent")
  func round() throws {
    func entry(_ code: String, _ totals: [Int], tookPart: Bool = false) throws -> RoundResult.Entry {
      RoundResult.Entry(
        code: code, name: code, sheets: try totals.enumerated().map { try Fixture.sheet("e\($0)", total: $1) }, tookPart: tookPart)
    }
    let result = RoundResult(
      [
        try entry("Z", []), try entry("C", [9000, 8999, 8999]), try entry("B", [7000, 7000]), try entry("A", [8999, 8999, 8999]),
        try entry("D", [5000, 6000, 7000]), try entry("E", [], tookPart: true), try entry("Y", []),
      ], method: .mean, minimum: 3)
    #expect(result.centers.map(\.code) == ["A", "C", "D"])
    #expect(result.centers.map(\.rank) == [1, 1, 3])
    #expect(result.pending.map(\.code) == ["B", "E"])
    #expect(result.pending.map(\.sheets) == [2, 0])
    #expect(result.absent == ["Y", "Z"])
    #expect(result.distribution == [.qualified: 3])
  }
}

@Suite("Before a sheet is submitted")
struct SheetWarningTests {
  private func warnings(_ points: PerIndicator<Points?>, _ comments: [String: String] = [:]) throws -> [SheetWarning] {
    var written = PerIndicator<PlainText>(repeating: .empty)
    for (code, text) in comments { written[try Fixture.code(code)] = try PlainText(text, .paragraphs) }
    return SheetWarning.warnings(points: points, comments: written, weights: try Fixture.system().weights)
  }

  private func shares(_ percent: Int) throws -> PerIndicator<Points?> {
    let weights = try Fixture.system().weights
    return PerIndicator<Points?>(each: { PointsEntry.points(share: Hundredths(percent), of: weights[$0]) })
  }

  @Test("every indicator at the same share is noticed, also where shares were rounded", arguments: [8500, 8333, 3333, 1, 9999])
  func sameShare(_ share: Int) throws {
    let found = try warnings(shares(share)).contains { if case .sameShare = $0 { true } else { false } }
    #expect(found)
  }

  @Test("a share is told where it is the only one from which all points follow", arguments: [8, 24, 64, 109])
  func onlyShare(_ share: Int) throws {
    #expect(try warnings(shares(share)).contains(.sameShare(Hundredths(share))))
  }

  @Test("one indicator a little apart is enough to say nothing of shares")
  func differentShares() throws {
    var points = try shares(8500)
    points[try Fixture.code("4.2")] = Points(1280)
    #expect(try warnings(points).isEmpty)
    points = try shares(8500)
    points[try Fixture.code("4.2")] = nil
    #expect(try warnings(points).isEmpty)
  }

  @Test("no points and full points want a word of comment")
  func extremes() throws {
    var points = try shares(8500)
    points[try Fixture.code("1.1")] = Points(500)
    points[try Fixture.code("3.7")] = .zero
    points[try Fixture.code("3.6")] = Points(399)
    #expect(try warnings(points) == [.extremesWithoutComment([Fixture.code("1.1"), Fixture.code("3.7")])])
    #expect(try warnings(points, ["1.1": "组织健全"]) == [.extremesWithoutComment([Fixture.code("3.7")])])
    #expect(try warnings(points, ["1.1": "组织健全", "3.7": "没有成果"]).isEmpty)
  }

  @Test("a comment used twice is noticed, full-width letters and blanks aside")
  func repeatedComment() throws {
    var points = try shares(8500)
    points[try Fixture.code("4.2")] = Points(1000)
    let found = try warnings(points, ["1.1": "好 A", "2.1": " 好 Ａ ", "3.1": "不同", "5.1": "也", "5.2": "也"])
    #expect(
      found == [
        .repeatedComment([try Fixture.code("1.1"), try Fixture.code("2.1")]),
        .repeatedComment([try Fixture.code("5.1"), try Fixture.code("5.2")]),
      ])
    #expect(found[0].phrase.zh.contains("1.1、2.1"))
  }
}
