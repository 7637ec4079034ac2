import Regulation

/// What an expert takes away to score elsewhere: the centers with what the desk shows of them, and the sheets as they stood. It never changes;
/// its digest stands in the audit chain of the store that gave it out.
///
/// The file's form and what its seal protects: `Offline.docc`.
public struct TakenSheets: Sendable, Hashable, Codable {
  /// The round, as far as scoring needs it.
  public struct Round: Sendable, Hashable, Codable {
    /// The year of evaluation.
    public let year: Int
    /// How a center's score comes from its sheets.
    public let method: RoundMethod
    /// How few submitted sheets are enough.
    public let minimumSheets: Int
    /// The last day for scores.
    public let scoresBy: Day?
    /// The day of the announcement.
    public let openedOn: Day
    /// The version of the indicator table by which is scored.
    public let table: String
  }

  /// A data item of a center.
  public struct Fact: Sendable, Hashable, Codable {
    /// Its code.
    public let code: String
    /// The calendar year; `nil` for an item that has one value for the round.
    public let year: Int?
    /// The value as files write it; empty where it was left empty.
    public let value: String
    /// Why, or a remark.
    public let note: PlainText
  }

  /// A line of the register of documents.
  public struct Document: Sendable, Hashable, Codable {
    /// Its title.
    public let title: PlainText
    /// What kind of document it is.
    public let kind: PlainText
    /// The day that stands on it.
    public let date: Day?
    /// The name of its file, which is not taken along.
    public let file: PlainText
    /// Where the paper lies.
    public let location: PlainText
    /// The data items that it proves.
    public let facts: [String]
  }

  /// A center that is assigned to the expert.
  public struct Center: Sendable, Hashable, Codable {
    /// Its code.
    public let code: PlainText
    /// Its name.
    public let name: PlainText
    /// The host unit.
    public let host: PlainText
    /// What kind of legal person it is.
    public let hostKind: HostKind
    /// The co-builders.
    public let coBuilders: [PlainText]
    /// The competent department.
    public let department: PlainText
    /// The field of technology.
    public let field: PlainText
    /// The day of certification.
    public let certifiedOn: Day
    /// The director.
    public let director: PlainText
    /// The data items that are filled in.
    public let facts: [Fact]
    /// The register of its documents.
    public let documents: [Document]
    /// The expert's own sheet as it stood.
    public let sheet: OfflineSheet
  }

  /// What the taking is called: 32 hexadecimal digits, drawn at random.
  public let id: String
  /// The hash of the first link of the store's chain, by which the store is known.
  public let store: String
  /// The expert's login.
  public let login: PlainText
  /// The expert's name.
  public let name: PlainText
  /// Where the expert works.
  public let employer: PlainText
  /// When.
  public let takenAt: Moment
  /// The round.
  public let round: Round
  /// The centers, in the order of their codes.
  public let centers: [Center]

  /// SHA-256 over its canonical JSON, which the chain keeps.
  public var digest: Digest256 { get throws { Digest256(of: Array(try JSONText.encode(self).utf8)) } }

  /// What the chain calls it.
  var object: String { "offline/\(round.year)/\(login)/\(id)" }
}
