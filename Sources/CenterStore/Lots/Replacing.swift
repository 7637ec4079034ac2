import GRDB
import Proofs
import Regulation

/// How a gap is filled that somebody left whom a lot had drawn: by the same tickets and the same key, all else standing (formats: assign).
struct LotReplacement {
  private let draft: LotDraft
  private let round: RoundRecord
  private let wishes: AssignmentWishes
  private let number: Int
  private let replaced: Int
  private let key: LotKey
  private let names: [String: String]
  private let secrets: [String: LotTicket]

  /// - Parameters:
  ///   - lot: the lot that drew last.
  ///   - gap: the center.
  init?(_ lot: LotRecord?, of round: RoundRecord, gap: String, perCenter: Int, _ wishes: AssignmentWishes, _ operation: Operation) throws {
    guard let lot, let drawn = lot.drawn else { return nil }
    self.round = round
    self.wishes = wishes
    (number, replaced, key) = (try operation.nextLot(round.year), lot.terms.number, drawn.outcome.key)
    secrets = lot.tickets
    names = Dictionary(uniqueKeysWithValues: lot.tickets.map { ($1.login, $0) })
    let draft = try LotDraft(round, perCenter: perCenter, wishes, drawsAnew: false, gap: gap, operation.db)
    // Who came by hand and is in no lot has a place of the panel all the same.
    let others = draft.standing.count { $0.center == gap && !lot.tickets.values.map(\.login).contains($0.expert) }
    self.draft =
      others == 0 ? draft : try LotDraft(round, perCenter: max(perCenter - others, 0), wishes, drawsAnew: false, gap: gap, operation.db)
  }

  /// What would be drawn, by logins.
  var plan: AssignmentPlan {
    let excluded = draft.problem.centers.map { center in
      (center.code, secrets.filter { draft.reason($1.login, center.code) != nil }.mapValues { LotReason(text: "", salt: $0.salt) })
    }
    let terms = draft.terms(
      number, of: round.year, .replacement(of: replaced), wishes, tickets: names, secrets: secrets,
      reasons: Dictionary(uniqueKeysWithValues: excluded))
    return terms.draw(key).plan.named { secrets[$0]?.login ?? $0 }
  }

  /// Binds and draws.
  func draw(_ operation: Operation) throws -> AssignmentDraw {
    let terms = try operation.bind(
      draft, number, .replacement(of: replaced), of: round, wishes, tickets: names, secrets: secrets)
    return try operation.draw(terms, key, secrets, draft, of: round, wishes, witness: "")
  }
}
