import CenterStore
import Regulation
import TableFiles
import Wording

/// Technology innovation centers (技术创新中心).
struct CenterTable: RecordTable {
  enum Field: Int, TableField {
    case code, name, host, hostKind, coBuilders, department, field, certifiedOn, status, director, formerNames

    var column: Column {
      switch self {
      case .code: Column("code", "编号", .filled)
      case .name: Column("name", "名称", .filled)
      case .host: Column("host", "依托单位", .filled)
      case .hostKind: Column("host_kind", "单位类型", .filled)
      case .coBuilders: Column("co_builders", "共建单位", content: .list(.semicolon))
      case .department: Column("department", "归口管理部门", .filled)
      case .field: Column("field", "技术领域")
      case .certifiedOn: Column("certified_on", "认定日期", .filled, content: .day)
      case .status: Column("status", "状态")
      case .director: Column("director", "主任")
      case .formerNames: Column("former_names", "曾用名", content: .list(.semicolon))
      }
    }
  }

  static let schema = TableSchema("centers", Field.self)

  func record(_ cells: inout Cells<Field>) -> CenterRecord? {
    let code = cells.text(.code)
    let name = cells.text(.name)
    let host = cells.text(.host)
    let hostKind = cells.demanded(.hostKind, HostKind.self)
    let coBuilders = cells.list(.coBuilders)
    let department = cells.text(.department)
    let field = cells.text(.field)
    let certifiedOn = cells.day(.certifiedOn)
    // An empty cell clears, and a center of which nothing else is said is in the registry.
    let status = cells.term(.status, CenterStatus.self).map { $0 ?? .active }
    let director = cells.text(.director)
    let formerNames = cells.list(.formerNames)
    guard let code, let name, let host, let hostKind, let department, let certifiedOn else { return nil }
    return CenterRecord(
      code: code, name: name, host: host, hostKind: hostKind, coBuilders: coBuilders, department: department, field: field,
      certifiedOn: certifiedOn, status: status, director: director, formerNames: formerNames)
  }

  func value(_ field: Field, of record: CenterRecord, _ language: Language) -> TableValue {
    switch field {
    case .code: TableValue(record.code)
    case .name: TableValue(record.name)
    case .host: TableValue(record.host)
    case .hostKind: TableValue(record.hostKind, language)
    case .coBuilders: TableValue(record.coBuilders)
    case .department: TableValue(record.department)
    case .field: TableValue(record.field)
    case .certifiedOn: TableValue(figure: record.certifiedOn)
    case .status: TableValue(record.status, language)
    case .director: TableValue(record.director)
    case .formerNames: TableValue(record.formerNames)
    }
  }
}
