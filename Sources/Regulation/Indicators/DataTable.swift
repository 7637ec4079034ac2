import Wording

/// A table among the program's own data is not what it has to be; names the file, the row and the field.
public struct DataError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name of the table: `indicators`.
  public let table: String
  /// The code or line that is wrong: `3.3.f`, `line 12`.
  public let object: String
  /// The field that is wrong: `weight`.
  public let field: String
  /// What is wrong with it.
  public let problem: Phrase

  init(_ table: String, _ object: String, _ field: String, zh: String, en: String) {
    self.table = table
    self.object = object
    self.field = field
    problem = Phrase(zh: zh, en: en)
  }

  /// What is wrong, where.
  public var phrase: Phrase {
    Phrase(zh: "数据 \(table)：\(object) 的 \(field) \(problem.zh)", en: "data \(table): \(field) of \(object) \(problem.en)")
  }
  /// What is wrong, where, in English.
  public var description: String { phrase.en }
}

/// A table of tab-separated lines under a header line, as the folder `data` holds them.
struct DataTable {
  struct Row {
    let line: Int
    let fields: [String]
  }

  let name: String
  let rows: [Row]

  init(_ name: String, _ bytes: [UInt8], columns: [String]) throws(DataError) {
    self.name = name
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DataError(name, "file", "encoding", zh: "不是 UTF-8", en: "is not UTF-8")
    }
    var rows: [Row] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if number == 0 {
        guard fields == columns else {
          throw DataError(
            name, "line 1", "header", zh: "须为 \(columns.joined(separator: " "))", en: "must read \(columns.joined(separator: " "))")
        }
        continue
      }
      guard fields.count == columns.count else {
        throw DataError(
          name, "line \(number + 1)", "columns", zh: "须为 \(columns.count) 栏", en: "must number \(columns.count), not \(fields.count)")
      }
      rows.append(Row(line: number + 1, fields: fields))
    }
    self.rows = rows
  }
}
