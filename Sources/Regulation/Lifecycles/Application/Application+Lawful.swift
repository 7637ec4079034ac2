import Wording

extension Application {
  /// Why somebody of a role cannot take a step of a kind now; `nil` where they can, given what the step needs.
  ///
  /// Menus grey a step by it; ``take(_:by:_:)`` asks it first.
  public func refusal(_ kind: ApplicationStepKind, by role: Role, _ situation: Situation) -> Refusal? {
    if !kind.isTaken(by: role) {
      return Refusal(
        article: kind.article,
        Phrase(zh: "“\(kind.phrase.zh)”由\(kind.role.phrase.zh)办理", en: "“\(kind.phrase.en)” is the \(kind.role.phrase.en)'s to do"))
    }
    if !isInOrder(kind) { return outOfOrder(kind) }
    switch kind {
    case .submit: return refusalToSubmit(situation)
    case .correct: return lateness(.correction, situation) ?? refusalWithoutDocuments(situation)
    case .admitLate: return refusalToAdmitAgain
    case .returnForCorrection: return admitted.contains(.host) ? nil : latenessAfterReturn(.department, situation)
    case .recommend: return lateness(.department, situation) ?? refusalOverFailure(kind, situation)
    case .passCheck, .approve, .publishNotice: return refusalOverFailure(kind, situation)
    case .sendBack:
      guard case .checking(.used) = state else { return latenessAfterReturn(.correction, situation) }
      return Refusal(article: "11", Phrase(zh: "已退回补正过一次，不能再退回", en: "it was sent back once; there is no second time"))
    case .propose: return refusalOverFailure(kind, situation) ?? refusalBeforeOpinions(situation)
    // What does not meet the conditions needs no expert to say so.
    case .passOver: return situation.failed.isEmpty ? refusalBeforeOpinions(situation) : nil
    case .refuse: return refusalToRefuseAfterwards(situation)
    case .certify: return refusalOverFailure(kind, situation) ?? refusalToCertify(situation)
    case .settleObjection:
      guard case .onNotice(_, let objections) = state, !objections.contains(where: { $0.settlement == nil }) else { return nil }
      return Refusal(article: "12", Phrase(zh: "没有待处理的异议", en: "no objection is open"))
    default: return nil
    }
  }

  /// Whether a step of a kind belongs to this state, whoever may take it and whatever stands in its way.
  public func isInOrder(_ kind: ApplicationStepKind) -> Bool {
    // What was corrected once is sent back no more: there is no last day to be admitted after.
    if kind == .admitLate, case .checking(.used) = state { return false }
    return switch (kind, state.stage) {
    case (.submit, .draft), (.submit, .returned): true
    case (.admitLate, let stage): stage.deadline != nil
    case (.returnForCorrection, .submitted), (.decline, .submitted), (.recommend, .submitted): true
    case (.accept, .recommended): true
    case (.sendBack, .checking), (.passCheck, .checking), (.failCheck, .checking): true
    case (.correct, .sentBack): true
    case (.visit, .reviewing), (.propose, .reviewing), (.passOver, .reviewing): true
    case (.approve, .proposed), (.refuse, .proposed), (.refuse, .approved), (.refuse, .onNotice): true
    case (.publishNotice, .approved): true
    case (.object, .onNotice), (.settleObjection, .onNotice), (.certify, .onNotice): true
    case (.withdraw, let stage): stage.isOpen
    default: false
    }
  }

  private func outOfOrder(_ kind: ApplicationStepKind) -> Refusal {
    Refusal(
      article: kind.article,
      Phrase(
        zh: "申请现为“\(state.stage.phrase.zh)”，不能“\(kind.phrase.zh)”",
        en: "it is “\(state.stage.phrase.en)”: “\(kind.phrase.en)” is no step from there"))
  }

  /// Why it is too early or too late; what the bureau admitted late is never too late.
  private func lateness(_ deadline: CallDeadline, _ situation: Situation) -> Refusal? {
    guard let refusal = situation.call.refusal(deadline, on: situation.today) else { return nil }
    return admitted.contains(deadline) && situation.today >= situation.call.opensOn ? nil : refusal
  }

