import Regulation
import Wording

/// What can be done with several centers of the registry at once. What needs words of its own for each center is done in its file.
enum CenterDeed: CaseIterable, Sendable {
  /// One ground that holds for all of them: the host went bankrupt, an accident stopped all that it carries (article 30).
  case revocation
  /// A host gives all that it carries back (article 30(8)).
  case ownRequest
  /// A host moves, and all that it carries with it (article 31).
  case change
  /// What the host has arranged once for all of its centers (articles 17 and 20 to 24).
  case duty
  /// One reason for which they do not take part in a round (article 26).
  case postponement

  /// What it is called.
  var phrase: Phrase {
    switch self {
    case .revocation: Phrase(zh: "提出撤销", en: "Propose to revoke")
    case .ownRequest: Phrase(zh: "自愿申请撤销", en: "Request revocation")
    case .change: Phrase(zh: "申请变更注册地、归口管理部门", en: "Ask for another place or department")
    case .duty: Phrase(zh: "登记运行管理职责", en: "Enter how a duty is kept")
    case .postponement: Phrase(zh: "同意暂缓评估", en: "Defer to a later round")
    }
  }

  /// The article, for people.
  var article: Phrase {
    switch self {
    case .revocation: Citation.phrase("30")
    case .ownRequest: Citation.phrase("30(8)")
    case .change: Citation.phrase("31")
    case .duty: Phrase(zh: "办法第17、20至24条", en: "articles 17, 20 to 24")
    case .postponement: Citation.phrase("26")
    }
  }

  /// Whose it is; the store asks again.
  func isOf(_ role: Role) -> Bool {
    switch self {
    case .revocation, .postponement: role == .bureau || role == .admin
    case .ownRequest, .change: role == .host
    case .duty: role == .bureau || role == .admin || role == .host
    }
  }

  /// The duties that a host keeps in one way for all of its centers; the others differ from center to center: their committees, directors,
  /// plans, groups and co-builders are their own.
  static let sharedDuties: [Duty] = [.autonomy, .sharing, .cooperation, .rules, .accounts, .attribution]
}
