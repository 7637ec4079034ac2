/// A center's figure of a round, and those that it took the place of.
public struct RoundFigure: Sendable, Hashable, Codable {
  /// The figure that is published; it decides grade and rank.
  public let score: Points
  /// How many sheets were submitted, the dropped ones included.
  public let sheets: Int
  /// What stood here before, earliest first: an upheld objection leaves both figures on file (article 25).
  public let replaced: [Replaced]

  /// A figure that an upheld objection took away.
  public struct Replaced: Sendable, Hashable, Codable {
    /// The figure; `nil` where the center stood as absent or pending.
    public let score: Points?
    /// The objection's number.
    public let objection: Int
    /// The day of the new figure.
    public let on: Day

    /// Puts a replaced figure on file.
    public init(score: Points?, objection: Int, on: Day) {
      self.score = score
      self.objection = objection
      self.on = on
    }
  }

  /// The grade (article 28).
  public var grade: Grade { Grade(published: score) }

  /// Puts a figure on file.
  public init(score: Points, sheets: Int, replaced: [Replaced] = []) {
    self.score = score
    self.sheets = sheets
    self.replaced = replaced
  }
}

/// What settlement fixed: who had to take part, and what it came to. What happens in the registry later changes none of it.
public struct RoundSettlement: Sendable, Hashable, Codable {
  /// The day of the settlement.
  public let on: Day
  /// The figures, by center.
  public internal(set) var figures: [String: RoundFigure]
  /// The due centers with too few sheets, in order.
  public internal(set) var pending: [String]
  /// The due centers that took no part, in order.
  public internal(set) var absent: [String]
  /// Who did not have to take part, and why.
  public let exempt: [String: Due.Exemption]
  /// The centers that an upheld objection re-opened, with its number: their sheets may change until their figure is fixed anew.
  public internal(set) var reopened: [String: Int]

  /// Puts on file what was fixed.
  public init(
    on: Day, figures: [String: RoundFigure], pending: [String], absent: [String], exempt: [String: Due.Exemption],
    reopened: [String: Int] = [:]
  ) {
    self.on = on
    self.figures = figures
    self.pending = pending.inOrder
    self.absent = absent.inOrder
    self.exempt = exempt
    self.reopened = reopened
  }

  /// Whether a center had to take part.
  public func isDue(_ code: String) -> Bool { figures[code] != nil || pending.contains(code) || absent.contains(code) }

  /// Whether sheets of a center are taken once the results are on notice: an upheld objection re-opened it, or it has no figure yet for want of
  /// sheets. What is on notice changes only through an upheld objection (article 25); a first figure changes nothing.
  public func isOpen(_ code: String) -> Bool { reopened[code] != nil || pending.contains(code) }

  /// The ranking: by rank, then code.
  public var ranking: [(rank: Int, code: String, figure: RoundFigure)] {
    Ranking.ranked(Array(figures), score: { $0.value.score }, code: { $0.key }).map { ($0.rank, $0.thing.key, $0.thing.value) }
  }
}

extension [String] {
  /// Codes in their order.
  var inOrder: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}

/// An objection to a published result (articles 12 and 25).
public struct RoundObjection: Sendable, Hashable, Codable {
  /// The code of the center whose result it speaks of.
  public let center: String
  /// What it says, and what was found.
  public internal(set) var objection: Objection

  /// The objection without who objected, and without what would tell them.
  public func withoutObjector(under notice: PublicNotice) -> RoundObjection {
    RoundObjection(center: center, objection: objection.withoutObjector(under: notice))
  }
}
