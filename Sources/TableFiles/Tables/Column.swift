import Wording

/// One column of a kind of table.
public struct Column: Sendable, Hashable {
  /// Whether a file must have the column.
  public enum Presence: Sendable, Hashable {
    /// A file may lack it: what is there is left as it is. An empty cell clears.
    case optional
    /// A file must have it; its cells may be empty.
    case required
    /// A file must have it, and no cell may be empty.
    case filled
  }

  /// What its cells hold, and so how they are written.
  public enum Content: Sendable, Hashable {
    /// Text, with the mark against formulas (``FormulaGuard``).
    case text
    /// A number: no mark, so that a spreadsheet reads it as what it is.
    case figure
    /// A day, written `2024-01-05`; likewise without a mark.
    case day
    /// A number in some rows and text in others.
    case mixed
    /// A list: separated inside a cell, an array in JSON.
    case list(CellList.Separator)
  }

  /// The English name: in English headers, in JSON and in error messages.
  public let name: String
  /// The Chinese name.
  public let chinese: String
  /// Whether a file must have it.
  public let presence: Presence
  /// What its cells hold.
  public let content: Content
  /// What it means, for help and documentation.
  public let meaning: Phrase

  /// A column of both names.
  public init(
    _ name: String, _ chinese: String, _ presence: Presence = .optional, content: Content = .text, meaning: Phrase = Phrase(same: "")
  ) {
    self.name = name
    self.chinese = chinese
    self.presence = presence
    self.content = content
    self.meaning = meaning
  }

  /// Both names, as messages show them: `points/得分`.
  public var label: String { name + "/" + chinese }
}
