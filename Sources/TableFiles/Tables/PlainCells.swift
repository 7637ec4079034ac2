/// The cells of a row of a CSV file as they lie in it, by the places of their columns in the schema, blanks and the mark against formulas taken
/// away: for imports of 100,000 rows, which need no strings.
///
/// Its bytes are lent: they may not be kept longer than the body of ``TableRow/withPlainCells(_:)`` runs.
public struct PlainCells {
  let record: CSVRecord
  let places: [Int]
  let base: UnsafeRawPointer

  /// The bytes of a cell (UTF-8); nil where the file lacks the column.
  public subscript(position: Int) -> UnsafeRawBufferPointer? {
    let place = places[position]
    if place < 0 { return nil }
    let range = Blanks.trimmed(record.cells[place].range, of: base)
    let mark = !range.isEmpty && base.load(fromByteOffset: range.lowerBound, as: UInt8.self) == 0x27 ? 1 : 0
    return UnsafeRawBufferPointer(start: base + range.lowerBound + mark, count: range.count - mark)
  }
}

extension TableRow {
  /// Lends the cells of a row as they lie in the file.
  ///
  /// - Returns: what the body answers; no, and the body is not called, where the file is none of CSV or a cell of the row holds quotation marks, so
  ///   that its text is not what stands there.
  public func withPlainCells(_ body: (PlainCells) -> Bool) -> Bool {
    guard case .cells(let record, let places) = content, !record.cells.contains(where: \.hasDoubledQuotes) else { return false }
    return record.source.withBase { body(PlainCells(record: record, places: places, base: $0)) }
  }
}
