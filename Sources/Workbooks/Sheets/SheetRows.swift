import TableFiles

/// The rows of a sheet, one after the other; blank ones are passed over.
final class SheetRows: RowSource {
  let sheet: String?
  private let reader: SheetReader
  private let stream: XMLStream
  private let merged: MergedCells?

  /// The rows of a part.
  init(_ part: any PackedPart, _ book: WorkbookCells, merged: MergedCells?, sheet: String?) throws(WorkbookFault) {
    self.sheet = sheet
    self.merged = merged
    reader = SheetReader(part.name, book)
    stream = try XMLStream(part, reader)
  }

  func next(days: Set<Int>) throws(WorkbookFault) -> CSVRecord? {
    reader.days = days
    while try stream.run() {
      guard var row = reader.take() else { continue }
      // A row that holds no more than what is merged into it from above is blank as well.
      let isBlank = row.isBlank
      merged?.fill(&row)
      if isBlank { continue }
      return CSVRecord(row: row.number, bytes: row.bytes, ends: row.ends, faults: row.faults)
    }
    return nil
  }
}
