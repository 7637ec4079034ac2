/// One row of a CSV file, or of a sheet of a workbook: places in its bytes, from which text is made only when asked.
public struct CSVRecord: Sendable {
  /// The row's number as a spreadsheet shows it: the first row of the file is 1, blank rows count, a line break inside a cell does not.
  public let row: Int

  let source: FileBytes
  let cells: [CSVCell]
  /// The cells from which nothing could be taken; none in CSV.
  let faults: [CellFault]

  init(row: Int, source: FileBytes, cells: [CSVCell]) {
    self.row = row
    self.source = source
    self.cells = cells
    faults = []
  }

  /// A row whose cells' texts (UTF-8) stand one after the other.
  ///
  /// - Parameter ends: where the text of each ends.
  public init(row: Int, bytes: [UInt8], ends: [Int], faults: [CellFault] = []) {
    self.row = row
    source = FileBytes(bytes, name: "")
    self.faults = faults
    var cells: [CSVCell] = []
    cells.reserveCapacity(ends.count)
    var start = 0
    for end in ends {
      cells.append(CSVCell(start: start, end: end, hasDoubledQuotes: false))
      start = end
    }
    self.cells = cells
  }

  private init(_ record: CSVRecord, cells: [CSVCell]) {
    (row, source, faults) = (record.row, record.source, record.faults)
    self.cells = cells
  }

  /// The row with empty cells at its end, as many as a width asks for.
  func padded(to width: Int) -> CSVRecord {
    let end = cells.last?.end ?? 0
    let empty = CSVCell(start: end, end: end, hasDoubledQuotes: false)
    return CSVRecord(self, cells: cells + Array(repeating: empty, count: max(0, width - cells.count)))
  }

  /// How many cells the row has.
  public var count: Int { cells.count }

  /// Whether nothing but blanks stands in a cell.
  public func isBlank(_ cell: Int) -> Bool { trimmed(cells[cell]).isEmpty }

  /// Whether a cell holds no text: blanks, or the mark against formulas alone.
  func isEmptyText(_ cell: Int) -> Bool {
    let range = trimmed(cells[cell])
    return range.isEmpty || (range.count == 1 && source[range.lowerBound] == 0x27)
  }

  /// The text of a cell as it stands, quotation marks resolved; the first cell is 0.
  public func text(_ cell: Int) -> String { withBytes(of: cell) { String(decoding: $0, as: UTF8.self) } }

  /// The text of a cell without blanks at both ends.
  public func trimmed(_ cell: Int) -> String { withTrimmedBytes(of: cell) { String(decoding: $0, as: UTF8.self) } }

  /// The texts of all cells without blanks at both ends.
  public var texts: [String] { (0..<count).map(trimmed) }

  /// Lends the bytes of a cell (UTF-8, quotation marks resolved).
  public func withBytes<R, E: Error>(of cell: Int, _ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    let place = cells[cell]
    guard place.hasDoubledQuotes else {
      return try source.withBytes(place.range, body)
    }
    let bytes = undoubled(place)
    return try bytes.withUnsafeBufferPointer { bytes throws(E) in try body(UnsafeRawBufferPointer(bytes)) }
  }

  /// Lends the bytes of a cell (UTF-8, quotation marks resolved) without blanks at both ends.
  public func withTrimmedBytes<R, E: Error>(of cell: Int, _ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    let place = cells[cell]
    guard place.hasDoubledQuotes else {
      return try source.withBase { base throws(E) in
        let range = Blanks.trimmed(place.range, of: base)
        return try body(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
      }
    }
    let bytes = undoubled(place)
    return try bytes.withUnsafeBufferPointer { buffer throws(E) in
      let bytes = UnsafeRawBufferPointer(buffer)
      guard let base = bytes.baseAddress else { return try body(bytes) }
      let range = Blanks.trimmed(0..<bytes.count, of: base)
      return try body(UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
  }

  private func trimmed(_ cell: CSVCell) -> Range<Int> { source.withBase { Blanks.trimmed(cell.range, of: $0) } }

  private func undoubled(_ place: CSVCell) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(place.range.count)
    var wasQuote = false
    source.withBytes(place.range) {
      for byte in $0 {
        // Inside a quoted cell quotation marks come in pairs, and the first of each is left out.
        wasQuote = byte == 0x22 && !wasQuote
        if !wasQuote { bytes.append(byte) }
      }
    }
    return bytes
  }
}

/// Where a cell's text lies in the file, without the quotation marks around it.
struct CSVCell: Sendable {
  let start: Int
  let end: Int
  let hasDoubledQuotes: Bool

  var range: Range<Int> { Range(uncheckedBounds: (start, end)) }
}
