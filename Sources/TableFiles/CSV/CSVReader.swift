/// Reads CSV as RFC 4180 describes it and Excel and WPS write it, a row at a time.
///
/// Rows end with CRLF, LF or CR; a quoted cell may hold separators, line breaks and doubled quotation marks. Rows in which every
/// cell is blank are passed over but counted, so that numbers agree with what a spreadsheet shows.
///
///     var reader = CSVReader(try FileBytes.open("centers.csv").text())
///     while let record = try reader.next() { print(record.row, record.text(0)) }
public struct CSVReader: Sendable {
  /// How many cells a row may have: as many as a sheet of a spreadsheet has columns. Each that is read takes memory, so there must be an end.
  public static let widest = 16_384

  /// What stands between cells.
  public let separator: CSVSeparator

  private let source: FileBytes
  private let end: Int
  private var place: Int
  private var row = 0
  private var cells: [CSVCell] = []

  /// A reader of a text; the separator is taken from the header unless it is given.
  public init(_ text: UTF8Text, separator: CSVSeparator? = nil) {
    self.separator = separator ?? .detected(in: text)
    source = text.source
    place = text.range.lowerBound
    end = text.range.upperBound
  }

  /// The next row that is not blank; nil at the end.
  ///
  /// - Throws: ``CSVError`` where a quotation mark stands wrong; nothing can be read after it.
  public mutating func next() throws(CSVError) -> CSVRecord? {
    while place < end {
      row += 1
      // Where the last record is gone, its memory is used again.
      cells.removeAll(keepingCapacity: true)
      let isBlank = try source.withBase { base throws(CSVError) in
        try readRow(base)
        return cells.allSatisfy { Blanks.trimmed($0.range, of: base).isEmpty }
      }
      if !isBlank { return CSVRecord(row: row, source: source, cells: cells) }
    }
    return nil
  }

  private mutating func readRow(_ base: UnsafeRawPointer) throws(CSVError) {
    let scan = ByteScan(separator.rawValue)
    var start = place
    while true {
      if cells.count == CSVReader.widest { throw broken(.tooManyCells, from: start, cell: cells.count) }
      let stop: Int
      if start < end, base.load(fromByteOffset: start, as: UInt8.self) == 0x22 {
        stop = try readQuoted(from: start, base)
      } else {
        stop = scan.next(from: start, to: end, in: base)
        cells.append(CSVCell(start: start, end: stop, hasDoubledQuotes: false))
      }
      guard stop < end else {
        place = end
        return
      }
      switch base.load(fromByteOffset: stop, as: UInt8.self) {
      case separator.rawValue: start = stop + 1
      case 0x0A:
        place = stop + 1
        return
      case 0x0D:
        let isPair = stop + 1 < end && base.load(fromByteOffset: stop + 1, as: UInt8.self) == 0x0A
        place = stop + (isPair ? 2 : 1)
        return
      default: throw broken(.strayQuote, from: start, cell: cells.count - 1)
      }
    }
  }

  /// Reads a quoted cell and gives the place after its closing quotation mark.
  private mutating func readQuoted(from start: Int, _ base: UnsafeRawPointer) throws(CSVError) -> Int {
    var hasDoubled = false
    var from = start + 1
    while true {
      let quote = ByteScan.nextQuote(from: from, to: end, in: base)
      guard quote < end else { throw broken(.unclosedQuote, from: start, cell: cells.count) }
      if quote + 1 < end, base.load(fromByteOffset: quote + 1, as: UInt8.self) == 0x22 {
        hasDoubled = true
        from = quote + 2
        continue
      }
      cells.append(CSVCell(start: start + 1, end: quote, hasDoubledQuotes: hasDoubled))
      let stop = quote + 1
      if stop < end {
        let byte = base.load(fromByteOffset: stop, as: UInt8.self)
        guard byte == separator.rawValue || byte == 0x0A || byte == 0x0D else {
          throw broken(.textAfterQuote, from: start, cell: cells.count - 1)
        }
      }
      return stop
    }
  }

  private mutating func broken(_ kind: CSVError.Kind, from start: Int, cell: Int) -> CSVError {
    place = end
    let text = source.withBytes(start..<min(end, start + 200)) { bytes in
      String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    }
    return CSVError(kind: kind, row: row, cell: cell, excerpt: SafeExcerpt(text))
  }
}
