import CenterStore
import Regulation
import TableFiles
import Wording

/// Organizations: host units, co-builders, employers of experts.
struct OrganizationTable: RecordTable {
  enum Field: Int, TableField {
    case name, kind, province, county, aliases, contact, phone

    var column: Column {
      switch self {
      case .name: Column("name", "名称", .filled)
      case .kind: Column("kind", "单位类型")
      case .province: Column("province", "省份")
      case .county: Column("county", "县区")
      case .aliases:
        Column(
          "aliases", "曾用名称", content: .list(.semicolon),
          meaning: Phrase(zh: "曾用名称和简称，回避时一并比对", en: "former and short names; recusal looks at all"))
      case .contact: Column("contact", "联系人")
      case .phone: Column("phone", "联系电话")
      }
    }
  }

  static let schema = TableSchema("organizations", Field.self)

  func record(_ cells: inout Cells<Field>) -> OrganizationRecord? {
    let name = cells.text(.name)
    let kind = cells.term(.kind, HostKind.self)
    let province = cells.text(.province)
    let county = cells.text(.county)
    let aliases = cells.list(.aliases)
    let contact = cells.text(.contact)
    let phone = cells.text(.phone)
    guard let name else { return nil }
    return OrganizationRecord(
      name: name, kind: kind, province: province, county: county, aliases: aliases, contact: contact, phone: phone)
  }

  func value(_ field: Field, of record: OrganizationRecord, _ language: Language) -> TableValue {
    switch field {
    case .name: TableValue(record.name)
    case .kind: TableValue(record.kind.flatMap { $0 }, language)
    case .province: TableValue(record.province)
    case .county: TableValue(record.county)
    case .aliases: TableValue(record.aliases)
    case .contact: TableValue(record.contact)
    case .phone: TableValue(record.phone)
    }
  }
}
