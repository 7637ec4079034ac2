import CenterStore
import TableFiles
import Wording

/// The links of the audit chain; written, never read.
///
/// It holds all that `sha256sum` needs to repeat a link's hash, the random bytes of both commitments included.
enum AuditTable {
  enum Field: Int, TableField {
    case number, time, act, channel, login, whoSalt, change, changeSalt, hash

    var column: Column {
      switch self {
      case .number: Column("number", "序号", content: .figure)
      case .time: Column("time", "时间", content: .figure)
      case .act: Column("act", "事项")
      case .channel: Column("channel", "途径")
      case .login: Column("login", "账号")
      case .whoSalt: Column("who_salt", "账号随机数")
      case .change: Column("change", "变更")
      case .changeSalt: Column("change_salt", "变更随机数")
      case .hash: Column("hash", "校验值")
      }
    }
  }

  static let schema = TableSchema("audit", Field.self)

  static func values(_ link: Link) -> [TableValue] {
    Field.allCases.map { field in
      switch field {
      case .number: .text(String(link.number))
      case .time: .text(link.time.description)
      case .act: .text(link.act)
      case .channel: .text(link.channel)
      case .login: .text(link.login)
      case .whoSalt: .text(hexadecimal(link.whoSalt))
      case .change: .text(link.change)
      case .changeSalt: .text(hexadecimal(link.changeSalt))
      case .hash: .text(link.hash.description)
      }
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
