import ApplicationsForTests
import CenterStore
import RandomForTests
import Regulation
import Testing

/// A walk through the store's operations on calls and applications: who does what to which application on which day is drawn, and after each step
/// the file is looked at past the store.
struct ApplicationWalk {
  let seed: UInt64
  let hand: OtherHand
  let city: ApplicationCity
  private(set) var today = ApplicationCity.day(6, 1)
  private(set) var deed = ""
  var random: SeededRandom
  private(set) var tally = WalkTally()
  /// The states that applications came into.
  private(set) var stages: Set<String> = []
  /// Whether a notice runs: time passes faster then.
  private var isNoticed = false
  /// How many rows there were of what is only ever added to.
  private var kept: [String: Int] = [:]

  static let logins = [
    "admin", "bureau", "viewer", "xian", "dongguang", "host", "otherhost", "expert1", "expert2", "expert3", "expert4",
  ]
  static let hosts = ["host", "otherhost"]
  static let departments = ["献县科学技术局", "东光县科学技术局"]

  init(_ seed: UInt64) throws {
    self.seed = seed
    random = SeededRandom(seed)
    city = try ApplicationCity(durably: false)
    // Some are far on their way already, since few get there by chance.
    for count in [1, 3, 3, 4, 5, 6, 7, 7] { _ = try city.application(after: count) }
    for _ in 0..<2 { try city.review(try city.application(after: 4)) }
    hand = try city.scratch.otherHand()
  }

  /// The store, as it stands today.
  var store: CenterStore { city.store(on: today) }

  /// Takes so many steps, and looks the store over at the end.
  mutating func run(steps: Int) throws {
    var looked = 0
    while tally.steps < steps {
      if isOne(in: isNoticed ? 8 : 40) { today = today.adding(days: Int.random(in: 1...8, using: &random)) }
      let next = choose()
      deed = next.name
      try next.run(&self)
      if tally.steps / 100 > looked {
        looked = tally.steps / 100
        try look()
      }
    }
    try look()
    #expect(try hand.rows("PRAGMA foreign_key_check").isEmpty && hand.texts("PRAGMA integrity_check") == ["ok"], place)
    #expect(try store.examine(by: Scratch.admin).isEmpty, place)
  }

  /// One operation by somebody: either it is taken, and the chain tells of it, or it is refused and nobody wrote a page of the file.
  mutating func take(by login: String, _ operation: (CenterStore, Acting) throws -> Void) throws {
    let before = try hand.version()
    let links = try hand.number("SELECT count(*) FROM audit")
    do {
      try operation(store, Acting(login, .desk))
    } catch {
      guard Self.isRefusal(error) else { throw error }
      tally.refuse(deed)
      #expect(try hand.version() == before, place)
      return
    }
    if try hand.version() == before { return tally.pass() }
    tally.take(deed)
    #expect(try hand.number("SELECT count(*) FROM audit") > links, place)
    try check()
  }

  /// What is looked at after every deed that wrote something.
  private mutating func check() throws {
    let broken = try hand.texts(StandingRule.ofApplications)
    try #require(broken.isEmpty, place)
    for table in ["application", "application_step", "credit_check", "application_conflict", "call", "audit"] {
      let count = try hand.number("SELECT count(*) FROM \(table)")
      #expect(count >= kept[table] ?? 0, "\(table) lost rows: \(place)")
      kept[table] = count
    }
    let now = try hand.texts("SELECT DISTINCT stage FROM application")
    stages.formUnion(now)
    isNoticed = now.contains("on_notice")
  }

  /// What is too slow to be looked at after every step: the chain, the registry as the store reads it, and what each login sees.
  private func look() throws {
    #expect(try store.verifyChain(by: Scratch.admin).isWhole, place)
    var codes: [String] = []
    try store.eachCenter(by: Scratch.bureau) { codes.append($0.code.string) }
    #expect(
      try codes.sorted()
        == hand.texts("SELECT step ->> '$.certify.code' FROM application_step WHERE step ->> '$.certify' <> '' ORDER BY 1"), place)
    let own = [
      "bureau": "1", "host": "host_id = (SELECT organization_id FROM user WHERE login = 'host')",
      "xian": "department_id = (SELECT department_id FROM user WHERE login = 'xian') AND EXISTS (\(Self.step("submit")))",
      "expert2": "id IN (SELECT application_id FROM application_expert WHERE login = 'expert2')", "viewer": "0",
    ]
    for (login, condition) in own.sorted(by: { $0.key < $1.key }) {
      let seen = (try? store.applications(by: Acting(login, .desk)).map(\.number).sorted()) ?? []
      #expect(try seen == hand.texts("SELECT number FROM application WHERE \(condition) ORDER BY number"), "\(login): \(place)")
    }
  }

  /// A query for the steps of one kind of an application.
  static func step(_ kind: String) -> String {
    "SELECT 1 FROM application_step WHERE application_id = application.id AND step ->> '$.\(kind)' IS NOT NULL"
  }

  /// Where a walk stood, to find it again.
  var place: Comment { "seed \(seed), step \(tally.steps), \(deed), on \(today)" }

  private static func isRefusal(_ error: any Error) -> Bool {
    switch error as? StoreError {
    case .refused, .notPermitted, .noSuch, .changedMeanwhile: true
    default: false
    }
  }

  private mutating func choose() -> ApplicationDeed {
    var lot = Int.random(in: 0..<ApplicationDeed.all.reduce(0) { $0 + $1.weight }, using: &random)
    return ApplicationDeed.all.first { deed in
      lot -= deed.weight
      return lot < 0
    } ?? ApplicationDeed.all[0]
  }
}

// MARK: - Drawing

extension ApplicationWalk {
  mutating func isOne(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

  /// Mostly who has a part, else anybody.
  mutating func mostly(_ login: String?) -> String {
    guard let login, !isOne(in: 15) else { return Self.logins.randomElement(using: &random) ?? "viewer" }
    return login
  }

  /// Words; rarely none.
  mutating func words() -> PlainText { isOne(in: 12) ? .empty : PlainText(literal: "理由充分") }

  /// An application of which something holds, by columns of its table; mostly one that is still open, rarely one that is not there. Mostly none
  /// where it holds of none.
  mutating func application(where condition: String = "1") throws -> String? {
    if isOne(in: 60) { return "SQ2026-9999" }
    let isOpen =
      isOne(in: 12)
      ? "1"
      : "year >= (SELECT max(year) FROM call) - 1 AND stage NOT IN ('certified', 'declined', 'failed_check', 'not_proposed', 'not_approved', 'objection_upheld', 'withdrawn')"
    let numbers = try hand.texts("SELECT number FROM application WHERE \(isOpen) AND \(isOne(in: 10) ? "1" : condition) ORDER BY number")
    return numbers.randomElement(using: &random) ?? (isOne(in: 12) ? "SQ2026-0001" : nil)
  }

  /// Whose an application is for a role; `nil` where it is not there.
  func login(_ role: Role, of number: String) throws -> String? {
    switch role {
    case .host:
      try hand.texts(
        "SELECT login FROM user JOIN application ON host_id = organization_id WHERE role = 'host' AND number = ?", [number]
      ).first
    case .department:
      try hand.texts("SELECT login FROM user JOIN application USING (department_id) WHERE role = 'department' AND number = ?", [number])
        .first
    default: "bureau"
    }
  }
}
