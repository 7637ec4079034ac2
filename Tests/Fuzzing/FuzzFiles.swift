import Wording

@testable import Interchange
@testable import Offline
@testable import TableFiles

extension FuzzTarget {
  /// What comes in files.
  static let files = [
    FuzzTarget("csv") { bytes in
      guard let text = try? FileBytes(bytes, name: "x").text() else { return }
      guard let rows = try FuzzTarget.rows(of: CSVReader(text)) else { return }
      let sink = MemorySink()
      var writer = CSVWriter(to: sink)
      for row in rows { try writer.write(row) }
      try writer.finish()
      try hold(rows == FuzzTarget.rows(of: CSVReader(UTF8Text(sink.text), separator: .comma)), "a table does not come back")
    },
    FuzzTarget("table") { bytes in
      guard let text = try? FileBytes(bytes, name: "x").text() else { return }
      guard let table = try FuzzTarget.values(of: text) else { return }
      for form in [TableWriter.Form.csv(.en), .csv(.zh), .json] {
        let sink = MemorySink()
        var writer = try TableWriter(schema, form, to: sink)
        do { for row in table { try writer.write(row) } } catch FileError.separatorInEntry { continue }
        try writer.finish()
        try hold(FuzzTarget.values(of: FileBytes(sink.text.utf8, name: "x").text()) == table, "\(form): it does not come back")
      }
    },
    FuzzTarget("sealed") { bytes in
      guard let lock = try? SealedSheets.header(of: bytes, name: "x").lock else { return }
      try hold(lock.rounds <= 18 && lock.blockSize <= 8 && lock.parallelism <= 4, "a file makes the machine work without end")
      let cheap = SealLock(phrase: .made, rounds: 1, blockSize: 1, parallelism: 1, salt: lock.salt, check: lock.check)
      try hold((try? SealedSheets.open(bytes, SealKey("x", cheap), name: "x")) == nil, "a file opens without its phrase")
    },
    FuzzTarget("json") { bytes in
      guard let text = try? FileBytes(bytes, name: "x").text() else { return }
      let value: JSONValue
      do throws(JSONError) { value = try JSONReader.read(text) } catch {
        return try holdHarmless(error.phrase.en + error.phrase.zh, "a message")
      }
      for style in [JSONWriter.Style.compact, .pretty] {
        let written = JSONWriter.text(value, style)
        try holdHarmless(written, "a document")
        try hold(JSONReader.read(written) == value, "a document does not come back")
      }
    },
    FuzzTarget("encoding") { bytes in
      try bytes.withUnsafeBytes { raw in
        let isSound = UTF8Check.firstDamage(in: raw) == nil
        try hold(isSound == (String(validating: bytes, as: UTF8.self) != nil), "UTF-8 is judged wrongly")
        var decoded: [[UInt8]] = [[], [], []]
        _ = GB18030.decode(raw, into: &decoded[0])
        for (place, isLittle) in [(1, true), (2, false)] {
          _ = UTF16Decoding.decode(raw, lowByteFirst: isLittle, into: &decoded[place])
        }
        for text in decoded { try hold(String(validating: text, as: UTF8.self) != nil, "what was decoded is no text") }
      }
      if let text = try? FileBytes(bytes, name: "x").text() {
        try text.withBytes { try hold(String(validating: $0, as: UTF8.self) != nil && !$0.contains(0), "a file is no text") }
      }
    },
    FuzzTarget("application") { bytes in
      guard let text = try? FileBytes(bytes, name: "x").text() else { return }
      let (rows, problems) = ApplicationArray.read(text)
      for language in Language.allCases { for line in problems.lines(language) { try holdHarmless(line, "a message") } }
      // What was read is written in its own form, and that is read as the same.
      for row in rows {
        let again = ApplicationArray.read(UTF8Text("[" + JSONWriter.text(ApplicationArray.json(row.record)) + "]"))
        try hold(again.problems.isEmpty && again.rows.count == 1, "an application does not come back")
      }
    },
  ]

  private static let schema = TableSchema(
    "samples",
    columns: [
      Column("code", "编号", .filled), Column("name", "名称", .required), Column("points", "得分", content: .figure),
      Column("fields", "领域", content: .list(.semicolon)), Column("keys", "公钥", content: .list(.line)),
    ])

  /// The cells of a table; `nil` where it breaks off.
  private static func rows(of reader: CSVReader) throws -> [[String]]? {
    var reader = reader
    var rows: [[String]] = []
    do throws(CSVError) {
      while let record = try reader.next() { rows.append((0..<record.count).map(record.text)) }
      return rows
    } catch {
      try? holdHarmless(error.phrase.en + error.excerpt.string, "a message")
      return nil
    }
  }

  /// The values of a table; `nil` where anything is wrong with it.
  private static func values(of text: UTF8Text) throws -> [[TableValue]]? {
    var problems = ImportProblems()
    var table = TableReader(text, schema: schema, problems: &problems)
    var rows: [[TableValue]] = []
    while let row = table.next(&problems) {
      rows.append(
        schema.columns.indices.map { place in
          switch schema.columns[place].content {
          // The blanks that the mark against formulas had kept are taken away by whoever reads the cell as a text.
          case .text, .figure, .day, .mixed: .text(Blanks.trimmed(row[place] ?? ""))
          case .list: .list((row.list(at: place) ?? []).map(Blanks.trimmed).filter { !$0.isEmpty })
          }
        })
    }
    for language in Language.allCases { for line in problems.lines(language) { try holdHarmless(line, "a message") } }
    // An empty code would be refused, and what begins with a mark that no table writes is a text of its own.
    return problems.isEmpty && rows.allSatisfy { $0[0] != .text("") } ? rows : nil
  }
}
