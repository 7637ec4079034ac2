import CenterStore
import Foundation
import Interchange
import Regulation
import Testing

@Suite("Centers taken as they lie in a CSV file")
struct PlainCentersTests {
  private static let columns = [
    "code", "name", "host", "host_kind", "co_builders", "department", "field", "certified_on", "status", "director", "former_names",
  ]
  private static let row = [
    "C9", "沧州市激光（切割）技术创新中心", "渤海激光", "enterprise", "运河大学", "泊头市科学技术局", "新材料", "2021-03-01", "active", "张三", "旧名",
  ]

  /// A column, and what stands in it.
  struct Cell: Sendable, CustomTestStringConvertible {
    let column: String
    let text: String
    var testDescription: String { "\(column) “\(text)”" }
  }

  private static func cells(_ column: String, _ texts: String...) -> [Cell] { texts.map { Cell(column: column, text: $0) } }

  private static let cells =
    cells("code", "c-1", "Ｃ１", "'=C1", "''", "é", "e\u{301}") + cells("name", " 甲 乙 ", "甲\"乙\"", "甲\\乙", "甲\u{3000}", "㐀中心", "가", "ﾊﾟ")
    + cells("host", "运河大学", "泊头市科学技术局", "\u{00A0}渤海激光") + cells("host_kind", "企业", "其他", "Enterprise", "ＯＴＨＥＲ", "firm", "")
    + cells("co_builders", "", "甲;乙", "甲；乙", ";", "甲;;乙", " 甲 ; 乙 ", "'甲", "渤海激光", "甲；", "9B\u{FF1A};", "甲;甲")
    + cells("department", "沧州市教育局", "旧名") + cells("field", "", "'-", " ", "'")
    + cells("certified_on", "2024-02-29", "2023-02-29", "2024/1/5", "2024年1月5日", "0999-01-01", "2024-1-05", "", "２０２４-01-05")
    + cells("status", "", "在册", "revoked", "已撤销", "Revoked", "gone") + cells("director", "", "李\u{202E}四", "A B", "a\u{7F}")
    + cells("former_names", "", "甲;乙;丙", "甲、乙")

  private static func csv(_ columns: [String], _ rows: [[String]]) -> String {
    func cell(_ text: String) -> String { text.contains("\"") ? "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : text }
    return ([columns] + rows).map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
  }

  private static func json(_ columns: [String], _ rows: [[String]]) throws -> String {
    // JSON knows no mark against formulas.
    func value(_ cell: String) -> String { cell.hasPrefix("'") ? String(cell.dropFirst()) : cell }
    let objects = rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0.map(value))) }
    return String(decoding: try JSONSerialization.data(withJSONObject: objects), as: UTF8.self)
  }

  /// What a store keeps after two files: its centers, and the hash that stands for all that happened.
  private func kept(_ first: String, _ second: String) throws -> (centers: String, head: Digest256, problems: [[String]]) {
    let bench = try Bench()
    let problems = try [first, second].flatMap { try bench.take(.centers, $0).problems.errors }
    return (
      try bench.give(.centers), try bench.store.auditHead(by: Acting("admin", .command)).hash,
      problems.map { [$0.column, $0.value, $0.message.en] }
    )
  }

  @Test("come out, are refused and are noted in the chain as in JSON, where every cell is read as text", arguments: cells)
  func sameAsText(cell: Cell) throws {
    let place = try #require(Self.columns.firstIndex(of: cell.column))
    var other = Self.row
    other[place] = cell.text
    var third = other
    third[0] = "C10"
    // The first file makes, the second changes and makes.
    let plain = try kept(Self.csv(Self.columns, [Self.row]), Self.csv(Self.columns, place == 0 ? [other] : [other, third]))
    let text = try kept(Self.json(Self.columns, [Self.row]), Self.json(Self.columns, place == 0 ? [other] : [other, third]))
    #expect(plain.centers == text.centers)
    #expect(plain.problems == text.problems)
    #expect(plain.head == text.head)
  }

  @Test("leave what a column would hold that the file lacks", arguments: ["co_builders", "field", "status", "director", "former_names"])
  func lacking(column: String) throws {
    let place = try #require(Self.columns.firstIndex(of: column))
    let columns = Self.columns.filter { $0 != column }
    var revoked = Self.row
    revoked[8] = "revoked"
    var short = Self.row
    short[1] = "沧州市焊接技术创新中心"
    short.remove(at: place)
    let plain = try kept(Self.csv(Self.columns, [revoked]), Self.csv(columns, [short]))
    let text = try kept(Self.json(Self.columns, [revoked]), Self.json(columns, [short]))
    #expect(plain.centers == text.centers && plain.centers.contains(revoked[place]) && plain.centers.contains("焊接"))
    #expect(plain.head == text.head)
  }
}
