import Wording

/// One step of a revocation with everything that it leaves on file; who took it and when stands beside it.
public enum RevocationStep: MatterStep {
  /// The host replies to what is proposed.
  case reply(PlainText)
  /// The bureau revokes, by a numbered document.
  case revoke(reason: PlainText, document: PlainText)
  /// The bureau decides not to revoke.
  case keep(reason: PlainText)
  /// The bureau makes a revocation public.
  case publish(on: Day, where: PlainText)
  /// The host takes its own request back.
  case withdraw(reason: PlainText)
  /// The center has ended otherwise: this ends without a decision.
  case lapse(MatterLapse)

  /// The step's name.
  public var kind: RevocationStepKind {
    switch self {
    case .reply: .reply
    case .revoke: .revoke
    case .keep: .keep
    case .publish: .publish
    case .withdraw: .withdraw
    case .lapse: .lapse
    }
  }
}

/// The name of a step of a revocation.
public enum RevocationStepKind: String, MatterStepKind {
  case reply, revoke, keep, publish, withdraw, lapse

  /// What the step is called.
  public var phrase: Phrase {
    switch self {
    case .reply: Phrase(zh: "陈述意见", en: "reply")
    case .revoke: Phrase(zh: "决定撤销", en: "revoke")
    case .keep: Phrase(zh: "决定不予撤销", en: "decide not to revoke")
    case .publish: Phrase(zh: "公布撤销决定", en: "publish the decision")
    case .withdraw: Phrase(zh: "撤回撤销申请", en: "take the request back")
    case .lapse: Phrase(zh: "终止", en: "let it lapse")
    }
  }

  /// The article that knows the step.
  public var article: String { "30" }

  /// Who takes it.
  public var roles: Set<Role> {
    switch self {
    case .reply, .withdraw: [.host]
    case .revoke, .keep, .publish, .lapse: [.bureau]
    }
  }
}

/// The name of a state of a revocation.
public enum RevocationStage: String, MatterStage {
  case proposed, decided, published, kept, withdrawn, lapsed

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .proposed: Phrase(zh: "拟撤销待决定", en: "proposed")
    case .decided: Phrase(zh: "已撤销待公布", en: "revoked, to be published")
    case .published: Phrase(zh: "已撤销并公布", en: "revoked and published")
    case .kept: Phrase(zh: "不予撤销", en: "not revoked")
    case .withdrawn: Phrase(zh: "申请已撤回", en: "request taken back")
    case .lapsed: Phrase(zh: "已终止", en: "lapsed")
    }
  }

  /// Who has the next step; the host may reply to what is proposed, and need not.
  public var waitsFor: Role? {
    switch self {
    case .proposed, .decided: .bureau
    case .published, .kept, .withdrawn, .lapsed: nil
    }
  }
}
