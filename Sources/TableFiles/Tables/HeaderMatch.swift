import Wording

/// Which column of a schema stands where in a table, as its header says.
struct HeaderMatch: Sendable {
  /// For each column of the schema its place in a row; −1 where the table lacks it.
  private(set) var places: [Int]
  /// The place after the last heading.
  private(set) var width = 0
  /// The places before it whose heading is empty: nothing may stand there.
  private(set) var nameless: [Int] = []

  /// Whether there are columns that only explain.
  private(set) var hasRemarks = false

  /// Matches headings; everything that is wrong is added to the problems.
  init(_ headings: [String], row: Int, schema: TableSchema, problems: inout ImportProblems) {
    places = Array(repeating: -1, count: schema.columns.count)
    width = (headings.lastIndex { !$0.isEmpty } ?? -1) + 1
    let positions = headings.map(schema.position(ofHeading:))
    guard positions.contains(where: { $0 != nil }) else {
      problems.add(CellError(row: row, value: headings.joined(separator: " "), message: HeaderMatch.noHeader(schema)))
      return
    }
    for (place, heading) in headings.enumerated() {
      if heading.isEmpty {
        if place < width { nameless.append(place) }
      } else if let position = positions[place] {
        let column = schema.columns[position]
        if places[position] >= 0 {
          problems.add(CellError(row: row, column: column, value: heading, message: HeaderMatch.repeated))
        }
        places[position] = place
      } else if schema.isRemark(heading) {
        hasRemarks = true
      } else {
        problems.add(CellError(row: row, heading: heading, message: HeaderMatch.unknown(schema)))
      }
    }
    for (position, column) in schema.columns.enumerated() where places[position] < 0 && column.presence != .optional {
      problems.add(CellError(row: row, column: column, value: "", message: HeaderMatch.missing))
    }
  }

  static func unknown(_ schema: TableSchema) -> Phrase {
    Phrase(zh: "没有这一列；可用的列：", en: "is no column of \(schema.kind); known are: ") + schema.known
  }

  static func noHeader(_ schema: TableSchema) -> Phrase {
    Phrase(zh: "不是列名，首行须写列名；可用的列：", en: "names no column; the first row must, and known are: ") + schema.known
  }

  static func empty(_ schema: TableSchema) -> Phrase {
    Phrase(zh: "文件是空的，首行须写列名；可用的列：", en: "the file is empty; its first row must name columns, and known are: ") + schema.known
  }

  static let repeated = Phrase(zh: "与前面的列重复，请删去一列", en: "names a column a second time; take one out")
  static let missing = Phrase(zh: "必须有这一列", en: "the column must be there")
}
