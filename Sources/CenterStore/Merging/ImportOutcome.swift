import Regulation
import Wording

/// A record from a file, with the number of its row (1 is a CSV file's header; the first of a JSON array is 1).
public struct Numbered<Record: Sendable>: Sendable {
  /// The number of its row, as people count.
  public let row: Int
  /// The record.
  public let record: Record

  /// Numbers a record.
  public init(_ row: Int, _ record: Record) {
    self.row = row
    self.record = record
  }
}

/// What an import did, or would do: all or nothing.
public struct ImportOutcome: Sendable, Hashable {
  /// Records that were not there.
  public var new = 0
  /// Records that changed.
  public var changed = 0
  /// Records that stand as they stood.
  public var unchanged = 0
  /// Centers whose material counts as handed in by this import of facts (article 27).
  public var handedIn = 0
  /// What is wrong; where anything is, nothing was written.
  public var problems: [RowProblem] = []
  /// How it ended; where not whole, nothing was written.
  public var ending = Ending.whole
  /// The root over all changes, for whoever agrees to them (``ImportTerms/agreed``); known where terms are set.
  public var root: Digest256?
  /// What the first records would change; of a trial on terms, else empty.
  public var told: [ChangeDocument] = []
  /// The link that it appended, by which it can be taken back (``CenterStore/undoImport(_:by:)``); `nil` where nothing was written.
  public var link: Int64?

  /// How an import ended.
  public enum Ending: Sendable, Hashable {
    /// Every record was looked at.
    case whole
    /// Somebody ended it (``ImportTerms/goesOn``).
    case stopped
    /// It would change something else than somebody agreed to: the store, or the file, is another since.
    case overtaken
  }

  /// How many changes are told.
  public static let mostTold = 500

  /// Nothing done yet.
  public init() {}
}

/// What is wrong with a row.
public struct RowProblem: Sendable, Hashable {
  /// The row, as people count.
  public var row: Int
  /// The column's English name.
  public var column: String
  /// The value as it stood there.
  public var value: String
  /// What is wrong, and what to do.
  public var message: Phrase

  /// Names a problem.
  public init(row: Int, column: String, value: String, message: Phrase) {
    self.row = row
    self.column = column
    self.value = value
    self.message = message
  }
}
