import Regulation

/// What a lot drew: for each center the tickets, and the places that nobody could fill.
public struct LotOutcome: Sendable, Hashable {
  /// The year of the round.
  public let year: Int
  /// The number of the lot.
  public let number: Int
  /// What the lot followed from.
  public let key: LotKey
  /// Who was drawn, by center, then ticket.
  public let drawn: [LotPair]
  /// How many places stayed open, by center.
  public let open: [String: Int]

  /// Puts an outcome on file.
  public init(year: Int, number: Int, key: LotKey, drawn: [LotPair], open: [String: Int]) {
    self.year = year
    self.number = number
    self.key = key
    self.drawn = drawn.sorted()
    self.open = open
  }

  /// What the chain binds: the outcome in lines.
  public var text: ProofText {
    var text = ProofText("cztic draw 1")
    text.append("round", String(year))
    text.append("lot", String(number))
    text.append("key", key.text)
    for pair in drawn { text.append("drawn", pair.center, pair.ticket) }
    for center in open.keys.inOrder { text.append("open", center, String(open[center] ?? 0)) }
    return text
  }
}

extension LotTerms {
  /// The problem that a plan is drawn from: experts are tickets, and each center is a field of its own, which those have who match it.
  public var problem: AssignmentProblem {
    let matches = Dictionary(
      grouping: centers.enumerated().flatMap { place, center in center.matches.map { (ticket: $0, field: LotTerms.field(place)) } },
      by: \.ticket)
    return AssignmentProblem(
      centers: centers.enumerated().map { place, center in
        // Who is excluded keeps what stands: what has to fall has fallen before the terms were bound.
        AssignmentProblem.Center(code: center.code, field: LotTerms.field(place), notAgain: Set(center.excluded.keys))
      },
      experts: tickets.map { AssignmentProblem.Expert(login: $0.name, fields: (matches[$0.name] ?? []).map(\.field), kind: $0.kind) },
      standing: standing.map { AssignmentProblem.Standing(center: $0.center, expert: $0.ticket, hasSheet: true) }, perCenter: perCenter,
      panel: panel, connectsExperts: connectsExperts)
  }

  private static func field(_ place: Int) -> PlainText { (try? PlainText("C\(place)")) ?? .empty }

  /// What a key draws: the best plan there is, ties broken by the lot. Its experts are tickets.
  public func draw(_ key: LotKey) -> (plan: AssignmentPlan, outcome: LotOutcome) {
    let plan = AssignmentPlan(problem, lot: key.lot)
    let outcome = LotOutcome(
      year: year, number: number, key: key, drawn: plan.new.map { LotPair(center: $0.center, ticket: $0.expert) },
      open: Dictionary(uniqueKeysWithValues: plan.unfilled.map { ($0.center, $0.missing) }))
    return (plan, outcome)
  }

  /// What a key draws, as the chain binds it.
  public func outcome(_ key: LotKey) -> LotOutcome { draw(key).outcome }
}
