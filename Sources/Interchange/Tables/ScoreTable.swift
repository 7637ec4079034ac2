import CenterStore
import Regulation
import TableFiles
import Wording

/// The scores of a round, a line an indicator.
struct ScoreTable: RecordTable {
  enum Field: Int, TableField {
    case center, expert, indicator, points, comment

    var column: Column {
      switch self {
      case .center: Column("center", "中心编号", .filled)
      case .expert: Column("expert", "专家账号", .filled)
      case .indicator: Column("indicator", "指标", .filled)
      case .points: Column("points", "得分", .required, content: .figure)
      case .comment: Column("comment", "评语")
      }
    }
  }

  static let schema = TableSchema("scores", Field.self)

  let system: IndicatorSystem

  func record(_ cells: inout Cells<Field>) -> ScoreRecord? {
    let center = cells.text(.center)
    let expert = cells.text(.expert)
    let indicator = ScoreTable.indicator(.indicator, &cells)
    // Where the indicator is not known, points are still looked at: they can never exceed the whole table.
    let points = cells.points(.points, upTo: indicator.map { system[$0].fullPoints } ?? Points(whole: 100))
    let comment = cells.text(.comment, .paragraphs)
    guard let center, let expert, let indicator else { return nil }
    return ScoreRecord(center: center, expert: expert, indicator: indicator, points: points, comment: comment)
  }

  func value(_ field: Field, of record: ScoreRecord, _ language: Language) -> TableValue {
    switch field {
    case .center: TableValue(record.center)
    case .expert: TableValue(record.expert)
    case .indicator: TableValue(figure: record.indicator)
    case .points: TableValue(figure: record.points)
    case .comment: TableValue(record.comment)
    }
  }

  /// The indicator that a cell names.
  static func indicator<Other: TableField>(_ field: Other, _ cells: inout Cells<Other>) -> IndicatorCode? {
    guard let text = cells.text(field) else { return nil }
    if let code = IndicatorCode(NameKey(text).string) { return code }
    cells.refuse(
      field,
      Phrase(
        zh: "没有这个二级指标；编号为 1.1 至 5.4，见 cztic indicators",
        en: "is no second-level indicator; they run from 1.1 to 5.4, see `cztic indicators`"))
    return nil
  }
}
