import CenterStore
import Regulation
import TableFiles
import Wording

/// Everybody who has a login.
struct UserTable: RecordTable {
  enum Field: Int, TableField {
    case login, name, role, organization, sshKeys

    var column: Column {
      switch self {
      case .login: Column("login", "账号", .filled)
      case .name: Column("name", "姓名", .filled)
      case .role: Column("role", "角色", .filled)
      case .organization: Column("organization", "所属单位")
      case .sshKeys: Column("ssh_keys", "公钥", content: .list(.line), meaning: Phrase(zh: "每行一个", en: "one key a line"))
      }
    }
  }

  static let schema = TableSchema("users", Field.self)

  /// How people shorten the names of roles.
  private static let shortRoles: [String: Role] = ["专家": .expert, "科技局": .bureau, "主管部门": .department, "第三方": .agency]

  func record(_ cells: inout Cells<Field>) -> UserRecord? {
    let login = cells.text(.login)
    let name = cells.text(.name)
    let role = cells.demanded(.role, Role.self, or: UserTable.shortRoles)
    let organization = cells.text(.organization)
    let keys = readKeys(&cells)
    guard let login, let name, let role else { return nil }
    return UserRecord(login: login, name: name, role: role, organization: organization, sshKeys: keys)
  }

  func value(_ field: Field, of record: UserRecord, _ language: Language) -> TableValue {
    switch field {
    case .login: TableValue(record.login)
    case .name: TableValue(record.name)
    // The names of roles are what `--as` and scripts go by, so they are the same in every language.
    case .role: TableValue(record.role, .en)
    case .organization: TableValue(record.organization)
    case .sshKeys: .list(CellList.split(record.sshKeys?.string ?? "", by: .line))
    }
  }

  private func readKeys(_ cells: inout Cells<Field>) -> PlainText? {
    guard let lines = cells.list(.sshKeys) else { return nil }
    // A line that is more than a key, such as one with options, could let its owner past the forced command.
    for line in lines {
      do throws(SSHKey.Fault) { _ = try SSHKey(line.string) } catch {
        cells.refuse(.sshKeys, error.phrase)
        return nil
      }
    }
    return try? PlainText(CellList.joined(lines.map(\.string), by: .line), .paragraphs)
  }
}
