import GRDB
import Wording

/// What SQLite's result codes mean, in our own words: its messages are English, and speak of tables and columns that nobody here knows.
enum DatabaseReason {
  /// Why a store is damaged.
  static let overwritten = Phrase(zh: "内容残缺或被改写", en: "its content is cut short or overwritten")

  /// What went wrong. The code stands behind it for whoever has to look closer, in English SQLite's own words as well.
  static func phrase(_ error: DatabaseError) -> Phrase {
    let code = error.extendedResultCode.rawValue
    return words(error.resultCode)
      + Phrase(zh: "（SQLite \(code)）", en: " (SQLite \(code)\(error.message.map { ": " + harmless($0) } ?? ""))")
  }

  /// What SQLite says of a damaged file has pieces of it, which may be anything.
  private static func harmless(_ message: String) -> String {
    String(String.UnicodeScalarView(message.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }

  private static func words(_ code: ResultCode) -> Phrase {
    switch code {
    case .SQLITE_IOERR: Phrase(zh: "磁盘读写错误，请检查磁盘", en: "input or output error; look at the disk")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: overwritten
    case .SQLITE_CANTOPEN:
      Phrase(zh: "无法打开，请检查文件和文件夹的权限", en: "it cannot be opened; look at the rights of the file and its folder")
    case .SQLITE_PERM, .SQLITE_AUTH: Phrase(zh: "没有权限，请检查文件和文件夹的权限", en: "permission denied; look at the rights of the file and its folder")
    case .SQLITE_NOMEM: Phrase(zh: "内存不足，请关闭其他程序后再试", en: "not enough memory; close other programs and try again")
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
      Phrase(zh: "与已有的记录矛盾，请运行 cztic audit verify", en: "it contradicts what is there; run `cztic audit verify`")
    case .SQLITE_TOOBIG: Phrase(zh: "内容过大", en: "it is too large")
    case .SQLITE_NOLFS: Phrase(zh: "文件系统不支持大文件", en: "the file system takes no large files")
    case .SQLITE_ERROR, .SQLITE_SCHEMA: Phrase(zh: "表结构与程序不符，请从备份恢复", en: "its tables are not what the program made; restore a backup")
    default: Phrase(zh: "数据库错误", en: "the database failed")
    }
  }
}
