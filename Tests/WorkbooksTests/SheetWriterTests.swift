import TableFiles
import Testing
import Wording

@testable import Workbooks

@Suite("Workbooks that are written")
struct SheetWriterTests {
  private func written(_ rows: [[TableValue]], _ language: Language = .zh, scores: Column? = nil) throws -> FileBytes {
    let sink = MemorySink()
    let writer = try SheetWriter(Books.schema, language, title: "样表", scores: scores, to: sink)
    for row in rows { try writer.write(row) }
    try writer.finish()
    return FileBytes(sink.bytes, name: "written.xlsx")
  }

  private func row(_ texts: String..., list: [String] = []) -> [TableValue] { texts.map { .text($0) } + [.list(list)] }

  @Test("What is written comes back, also what looks like a formula, an escape, a number that is none", arguments: Language.allCases)
  func again(language: Language) throws {
    let rows = [
      row("00123", "=1+2", "8.50", "2024-01-05", "'单引号", "85.00", "第一行\n第二行", list: ["甲", "乙"]),
      row("+86", "@x", "0", "1899-12-31", "_x0041__x005F_", "007", "<&>\"😀", list: ["-1"]),
      row("1E5", "12345678901234567890", "100.00", "", "  ", "0.10", "", list: []),
    ]
    let (read, problems) = try Books.read(written(rows, language))
    #expect(problems.isEmpty, "\(problems.lines(.en))")
    #expect(
      read == [
        "2: 00123|=1+2|8.50|2024-01-05|'单引号|85.00|第一行\n第二行|甲;乙", "3: +86|@x|0|1899-12-31|_x0041__x005F_|007|<&>\"😀|-1",
        "4: 1E5|12345678901234567890|100.00|||0.10||",
      ])
  }

  @Test("The same rows make the same bytes")
  func same() throws {
    let rows = [row("A", "甲", "91.5", "2024-01-05", "", "", "")]
    let column = Books.schema.columns[2]
    let (first, second) = try (written(rows, scores: column), written(rows, scores: column))
    #expect(first.withBytes { Array($0) } == second.withBytes { Array($0) })
    // The sheet with the chart is taken for no table.
    #expect(try Books.read(first).rows == ["2: A|甲|91.5|2024-01-05||||"])
  }

  @Test("Scores fall into classes of five points, a hundred into the last")
  func classes() {
    let counts = Distribution([0, 59_99 - 5000, 6000, 8999, 9000, 10_000].map { .init($0) }).counts
    #expect(counts.enumerated().filter { $1 > 0 }.map { [$0, $1] } == [[0, 1], [1, 1], [12, 1], [17, 1], [18, 1], [19, 1]])
  }

  @Test("A text too long for a cell, a list that would fall apart")
  func refusals() throws {
    #expect(throws: FileError.self) { try written([row("A", String(repeating: "x", count: 40_000), "", "", "", "", "")]) }
    #expect(throws: FileError.separatorInEntry(SafeExcerpt("a;b"))) { try written([row("A", "b", "", "", "", "", "", list: ["a;b"])]) }
  }
}

@Suite("Forms that are filled in elsewhere")
struct FormSheetTests {
  @Test("What is open is unlocked, choices are a list, figures are checked, and what stands there comes back")
  func form() throws {
    let schema = TableSchema(
      "samples", columns: Books.schema.columns.filter { ["code", "name", "share"].contains($0.name) },
      remarks: [Column("unit", "计量单位")])
    let columns = schema.columns + schema.remarks
    let sink = MemorySink()
    let writer = try SheetWriter(
      TableSchema("samples", columns: columns), .zh, title: "表", open: [columns[2]], to: sink)
    for (code, value, check) in [("A", "85.00", CellCheck.number(0...100)), ("B", "是", .choice(["是", "否"])), ("C", "", .whole(0...9))] {
      try writer.write([.text(code), .text("甲"), .text(value), .text("%")], checking: columns[2], by: check)
    }
    try writer.finish()
    let bytes = FileBytes(sink.bytes, name: "form.xlsx")
    let (rows, problems) = try Books.read(bytes, schema)
    #expect(problems.isEmpty && rows == ["2: A|甲|85.00", "3: B|甲|是", "4: C|甲|"], "\(problems.lines(.en))")
    let part = try #require(try ZipArchive(bytes).part("xl/worksheets/sheet1.xml"))
    var text = [UInt8](repeating: 0, count: 1 << 16)
    let count = try text.withUnsafeMutableBytes { try part.read(into: #require($0.baseAddress), upTo: $0.count) }
    let sheet = String(decoding: text.prefix(count), as: UTF8.self)
    #expect(sheet.contains("<sheetProtection ") && sheet.contains("<formula1>\"是,否\"</formula1>") && sheet.contains("type=\"whole\""))
  }
}
