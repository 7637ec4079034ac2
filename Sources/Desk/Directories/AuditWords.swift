import CenterStore
import DeskRuntime
import Regulation
import Wording

extension Phrase {
  static let auditLog = Phrase(zh: "审计日志", en: "Audit log")
}

extension AuditLine {
  /// Who, with the name where there is one.
  var whoPhrase: Phrase { Phrase(same: name.map { "\(login) \($0)" } ?? login) }
  /// What was done; in the words of the chain where only a newer program knows it.
  var actPhrase: Phrase { Act(rawValue: act).map(\.phrase) ?? Phrase(same: act) }
}

extension Channel {
  /// The way, in a word.
  var phrase: Phrase {
    switch self {
    case .desk: Phrase(zh: "评审台", en: "desk")
    case .command: Phrase(zh: "命令", en: "command")
    case .imported: Phrase(zh: "文件", en: "file")
    }
  }
}

extension ChainVerdict {
  /// What the check found.
  ///
  /// - Parameter isCopied: whether number and hash of the last link went into the clipboard.
  func words(isCopied: Bool) -> Phrase {
    if let broken {
      return Phrase(
        zh: "审计链从第 \(broken) 条起不完好：有人绕过程序改动了数据文件。请勿继续使用，恢复备份并查明原因。",
        en:
          "The chain is broken from link \(broken) on: somebody changed the file past the program. Stop using it, restore a backup and find out why."
      )
    }
    let noted =
      isCopied
      ? Phrase(zh: "\n已复制；抄在纸上，日后可以核对。", en: "\nIt is copied; noted on paper, it can be compared later.") : Phrase(same: "")
    return Phrase(zh: "审计链完好，共 \(links) 条。\n最后一条的哈希：\(head)", en: "The chain is whole, \(links) links.\nHash of the last one: \(head)")
      + noted
  }
}

/// What the object of a link names.
enum AuditObject {
  /// The places that it leads to, each with what it is.
  static func references(_ object: String) -> [(label: Phrase, reference: Reference, name: String)] {
    let path = object.split(separator: "/").map(String.init)
    guard path.count > 1 else { return [] }
    let (center, round, expert) = (
      Phrase(zh: "中心", en: "center"), Phrase(zh: "评估年度", en: "round"), Phrase(zh: "专家", en: "expert")
    )
    let application = Phrase(zh: "申请", en: "application")
    switch path[0] {
    case "application": return [(application, .application(path[1]), path[1])]
    case "round", "draw", "attendance", "pledge":
      guard let year = Int(path[1]) else { return [] }
      return [(round, .round(year), path[1])] + (path[0] == "pledge" && path.count > 2 ? [(expert, .expert(path[2]), path[2])] : [])
    case "offline":
      guard let year = Int(path[1]), path.count > 2 else { return [] }
      return [(round, .round(year), path[1]), (expert, .expert(path[2]), path[2])]
    case "change", "director", "revocation":
      guard let kind = MatterKind(rawValue: path[0]) else { return [] }
      return [(Phrase(zh: "事项", en: "matter"), .matter(kind, path[1]), path[1])]
    case "conflict":
      let first = path[1].hasPrefix("SQ") ? (application, Reference.application(path[1]), path[1]) : (center, .center(path[1]), path[1])
      return [first] + (path.count > 2 ? [(expert, .expert(path[2]), path[2])] : [])
    case "term":
      guard path.count > 2, let kind = TermKind(rawValue: path[1]) else { return [] }
      let name = path.dropFirst(2).joined(separator: "/")
      return [(kind.phrase, .term(kind, name), name)]
    case "call": return Int(path[1]).map { [(Phrase(zh: "申报通知", en: "call"), .call($0), path[1])] } ?? []
    case "user": return [(Phrase(zh: "用户", en: "user"), .user(path[1]), path[1])]
    case "organization": return [(Phrase(zh: "单位", en: "organization"), .organization(path[1]), path[1])]
    case "department": return [(Phrase(zh: "归口管理部门", en: "department"), .department(path[1]), path[1])]
    case "expert": return [(expert, .expert(path[1]), path[1])]
    case "center", "committee", "meeting", "duty", "recusal", "reorganisation": return [(center, .center(path[1]), path[1])]
    default:
      // Of a center in a round: score/2026/CODE/LOGIN/1.1.
      guard let year = Int(path[1]), path.count > 2 else { return [] }
      let hasExpert = ["score", "sheet", "assignment", "exclusion"].contains(path[0]) && path.count > 3
      return [(center, .center(path[2]), path[2]), (round, .round(year), path[1])]
        + (hasExpert ? [(expert, .expert(path[3]), path[3])] : [])
    }
  }
}
