import CenterStore
import Foundation
import RandomForTests
import Regulation
import Testing

/// A walk through the store's operations on rounds: who does what to which center on which day is drawn, and after each step the file is
/// looked at past the store.
struct RoundWalk {
  let seed: UInt64
  let hand: OtherHand
  let indicators: IndicatorSystem
  private let city: WalkCity
  private(set) var today = Day(number: 0)
  private(set) var year = 2026
  private(set) var deed = ""
  var random: SeededRandom
  private(set) var tally = WalkTally()
  private var memory = WalkMemory()
  private var isChecked = false

  init(_ seed: UInt64) throws {
    self.seed = seed
    random = SeededRandom(seed)
    city = try WalkCity()
    hand = try city.scratch.otherHand()
    indicators = try IndicatorSystem.standard.get()
    today = try #require(Day(2026, 1, 5))
  }

  /// The store, as it stands today.
  var store: CenterStore {
    let today = self.today
    return city.scratch.store.under(
      Surroundings(now: { Moment(today, seconds: 12 * 3600) }, randomBytes: Scratch.surroundings().randomBytes))
  }

  /// The state of the round at hand; `nil` where there is none.
  var state: RoundState? { memory.states[year] }

  /// The years of all rounds.
  var years: [Int: RoundState] { memory.states }

  /// Takes so many steps, and looks the store over at the end.
  mutating func run(steps: Int) throws {
    var digested = 0
    while tally.steps < steps {
      move()
      let next = choose()
      deed = next.name
      try next.run(&self)
      try check()
      if tally.steps / 100 > digested {
        digested = tally.steps / 100
        try look()
      }
    }
    try look()
    #expect(try hand.rows("PRAGMA foreign_key_check").isEmpty && hand.texts("PRAGMA integrity_check") == ["ok"], place)
    #expect(try store.examine(by: Scratch.admin).isEmpty, place)
    tally.edges = memory.seen
  }

  /// One operation by somebody: either it is taken, or it is refused and nobody wrote a page of the file.
  mutating func take(by login: String, _ operation: (CenterStore, Acting) throws -> Void) throws {
    let before = try hand.version()
    let digest = tally.steps.isMultiple(of: 200) ? try hand.digest() : nil
    do {
      try operation(store, Acting(login, .desk))
    } catch {
      guard Self.isRefusal(error) else { throw error }
      tally.refuse(deed)
      #expect(try hand.version() == before, place)
      if let digest { #expect(try hand.digest() == digest, place) }
      return
    }
    if try hand.version() == before { return tally.pass() }
    tally.take(deed)
    isChecked = false
  }

  /// What is looked at after every deed that wrote something.
  private mutating func check() throws {
    if isChecked { return }
    try memory.look(hand)
    let broken = try hand.texts(StandingRule.everything)
    try #require(broken.isEmpty, place)
    isChecked = true
  }

  /// What is too slow to be looked at after every step.
  private mutating func look() throws {
    #expect(try store.verifyChain(by: Scratch.admin).isWhole, place)
    try memory.lookAtClosed(hand)
    for (year, state) in years.sorted(by: { $0.key < $1.key }) where [.settled, .published, .closed].contains(state) {
      let shown = try store.results(year: year, by: Scratch.bureau).map {
        "\($0.center) \($0.score.hundredths) \($0.grade.rawValue) \($0.rank ?? 0)"
      }
      let kept = try hand.texts(
        """
        SELECT code || ' ' || score || ' ' || grade || ' ' || rank FROM result JOIN center ON center.id = center_id
        WHERE year = \(year) ORDER BY code
        """)
      #expect(shown == kept, place)
      #expect((try? store.results(year: year, by: Acting("viewer", .desk))) == nil || state != .settled, place)
      if state == .closed { try lookAtProposals(year) }
    }
  }

  /// Articles 29 and 30: what a closed round proposes, and who has earned something.
  private func lookAtProposals(_ year: Int) throws {
    let found = try store.consequences(year: year, by: Scratch.bureau)
    func codes(_ condition: String) throws -> [String] {
      try hand.texts(
        """
        SELECT code FROM roll JOIN center ON center.id = roll.center_id LEFT JOIN result USING (year, center_id)
        WHERE year = ? AND status = 'active' AND \(condition) ORDER BY code
        """, [year])
    }
    #expect(try found.proposals.map(\.center) == codes("(score < 6000 OR standing = 'absent')"), place)
    #expect(try found.excellent.map(\.center).sorted() == codes("score >= 9000"), place)
  }

  /// Where a walk stood, to find it again.
  var place: Comment { "seed \(seed), step \(tally.steps), \(deed) in the round of \(year), \(state?.rawValue ?? "none"), on \(today)" }

  private static func isRefusal(_ error: any Error) -> Bool {
    if error is WalkProblems { return true }
    return switch error as? StoreError {
    case .refused, .notPermitted, .noSuch, .changedMeanwhile: true
    default: false
    }
  }
}

/// What was wrong with the rows of an import.
struct WalkProblems: Error { let problems: [RowProblem] }

extension ImportOutcome {
  /// Treats an import that had problems, and so wrote nothing, like any other refusal.
  func requireClean() throws { if !problems.isEmpty { throw WalkProblems(problems: problems) } }
}

extension RoundWalk {
  /// Time moves on, and with it sometimes to another round.
  private mutating func move() {
    if isOne(in: state == .published ? 3 : 8) { today = today.adding(days: Int.random(in: 0...4, using: &random)) }
    let open = years.filter(\.value.isOpen).keys.sorted()
    if state?.isOpen != true || isOne(in: 40) { year = pick(open) ?? year }
    if isOne(in: 60) { year = pick(years.keys.sorted()) ?? year }
  }

