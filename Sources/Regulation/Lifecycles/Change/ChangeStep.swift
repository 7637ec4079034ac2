import Wording

/// One step of a request for changes with everything that it leaves on file; who took it and when stands beside it (article 31).
public enum ChangeStep: MatterStep {
  /// The department gives it back for correction.
  case returnForCorrection(reason: PlainText)
  /// The host hands it in again, as it is now.
  case submit(ChangePetition)
  /// The department has looked at it and reports it to the bureau.
  case forward(remark: PlainText)
  /// The bureau gives it back for correction.
  case sendBack(reason: PlainText)
  /// The bureau agrees, and the record is changed; what stood there before is named in the order of the changes.
  case apply(document: PlainText, old: [PlainText])
  /// The bureau does not agree.
  case refuse(reason: PlainText)
  /// The host takes it back.
  case withdraw(reason: PlainText)
  /// The center has ended: this ends without a decision.
  case lapse(MatterLapse)

  /// The step's name.
  public var kind: ChangeStepKind {
    switch self {
    case .returnForCorrection: .returnForCorrection
    case .submit: .submit
    case .forward: .forward
    case .sendBack: .sendBack
    case .apply: .apply
    case .refuse: .refuse
    case .withdraw: .withdraw
    case .lapse: .lapse
    }
  }
}

/// The name of a step of a request for changes.
public enum ChangeStepKind: String, MatterStepKind {
  case submit, forward, returnForCorrection, apply, sendBack, refuse, withdraw, lapse

  /// What the step is called.
  public var phrase: Phrase {
    switch self {
    case .submit: Phrase(zh: "补正后提交", en: "hand in the correction")
    case .returnForCorrection: Phrase(zh: "退回补正", en: "return for correction")
    case .forward: Phrase(zh: "审核报市科技局", en: "report to the bureau")
    case .sendBack: Phrase(zh: "退回依托单位", en: "send back to the host")
    case .apply: Phrase(zh: "同意变更", en: "agree and change")
    case .refuse: Phrase(zh: "不同意变更", en: "do not agree")
    case .withdraw: Phrase(zh: "撤回申请", en: "take the request back")
    case .lapse: Phrase(zh: "终止", en: "let it lapse")
    }
  }

  /// The article that knows the step.
  public var article: String { "31" }

  /// Who takes it.
  public var roles: Set<Role> {
    switch self {
    case .submit, .withdraw: [.host]
    case .returnForCorrection, .forward: [.department]
    case .sendBack, .apply, .refuse, .lapse: [.bureau]
    }
  }
}

/// The name of a state of a request for changes.
public enum ChangeStage: String, MatterStage {
  case filed, returned, forwarded
  case sentBack = "sent_back"
  case applied, refused, withdrawn, lapsed

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .filed: Phrase(zh: "待部门审核", en: "with the department")
    case .returned: Phrase(zh: "部门退回补正", en: "returned")
    case .forwarded: Phrase(zh: "待科技局审核", en: "with the bureau")
    case .sentBack: Phrase(zh: "科技局退回补正", en: "sent back")
    case .applied: Phrase(zh: "已变更", en: "changed")
    case .refused: Phrase(zh: "不同意变更", en: "refused")
    case .withdrawn: Phrase(zh: "已撤回", en: "taken back")
    case .lapsed: Phrase(zh: "已终止", en: "lapsed")
    }
  }

  /// Who has the next step; `nil` where none is to come.
  public var waitsFor: Role? {
    switch self {
    case .filed: .department
    case .returned, .sentBack: .host
    case .forwarded: .bureau
    case .applied, .refused, .withdrawn, .lapsed: nil
    }
  }
}
