import RandomForTests
import Wording

@testable import TableFiles

/// A kind of table that has every kind of column.
enum Sample {
  static let code = Column("code", "编号", .filled)
  static let name = Column("name", "名称", .required)
  static let points = Column("points", "得分", content: .figure)
  static let fields = Column("fields", "专业领域", content: .list(.semicolon))
  static let keys = Column("ssh_keys", "公钥", content: .list(.line))
  static let comment = Column("comment", "评语")
  static let schema = TableSchema("samples", columns: [code, name, points, fields, keys, comment])

  /// Reads a whole table.
  static func read(_ text: String) -> (rows: [TableRow], problems: ImportProblems) { read(UTF8Text(text)) }

  static func read(_ text: UTF8Text) -> (rows: [TableRow], problems: ImportProblems) {
    var problems = ImportProblems()
    var table = TableReader(text, schema: schema, problems: &problems)
    var rows: [TableRow] = []
    while let row = table.next(&problems) { rows.append(row) }
    return (rows, problems)
  }

  /// Reads the cells of a CSV text as they stand.
  static func cells(_ text: String, separator: CSVSeparator? = .comma) throws(CSVError) -> [[String]] {
    var reader = CSVReader(UTF8Text(text), separator: separator)
    var rows: [[String]] = []
    while let record = try reader.next() { rows.append((0..<record.count).map(record.text)) }
    return rows
  }
}

typealias SeededGenerator = SeededRandom

extension SeededRandom {
  /// A text that a cell may hold: no blanks at its ends, and often what CSV and JSON must take care of.
  mutating func text(upTo length: Int = 12) -> String {
    let pieces = [
      "激光", "切割", "a", "Z", "0", ",", "\"", "\"\"", "\n", "\r\n", "\r", "=", "+", "-", "@", "'", ";", "；", "\\", "/", " ", "　", "é", "𠮷",
      "👩‍🔬",
      "\t", "{", "]", "：",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) { text += pieces[Int.random(in: 0..<pieces.count, using: &self)] }
    return Blanks.trimmed(text)
  }
}
