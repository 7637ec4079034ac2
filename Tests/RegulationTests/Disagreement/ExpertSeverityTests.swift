import RandomForTests
import Testing

@testable import Regulation

@Suite("How strict or generous an expert is")
struct ExpertSeverityTests {
  typealias Total = ExpertSeverity.Total

  private func totals(_ sheets: [(center: Int, expert: Int)], worth: [Int], effect: [Int]) -> [Total] {
    sheets.map { Total(center: "C\($0.center)", login: "e\($0.expert)", total: Points(worth[$0.center] + effect[$0.expert])) }
  }

  @Test("is recovered exactly where nothing is left to chance and sheets connect all experts", arguments: 0..<50)
  func noiseless(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let experts = Int.random(in: 2...12, using: &random)
    var effect = (0..<experts).map { _ in Int.random(in: -1500...1500, using: &random) }
    effect[0] -= effect.reduce(0, +)
    let worth = (0..<40).map { _ in Int.random(in: 4000...7000, using: &random) }
    // A chain that connects all, and more at random.
    var sheets = Set((0..<40).flatMap { [[$0, $0 % experts], [$0, ($0 + 1) % experts]] })
    for _ in 0..<60 { sheets.insert([Int.random(in: 0..<40, using: &random), Int.random(in: 0..<experts, using: &random)]) }
    let all = sheets.map { (center: $0[0], expert: $0[1]) }.shuffled(using: &random)
    let found = ExpertSeverity.estimates(totals(all, worth: worth, effect: effect))
    #expect(found.count == experts)
    for one in found {
      let expert = try #require(Int(one.login.dropFirst()))
      #expect(one.sheets == sheets.count { $0[1] == expert })
      #expect(one.finding == .estimate(Points(effect[expert]), error: .zero))
    }
  }

  @Test("is the least squares of a case worked by hand, with its standard error")
  func byHand() throws {
    // Two experts on four centers: the differences are 4, 6, 8 and 6 points, so a is 3.00 above the middle and b 3.00 below.
    // What is left is ±1, 0, ∓1, 0 in each sheet: sum of squares 4, freedom 8 − 4 − 1 = 3, variance 4/3;
    // half a mean difference has the variance (4/3) · 2/4 / 4 = 1/6, and 0.408… is its root.
    let differences = [400, 600, 800, 600]
    let sheets = differences.enumerated().flatMap { number, difference in
      [
        Total(center: "C\(number)", login: "a", total: Points(7000 + difference)),
        Total(center: "C\(number)", login: "b", total: Points(7000)),
      ]
    }
    let found = ExpertSeverity.estimates(sheets)
    #expect(found.map(\.login) == ["a", "b"])
    #expect(found.map(\.finding) == [.estimate(Points(300), error: Points(41)), .estimate(Points(-300), error: Points(41))])
    #expect(found[0].finding.phrase.en == "+3.00 ± 0.41")
    #expect(found[1].finding.phrase.zh == "-3.00 ± 0.41")
  }

  @Test("is said without an error where every sheet is needed to work it out")
  func noFreedom() {
    // A chain: each center shares one expert with the next, and nothing closes it.
    let sheets = totals(
      [(0, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 3), (3, 0), (4, 0)], worth: [7000, 6000, 5000, 6500, 6600],
      effect: [100, -100, 300, -300])
    let found = ExpertSeverity.estimates(sheets)
    #expect(found.map(\.finding) == [.estimate(Points(100), error: nil), .estimate(Points(-100), error: nil), .tooFew, .tooFew])
  }

  @Test("is not told below three sheets", arguments: [(2, true), (3, false)])
  func few(_ count: Int, _ tooFew: Bool) {
    let sheets = totals(
      (0..<count).map { ($0, 0) } + (0..<5).map { ($0, 1) }, worth: [5000, 6000, 7000, 8000, 5500], effect: [200, -200])
    let found = ExpertSeverity.estimates(sheets)
    #expect((found[0].finding == .tooFew) == tooFew)
    #expect(found[1].finding == .estimate(Points(-200), error: .zero))
    #expect(found[0].sheets == count)
  }

  @Test("cannot be compared where sheets do not connect: the group with the most sheets is")
  func apart() {
    let group = totals((0..<4).flatMap { [($0, 0), ($0, 1)] }, worth: [5000, 6000, 7000, 8000], effect: [200, -200])
    let others = (0..<3).flatMap { number in
      ["x", "y"].map { Total(center: "D\(number)", login: $0, total: Points(6000)) }
    }
    let found = ExpertSeverity.estimates(others + group)
    #expect(found.map(\.login) == ["e0", "e1", "x", "y"])
    #expect(
      found.map(\.finding) == [.estimate(Points(200), error: .zero), .estimate(Points(-200), error: .zero), .notComparable, .notComparable])
    #expect(ExpertSeverity.Finding.notComparable.phrase.zh == "不可比")
  }

  @Test("nor alone, nor of nobody")
  func alone() {
    let sheets = totals([(0, 0), (1, 0), (2, 0)], worth: [5000, 6000, 7000], effect: [0])
    #expect(ExpertSeverity.estimates(sheets).map(\.finding) == [.notComparable])
    #expect(ExpertSeverity.estimates([]).isEmpty)
  }

  @Test("is the same whatever the order of the sheets, and moves no figure of the round")
  func order() {
    var random = SeededRandom(9)
    var sheets: [Total] = []
    for center in 0..<30 {
      for expert in (0..<8).shuffled(using: &random).prefix(4) {
        sheets.append(Total(center: "C\(center)", login: "e\(expert)", total: Points(Int.random(in: 4000...9800, using: &random))))
      }
    }
    let found = ExpertSeverity.estimates(sheets)
    for _ in 0..<5 { #expect(ExpertSeverity.estimates(sheets.shuffled(using: &random)) == found) }
    // They sum to nothing but for the rounding of each.
    let sum = found.reduce(0) { sum, one in
      if case .estimate(let points, _) = one.finding { sum + points.hundredths } else { sum }
    }
    #expect(abs(sum) <= found.count / 2)
  }
}
