import CWorkbooks
import Regulation
import TableFiles
import Wording

/// Writes a table of a known kind as a workbook: numbers and days as what they are, a header that stays in sight and filters, columns as wide as
/// what stands in them.
///
/// What is text stays text, also where it looks like a formula: a sheet needs no mark for that, and only what begins with `'` gets one more, since
/// reading takes one away.
public final class SheetWriter: TableOutput {
  /// The rows of a sheet.
  public static let mostRows = CellReference.rows
  private static let widest = 50
  /// How wide a column is that is to be filled in.
  private static let roomToWrite = 24

  private let file: WorkbookFile
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let schema: TableSchema
  private let language: Language
  private let sink: any ByteSink
  private let looks: CellLooks
  private var widths: [Int]
  private var rows: UInt32 = 1
  private var scores: [Hundredths] = []
  private let scorePlace: Int?
  /// The columns that whoever fills the sheet in may write into; empty where it is no form.
  private let open: Set<Int>

  /// A writer into a sink; the header is written at once.
  ///
  /// - Parameters:
  ///   - title: the name of the sheet, 31 characters at most.
  ///   - scores: the column whose distribution a second sheet shows.
  ///   - open: the columns of a form that are to be filled in; all else is protected then.
  public init(
    _ schema: TableSchema, _ language: Language, title: String, scores: Column? = nil, open: [Column] = [], to sink: any ByteSink
  ) throws(FileError) {
    self.schema = schema
    self.language = language
    self.sink = sink
    scorePlace = scores.flatMap { schema.position(of: $0.name) }
    self.open = Set(open.compactMap { schema.position(of: $0.name) })
    do throws(WorkbookFault) {
      file = try WorkbookFile()
      looks = try CellLooks(file)
      sheet = try file.sheet(title)
    } catch {
      throw .book("", error)
    }
    let headings = schema.headings(language)
    // The arrow of the filter takes some room.
    widths = headings.map { CellWidth.of($0) + 3 }
    for place in self.open { widths[place] = max(widths[place], SheetWriter.roomToWrite) }
    for (place, heading) in headings.enumerated() {
      _ = file.library.worksheet_write_string(sheet, 0, UInt16(place), heading, looks.header)
    }
  }

  /// Writes one row of a form, of which a cell is checked as it is filled in.
  public func write(_ values: [TableValue], checking column: Column, by check: CellCheck?) throws(FileError) {
    if let check, let place = schema.position(of: column.name) { check.write(file.library, sheet, rows, UInt16(place), language) }
    try write(values)
  }

  /// Writes one row.
  public func write(_ values: [TableValue]) throws(FileError) {
    precondition(values.count == schema.columns.count, "a row of \(schema.kind) needs a value for each column")
    try schema.requireLawfulLists(values)
    do throws(WorkbookFault) {
      if rows == SheetWriter.mostRows { throw WorkbookFault.tooManyRows(limit: SheetWriter.mostRows) }
      for (place, value) in values.enumerated() {
        let content = schema.columns[place].content
        let text = value.text(content)
        if text.isEmpty {
          if open.contains(place) { _ = file.library.worksheet_write_blank(sheet, rows, UInt16(place), looks.open) }
          continue
        }
        widths[place] = max(widths[place], CellWidth.of(text))
        try put(text, content, UInt16(place))
        if place == scorePlace, let score = try? DecimalText(text).hundredths() { scores.append(Hundredths(score)) }
      }
    } catch {
      throw .book("", error)
    }
    rows += 1
  }

  private func put(_ text: String, _ content: Column.Content, _ place: UInt16) throws(WorkbookFault) {
    if open.contains(Int(place)) {
      if let decimals = SheetWriter.decimals(text), let number = Double(text) {
        return try put(number, looks.open(decimals, file), place)
      }
      return try put(text, looks.open, place)
    }
    switch content {
    case .day:
      if let serial = Day(parsing: text).flatMap(SheetDays.serial(of:)) { return try put(Double(serial), looks.day, place) }
    case .figure, .mixed:
      if let decimals = SheetWriter.decimals(text), let number = Double(text) {
        return try put(number, looks.number(decimals, file), place)
      }
    case .text, .list: break
    }
    try put(text, text.contains("\n") ? looks.lines : nil, place)
  }

  private func put(_ text: String, _ look: UnsafeMutablePointer<lxw_format>?, _ place: UInt16) throws(WorkbookFault) {
    let error = file.library.worksheet_write_string(sheet, rows, place, SheetText.written(text), look)
    if error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED { throw .longText(SafeExcerpt(text)) }
    if error != LXW_NO_ERROR { throw .unwritten }
  }

  private func put(_ number: Double, _ look: UnsafeMutablePointer<lxw_format>, _ place: UInt16) throws(WorkbookFault) {
    if file.library.worksheet_write_number(sheet, rows, place, number, look) != LXW_NO_ERROR { throw .unwritten }
  }

  /// How many decimals a text has that is the plain form of a number of no more than fifteen digits; nil for any other text, which would not come
  /// back from a cell of a number as it was.
  static func decimals(_ text: String) -> Int? {
    guard text.utf8.count <= 17, let number = PlainDecimal(text.utf8) else { return nil }
    let decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.utf8.count ?? 0
    return number.text(decimals: decimals) == text ? decimals : nil
  }

  /// Writes what is left, and ends the sink.
  public func finish() throws(FileError) {
    let bytes: [UInt8]
    do throws(WorkbookFault) {
      dress()
      if scorePlace != nil { try Distribution(scores).write(into: file, looks, language) }
      bytes = try file.finish()
    } catch {
      throw .book("", error)
    }
    try sink.write(bytes)
    try sink.finish()
  }

  private func dress() {
    let library = file.library
    let last = UInt16(schema.columns.count - 1)
    for (place, width) in widths.enumerated() {
      _ = library.worksheet_set_column(sheet, UInt16(place), UInt16(place), Double(min(width, SheetWriter.widest) + 2), nil)
    }
    library.worksheet_freeze_panes(sheet, 1, 0)
    if open.isEmpty {
      _ = library.worksheet_autofilter(sheet, 0, 0, rows - 1, last)
    } else {
      // Without a password: it keeps from slips, not from people.
      var rights = lxw_protection()
      rights.format_columns = 1
      rights.format_rows = 1
      library.worksheet_protect(sheet, nil, &rights)
    }
    // Codes and telephone numbers are texts, and no green corner need say so.
    _ = library.worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:\(ColumnLetters.letters(of: Int(last)))\(rows)")
    // On paper: A4 across, as wide as the sheet, the header on every page.
    library.worksheet_set_paper(sheet, 9)
    library.worksheet_set_landscape(sheet)
    library.worksheet_fit_to_pages(sheet, 1, 0)
    _ = library.worksheet_repeat_rows(sheet, 0, 0)
  }
}

extension TableSchema {
  /// The letter under which a sheet knows a column, of the first twenty-six.
  public func letter(of column: Column) -> String {
    position(of: column.name).flatMap { Unicode.Scalar(0x41 + UInt32($0)) }.map { String(Character($0)) } ?? ""
  }
}
