import CenterStore
import Regulation
import TableFiles
import Wording

/// The results of a year (article 28).
struct ResultTable: RecordTable {
  enum Field: Int, TableField {
    case center, score, grade, rank

    var column: Column {
      switch self {
      case .center: Column("center", "中心编号", .filled)
      case .score: Column("score", "得分", .filled, content: .figure)
      case .grade: Column("grade", "等级", .filled)
      case .rank: Column("rank", "排名", content: .figure)
      }
    }
  }

  static let schema = TableSchema("results", Field.self)

  func record(_ cells: inout Cells<Field>) -> ResultRecord? {
    let center = cells.text(.center)
    let score = cells.points(.score, upTo: Points(whole: 100))
    let grade = cells.demanded(.grade, Grade.self)
    let rank = cells.whole(.rank, in: 1...1_000_000)
    guard let center, let score, let grade else { return nil }
    return ResultRecord(center: center, score: score, grade: grade, rank: rank)
  }

  func value(_ field: Field, of record: ResultRecord, _ language: Language) -> TableValue {
    switch field {
    case .center: TableValue(record.center)
    case .score: TableValue(figure: record.score)
    case .grade: TableValue(record.grade, language)
    case .rank: TableValue(figure: record.rank)
    }
  }
}
