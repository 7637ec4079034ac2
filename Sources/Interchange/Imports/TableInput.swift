import TableFiles
import Workbooks

/// A file with a table, whatever its form.
enum TableInput: Sendable {
  /// CSV in the encodings of spreadsheets, or a JSON array.
  case text(UTF8Text)
  /// A workbook.
  case book(Workbook)

  /// Looks at a file.
  init(_ bytes: FileBytes) throws(FileError) {
    self = Workbook.isWorkbook(bytes) ? .book(try Workbook(bytes)) : .text(try bytes.text())
  }

  /// A reader of its rows.
  func reader(_ schema: TableSchema, _ problems: inout ImportProblems) throws(FileError) -> TableReader {
    switch self {
    case .text(let text): TableReader(text, schema: schema, problems: &problems)
    case .book(let book): TableReader(try book.rows(of: schema), schema: schema, problems: &problems)
    }
  }

  /// About how many bytes its rows have.
  var size: Int {
    switch self {
    case .text(let text): text.count
    // Workbooks are packed.
    case .book(let book): book.size * 8
    }
  }

  /// About how many records it has; `nil` where that takes reading it.
  var lines: Int? {
    guard case .text(let text) = self else { return nil }
    let breaks = text.withBytes { bytes in bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 } }
    return breaks > 1 ? breaks : nil
  }
}
