import Testing

@testable import Regulation

@Suite("Article 25: a round")
struct RoundStateTests {
  static let today = Day(number: 20_000)
  static let lawful: [RoundState: [RoundStep: RoundState]] = [
    .announced: [.startScoring: .scoring, .cancel: .cancelled],
    .scoring: [.startScoring: .scoring, .settle: .settled, .cancel: .cancelled],
    .settled: [.resume: .scoring, .publish: .published],
    .published: [.close: .closed],
    .closed: [:], .cancelled: [:],
  ]

  @Test("every pair of state and step is lawful or refused with words", arguments: RoundState.allCases, RoundStep.allCases)
  func pairs(_ state: RoundState, _ step: RoundStep) throws {
    let situation = RoundSituation(submissions: 0, pending: 0, today: Self.today, reason: "改期")
    if let next = Self.lawful[state]?[step] {
      #expect(try state.after(step, situation) == next)
    } else {
      let refusal = try #require(throws: Refusal.self) { try state.after(step, situation) }
      #expect(refusal.article == "25")
      #expect(!refusal.phrase.zh.isEmpty && !refusal.phrase.en.isEmpty)
    }
  }

  @Test("is cancelled only with a reason and while nothing was submitted")
  func cancel() {
    #expect(throws: Refusal.self) {
      try RoundState.scoring.after(.cancel, RoundSituation(submissions: 0, pending: 0, today: Self.today, reason: "　"))
    }
    #expect(throws: Refusal.self) {
      try RoundState.scoring.after(.cancel, RoundSituation(submissions: 1, pending: 0, today: Self.today, reason: "改期"))
    }
  }

  @Test(
    "is closed only without pending centers, without open objections and after its public notice",
    arguments: [(0, 0, -1, true), (1, 0, -1, false), (0, 1, -1, false), (0, 0, 0, false), (0, 0, 1, false)])
  func close(_ pending: Int, _ objections: Int, _ noticeEnds: Int, _ lawful: Bool) {
    let situation = RoundSituation(
      submissions: 3, pending: pending, openObjections: objections, noticeEnds: Self.today.adding(days: noticeEnds), today: Self.today)
    let after = Result { () throws(Refusal) in try RoundState.published.after(.close, situation) }
    #expect(((try? after.get()) == .closed) == lawful)
  }

  @Test("can be published or taken back to scoring while a center is pending: only closing waits for it", arguments: [0, 1, 7])
  func pendingWhenSettled(_ pending: Int) throws {
    let situation = RoundSituation(submissions: 3, pending: pending, today: Self.today)
    #expect(try RoundState.settled.after(.publish, situation) == .published)
    #expect(try RoundState.settled.after(.resume, situation) == .scoring)
  }

  @Test(
    "is planned with its last days in order and none of them over",
    arguments: [
      ([0, 0, 0], []), ([1, 2, 3], []), ([nil, nil, nil], []), ([3, nil, 3], []), ([-1, nil, 2], [.material]),
      ([3, 2, 4], [.report]), ([3, nil, 2], [.scores]), ([3, 2, 1], [.report, .scores]), ([nil, -1, -1], [.report, .scores]),
    ] as [([Int?], [RoundOpening.Deadline])])
  func deadlines(_ offsets: [Int?], _ refused: [RoundOpening.Deadline]) {
    var days: [RoundOpening.Deadline: Day] = [:]
    for (deadline, offset) in zip(RoundOpening.Deadline.allCases, offsets) { days[deadline] = offset.map { Self.today.adding(days: $0) } }
    let refusals = RoundOpening.refusals(days, year: Self.today.year, today: Self.today)
    #expect(refusals.map(\.deadline) == refused)
    #expect(refusals.allSatisfy { $0.refusal.article == "25" && !$0.refusal.phrase.en.isEmpty })
  }

  @Test("takes last days that are over where nobody looks at the day, in order all the same")
  func anyDay() {
    let days: [RoundOpening.Deadline: Day] = [.material: Self.today.adding(days: -9), .scores: Self.today.adding(days: -5)]
    #expect(RoundOpening.refusals(days, year: Self.today.year, today: nil).isEmpty)
    let turned: [RoundOpening.Deadline: Day] = [.material: Self.today, .scores: Self.today.adding(days: -5)]
    #expect(RoundOpening.refusals(turned, year: Self.today.year, today: nil).map(\.deadline) == [.scores])
  }

  @Test("of a past year, put on file afterwards, has its last days behind it, in order all the same")
  func pastDeadlines() {
    let before = Self.today.adding(days: -400)
    let year = before.year
    #expect(RoundOpening.refusals([.material: before, .scores: before.adding(days: 9)], year: year, today: Self.today).isEmpty)
    #expect(RoundOpening.refusals([.material: before, .scores: before.adding(days: -1)], year: year, today: Self.today).count == 1)
  }

  @Test(
    "needs a reason when it is not two years after the nearest earlier one",
    arguments: [
      (2026, [], true), (2026, [2024], true), (2026, [2020, 2024], true), (2026, [2025], false), (2026, [2023], false),
      (2026, [2022, 2025], false),
      (2026, [2028], false), (2026, [2024, 2028], false), (2028, [2024, 2026], true),
    ] as [(Int, [Int], Bool)])
  func gap(_ year: Int, _ existing: [Int], _ free: Bool) {
    #expect((RoundOpening.refusal(year: year, existing: existing, reason: " ") == nil) == free)
    #expect(RoundOpening.refusal(year: year, existing: existing, reason: "上级要求") == nil)
  }

  @Test("of a year that has one is refused whatever the reason")
  func twice() { #expect(RoundOpening.refusal(year: 2026, existing: [2026], reason: "再评")?.article == "25") }

  @Test("asks for three sheets unless told otherwise, five and no fewer when trimmed")
  func sheets() {
    #expect(RoundMethod.mean.defaultSheets == 3)
    #expect(RoundMethod.trimmed.defaultSheets == 5)
    #expect(RoundOpening.refusal(sheets: 0, method: .mean) != nil)
    #expect(RoundOpening.refusal(sheets: 1, method: .mean) == nil)
    #expect(RoundOpening.refusal(sheets: 4, method: .trimmed) != nil)
    #expect(RoundOpening.refusal(sheets: 5, method: .trimmed) == nil)
  }
}

@Suite("Article 26: who is due")
struct DueTests {
  @Test(
    "two calendar years after certification, whatever the day",
    arguments: [("2024-12-31", true), ("2024-01-01", true), ("2025-01-01", false), ("2026-01-01", false), ("2018-05-05", true)])
  func years(_ certified: String, _ due: Bool) throws {
    let day = try #require(Day(parsing: certified))
    #expect((Due(roundYear: 2026, certified: day, status: .active, deferred: false) == .due) == due)
  }

  @Test(
    "the first reason that holds is told: revoked, reorganised, deferred, not yet two years",
    arguments: [
      (CenterStatus.revoked, true, 2025, Due.Exemption.revoked), (.reorganised, true, 2025, .reorganised), (.active, true, 2025, .deferred),
      (.active, true, 2020, .deferred), (.active, false, 2025, .notYetTwoYears), (.reorganised, false, 2020, .reorganised),
    ])
  func order(_ status: CenterStatus, _ deferred: Bool, _ certified: Int, _ reason: Due.Exemption) throws {
    let day = try #require(Day(certified, 6, 1))
    #expect(Due(roundYear: 2026, certified: day, status: status, deferred: deferred) == .exempt(reason))
    #expect(Due.Exemption.notYetTwoYears.rawValue == "not_yet_two_years")
  }
}
