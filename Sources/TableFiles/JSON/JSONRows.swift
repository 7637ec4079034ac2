import Wording

/// Reads a JSON array of flat objects, an element at a time, as the rows of a table.
///
/// Every value is a string and lists are arrays of strings. A number is taken as the text that it is written in, `null` as empty; a
/// list may also be one string with separators, as in a cell.
struct JSONRows: Sendable {
  private enum State { case start, inside, ended }

  private let schema: TableSchema
  /// The places of the columns that every record must have.
  private let demanded: [Int]
  private var reader: JSONReader
  private var state = State.start
  private var number = 0

  init(_ text: UTF8Text, schema: TableSchema) {
    reader = JSONReader(text)
    self.schema = schema
    demanded = schema.columns.indices.filter { schema.columns[$0].presence != .optional }
  }

  mutating func next(_ problems: inout ImportProblems) -> TableRow? {
    do {
      while let element = try nextElement() {
        if let row = row(element, &problems) { return row }
      }
    } catch {
      // Before the first element and after the last one nothing but the file can be meant.
      let isOfElement = state == .inside && number > 0
      state = .ended
      problems.add(CellError(row: isOfElement ? number : CellError.wholeFile, message: error.phrase))
    }
    return nil
  }

  private mutating func nextElement() throws(JSONError) -> JSONValue? {
    switch state {
    case .ended: return nil
    case .start:
      guard reader.take(0x5B) else { throw reader.error(.expected(.rows)) }
      state = .inside
      if reader.take(0x5D) { return try ended() }
    case .inside:
      if reader.take(0x5D) { return try ended() }
      guard reader.take(0x2C) else { throw reader.error(reader.place < reader.end ? .expected(.commaOrBracket) : .endsEarly) }
    }
    number += 1
    return try reader.element()
  }

  private mutating func ended() throws(JSONError) -> JSONValue? {
    state = .ended
    try reader.finish()
    return nil
  }

  private func row(_ element: JSONValue, _ problems: inout ImportProblems) -> TableRow? {
    guard let object = element.object else {
      problems.add(CellError(row: number, message: Phrase(zh: "应为对象 {…}", en: "must be an object {…}")))
      return nil
    }
    let known = problems.count
    var values: [TableValue?] = Array(repeating: nil, count: schema.columns.count)
    for member in object.members {
      guard let position = schema.position(of: member.key) else {
        problems.add(CellError(row: number, heading: member.key, message: JSONRows.unknown(schema)))
        continue
      }
      let column = schema.columns[position]
      values[position] = problems.collect { () throws(CellError) in try value(member.value, of: column) }
    }
    for position in demanded {
      let column = schema.columns[position]
      switch values[position] {
      case nil where object[column.name] == nil:
        problems.add(CellError(row: number, column: column, value: "", message: JSONRows.missing))
      case .text("")? where column.presence == .filled, .list([])? where column.presence == .filled:
        problems.add(CellError(row: number, column: column, value: "", message: TableReader.empty))
      default: break
      }
    }
    return TableRow(number: number, isWhole: problems.count == known, schema: schema, content: .values(values))
  }

  private func value(_ value: JSONValue, of column: Column) throws(CellError) -> TableValue {
    func refusal(_ shown: String, _ message: Phrase) -> CellError {
      CellError(row: number, column: column, value: shown, message: message)
    }
    switch (value, column.content) {
    case (.string(let text), .list(let separator)): return .list(CellList.split(text, by: separator))
    case (.null, .list): return .list([])
    case (.array(let elements), .list(let separator)):
      var entries: [String] = []
      for element in elements {
        guard let text = element.string else { throw refusal(JSONWriter.text(element, .compact), JSONRows.wrongEntry) }
        let entry = Blanks.trimmed(text)
        // Such an entry would fall into two when it is written into a cell.
        if !CellList.isLawful(entry, by: separator) { throw refusal(entry, JSONRows.separatorInEntry(separator)) }
        if !entry.isEmpty { entries.append(entry) }
      }
      return .list(entries)
    case (_, .list): throw refusal(JSONWriter.text(value, .compact), JSONRows.wrongList)
    case (.string(let text), _): return .text(Blanks.trimmed(text))
    case (.number(let text), _): return .text(text)
    case (.null, _): return .text("")
    default: throw refusal(JSONWriter.text(value, .compact), JSONRows.wrongText)
    }
  }

  private static func unknown(_ schema: TableSchema) -> Phrase {
    let names = schema.columns.map(\.name)
    return Phrase(zh: "没有这个字段；可用的字段：", en: "is no field of \(schema.kind); known are: ")
      + Phrase(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
  }

  private static func separatorInEntry(_ separator: CellList.Separator) -> Phrase {
    switch separator {
    case .semicolon: Phrase(zh: "列表中的一项不能含分号", en: "must not hold a semicolon, which separates entries")
    case .line: Phrase(zh: "列表中的一项只能是一行", en: "must be one line")
    }
  }

  private static let missing = Phrase(zh: "必须有这个字段", en: "the field must be there")
  private static let wrongText = Phrase(zh: "应为字符串", en: "must be a string")
  private static let wrongList = Phrase(zh: "应为字符串的数组", en: "must be an array of strings")
  private static let wrongEntry = Phrase(zh: "数组中的每一项应为字符串", en: "must be a string, like every element of the array")
}
