import GRDB
import Regulation
import Testing

/// What a walk remembers of a store, so that it can tell whether one state follows from another.
struct WalkMemory {
  /// From which state a round comes into which; a round that was called off may be announced again.
  static let edges: Set<String> = [
    "nothing announced", "announced scoring", "announced cancelled", "scoring cancelled", "cancelled announced", "cancelled scoring",
    "scoring settled", "settled scoring", "settled published", "published closed",
  ]

  /// The state of each round, by its year.
  private(set) var states: [Int: RoundState] = [:]
  /// Which of ``edges`` were seen.
  private(set) var seen: Set<String> = []
  /// The published figures of a center in a round, the earliest first.
  private var figures: [String: [Points]] = [:]
  /// How many rows there were of what is only ever added to.
  private var kept: [String: Int] = [:]
  /// What closed rounds were when they ended.
  private var closed: [Int: String] = [:]

  /// Looks at what one operation made of the rounds.
  mutating func look(_ hand: OtherHand) throws {
    for row in try hand.rows("SELECT year, state FROM round ORDER BY year") {
      let (year, state): (Int, RoundState) = (row[0], try #require(RoundState(rawValue: row[1])))
      let before = states.updateValue(state, forKey: year)
      if before == state { continue }
      let edge = "\(before?.rawValue ?? "nothing") \(state.rawValue)"
      #expect(Self.edges.contains(edge), "round of \(year): \(edge)")
      seen.insert(edge)
      if state == .closed { closed[year] = try fixed(year, hand) }
    }
    try lookAtFigures(hand)
    for table in ["conflict", "deferral", "round_step", "round_objection", "former_sheet", "expert_alias", "audit"] {
      let count = try hand.number("SELECT count(*) FROM \(table)")
      #expect(count >= kept[table] ?? 0, "\(table) lost rows")
      kept[table] = count
    }
  }

  /// A figure changes through an upheld objection only, which leaves both on file.
  private mutating func lookAtFigures(_ hand: OtherHand) throws {
    let rows = try hand.rows(
      """
      SELECT year || ' ' || center_id, score,
        (SELECT group_concat(value ->> '$.score', ' ') FROM json_each(iif(replaced = '', '[]', replaced)) WHERE value ->> '$.score' <> '')
      FROM result JOIN round USING (year) WHERE state IN ('published', 'closed')
      """)
    for row in rows {
      let now = Points(row[1])
      let replaced = try (row[2] as String? ?? "").split(separator: " ").map { try Points(parsing: String($0)) }
      let all = replaced + [now]
      #expect(all.starts(with: figures[row[0] as String] ?? []), "\(row)")
      figures[row[0] as String] = all
    }
  }

  /// Looks whether rounds that are closed stand as they stood then.
  func lookAtClosed(_ hand: OtherHand) throws {
    for (year, before) in closed { #expect(try fixed(year, hand) == before, "the closed round of \(year) changed") }
  }

  /// Everything of a round that is fixed with its end; whether somebody pledges, and what comes of an incentive, is not.
  private func fixed(_ year: Int, _ hand: OtherHand) throws -> String {
    let tables = [
      "round", "roll", "result", "round_objection", "round_step", "former_sheet", "expert_alias", "assignment", "assignment_draw",
      "released", "deferral", "sheet", "material", "fact", "fact_verdict", "fact_remark", "own_score", "attachment", "group_opinion",
      "site_look",
    ]
    let rows = try tables.map { try hand.rows("SELECT * FROM \($0) WHERE year = \(year)").map(\.description).joined() }
    let scores = try hand.rows("SELECT score.* FROM score JOIN sheet ON sheet.id = sheet_id WHERE year = \(year)").map(\.description)
    return (rows + scores).joined(separator: "\n")
  }
}
