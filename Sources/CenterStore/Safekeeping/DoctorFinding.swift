import Wording

/// Something that the doctor found wrong with a store.
public struct DoctorFinding: Sendable, Hashable {
  /// The name of an ``Invariant``, as scripts read it.
  public struct Check: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
    /// The word.
    public let rawValue: String

    /// A name read back.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A name as it is written.
    public init(stringLiteral word: String) { rawValue = word }
  }

  /// What was looked at.
  public let check: Check
  /// The articles that it follows from; none where it follows from how the store is kept.
  public let articles: [String]
  /// The table, link, document, center or other thing that is concerned, as scripts read it; may be empty.
  public let object: String
  /// What it is called, for people; may be empty.
  public let name: Phrase
  /// What is wrong, for people.
  public let phrase: Phrase
}
