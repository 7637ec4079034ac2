import Regulation

/// What a draw by lot (抽取) goes by, bound in the audit chain before anybody can know the seed: who is in it, who is excluded from what, what the
/// panels have to be. Experts appear under tickets, which only the store can match to people.
public struct LotTerms: Sendable, Hashable {
  /// Why there is a lot.
  public enum Cause: Sendable, Hashable {
    /// The first of its round.
    case first
    /// An earlier one is drawn anew: its number, and why.
    case redraw(of: Int, reason: String)
    /// Somebody whom an earlier one had drawn fell out: the gap is filled by the same tickets and the same key, all else standing.
    case replacement(of: Int)
  }

  /// An expert of the pool.
  public struct Ticket: Sendable, Hashable {
    /// `01`, `02` …
    public let name: String
    /// SHA-256 over who bears it, and random bytes (``LotTicket``).
    public let commitment: Digest256
    /// What the expert is an expert of; told only where panels ask for kinds.
    public let kind: ExpertKind?

    /// Names a ticket.
    public init(name: String, commitment: Digest256, kind: ExpertKind?) {
      self.name = name
      self.commitment = commitment
      self.kind = kind
    }
  }

  /// A center that experts are drawn for.
  public struct Center: Sendable, Hashable {
    /// Its code.
    public let code: String
    /// The tickets of experts in its field, in order.
    public let matches: [String]
    /// The tickets that may not be drawn for it, each with what binds the reason (``LotReason``), by ticket.
    public let excluded: [String: Digest256]

    /// Names a center.
    public init(code: String, matches: [String], excluded: [String: Digest256]) {
      self.code = code
      self.matches = matches.inOrder
      self.excluded = excluded
    }
  }

  /// The year of the round.
  public let year: Int
  /// The number of the lot in its round, from 1.
  public let number: Int
  /// Why there is one.
  public let cause: Cause
  /// How many sheets each center is to get, standing ones included; 1 or more.
  public let perCenter: Int
  /// How many experts of each kind each panel needs at least.
  public let panel: [ExpertKind: Int]
  /// Whether the sheets are to connect all experts.
  public let connectsExperts: Bool
  /// The pool, by ticket.
  public let tickets: [Ticket]
  /// The centers, by code.
  public let centers: [Center]
  /// What stands, by center, then ticket.
  public let standing: [LotPair]

  /// States what a lot goes by.
  public init(
    year: Int, number: Int, cause: Cause, perCenter: Int, panel: [ExpertKind: Int], connectsExperts: Bool, tickets: [Ticket],
    centers: [Center], standing: [LotPair]
  ) {
    self.year = year
    self.number = number
    self.cause = cause
    self.perCenter = perCenter
    self.panel = panel
    self.connectsExperts = connectsExperts
    self.tickets = tickets.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.centers = centers.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    self.standing = standing.sorted()
  }

  /// The name of the n-th of some tickets, from 0: as many digits as the last one needs, two at least.
  public static func ticketName(_ place: Int, of count: Int) -> String {
    let (name, width) = (String(place + 1), max(2, String(count).count))
    return String(repeating: "0", count: width - name.count) + name
  }
}

extension LotTerms {
  /// What the chain binds: the terms in lines.
  public var text: ProofText {
    var text = ProofText("cztic lot 1")
    text.append("round", String(year))
    text.append("lot", String(number))
    switch cause {
    case .first: text.append("cause", "first")
    case .redraw(let earlier, let reason): text.append("cause", "redraw", String(earlier), reason)
    case .replacement(let earlier): text.append("cause", "replacement", String(earlier))
    }
    text.append("sheets", String(perCenter))
    for kind in ExpertKind.allCases { if let count = panel[kind], count > 0 { text.append("panel", kind.rawValue, String(count)) } }
    text.append("connect", connectsExperts ? "yes" : "no")
    for ticket in tickets { text.append("ticket", ticket.name, ticket.commitment.description, ticket.kind?.rawValue ?? "-") }
    for center in centers {
      text.append("center", center.code)
      for ticket in center.matches { text.append("match", center.code, ticket) }
      for ticket in center.excluded.keys.inOrder {
        text.append("excluded", center.code, ticket, center.excluded[ticket]?.description ?? "")
      }
    }
    for standing in standing { text.append("standing", standing.center, standing.ticket) }
    return text
  }
}