  /// Mostly what is done in this state, else anything: hardly a walk would get far otherwise.
  private mutating func choose() -> WalkDeed {
    let usual = isOne(in: 12) ? [] : WalkDeed.all.filter { $0.states.contains(state?.isOpen == true ? state : nil) }
    let deeds = usual.isEmpty ? WalkDeed.all : usual
    var lot = Int.random(in: 0..<deeds.reduce(0) { $0 + $1.weight }, using: &random)
    return deeds.first { deed in
      lot -= deed.weight
      return lot < 0
    } ?? deeds[0]
  }

  /// Mostly only what has some prospect is tried.
  mutating func dares(_ hasProspect: Bool) -> Bool { hasProspect || isOne(in: 8) }

  /// A center of which something holds in the round at hand, by columns of `center` and `material` and the year `?1`; mostly none
  /// where it holds of none.
  mutating func center(where condition: String) throws -> String? {
    let centers = try hand.texts(
      "SELECT code FROM center LEFT JOIN material ON center_id = center.id AND year = ?1 WHERE \(condition) ORDER BY code", [year])
    if isOne(in: 10) { return center() }
    return dares(!centers.isEmpty) ? pick(centers) ?? center() : nil
  }

  /// Turns to a round that was just announced.
  mutating func turn(to year: Int) { if years[year] != nil { self.year = year } }

  /// Whether a lot with so many blanks and one prize wins.
  mutating func isOne(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

  /// One of some things, of which there is one at least.
  mutating func one<Thing>(of things: [Thing]) -> Thing { things[Int.random(in: things.indices, using: &random)] }

  /// One of some things; `nil` of none.
  mutating func pick<Thing>(_ things: [Thing]) -> Thing? { things.randomElement(using: &random) }

  /// Mostly who has a part, else anybody.
  mutating func mostly(_ login: String?) -> String {
    guard let login, !isOne(in: 15) else { return pick(WalkCity.logins) ?? "viewer" }
    return login
  }

  /// A center; rarely one that is not there.
  mutating func center() -> String { isOne(in: 60) ? "C0" : pick(WalkCity.centers) ?? "C1" }

  /// Words, or rarely none.
  mutating func words() -> PlainText { isOne(in: 12) ? .empty : PlainText(literal: "理由充分") }
}
