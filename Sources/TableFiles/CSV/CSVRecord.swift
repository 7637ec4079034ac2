/// One row of a CSV file: places in the file's bytes, from which text is made only when asked.
public struct CSVRecord: Sendable {
  /// The row's number as a spreadsheet shows it: the first row of the file is 1, blank rows count, a line break inside a cell does not.
  public let row: Int

  let source: FileBytes
  let cells: [CSVCell]

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
