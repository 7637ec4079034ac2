import Testing
import Wording

@testable import TableFiles

@Suite("A table is written so that it reads as it was")
struct TableWriterTests {
  private func written(_ rows: [[TableValue]], _ form: TableWriter.Form) throws -> MemorySink {
    let sink = MemorySink()
    var writer = try TableWriter(Sample.schema, form, to: sink)
    for row in rows { try writer.write(row) }
    try writer.finish()
    return sink
  }

  private let rows: [[TableValue]] = [
    [.text("A"), .text("5\" 管, 甲"), .text("-4.50"), .list(["激光", "切割"]), .list(["k1", "k2"]), .text("=1\n二")],
    [.text("B"), .text(""), .text(""), .list([]), .list([]), .text("'")],
  ]

  @Test("CSV: CRLF, quoted where needed, English without and Chinese with a byte order mark")
  func csv() throws {
    let body = "A,\"5\"\" 管, 甲\",-4.50,激光;切割,\"k1\nk2\",\"'=1\n二\"\r\nB,,,,,''\r\n"
    #expect(try written(rows, .csv(.en)).text == "code,name,points,fields,ssh_keys,comment\r\n" + body)
    let chinese = try written(rows, .csv(.zh))
    #expect(chinese.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: chinese.bytes.dropFirst(3), as: UTF8.self) == "编号,名称,得分,专业领域,公钥,评语\r\n" + body)
  }

  @Test("JSON: one array, an object a line, every value a string or an array of strings")
  func json() throws {
    #expect(
      try written(rows, .json).text == #"""
        [
        {"code": "A", "name": "5\" 管, 甲", "points": "-4.50", "fields": ["激光", "切割"], "ssh_keys": ["k1", "k2"], "comment": "=1\n二"},
        {"code": "B", "name": "", "points": "", "fields": [], "ssh_keys": [], "comment": "'"}
        ]

        """#)
    #expect(try written([], .json).text == "[]\n")
    #expect(try written([], .csv(.en)).text == "code,name,points,fields,ssh_keys,comment\r\n")
  }

  @Test("An entry that would fall into two is not written", arguments: [TableWriter.Form.csv(.zh), .json])
  func entries(form: TableWriter.Form) {
    var row = rows[0]
    row[3] = .list(["甲；乙"])
    #expect(throws: FileError.separatorInEntry(SafeExcerpt("甲；乙"))) { try written([row], form) }
  }

  @Test(
    "Any lawful table comes back as it was, and a second export is the same bytes",
    arguments: [TableWriter.Form.csv(.en), .csv(.zh), .json])
  func roundTrip(form: TableWriter.Form) throws {
    var generator = SeededGenerator(2026)
    for _ in 0..<200 {
      var table: [[TableValue]] = []
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        let entries = (0..<3).map { _ in generator.text(upTo: 3) }
        let fields = entries.map { $0.filter { $0 != ";" && $0 != "；" } }.map(Blanks.trimmed).filter { !$0.isEmpty }
        let keys = entries.flatMap { CellList.split($0, by: .line) }
        table.append([
          .text("x" + generator.text()), .text(generator.text()), .text("\(generator.next() % 100).50"), .list(fields), .list(keys),
          .text(generator.text(upTo: 40)),
        ])
      }
      let sink = try written(table, form)
      let (read, problems) = Sample.read(try FileBytes(sink.bytes, name: "-").text())
      #expect(problems.lines(.en) == [])
      let back: [[TableValue]] = read.map { row in
        Sample.schema.columns.map { column in
          if case .list = column.content { .list(row.list(column) ?? ["missing"]) } else { .text(row[column] ?? "missing") }
        }
      }
      #expect(back.map { $0.map(scalars) } == table.map { $0.map(scalars) })
      #expect(try written(back, form).bytes == sink.bytes)
    }
  }

  /// Strings that are canonically equal are equal; here every scalar counts.
  private func scalars(_ value: TableValue) -> [[Unicode.Scalar]] {
    switch value {
    case .text(let text): [Array(text.unicodeScalars)]
    case .list(let entries): entries.map { Array($0.unicodeScalars) }
    }
  }

  @Test("A table larger than the buffer is whole", arguments: [TableWriter.Form.csv(.en), .json])
  func large(form: TableWriter.Form) throws {
    let long = String(repeating: "长", count: 9_000)
    let sink = try written(
      (0..<20).map { row -> [TableValue] in [.text("\(row)"), .text(long), .text(""), .list([]), .list([]), .text("")] }, form)
    let (read, problems) = Sample.read(sink.text)
    #expect(problems.isEmpty)
    #expect(read.map { $0[Sample.code] } == (0..<20).map(String.init))
    #expect(read.allSatisfy { $0[Sample.name] == long })
  }
}