  /// Why nothing may be given back any more: it could not come in again, and giving it back would end it without anybody's saying so.
  private func latenessAfterReturn(_ deadline: CallDeadline, _ situation: Situation) -> Refusal? {
    guard lateness(deadline, situation) != nil else { return nil }
    let last = situation.call.lastDays[deadline]
    return Refusal(
      article: "10",
      Phrase(
        zh: "\(deadline.phrase.zh)为 \(last)，已过期，退回后已不能再报；市科技局可先准予逾期办理",
        en: "the \(deadline.phrase.en) was \(last): given back, it could not come in again, unless the bureau admits it late first"))
  }

  private var refusalToAdmitAgain: Refusal? {
    guard let deadline = state.stage.deadline, admitted.contains(deadline) else { return nil }
    return Refusal(
      article: "10",
      Phrase(zh: "已准予逾期办理，\(deadline.phrase.zh)不再约束", en: "it was admitted late: the \(deadline.phrase.en) binds it no more"))
  }

  /// Whoever is too late is told so before anything else: what is still missing is in vain then.
  ///
  /// A form that the department gave back may come in again until the department's own last day: what the department takes long over is
  /// not the host's delay.
  private func refusalToSubmit(_ situation: Situation) -> Refusal? {
    var late = lateness(.host, situation)
    if case .returned = state { late = admitted.contains(.host) ? nil : lateness(.department, situation) }
    return late ?? refusalWithoutDocuments(situation)
  }

  private func refusalWithoutDocuments(_ situation: Situation) -> Refusal? {
    guard situation.unknown.contains("10") || situation.failed.contains("10") else { return nil }
    return Refusal(
      article: "10",
      Phrase(
        zh: "材料或声明不齐：须有申报书、实施方案、通知所列材料和声明", en: "documents, or the declaration that all is complete, are missing"))
  }

  /// Why nothing leads on: a condition is not met. What was met when it was checked may have failed since: a center of the same name was
  /// registered, the credit was looked up.
  private func refusalOverFailure(_ kind: ApplicationStepKind, _ situation: Situation) -> Refusal? {
    guard let first = situation.failed.first else { return nil }
    return Refusal(
      article: first,
      Citation.list(situation.failed)
        + Phrase(zh: "不符合，不能“\(kind.phrase.zh)”", en: " not met: “\(kind.phrase.en)” is not lawful"))
  }

  /// Why a decision of the party group stands: another may take its place only where a condition has failed since.
  private func refusalToRefuseAfterwards(_ situation: Situation) -> Refusal? {
    if case .proposed = state { return nil }
    guard situation.failed.isEmpty else { return nil }
    return Refusal(
      article: "12",
      Phrase(
        zh: "党组会已同意；认定前发现不符合申报条件的，方可凭新的决定改为不同意",
        en: "the party group has agreed; another decision may say no only where a condition is found not to be met"))
  }

  private func refusalBeforeOpinions(_ situation: Situation) -> Refusal? {
    let needed = situation.call.minimumExperts
    if situation.opinions >= needed { return nil }
    return Refusal(
      article: "11",
      Phrase(
        zh: "已有 \(situation.opinions) 位专家的意见，至少需要 \(needed) 位",
        en: "\(situation.opinions) of at least \(needed) experts have given their opinion"))
  }

  private func refusalToCertify(_ situation: Situation) -> Refusal? {
    guard case .onNotice(let notice, let objections) = state else { return nil }
    if !notice.isOver(on: situation.today) {
      return Refusal(
        article: "12", Phrase(zh: "公示至 \(notice.last) 止，次日起方可认定", en: "the notice runs until \(notice.last); certify from the day after it")
      )
    }
    let open = objections.count { $0.holdsUp(under: notice) }
    if open == 0 { return nil }
    return Refusal(article: "12", Phrase(zh: "还有 \(open) 件异议未处理", en: open == 1 ? "1 objection is open" : "\(open) objections are open"))
  }
}
