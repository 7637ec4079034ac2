import Wording

/// One step of an application with everything that it leaves on file; who took it and when stands beside it.
public enum ApplicationStep: Sendable, Hashable, Codable {
  /// The host hands in to its department (article 10).
  case submit
  /// The bureau admits what is late, for its reason.
  case admitLate(CallDeadline, reason: PlainText)
  /// The department gives it back for correction.
  case returnForCorrection(reason: PlainText)
  /// The department does not recommend it.
  case decline(reason: PlainText)
  /// The department recommends it to the bureau; over what is unknown only with a reason.
  case recommend(reason: PlainText?)
  /// The bureau takes it in (受理; article 11).
  case accept
  /// The bureau sends it back for correction, once.
  case sendBack(reason: PlainText)
  /// The host hands in what the bureau asked for.
  case correct
  /// The preliminary check is passed (初审合格); over what is unknown only with a reason.
  case passCheck(reason: PlainText?)
  /// The preliminary check is not passed, for stated reasons.
  case failCheck(reason: PlainText)
  /// What was found on site.
  case visit(SiteVisit)
  /// On the list of centers to be set up (article 12).
  case propose
  /// Not on the list.
  case passOver(reason: PlainText)
  /// The party group agreed.
  case approve(PartyGroupDecision)
  /// The party group did not agree.
  case refuse(PartyGroupDecision, reason: PlainText)
  /// The public notice goes up for so many working days.
  case publishNotice(workingDays: Int)
  /// The bureau takes down an objection that came in on a day.
  case object(receivedOn: Day, grounds: PlainText, signedBy: PlainText?, evidence: PlainText?)
  /// The bureau settles an objection, by its number.
  case settleObjection(Int, isUpheld: Bool, reason: PlainText)
  /// The center enters the registry.
  case certify(document: PlainText, code: PlainText)
  /// The host takes its application back.
  case withdraw(reason: PlainText)
}

/// The name of a step, as menus list it and histories tell it.
public enum ApplicationStepKind: String, Sendable, Hashable, CaseIterable, Codable {
  case submit, admitLate, returnForCorrection, decline, recommend, accept, sendBack, correct, passCheck, failCheck, visit, propose,
    passOver, approve, refuse, publishNotice, object, settleObjection, certify, withdraw

  /// What the step is called.
  public var phrase: Phrase {
    switch self {
    case .submit: Phrase(zh: "提交归口管理部门", en: "hand in to the department")
    case .admitLate: Phrase(zh: "准予逾期办理", en: "admit what is late")
    case .returnForCorrection: Phrase(zh: "退回补正", en: "return for correction")
    case .decline: Phrase(zh: "不予推荐", en: "do not recommend")
    case .recommend: Phrase(zh: "推荐", en: "recommend")
    case .accept: Phrase(zh: "受理", en: "take in")
    case .sendBack: Phrase(zh: "退回补正（限一次）", en: "send back (once)")
    case .correct: Phrase(zh: "提交补正", en: "hand in the correction")
    case .passCheck: Phrase(zh: "初审合格", en: "pass the check")
    case .failCheck: Phrase(zh: "初审不合格", en: "fail the check")
    case .visit: Phrase(zh: "记录现场考察", en: "record a site visit")
    case .propose: Phrase(zh: "列入拟新建名单", en: "propose")
    case .passOver: Phrase(zh: "不列入名单", en: "do not propose")
    case .approve: Phrase(zh: "党组会同意", en: "party group agreed")
    case .refuse: Phrase(zh: "党组会未同意", en: "party group did not agree")
    case .publishNotice: Phrase(zh: "公示", en: "put on public notice")
    case .object: Phrase(zh: "登记异议", en: "register an objection")
    case .settleObjection: Phrase(zh: "处理异议", en: "settle an objection")
    case .certify: Phrase(zh: "认定", en: "certify")
    case .withdraw: Phrase(zh: "撤回申请", en: "withdraw")
    }
  }

  /// The article that knows the step.
  public var article: String {
    switch self {
    case .submit, .admitLate, .returnForCorrection, .decline, .recommend, .withdraw: "10"
    case .accept, .sendBack, .correct, .passCheck, .failCheck, .visit: "11"
    case .propose, .passOver, .approve, .refuse, .publishNotice, .object, .settleObjection, .certify: "12"
    }
  }

  /// Who takes it; the administrator may stand in for the bureau.
  public var role: Role {
    switch self {
    case .submit, .correct, .withdraw: .host
    case .returnForCorrection, .decline, .recommend: .department
    default: .bureau
    }
  }

  /// Whether somebody of a role takes this step.
  public func isTaken(by role: Role) -> Bool { role == self.role || (role == .admin && self.role == .bureau) }
}

extension ApplicationStep {
  /// The step's name.
  public var kind: ApplicationStepKind {
    switch self {
    case .submit: .submit
    case .admitLate: .admitLate
    case .returnForCorrection: .returnForCorrection
    case .decline: .decline
    case .recommend: .recommend
    case .accept: .accept
    case .sendBack: .sendBack
    case .correct: .correct
    case .passCheck: .passCheck
    case .failCheck: .failCheck
    case .visit: .visit
    case .propose: .propose
    case .passOver: .passOver
    case .approve: .approve
    case .refuse: .refuse
    case .publishNotice: .publishNotice
    case .object: .object
    case .settleObjection: .settleObjection
    case .certify: .certify
    case .withdraw: .withdraw
    }
  }

  /// The reason that the step leaves on file, where it leaves one.
  public var reason: PlainText? {
    switch self {
    case .admitLate(_, let reason), .returnForCorrection(let reason), .decline(let reason), .sendBack(let reason), .failCheck(let reason),
      .passOver(let reason), .refuse(_, let reason), .settleObjection(_, _, let reason), .withdraw(let reason):
      reason
    case .recommend(let reason), .passCheck(let reason): reason
    case .submit, .accept, .correct, .visit, .propose, .approve, .publishNotice, .object, .certify: nil
    }
  }

  /// Whether a reason must be given.
  var needsReason: Bool {
    switch self {
    case .admitLate, .returnForCorrection, .decline, .sendBack, .failCheck, .passOver, .refuse, .settleObjection, .withdraw: true
    default: false
    }
  }
}
