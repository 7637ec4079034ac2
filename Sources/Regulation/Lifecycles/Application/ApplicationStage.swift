import Wording

/// The name of a state of an application, as queues count by it and files carry it.
public enum ApplicationStage: String, Term, Codable {
  case draft
  case submitted
  case returned
  case recommended
  case checking
  case sentBack = "sent_back"
  case reviewing
  case proposed
  case approved
  case onNotice = "on_notice"
  case certified
  case declined
  case failedCheck = "failed_check"
  case notProposed = "not_proposed"
  case notApproved = "not_approved"
  case objectionUpheld = "objection_upheld"
  case withdrawn

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .draft: Phrase(zh: "草稿", en: "draft")
    case .submitted: Phrase(zh: "待部门推荐", en: "with the department")
    case .returned: Phrase(zh: "部门退回补正", en: "returned")
    case .recommended: Phrase(zh: "已推荐待受理", en: "recommended")
    case .checking: Phrase(zh: "初审中", en: "being checked")
    case .sentBack: Phrase(zh: "科技局退回补正", en: "sent back")
    case .reviewing: Phrase(zh: "专家评审中", en: "under review")
    case .proposed: Phrase(zh: "拟新建待党组会", en: "proposed")
    case .approved: Phrase(zh: "党组会同意待公示", en: "approved")
    case .onNotice: Phrase(zh: "公示中", en: "on notice")
    case .certified: Phrase(zh: "已认定", en: "certified")
    case .declined: Phrase(zh: "部门不予推荐", en: "not recommended")
    case .failedCheck: Phrase(zh: "初审不合格", en: "check failed")
    case .notProposed: Phrase(zh: "未列入名单", en: "not proposed")
    case .notApproved: Phrase(zh: "党组会未同意", en: "not approved")
    case .objectionUpheld: Phrase(zh: "异议成立", en: "objection upheld")
    case .withdrawn: Phrase(zh: "已撤回", en: "withdrawn")
    }
  }

  /// Who has the next step; `nil` where none is to come.
  public var waitsFor: Role? {
    switch self {
    case .draft, .returned, .sentBack: .host
    case .submitted: .department
    case .recommended, .checking, .reviewing, .proposed, .approved, .onNotice: .bureau
    case .certified, .declined, .failedCheck, .notProposed, .notApproved, .objectionUpheld, .withdrawn: nil
    }
  }

  /// Whether the next step is somebody's of a role: the administrator stands in for the bureau, and experts are waited for while they review.
  public func waits(for role: Role) -> Bool {
    switch role {
    case .admin: waitsFor == .bureau
    case .expert: self == .reviewing
    case .bureau, .department, .host, .agency, .viewer: waitsFor == role
    }
  }

  /// Whether experts review it or have done so (article 11); what the host took back is compared with nothing any more.
  public var isReviewed: Bool {
    switch self {
    case .reviewing, .proposed, .approved, .onNotice, .certified, .notProposed, .notApproved, .objectionUpheld: true
    case .draft, .submitted, .returned, .recommended, .checking, .sentBack, .declined, .failedCheck, .withdrawn: false
    }
  }

  /// The last day of the call that binds whoever has it in hand: what is first checked is bound by that for corrections, once it is sent back.
  /// `nil` where none does.
  public var deadline: CallDeadline? {
    switch self {
    case .draft: .host
    // What the department takes long over is not the host's delay.
    case .submitted, .returned: .department
    case .checking, .sentBack: .correction
    default: nil
    }
  }

  /// Whether the host may change the form.
  public var isEditable: Bool { waitsFor == .host }
  /// Whether a step is still to come.
  public var isOpen: Bool { waitsFor != nil }
}

extension ApplicationState {
  /// The state's name.
  public var stage: ApplicationStage {
    switch self {
    case .draft: .draft
    case .submitted: .submitted
    case .returned: .returned
    case .recommended: .recommended
    case .checking: .checking
    case .sentBack: .sentBack
    case .reviewing: .reviewing
    case .proposed: .proposed
    case .approved: .approved
    case .onNotice: .onNotice
    case .certified: .certified
    case .ended(.declined): .declined
    case .ended(.failedCheck): .failedCheck
    case .ended(.notProposed): .notProposed
    case .ended(.notApproved): .notApproved
    case .ended(.objectionUpheld): .objectionUpheld
    case .ended(.withdrawn): .withdrawn
    }
  }
}
