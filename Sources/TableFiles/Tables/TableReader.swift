import Wording

/// Reads a table of a known kind, from CSV, JSON or a workbook alike, a row at a time.
///
/// What is wrong with the form of the file (header, widths, types, empty cells that must be filled) is added to the problems. A row whose
/// cells are in doubt is passed over; one in which only some are missing is given all the same, since the others may be wrong too: one run
/// finds every error. After a break in the syntax nothing more is read.
///
///     var problems = ImportProblems()
///     var table = TableReader(try FileBytes.open(path).text(), schema: schema, problems: &problems)
///     while let row = table.next(&problems) {
///       guard let points = row[Scores.points] else { continue }
///     }
///     if !problems.isEmpty { throw problems }
public struct TableReader {
  /// The forms in which a table may come.
  public enum Form: Sendable, Hashable {
    /// CSV, or text with another separator.
    case csv
    /// A JSON array of objects.
    case json
    /// A sheet of a workbook.
    case sheet
  }

  /// How many rows above the header are passed over, as titles: many a table has one, in a cell merged over all columns.
  public static let mostTitles = 9

  /// The kind of table.
  public let schema: TableSchema
  /// The form of the file.
  public let form: Form
  /// Whether the file has columns that only explain its rows, as a form has that somebody fills in.
  public private(set) var hasRemarks = false

  // One of the three is there until the end of the file. They are advanced in place: a copy would make each row allocate.
  private var csv: CSVReader?
  private var json: JSONRows?
  private var sheet: (any RowSource)?
  private var match: HeaderMatch?
  /// The places in a row whose cells must not be empty, with their columns' places in the schema.
  private var filled: [(place: Int, position: Int)] = []
  /// Which of them were empty in the row before.
  private var wereEmpty: [Bool] = []
  /// The places of the columns that hold days.
  private var days: Set<Int> = []

  /// A reader of a text; JSON is what starts with `[` or `{`. The header is read at once.
  public init(_ text: UTF8Text, schema: TableSchema, problems: inout ImportProblems) {
    self.schema = schema
    form = TableReader.form(of: text)
    if form == .json {
      problems.counting = .elements
      json = JSONRows(text, schema: schema)
    } else {
      problems.counting = .rows
      csv = CSVReader(text)
      readHeader(&problems)
    }
  }

  /// A reader of a sheet of a workbook. The header is read at once.
  public init(_ sheet: any RowSource, schema: TableSchema, problems: inout ImportProblems) {
    self.schema = schema
    form = .sheet
    problems.counting = .sheet(SheetPlaces(sheet: sheet.sheet))
    self.sheet = sheet
    readHeader(&problems)
  }

  /// Whether the file has a column, so far as that is known before its rows: a JSON record may lack any.
  public func has(_ column: Column) -> Bool {
    guard let position = schema.position(of: column.name) else { return false }
    return match.map { $0.places[position] >= 0 } ?? (form == .json)
  }

  /// The next row that can be read, perhaps not whole (``TableRow/isWhole``); nil at the end, after a break in the syntax, and where the header was wrong.
  public mutating func next(_ problems: inout ImportProblems) -> TableRow? {
    if json != nil { return json?.next(&problems) }
    guard let match else { return nil }
    while let record = record(&problems) {
      if let row = row(record, match, &problems) { return row }
    }
    return nil
  }

  /// The next row in which anything stands; nil at the end and after a break, which is told.
  private mutating func record(_ problems: inout ImportProblems) -> CSVRecord? {
    do throws(CSVError) {
      if csv != nil { return try csv?.next() }
    } catch {
      problems.add(broken(error))
    }
    do throws(WorkbookFault) {
      return try sheet?.next(days: days)
    } catch {
      sheet = nil
      problems.add(CellError(row: CellError.wholeFile, message: error.phrase))
    }
    return nil
  }

  private mutating func readHeader(_ problems: inout ImportProblems) {
    let known = problems.count
    let first = record(&problems)
    guard problems.count == known else { return }
    guard let first else { return problems.add(CellError(row: 1, message: HeaderMatch.empty(schema))) }
    let header = isHeader(first) ? first : headerBelow(first)
    let headings = header.texts
    if case .sheet(var places) = problems.counting {
      for (place, heading) in headings.enumerated() where !heading.isEmpty {
        let name = schema.position(ofHeading: heading).map { schema.columns[$0].name } ?? SafeExcerpt(heading).string
        places.letters[name] = ColumnLetters.letters(of: place)
      }
      problems.counting = .sheet(places)
    }
    let match = HeaderMatch(headings, row: header.row, schema: schema, problems: &problems)
    guard problems.count == known else { return }
    self.match = match
    hasRemarks = match.hasRemarks
    for (position, column) in schema.columns.enumerated() where match.places[position] >= 0 {
      if column.presence == .filled { filled.append((match.places[position], position)) }
      if column.content == .day { days.insert(match.places[position]) }
    }
    // Above the first row nothing is merged with it.
    wereEmpty = Array(repeating: true, count: filled.count)
  }

