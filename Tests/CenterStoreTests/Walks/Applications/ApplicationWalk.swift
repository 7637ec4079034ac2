import ApplicationsForTests
import CenterStore
import RandomForTests
import Regulation
import Testing

/// A walk through the store's operations on calls and applications: who does what to which application on which day is drawn, and after each step
/// the file is looked at past the store.
struct ApplicationWalk: StoreWalk {
  let seed: UInt64
  let hand: OtherHand
  let city: ApplicationCity
  private(set) var today = ApplicationCity.day(6, 1)
  var deed = ""
  var random: SeededRandom
  var tally = WalkTally()
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
    // Some stand at every stage of the way already, since few get there by chance.
    for count in [0, 1, 2, 3, 3, 4, 5, 6, 7, 7] { _ = try city.application(after: count) }
    for _ in 0..<2 { try city.review(try city.application(after: 4)) }
    hand = try city.scratch.otherHand()
  }

  /// The store, as it stands today.
  var store: CenterStore { city.store(on: today) }

  mutating func next() -> ApplicationDeed {
    if isOne(in: isNoticed ? 8 : 40) { today = today.adding(days: Int.random(in: 1...8, using: &random)) }
    return draw(of: ApplicationDeed.all)
  }

  mutating func check() throws {
    let broken = try hand.texts(StandingRule.ofApplications)
    try #require(broken.isEmpty, place)
    for table in ["application", "application_step", "credit_check", "application_conflict", "call", "audit"] {
      let (count, before) = (try hand.number("SELECT count(*) FROM \(table)"), kept[table] ?? 0)
      // Something was written, so the chain tells of it.
      #expect(table == "audit" ? count > before : count >= before, "\(table) lost rows, or gained none: \(place)")
      kept[table] = count
    }
    let now = try hand.texts("SELECT DISTINCT stage FROM application")
    stages.formUnion(now)
    isNoticed = now.contains("on_notice")
  }

  /// The registry as the store reads it, and what each login sees.
  func look() throws {
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
}

// MARK: - Drawing

extension ApplicationWalk {
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
