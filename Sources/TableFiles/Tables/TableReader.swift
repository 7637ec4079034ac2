import Wording

/// Reads a table of a known kind, from CSV or JSON alike, a row at a time.
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
public struct TableReader: Sendable {
  /// The forms in which a table may come.
  public enum Form: Sendable, Hashable {
    /// CSV, or text with another separator.
    case csv
    /// A JSON array of objects.
    case json
  }

  /// The kind of table.
  public let schema: TableSchema
  /// The form of the file.
  public let form: Form

  // One of the two is there until the end of the file. They are advanced in place: a copy would make each row allocate.
  private var csv: CSVReader?
  private var match: HeaderMatch?
  private var json: JSONRows?
  /// The places in a row whose cells must not be empty, with their columns' places in the schema.
  private var filled: [(place: Int, position: Int)] = []

  /// A reader of a text; JSON is what starts with `[` or `{`. The header is read at once.
  public init(_ text: UTF8Text, schema: TableSchema, problems: inout ImportProblems) {
    self.schema = schema
    form = TableReader.form(of: text)
    switch form {
    case .json:
      problems.counting = .elements
      json = JSONRows(text, schema: schema)
    case .csv:
      problems.counting = .rows
      var reader = CSVReader(text)
      do {
        guard let first = try reader.next() else {
          problems.add(CellError(row: 1, message: HeaderMatch.empty(schema)))
          return
        }
        let known = problems.count
        let header = HeaderMatch((0..<first.count).map(first.trimmed), row: first.row, schema: schema, problems: &problems)
        guard problems.count == known else { return }
        match = header
        for (position, column) in schema.columns.enumerated() where column.presence == .filled {
          filled.append((header.places[position], position))
        }
        csv = reader
      } catch {
        problems.add(CellError(row: error.row, value: error.excerpt.string, message: error.phrase))
      }
    }
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
    do {
      while let record = try csv?.next() {
        if let row = row(record, match, &problems) { return row }
      }
    } catch {
      problems.add(broken(error, match))
    }
    return nil
  }

  private func row(_ record: CSVRecord, _ match: HeaderMatch, _ problems: inout ImportProblems) -> TableRow? {
    let known = problems.count
    if record.count < match.width {
      problems.add(CellError(row: record.row, message: TableReader.short(record.count, match.width)))
      return nil
    }
    for place in match.nameless where !record.isBlank(place) {
      problems.add(CellError(row: record.row, value: record.trimmed(place), message: TableReader.nameless(place)))
    }
    if record.count > match.width, let place = (match.width..<record.count).first(where: { !record.isBlank($0) }) {
      problems.add(CellError(row: record.row, value: record.trimmed(place), message: TableReader.long(match.width)))
      // Which cell belongs to which column cannot be told.
      return nil
    }
    for (place, position) in filled where record.isEmptyText(place) {
      problems.add(CellError(row: record.row, column: schema.columns[position], value: "", message: TableReader.empty))
    }
    return TableRow(
      number: record.row, isWhole: problems.count == known, schema: schema, content: .cells(record, places: match.places))
  }

  private func broken(_ error: CSVError, _ match: HeaderMatch) -> CellError {
    if let position = match.places.firstIndex(of: error.cell) {
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

  static let empty = Phrase(zh: "不能为空", en: "must not be empty")

  private static func short(_ cells: Int, _ width: Int) -> Phrase {
    Phrase(zh: "只有表头 \(width) 列中的 \(cells) 个单元格，请补齐", en: "has only \(cells) of the header's \(width) cells; fill it up")
  }

  private static func long(_ width: Int) -> Phrase {
    Phrase(zh: "在表头的 \(width) 列之外；含逗号的单元格须放在引号内", en: "stands beyond the \(width) columns of the header; quote cells that hold a comma")
  }

  private static func nameless(_ place: Int) -> Phrase {
    Phrase(zh: "在第 \(place + 1) 列，该列没有列名", en: "stands in column \(place + 1), which has no heading")
  }
}
