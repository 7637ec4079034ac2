import Wording

/// What somebody is on the desk; it decides what they may see and do.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
  /// 评审专家: scores what is assigned.
  case expert
  /// 市科技局: runs calls and rounds.
  case bureau
  /// 归口管理部门: its own jurisdiction (article 5).
  case department
  /// 依托单位: its own center and application (article 6).
  case host
  /// 第三方机构: the one round entrusted to it (article 25).
  case agency
  /// 访客: browses the registry and published results.
  case viewer
  /// 管理员: users, departments, backups, doctor, audit.
  case admin

  /// The role's name for people.
  public var phrase: Phrase {
    switch self {
    case .expert: Phrase(zh: "评审专家", en: "expert")
    case .bureau: Phrase(zh: "市科技局", en: "bureau")
    case .department: Phrase(zh: "归口管理部门", en: "competent department")
    case .host: Phrase(zh: "依托单位", en: "host unit")
    case .agency: Phrase(zh: "第三方机构", en: "third-party agency")
    case .viewer: Phrase(zh: "访客", en: "viewer")
    case .admin: Phrase(zh: "管理员", en: "administrator")
    }
  }
}
