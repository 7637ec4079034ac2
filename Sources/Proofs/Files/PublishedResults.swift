import Regulation

/// The results of a round as they are given out (articles 25 to 28): rules, figures, grades, ranks, and who has none and why. Sheets are not among them.
public struct PublishedResults: Sendable, Hashable {
  /// A center that was scored.
  public struct Center: Sendable, Hashable {
    /// Its code.
    public let code: String
    /// Its name.
    public let name: String
    /// The published figure.
    public let score: Points
    /// The grade (article 28).
    public let grade: Grade
    /// The rank, from 1; equal figures have equal ranks.
    public let rank: Int
    /// How many sheets were submitted, the dropped ones included.
    public let sheets: Int
    /// How many of its experts were named by hand and not drawn.
    public let byHand: Int

    /// Puts a center's result on file.
    public init(code: String, name: String, score: Points, grade: Grade, rank: Int, sheets: Int, byHand: Int) {
      self.code = code
      self.name = name
      self.score = score
      self.grade = grade
      self.rank = rank
      self.sheets = sheets
      self.byHand = byHand
    }
  }

  /// A figure that an upheld objection took the place of another's (article 25).
  public struct Correction: Sendable, Hashable {
    /// The center's code.
    public let code: String
    /// What stood there before; `nil` where it stood without a figure.
    public let before: Points?
    /// The day of the new figure.
    public let on: Day

    /// Puts a correction on file.
    public init(code: String, before: Points?, on: Day) {
      self.code = code
      self.before = before
      self.on = on
    }
  }

  /// The year of the round.
  public let year: Int
  /// The number of the publication, from 1.
  public let number: Int
  /// The digest of the file that this one takes the place of; `nil` for the first.
  public let supersedes: Digest256?
  /// How a score comes from sheets.
  public let method: RoundMethod
  /// How few sheets are enough.
  public let minimumSheets: Int
  /// The version of the table of indicators.
  public let tableVersion: String
  /// The scored centers, by rank, then code.
  public let centers: [Center]
  /// Figures that were corrected, by code, earliest first.
  public let corrections: [Correction]
  /// The due centers with too few sheets, and how many each has.
  public let pending: [String: Int]
  /// The due centers that took no part.
  public let absent: [String]
  /// Who did not have to take part, and why.
  public let exempt: [String: Due.Exemption]

  /// Puts results together.
  public init(
    year: Int, number: Int, supersedes: Digest256?, method: RoundMethod, minimumSheets: Int, tableVersion: String, centers: [Center],
    corrections: [Correction], pending: [String: Int], absent: [String], exempt: [String: Due.Exemption]
  ) {
    self.year = year
    self.number = number
    self.supersedes = supersedes
    self.method = method
    self.minimumSheets = minimumSheets
    self.tableVersion = tableVersion
    self.centers = centers.sorted { $0.rank == $1.rank ? $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) : $0.rank < $1.rank }
    self.corrections = corrections
    self.pending = pending
    self.absent = absent.inOrder
    self.exempt = exempt
  }
}

extension PublishedResults {
  /// What the chain binds: the results in lines.
  public var text: ProofText {
    var text = ProofText("cztic results 1")
    text.append("round", String(year))
    text.append("publication", String(number))
    text.append("supersedes", supersedes?.description ?? "-")
    text.append("method", method.rawValue)
    text.append("sheets", String(minimumSheets))
    text.append("table", tableVersion)
    text.append("limit", Grade.excellent.rawValue, Grade.excellentLine.description)
    text.append("limit", Grade.qualified.rawValue, Grade.qualifiedLine.description)
    for center in centers {
      text.append(
        "center", center.code, center.score.description, center.grade.rawValue, String(center.rank), String(center.sheets),
        String(center.byHand), center.name)
    }
    for correction in corrections { text.append("corrected", correction.code, correction.before?.description ?? "-", "\(correction.on)") }
    for code in pending.keys.inOrder { text.append("pending", code, String(pending[code] ?? 0)) }
    for code in absent { text.append("absent", code) }
    for code in exempt.keys.inOrder { text.append("exempt", code, exempt[code]?.rawValue ?? "") }
    return text
  }
}
