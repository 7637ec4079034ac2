import CenterStore
import Regulation
import TableFiles
import Wording
import Workbooks

/// The scoresheets of an expert as a workbook that is filled in elsewhere: a row for each indicator of each center, with what the center says of it,
/// points checked as they are written, all but points and comments protected.
///
///     try SheetForm.write(rows, .zh) { () throws(FileError) in try FileSink(replacing: "sheets.xlsx") }
///     let (filled, problems) = try SheetForm.read(try FileBytes.open("sheets.xlsx"))
public enum SheetForm {
  /// A row of the form as it is given out.
  public struct Row: Sendable, Hashable {
    /// The center's code.
    public var center: PlainText
    /// Its name.
    public var name: PlainText
    /// The indicator.
    public var indicator: IndicatorCode
    /// What is on file of it, a data item a line.
    public var facts: String
    /// What stands there.
    public var points: Points?
    /// What stands there.
    public var comment: PlainText

    /// Makes a row.
    public init(center: PlainText, name: PlainText, indicator: IndicatorCode, facts: String, points: Points?, comment: PlainText) {
      self.center = center
      self.name = name
      self.indicator = indicator
      self.facts = facts
      self.points = points
      self.comment = comment
    }
  }

  /// What somebody wrote in a row; what is left open is `nil`.
  public struct Entry: Sendable, Hashable {
    /// The number of the row, as people count.
    public let row: Int
    /// The center's code.
    public let center: PlainText
    /// The indicator.
    public let indicator: IndicatorCode
    /// The points.
    public let points: Points?
    /// The comment.
    public let comment: PlainText?
  }

  private static let schema = TableSchema(
    "sheets",
    columns: [column(.center), name, column(.indicator), title, weight, facts, column(.points), column(.comment)])
  fileprivate static let name = Column("name", "中心名称")
  fileprivate static let title = Column("title", "指标名称")
  fileprivate static let weight = Column("weight", "分值", content: .figure)
  fileprivate static let facts = Column("facts", "评估数据")
  private static func column(_ field: SheetFormTable.Field) -> Column { field.column }

  /// Writes the form.
  ///
  /// - Parameter open: opens what is written to.
  /// - Throws: ``InterchangeError``.
  public static func write(
    _ rows: [Row], _ language: Language, to open: @escaping () throws(FileError) -> any ByteSink
  ) throws(InterchangeError) {
    try InterchangeError.translating {
      let system = try IndicatorSystem.standard.get()
      let writer = try SheetWriter(
        schema, language, title: Phrase(zh: "评分表", en: "Scoresheets")[language], open: [column(.points), column(.comment)],
        to: LazySink(open))
      for row in rows {
        let indicator = system[row.indicator]
        let values = [
          row.center.string, row.name.string, row.indicator.description, indicator.name[language], String(indicator.weight), row.facts,
          row.points?.description ?? "", row.comment.string,
        ]
        try writer.write(values.map { .text($0) }, checking: column(.points), by: .number(0...Double(indicator.weight)))
      }
      try writer.finish()
    }
  }

  /// Reads a form, or a table of the same columns: the rows in which something is written, and all that is wrong.
  ///
  /// - Throws: ``InterchangeError`` for what concerns the whole file.
  public static func read(_ bytes: FileBytes) throws(InterchangeError) -> (entries: [Entry], problems: ImportProblems) {
    try InterchangeError.translating {
      let table = SheetFormTable(system: try IndicatorSystem.standard.get())
      var problems = ImportProblems()
      var reader = try TableInput(bytes).reader(SheetFormTable.schema, &problems)
      var entries: [Entry] = []
      while let row = reader.next(&problems) {
        if SheetFormTable.isOpen(row) { continue }
        var cells = Cells<SheetFormTable.Field>(row)
        let entry = table.record(&cells)
        for error in cells.errors { problems.add(error) }
        if let entry { entries.append(entry) }
      }
      return (entries, problems)
    }
  }
}

/// The columns of the form that are read.
struct SheetFormTable: RecordTable {
  enum Field: Int, TableField {
    case center, indicator, points, comment

    var column: Column {
      switch self {
      case .center: ScoreTable.Field.center.column
      case .indicator: ScoreTable.Field.indicator.column
      case .points: ScoreTable.Field.points.column
      case .comment: ScoreTable.Field.comment.column
      }
    }
  }

  static let schema = TableSchema(
    "sheets", Field.self, remarks: [SheetForm.name, SheetForm.title, SheetForm.weight, SheetForm.facts])
  static let entered: [Field] = [.points, .comment]

  let system: IndicatorSystem

  func record(_ cells: inout Cells<Field>) -> SheetForm.Entry? {
    let center = cells.text(.center)
    let indicator = ScoreTable.indicator(.indicator, &cells)
    let points = cells.points(.points, upTo: indicator.map { system[$0].fullPoints } ?? Points(whole: 100))
    let comment = cells.text(.comment, .paragraphs)
    guard let center, let indicator else { return nil }
    return SheetForm.Entry(
      row: cells.number, center: center, indicator: indicator, points: points, comment: comment.flatMap { $0.isEmpty ? nil : $0 })
  }

  func value(_ field: Field, of entry: SheetForm.Entry, _ language: Language) -> TableValue {
    switch field {
    case .center: TableValue(entry.center)
    case .indicator: TableValue(figure: entry.indicator)
    case .points: TableValue(figure: entry.points)
    case .comment: TableValue(entry.comment)
    }
  }
}
