import Wording

/// Writes a table of a known kind, as CSV or JSON, a row at a time.
///
///     var writer = try TableWriter(schema, .csv(.zh), to: FileSink(replacing: path))
///     try writer.write([.text("CZ-001"), .text("激光切割创新中心"), .list(["高校甲", "企业乙"])])
///     try writer.finish()
public struct TableWriter: TableOutput {
  /// The forms in which a table is written.
  public enum Form: Sendable, Hashable {
    /// CSV with the headings of a language; Chinese ones have a byte order mark before them.
    case csv(Language)
    /// One JSON array, an object a line, with English names.
    case json
  }

  private let schema: TableSchema
  private let contents: [Column.Content]
  /// What stands before each value in JSON: its name and a colon.
  private let names: [[UInt8]]
  private let sink: any ByteSink
  private var csv: CSVWriter?
  private var buffer: [UInt8] = []
  private var rows = 0

  /// A writer into a sink; the header is written at once.
  public init(_ schema: TableSchema, _ form: Form, to sink: any ByteSink) throws(FileError) {
    self.schema = schema
    self.sink = sink
    contents = schema.columns.map(\.content)
    names = schema.columns.map { Array((JSONWriter.text(.string($0.name)) + ": ").utf8) }
    if case .csv(let language) = form {
      var writer = CSVWriter(to: sink, mark: language == .zh)
      try writer.write(schema.headings(language))
      csv = writer
    }
  }

  /// Writes one row: a value for each column, in their order.
  ///
  /// - Precondition: there are as many values as columns.
  /// - Throws: ``FileError/separatorInEntry(_:)`` for an entry of a list that would not come back as it was.
  public mutating func write(_ values: [TableValue]) throws(FileError) {
    precondition(values.count == schema.columns.count, "a row of \(schema.kind) needs a value for each column")
    try schema.requireLawfulLists(values)
    rows += 1
    if csv != nil {
      try csv?.write(zip(values, contents).lazy.map(TableWriter.cell))
    } else {
      appendObject(values)
      if buffer.count >= ByteSinkBuffer.size { try flush() }
    }
  }

  /// Writes what is left, and ends the sink.
  public mutating func finish() throws(FileError) {
    if csv != nil {
      try csv?.finish()
    } else {
      buffer += rows == 0 ? "[]\n".utf8 : "\n]\n".utf8
      try flush()
      try sink.finish()
    }
  }

  private mutating func flush() throws(FileError) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private static func cell(_ value: TableValue, _ content: Column.Content) -> String {
    let text = value.text(content)
    return content == .figure || content == .day ? text : FormulaGuard.marked(text)
  }

  private mutating func appendObject(_ values: [TableValue]) {
    buffer += rows == 1 ? "[\n{".utf8 : ",\n{".utf8
    for (place, value) in values.enumerated() {
      if place > 0 { buffer += ", ".utf8 }
      buffer += names[place]
      switch (value, contents[place]) {
      case (.list(let entries), _): appendArray(entries)
      case (.text(let text), .list(let separator)): appendArray(CellList.split(text, by: separator))
      case (.text(let text), _): JSONWriter.append(text, to: &buffer)
      }
    }
    buffer.append(0x7D)
  }

  private mutating func appendArray(_ entries: [String]) {
    buffer.append(0x5B)
    for (place, entry) in entries.enumerated() {
      if place > 0 { buffer += ", ".utf8 }
      JSONWriter.append(entry, to: &buffer)
    }
    buffer.append(0x5D)
  }
}
