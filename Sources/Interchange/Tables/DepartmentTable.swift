import CenterStore
import Regulation
import TableFiles
import Wording

/// Competent departments (归口管理部门).
struct DepartmentTable: RecordTable {
  enum Field: Int, TableField {
    case name, kind, jurisdiction

    var column: Column {
      switch self {
      case .name: Column("name", "名称", .filled)
      case .kind: Column("kind", "类别", .filled)
      case .jurisdiction: Column("jurisdiction", "辖区")
      }
    }
  }

  static let schema = TableSchema("departments", Field.self)

  func record(_ cells: inout Cells<Field>) -> DepartmentRecord? {
    let name = cells.text(.name)
    let kind = cells.demanded(.kind, DepartmentKind.self)
    let jurisdiction = cells.text(.jurisdiction)
    guard let name, let kind else { return nil }
    return DepartmentRecord(name: name, kind: kind, jurisdiction: jurisdiction)
  }

  func value(_ field: Field, of record: DepartmentRecord, _ language: Language) -> TableValue {
    switch field {
    case .name: TableValue(record.name)
    case .kind: TableValue(record.kind, language)
    case .jurisdiction: TableValue(record.jurisdiction)
    }
  }
}
