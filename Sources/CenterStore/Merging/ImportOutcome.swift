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
