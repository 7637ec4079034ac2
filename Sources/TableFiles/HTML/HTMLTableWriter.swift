import Wording

/// Writes a table as a page that prints on A4 and opens in word processors: its title, a row of headings that every sheet of paper repeats, its rows.
public struct HTMLTableWriter: TableOutput {
  private let schema: TableSchema
  private let language: Language
  private let sink: any ByteSink
  private var buffer: [UInt8] = []
  private var rows = 0

  /// A writer into a sink.
  public init(_ schema: TableSchema, _ language: Language, title: String, to sink: any ByteSink) {
    self.schema = schema
    self.language = language
    self.sink = sink
    let title = HTMLText.escaped(title)
    let headings = schema.headings(language).map { "<th>\(HTMLText.escaped($0))</th>" }.joined()
    buffer +=
      """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <title>\(title)</title>
      <style>
      @page { size: A4 landscape; margin: 15mm }
      body { font-family: "Noto Serif CJK SC", SimSun, "宋体", serif; font-size: 10.5pt }
      h1 { font-size: 16pt; text-align: center }
      table { border-collapse: collapse; width: 100% }
      thead { display: table-header-group }
      tr { page-break-inside: avoid }
      th, td { border: 1px solid #000; padding: 2pt 4pt; vertical-align: top; white-space: pre-wrap; overflow-wrap: break-word }
      td:first-child { white-space: nowrap }
      .n { text-align: right }
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      <table>
      <thead><tr>\(headings)</tr></thead>
      <tbody>

      """.utf8
  }

  /// Writes one row.
  public mutating func write(_ values: [TableValue]) throws(FileError) {
    precondition(values.count == schema.columns.count, "a row of \(schema.kind) needs a value for each column")
    rows += 1
    buffer += "<tr>".utf8
    for (value, column) in zip(values, schema.columns) {
      buffer += (column.content == .figure ? "<td class=\"n\">" : "<td>").utf8
      buffer += HTMLText.escaped(value.text(column.content)).utf8
      buffer += "</td>".utf8
    }
    buffer += "</tr>\n".utf8
    if buffer.count >= ByteSinkBuffer.size {
      try sink.write(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }

  /// Writes what is left, and ends the sink.
  public mutating func finish() throws(FileError) {
    let count = Phrase(zh: "共 \(rows) 条", en: rows.counted("record"))[language]
    buffer += "</tbody>\n</table>\n<p>\(count)</p>\n</body>\n</html>\n".utf8
    try sink.write(buffer)
    try sink.finish()
  }
}

/// Text inside HTML.
public enum HTMLText {
  /// The text with what HTML would take for its own written otherwise.
  public static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 }) else { return text }
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x26: out += "&amp;".utf8
      case 0x3C: out += "&lt;".utf8
      case 0x3E: out += "&gt;".utf8
      case 0x22: out += "&quot;".utf8
      case 0x27: out += "&#39;".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
