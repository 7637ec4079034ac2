import CenterStore
import Regulation
import TableFiles
import Wording

/// Experts (评审专家).
struct ExpertTable: RecordTable {
  enum Field: Int, TableField {
    case login, name, employer, formerEmployers, title, fields, kind

    var column: Column {
      switch self {
      case .login: Column("login", "账号", .filled)
      case .name: Column("name", "姓名", .filled)
      case .employer: Column("employer", "工作单位", .filled)
      case .formerEmployers:
        Column(
          "former_employers", "曾任职单位", content: .list(.semicolon),
          meaning: Phrase(zh: "近三年任职的单位，均计入回避", en: "of the last three years; all of them count for recusal"))
      case .title: Column("title", "职称")
      case .fields: Column("fields", "专业领域", content: .list(.semicolon))
      case .kind: Column("kind", "类别")
      }
    }
  }

  static let schema = TableSchema("experts", Field.self)

  func record(_ cells: inout Cells<Field>) -> ExpertRecord? {
    let login = cells.text(.login)
    let name = cells.text(.name)
    let employer = cells.text(.employer)
    let formerEmployers = cells.list(.formerEmployers)
    let title = cells.text(.title)
    let fields = cells.list(.fields)
    let kind = cells.term(.kind, ExpertKind.self)
    guard let login, let name, let employer else { return nil }
    return ExpertRecord(
      login: login, name: name, employer: employer, formerEmployers: formerEmployers, title: title, fields: fields, kind: kind)
  }

  func value(_ field: Field, of record: ExpertRecord, _ language: Language) -> TableValue {
    switch field {
    case .login: TableValue(record.login)
    case .name: TableValue(record.name)
    case .employer: TableValue(record.employer)
    case .formerEmployers: TableValue(record.formerEmployers)
    case .title: TableValue(record.title)
    case .fields: TableValue(record.fields)
    case .kind: TableValue(record.kind.flatMap { $0 }, language)
    }
  }
}
