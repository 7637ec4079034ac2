import CenterStore
import Regulation
import TableFiles
import Wording

/// Declared conflicts of interest (回避).
struct ConflictTable: RecordTable {
  enum Field: Int, TableField {
    case center, expert, reason

    var column: Column {
      switch self {
      case .center: Column("center", "中心编号", .filled)
      case .expert: Column("expert", "专家账号", .filled)
      case .reason: Column("reason", "回避原因", .filled)
      }
    }
  }

  static let schema = TableSchema("conflicts", Field.self)

  func record(_ cells: inout Cells<Field>) -> ConflictRecord? {
    let center = cells.text(.center)
    let expert = cells.text(.expert)
    let reason = cells.text(.reason)
    guard let center, let expert, let reason else { return nil }
    return ConflictRecord(center: center, expert: expert, reason: reason)
  }

  func value(_ field: Field, of record: ConflictRecord, _ language: Language) -> TableValue {
    switch field {
    case .center: TableValue(record.center)
    case .expert: TableValue(record.expert)
    case .reason: TableValue(record.reason)
    }
  }
}
