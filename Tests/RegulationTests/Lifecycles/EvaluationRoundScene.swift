import Regulation
import Testing

/// What the tests of rounds share: a round of 2026 with four centers that are due and two that are not, driven by lawful steps.
enum RoundScene {
  static func day(_ month: Int, _ day: Int) -> Day { Day(2026, month, day) ?? Day(number: 0) }
  static let text = PlainText(literal: "理由充分")
  static let conductors: [RoundTerms.Conductor] = [
    .bureau, .agency(PlainText(literal: "某评估中心")), .department(PlainText(literal: "某县科技局")),
  ]

  static func terms(_ conductor: RoundTerms.Conductor = .bureau) throws -> RoundTerms {
    try RoundTerms(
      year: 2026, lastDays: [.material: day(4, 30), .report: day(5, 31), .scores: day(7, 31)], conductor: conductor, tableVersion: "2025")
  }

  static func round(_ conductor: RoundTerms.Conductor = .bureau) throws -> EvaluationRound {
    try EvaluationRound.announced(terms(conductor), existing: [2024])
  }

  /// The registry: `A`, `B`, `C` and `Z` are due, `N` is too young and `R` revoked.
  static let registry: [String: EvaluationRound.Center] = [
    "A": .init(certified: Day(2020, 5, 1) ?? day(1, 1)), "B": .init(certified: Day(2024, 12, 31) ?? day(1, 1)),
    "C": .init(certified: Day(2019, 1, 1) ?? day(1, 1)), "N": .init(certified: Day(2025, 1, 1) ?? day(1, 1)),
    "R": .init(certified: Day(2015, 1, 1) ?? day(1, 1), status: .revoked), "Z": .init(certified: Day(2016, 1, 1) ?? day(1, 1)),
  ]

  /// - Parameter totals: the totals of submitted sheets in hundredths, by center.
  static func situation(
    _ today: Day, totals: [String: [Int]] = [:], drafts: Set<String> = [], form: EvaluationRound.Form = .init()
  ) throws -> EvaluationRound.Situation {
    var centers = registry
    for (code, totals) in totals { centers[code]?.sheets = try totals.enumerated().map { try Fixture.sheet("e\($0)", total: $1) } }
    for code in drafts { centers[code]?.hasDraft = true }
    for code in centers.keys { centers[code]?.form = form }
    return EvaluationRound.Situation(today: today, centers: centers, calendar: try WorkingDays.standard.get())
  }

  /// Enough sheets for `A`, `B` and `C`.
  static let sheets = ["A": [91_00, 92_00, 93_00], "B": [60_00, 59_99, 59_98], "C": [80_00, 80_00, 80_00]]

  /// One step, by whom, when, and which sheets there are then.
  typealias Entry = (step: EvaluationRoundStep, role: Role, day: Day, totals: [String: [Int]])

  /// The steps of a round in which `Z` takes no part and nobody objects.
  static let path: [Entry] = [
    (.submit("A"), .host, day(4, 1), [:]), (.report("A", remark: nil), .department, day(5, 11), [:]),
    (.startScoring, .bureau, day(6, 1), [:]), (.settle, .bureau, day(8, 3), sheets),
    // From Monday 3 August on five working days: the last is Monday 10 August.
    (.publish(workingDays: 5), .bureau, day(8, 3), sheets), (.close, .bureau, day(8, 11), sheets),
  ]

  static func round(
    _ conductor: RoundTerms.Conductor = .bureau, after count: Int = 0, _ more: [Entry] = []
  ) throws -> EvaluationRound {
    var round = try round(conductor)
    for entry in path.prefix(count) + more {
      try round.take(entry.step, by: entry.role, try situation(entry.day, totals: entry.totals))
    }
    return round
  }

  static func objection(_ code: String, on day: Day, evidence: PlainText? = text, totals: [String: [Int]] = sheets) -> Entry {
    (.object(code, receivedOn: day, grounds: text, signedBy: text, evidence: evidence), .bureau, day, totals)
  }

  static func upheld(_ number: Int, on day: Day, totals: [String: [Int]] = sheets) -> Entry {
    (.settleObjection(number, isUpheld: true, reason: text), .bureau, day, totals)
  }
}
