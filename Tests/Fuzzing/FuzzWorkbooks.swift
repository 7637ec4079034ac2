import TableFiles
import Wording

@testable import Workbooks

extension FuzzTarget {
  /// Workbooks, as archives and as the text of a sheet, which no checksum then guards.
  static let workbooks = [
    FuzzTarget("workbook") { bytes in
      let rows: any RowSource
      do throws(FileError) {
        rows = try Workbook(FileBytes(bytes, name: "x")).rows(of: schema)
      } catch {
        return try holdHarmless(error.phrase.en + error.phrase.zh, "a message")
      }
      try FuzzTarget.look(at: rows)
    },
    FuzzTarget("sheet") { bytes in
      var texts = SharedTexts()
      texts.append(Array("共享".utf8), isCut: false)
      texts.append([], isCut: true)
      let looks = [NumberLook.general, .day, .moment, .percent, .time, .number(whole: 3, decimals: 2)]
      for days in [SheetDays.from1900, .from1904] {
        let book = WorkbookCells(texts: texts, looks: looks, days: days)
        try FuzzTarget.look(at: SheetRows(MemoryPart(bytes), book, merged: nil, sheet: nil))
      }
    },
  ]

  private static let schema = TableSchema(
    "samples",
    columns: [Column("code", "编号"), Column("name", "名称"), Column("points", "得分", content: .figure), Column("day", "日期", content: .day)])

  /// Reads all rows: whatever comes is text, in the order of its rows, and messages harm nobody.
  private static func look(at rows: any RowSource) throws {
    var problems = ImportProblems()
    var table = TableReader(rows, schema: schema, problems: &problems)
    var last = 0
    while let row = table.next(&problems) {
      try hold(row.number > last, "rows come out of order")
      last = row.number
      for place in schema.columns.indices {
        try row.withBytes(at: place) { bytes in
          if let bytes { try hold(String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0), "a cell is no text") }
        }
      }
    }
    for language in Language.allCases { for line in problems.lines(language) { try holdHarmless(line, "a message") } }
  }
}

/// A part that is unpacked already.
private final class MemoryPart: PackedPart {
  let name = "x"
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  func read(into start: UnsafeMutableRawPointer, upTo room: Int) -> Int {
    let piece = rest.prefix(room)
    start.copyMemory(from: Array(piece), byteCount: piece.count)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}
