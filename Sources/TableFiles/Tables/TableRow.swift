import Wording

/// What a cell holds.
public enum TableValue: Sendable, Hashable {
  /// A text, a number or a date.
  case text(String)
  /// A list.
  case list([String])
}

extension TableValue {
  /// What stands in a cell of a column, before any mark.
  public func text(_ content: Column.Content) -> String {
    switch (self, content) {
    case (.text(let text), _): text
    case (.list(let entries), .list(let separator)): CellList.joined(entries, by: separator)
    case (.list(let entries), _): CellList.joined(entries)
    }
  }
}

extension TableSchema {
  /// Makes sure that the lists of a row can stand in cells and come back.
  ///
  /// - Throws: ``FileError/separatorInEntry(_:)``.
  public func requireLawfulLists(_ values: [TableValue]) throws(FileError) {
    for (value, column) in zip(values, columns) {
      guard case .list(let entries) = value, case .list(let separator) = column.content else { continue }
      if let entry = entries.first(where: { !CellList.isLawful($0, by: separator) }) { throw .separatorInEntry(SafeExcerpt(entry)) }
    }
  }
}

/// One row of a table, whatever the file was.
///
/// A column that the file lacks is nil: what is there is left as it is. An empty cell is an empty text, which clears. Texts have no
/// blanks at their ends, and the mark against formulas is taken away.
public struct TableRow: Sendable {
  enum Content: Sendable {
    /// A row of a CSV file, and where each column of the schema stands in it; −1 where it does not.
    case cells(CSVRecord, places: [Int])
    /// A value for each column of the schema; nil where the record has none.
    case values([TableValue?])
  }

  /// The row's number for messages (``RowCounting``).
  public let number: Int
  /// Whether nothing was wrong with its form: no cell of it is missing that must be there, none stands where no column is.
  public let isWhole: Bool

  let schema: TableSchema
  let content: Content

  /// The text of a column by its place in the schema; nil where the file lacks it. A list is joined with its separator.
  public subscript(position: Int) -> String? {
    switch content {
    case .cells(let record, let places):
      let place = places[position]
      return place < 0 ? nil : FormulaGuard.unmarked(record.trimmed(place))
    case .values(let values):
      switch values[position] {
      case nil: return nil
      case .text(let text)?: return text
      case .list(let entries)?: return CellList.joined(entries, by: separator(position))
      }
    }
  }

  /// The text of a column; nil where the file, or the schema, lacks it.
  public subscript(column: Column) -> String? { schema.position(of: column.name).flatMap { self[$0] } }

  /// The entries of a list column, without blanks and empty ones; nil where the file, or the schema, lacks it.
  public func list(_ column: Column) -> [String]? {
    schema.position(of: column.name).flatMap { list(at: $0) }
  }

  /// The entries of a list column by its place in the schema, without blanks and empty ones; nil where the file lacks it.
  public func list(at position: Int) -> [String]? {
    if case .values(let values) = content, case .list(let entries)? = values[position] { return entries }
    guard let text = self[position] else { return nil }
    return text.isEmpty ? [] : CellList.split(text, by: separator(position))
  }

  /// Lends the bytes of a cell by its column's place in the schema, blanks and mark taken away: for imports of 100,000 rows, which
  /// need no string. The body gets nil where the file lacks the column.
  public func withBytes<R, E: Error>(at position: Int, _ body: (UnsafeRawBufferPointer?) throws(E) -> R) throws(E) -> R {
    if case .cells(let record, let places) = content {
      let place = places[position]
      guard place >= 0 else { return try body(nil) }
      return try record.withTrimmedBytes(of: place) { bytes throws(E) in
        try body(bytes.first == 0x27 ? UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) : bytes)
      }
    }
    guard let text = self[position] else { return try body(nil) }
    return try Array(text.utf8).withUnsafeBufferPointer { bytes throws(E) in try body(UnsafeRawBufferPointer(bytes)) }
  }

  /// An error in a cell of this row, with the value that stands there.
  public func error(in column: Column, _ message: Phrase) -> CellError {
    CellError(row: number, column: column, value: self[column] ?? "", message: message)
  }

  /// An error of the whole row.
  public func error(_ message: Phrase) -> CellError { CellError(row: number, message: message) }

  private func separator(_ position: Int) -> CellList.Separator {
    if case .list(let separator) = schema.columns[position].content { separator } else { .semicolon }
  }
}
