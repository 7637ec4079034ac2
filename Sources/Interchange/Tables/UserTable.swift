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
    for line in lines where !PublicKeyLine.isSound(line.string) {
      cells.refuse(
        .sshKeys,
        Phrase(
          zh: "不是 OpenSSH 公钥，每行应为“类型 密钥 备注”，不带选项",
          en: "is not a public key of OpenSSH; write `TYPE KEY COMMENT` without options, one a line"))
      return nil
    }
    return try? PlainText(CellList.joined(lines.map(\.string), by: .line), .paragraphs)
  }
}

/// A line of an OpenSSH public key file.
enum PublicKeyLine {
  private static let types: Set<Substring> = [
    "ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
  ]

  /// Whether a line is a type, a key in Base64 and perhaps a comment, and nothing before them.
  static func isSound(_ line: String) -> Bool {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, types.contains(parts[0]) else { return false }
    return parts[1].utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D: true
      default: false
      }
    }
  }
}