  private func isHeader(_ record: CSVRecord) -> Bool { schema.isHeader(record.texts) }

  /// The header under some titles. Where no row is one, that which names most columns is taken for it, and what it lacks is told; what is wrong with
  /// the rows that are looked at is not.
  private mutating func headerBelow(_ first: CSVRecord) -> CSVRecord {
    var untold = ImportProblems()
    var best = (record: first, columns: schema.columns(namedBy: first.texts))
    for _ in 0..<TableReader.mostTitles {
      guard let record = record(&untold) else { break }
      let columns = schema.columns(namedBy: record.texts)
      if columns > best.columns { best = (record, columns) }
      if isHeader(record) { return record }
    }
    return best.record
  }

  private mutating func row(_ record: CSVRecord, _ match: HeaderMatch, _ problems: inout ImportProblems) -> TableRow? {
    let known = problems.count
    var record = record
    if record.count < match.width {
      guard form == .sheet else {
        problems.add(CellError(row: record.row, message: TableReader.short(record.count, match.width)))
        return nil
      }
      // A sheet has no cells where nothing stands.
      record = record.padded(to: match.width)
    }
    for fault in record.faults { problems.add(error(fault, record, match)) }
    for place in match.nameless where !record.isBlank(place) { problems.add(error(nameless: place, record)) }
    if record.count > match.width, let place = (match.width..<record.count).first(where: { !record.isBlank($0) }) {
      if form == .sheet {
        problems.add(error(nameless: place, record))
      } else {
        problems.add(CellError(row: record.row, value: record.trimmed(place), message: TableReader.long(match.width)))
        // Which cell belongs to which column cannot be told.
        return nil
      }
    }
    for (index, (place, position)) in filled.enumerated() {
      let isEmpty = record.isEmptyText(place) && !record.faults.contains { $0.place == place }
      if isEmpty { problems.add(CellError(row: record.row, column: schema.columns[position], value: "", message: emptiness(index))) }
      wereEmpty[index] = isEmpty
    }
    return TableRow(
      number: record.row, isWhole: problems.count == known, schema: schema, content: .cells(record, places: match.places))
  }

  private func error(_ fault: CellFault, _ record: CSVRecord, _ match: HeaderMatch) -> CellError {
    if let position = match.places.firstIndex(of: fault.place) {
      return CellError(row: record.row, column: schema.columns[position], value: fault.value, message: fault.message)
    }
    return CellError(row: record.row, heading: ColumnLetters.letters(of: fault.place), value: fault.value, message: fault.message)
  }

  private func error(nameless place: Int, _ record: CSVRecord) -> CellError {
    CellError(row: record.row, value: record.trimmed(place), message: TableReader.nameless(place, form))
  }

  private func broken(_ error: CSVError) -> CellError {
    if let position = match?.places.firstIndex(of: error.cell) {
      return CellError(row: error.row, column: schema.columns[position], value: error.excerpt.string, message: error.phrase)
    }
    return CellError(row: error.row, value: error.excerpt.string, message: error.phrase)
  }

  private static func form(of text: UTF8Text) -> Form {
    text.withBytes { bytes in
      let first = bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
      return first == 0x5B || first == 0x7B ? .json : .csv
    }
  }

  /// Under a cell that holds something, an empty one may be what a merged cell has left in the text.
  private func emptiness(_ index: Int) -> Phrase {
    if form == .sheet || wereEmpty[index] { return TableReader.empty }
    return TableReader.empty
      + Phrase(
        zh: "；若在表格中与上一行合并，请取消合并，逐行填写", en: "; if it is merged with the one above in the spreadsheet, unmerge them and fill in each row")
  }

  static let empty = Phrase(zh: "不能为空", en: "must not be empty")

  private static func short(_ cells: Int, _ width: Int) -> Phrase {
    Phrase(zh: "只有表头 \(width) 列中的 \(cells) 个单元格，请补齐", en: "has only \(cells) of the header's \(width) cells; fill it up")
  }

  private static func long(_ width: Int) -> Phrase {
    Phrase(zh: "在表头的 \(width) 列之外；含逗号的单元格须放在引号内", en: "stands beyond the \(width) columns of the header; quote cells that hold a comma")
  }

  private static func nameless(_ place: Int, _ form: Form) -> Phrase {
    let column = form == .sheet ? ColumnLetters.letters(of: place) : String(place + 1)
    return Phrase(zh: "在第 \(column) 列，该列没有列名", en: "stands in column \(column), which has no heading")
  }
}
