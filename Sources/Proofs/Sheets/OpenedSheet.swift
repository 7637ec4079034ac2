import Regulation

/// A scoresheet without its expert: what opens its commitment.
public struct OpenedSheet: Sendable, Hashable {
  /// The year of the round.
  public let year: Int
  /// The center's code.
  public let center: String
  /// The letter under which the center knows it, and nobody else.
  public let alias: String
  /// Thirty-two random bytes: without them the points of a sheet could be found by trying all that are likely.
  public let salt: [UInt8]
  /// Points of every indicator, 0 … its weight.
  public let points: PerIndicator<Points>

  /// Opens a sheet.
  public init(year: Int, center: String, alias: String, salt: [UInt8], points: PerIndicator<Points>) {
    self.year = year
    self.center = center
    self.alias = alias
    self.salt = salt
    self.points = points
  }

  /// What is hashed: `cztic sheet 1`, the random bytes in hexadecimal digits, year, code and letter, then a line for each of the nineteen indicators
  /// in the order of the table: `1.1 4.50`.
  public var text: String {
    let head = "cztic sheet 1\n\(Hex.string(of: salt))\n\(year)\n\(center)\n\(alias)\n"
    return head + points.pairs.map { "\($0.code) \($0.element)\n" }.joined()
  }

  /// SHA-256 over ``text``.
  public var commitment: Digest256 { Digest256(ofText: text) }

  /// The letter of the n-th sheet of a center, from 0: A … Z, then AA, AB …
  public static func alias(_ place: Int) -> String {
    let (rest, letter) = place.quotientAndRemainder(dividingBy: 26)
    return (rest == 0 ? "" : alias(rest - 1)) + String(UnicodeScalar(UInt8(0x41 + letter)))
  }
}

/// The sheets behind figures that were fixed by one link, bound as a whole.
public struct SheetBinding: Sendable, Hashable {
  /// A sheet of a center.
  public struct Sheet: Sendable, Hashable {
    /// The center's code.
    public let center: String
    /// The sheet's letter.
    public let alias: String
    /// What it commits to.
    public let commitment: Digest256

    /// Names a sheet.
    public init(center: String, alias: String, commitment: Digest256) {
      self.center = center
      self.alias = alias
      self.commitment = commitment
    }
  }

  /// The year of the round.
  public let year: Int
  /// The sheets, by center, then letter.
  public let sheets: [Sheet]

  /// Binds some sheets.
  public init(year: Int, sheets: [Sheet]) {
    self.year = year
    self.sheets = sheets.sorted {
      $0.center == $1.center
        ? ($0.alias.utf8.count, $0.alias) < ($1.alias.utf8.count, $1.alias) : $0.center.utf8.lexicographicallyPrecedes($1.center.utf8)
    }
  }

  /// What the chain binds: the sheets in lines.
  public var text: ProofText {
    var text = ProofText("cztic sheets 1")
    text.append("round", String(year))
    for sheet in sheets { text.append("sheet", sheet.center, sheet.alias, sheet.commitment.description) }
    return text
  }
}
