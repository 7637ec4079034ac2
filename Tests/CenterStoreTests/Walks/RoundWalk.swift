import CenterStore
import Foundation
import RandomForTests
import Regulation
import Testing

/// A walk through the store's operations on rounds: who does what to which center on which day is drawn, and after each step the file is
/// looked at past the store.
struct RoundWalk: StoreWalk {
  let seed: UInt64
  let hand: OtherHand
  let indicators: IndicatorSystem
  private let city: WalkCity
  private(set) var today = Day(number: 0)
  private(set) var year = 2026
  var deed = ""
  var random: SeededRandom
  var tally = WalkTally()
  private var memory = WalkMemory()

  static let logins = WalkCity.logins

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

  /// What is looked at after every deed that wrote something.
  mutating func check() throws {
    try memory.look(hand)
    tally.edges = memory.seen
    let broken = try hand.texts(StandingRule.everything)
    try #require(broken.isEmpty, place)
  }

  /// What is too slow to be looked at after every step.
  mutating func look() throws {
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
}

extension RoundWalk {
  /// Time moves on, and with it sometimes to another round. Mostly what is done in this state comes next, else anything: hardly a walk would get
  /// far otherwise.
  mutating func next() -> WalkDeed {
    if isOne(in: state == .published ? 3 : 8) { today = today.adding(days: Int.random(in: 0...4, using: &random)) }
    let open = years.filter(\.value.isOpen).keys.sorted()
    if state?.isOpen != true || isOne(in: 40) { year = pick(open) ?? year }
    if isOne(in: 60) { year = pick(years.keys.sorted()) ?? year }
    let usual = isOne(in: 12) ? [] : WalkDeed.all.filter { $0.states.contains(state?.isOpen == true ? state : nil) }
    return draw(of: usual.isEmpty ? WalkDeed.all : usual)
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

  /// One of some things, of which there is one at least.
  mutating func one<Thing>(of things: [Thing]) -> Thing { things[Int.random(in: things.indices, using: &random)] }

  /// One of some things; `nil` of none.
  mutating func pick<Thing>(_ things: [Thing]) -> Thing? { things.randomElement(using: &random) }

  /// A center; rarely one that is not there.
  mutating func center() -> String { isOne(in: 60) ? "C0" : pick(WalkCity.centers) ?? "C1" }
}
