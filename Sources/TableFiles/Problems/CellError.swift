import Wording

/// What is wrong in one place of a file, so that a person finds the cell and knows the remedy.
public struct CellError: Error, Hashable, Sendable {
  /// The number in the place of a row's where something is wrong with the file as a whole.
  public static let wholeFile = 0

  /// The row; the header of a table is 1. In JSON the first element of the array is 1. ``wholeFile``, 0, where none is meant.
  public let row: Int
  /// The English name of the column, or the heading as the file has it where it is unknown; empty where the whole row is meant.
  public let column: String
  /// The Chinese name of the column; empty where there is none.
  public let chinese: String
  /// The value as it was read, shortened and harmless.
  public let value: String
  /// What is wrong and what to do, said of the value: `is not a number; write it like 8.5`.
  public let message: Phrase

  /// An error in a cell of a known column.
  public init(row: Int, column: Column, value: String, message: Phrase) {
    self.init(row: row, name: column.name, chinese: column.chinese, value: value, message: message)
  }

  /// An error in a whole row, or in a column that no schema knows.
  public init(row: Int, heading: String = "", value: String = "", message: Phrase) {
    self.init(row: row, name: SafeExcerpt(heading).string, chinese: "", value: value, message: message)
  }

  private init(row: Int, name: String, chinese: String, value: String, message: Phrase) {
    self.row = row
    self.column = name
    self.chinese = chinese
    self.value = SafeExcerpt(value).string
    self.message = message
  }

  /// Where it is: `row 3`; of a workbook the cell.
  public func place(counting: RowCounting = .rows) -> Phrase {
    switch counting {
    case _ where row == CellError.wholeFile: Phrase(zh: "文件", en: "the file")
    case .rows: Phrase(zh: "第 \(row) 行", en: "row \(row)")
    case .sheet(let places): places.phrase(row: row, column: column)
    case .elements: Phrase(zh: "第 \(row) 条", en: "record \(row)")
    }
  }

  /// The whole sentence: `row 3, column points/得分: “9.555” has more than two decimals; keep two`.
  public func phrase(counting: RowCounting = .rows) -> Phrase {
    let label = Phrase(zh: chinese.isEmpty ? column : "\(chinese)（\(column)）", en: chinese.isEmpty ? column : "\(column)/\(chinese)")
    let field =
      switch counting {
      case _ where column.isEmpty: Phrase(same: "")
      case .rows, .sheet: Phrase(zh: "，", en: ", column ") + label + Phrase(zh: "列", en: "")
      case .elements: Phrase(zh: "，", en: ", field ") + label + Phrase(zh: "字段", en: "")
      }
    let quoted = value.isEmpty ? Phrase(same: "") : Phrase(zh: "“\(value)”", en: "“\(value)” ")
    return place(counting: counting) + field + Phrase(zh: "：", en: ": ") + quoted + message
  }

  /// The error as one object of `--json`; of a workbook, `cell` names its place as the spreadsheet does.
  public func json(_ language: Language, counting: RowCounting = .rows) -> JSONValue {
    var object = JSONObject()
    object["row"] = .integer(row)
    object["column"] = .string(column)
    if case .sheet(let places) = counting, let letters = places.letters[column] { object["cell"] = .string("\(letters)\(row)") }
    object["value"] = .string(value)
    object["message"] = .string(message[language])
    return .object(object)
  }
}

/// What the numbers of rows count.
public enum RowCounting: Sendable, Hashable {
  /// Rows of a table, the header is 1.
  case rows
  /// Rows of a sheet of a workbook, whose columns have letters as well.
  case sheet(SheetPlaces)
  /// Elements of a JSON array, the first is 1.
  case elements
}
