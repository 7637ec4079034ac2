import Foundation
import TableFiles
import Testing
import Workbooks
import Wording

/// Workbooks for tests: files that programs wrote, and some that are made up part by part.
enum Books {
  /// A kind of table with a column of each content.
  static let schema = TableSchema(
    "samples",
    columns: [
      Column("code", "编号", .filled), Column("name", "名称", .filled), Column("points", "得分", content: .figure),
      Column("day", "认定日期", content: .day), Column("office", "部门"), Column("share", "比重", content: .mixed), Column("note", "说明"),
      Column("fields", "领域", content: .list(.semicolon)),
    ])

  /// A file of this target's folder.
  static func file(_ name: String) throws -> FileBytes {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/" + name, withExtension: nil))
    return try FileBytes(contentsOf: url.path)
  }

  /// The rows of a file, each with its number, and what is wrong with it.
  static func read(_ bytes: FileBytes, _ schema: TableSchema = schema) throws(FileError) -> (rows: [String], problems: ImportProblems) {
    var problems = ImportProblems()
    var reader =
      Workbook.isWorkbook(bytes)
      ? TableReader(try Workbook(bytes).rows(of: schema), schema: schema, problems: &problems)
      : TableReader(try bytes.text(), schema: schema, problems: &problems)
    var rows: [String] = []
    while let row = reader.next(&problems) {
      rows.append("\(row.number): " + schema.columns.map { row[$0] ?? "–" }.joined(separator: "|"))
    }
    return (rows, problems)
  }

  /// A workbook of one sheet with these rows (XML), and further parts or others in their place.
  static func book(_ rows: String, parts others: [String: String] = [:]) -> FileBytes {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    var parts = [
      "_rels/.rels":
        "<Relationships><Relationship Id=\"a\" Type=\"\(relation)officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/workbook.xml": "<workbook><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"a\" xmlns:r=\"r\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships><Relationship Id=\"a\" Type=\"\(relation)worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
      "xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(rows)</sheetData></worksheet>",
    ]
    parts.merge(others) { $1 }
    return FileBytes(StoredZip.archive(parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }), name: "made.xlsx")
  }

  /// A cell with a text of its own.
  static func cell(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }

  /// The header of a table of codes and names, and one row.
  static let plain = "<row>\(cell("code"))\(cell("name"))</row><row>\(cell("A"))\(cell("甲"))</row>"
}
