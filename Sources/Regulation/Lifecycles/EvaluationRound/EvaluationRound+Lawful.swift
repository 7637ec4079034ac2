import Wording

extension EvaluationRound {
  /// Why somebody of a role cannot take a step of a kind now; `nil` where they can, given what the step needs.
  ///
  /// Menus grey a step by it; ``take(_:by:_:)`` asks it first.
  ///
  /// - Parameter code: the center that the step is about; `nil` for a step of the round as a whole.
  public func refusal(
    _ kind: EvaluationRoundStepKind, by role: Role, of code: String? = nil, _ situation: Situation
  ) -> Refusal? {
    if !kind.isTaken(by: role, under: terms.conductor) {
      return Refusal(
        article: kind.article,
        Phrase(zh: "“\(kind.phrase.zh)”不由\(role.phrase.zh)办理", en: "“\(kind.phrase.en)” is not the \(role.phrase.en)'s to do"))
    }
    switch kind {
    case .submit, .enter, .admitLate, .returnForCorrection, .report, .postpone:
      if !stage.takesSheets { return outOfOrder(kind) }
      return inRegistry(kind, code, situation) { code, center in refusalAboutMaterial(kind, code, center, situation.today) }
    case .object, .resettle:
      guard case .published(let settlement, _, _) = state else { return outOfOrder(kind) }
      return inRegistry(kind, code, situation) { code, center in
        kind == .object ? refusalToObject(code, settlement) : refusalToResettle(code, settlement, situation)
      }
    case .settleObjection:
      guard case .published(_, _, let objections) = state else { return outOfOrder(kind) }
      if objections.contains(where: { $0.objection.settlement == nil }) { return nil }
      return Refusal(article: "25", Phrase(zh: "没有待处理的异议", en: "no objection is open"))
    case .startScoring: return order(.startScoring, situation)
    case .settle: return order(.settle, situation)
    case .resume: return order(.resume, situation)
    case .publish: return order(.publish, situation) ?? refusalToPublish(situation)
    case .close: return order(.close, situation) ?? refusalToClose()
    case .cancel: return order(.cancel, situation)
    }
  }

  /// Why a sheet of a center can be neither written nor taken back now (articles 25 and 26); `nil` where it can. Recusal and assignment are
  /// looked at elsewhere.
  ///
  /// Sheets are written until the round is settled; after publication only those of a center that an upheld objection re-opened, and of one that
  /// was published without a figure, since it had too few: nothing that is on notice changes by them.
  public func refusalToWriteSheets(of code: String, _ situation: Situation) -> Refusal? {
    if case .published(let settlement, _, _) = state, settlement.isOpen(code) { return nil }
    if !stage.takesSheets {
      return Refusal(
        article: "25", Phrase(zh: "评估\(stage.phrase.zh)，评分表不能再改", en: "the round is \(stage.phrase.en): sheets do not change any more"))
    }
    guard let center = situation.centers[code] else { return unknownCenter(code) }
    return refusalOfExempt(code, center)
  }

  /// The rules of the order are those of ``RoundState/after(_:_:)``; whether a reason is given is looked at when the step is taken.
  private func order(_ step: RoundStep, _ situation: Situation) -> Refusal? {
    // Only a round that is called off is kept from it by what was handed in; to count it looks at every center of the registry.
    let handedIn = step == .cancel ? centers.values.count { $0.material.submission != nil } : 0
    let sheets = step == .cancel ? situation.centers.values.reduce(0) { $0 + $1.sheets.count } : 0
    let open = state.notice.map { notice in state.objections.count { $0.objection.holdsUp(under: notice) } } ?? 0
    let looked = RoundSituation(
      submissions: handedIn + sheets, pending: state.settlement?.pending.filter { state.settlement?.reopened[$0] == nil }.count ?? 0,
      openObjections: open, noticeEnds: state.notice?.last, today: situation.today, reason: "—")
    do throws(Refusal) {
      _ = try stage.after(step, looked)
      return nil
    } catch { return error }
  }

  private func outOfOrder(_ kind: EvaluationRoundStepKind) -> Refusal {
    Refusal(
      article: kind.article,
      Phrase(
        zh: "评估现为“\(stage.phrase.zh)”，不能“\(kind.phrase.zh)”",
        en: "the round is \(stage.phrase.en): “\(kind.phrase.en)” is not a step from here"))
  }

  private func inRegistry(
    _ kind: EvaluationRoundStepKind, _ code: String?, _ situation: Situation, _ look: (String, Center) -> Refusal?
  ) -> Refusal? {
    guard let code else { return Refusal(article: kind.article, Phrase(zh: "须指明中心", en: "say which center")) }
    guard let center = situation.centers[code] else { return unknownCenter(code) }
    return look(code, center)
  }

  private func unknownCenter(_ code: String) -> Refusal {
    Refusal(article: "26", Phrase(zh: "没有中心 \(code)", en: "there is no center \(code)"))
  }

  private func refusalOfExempt(_ code: String, _ center: Center) -> Refusal? {
    guard case .exempt(let exemption) = due(code, center) else { return nil }
    return Refusal(
      article: "26",
      Phrase(
        zh: "\(code) 不参加 \(terms.year) 年度评估：\(exemption.phrase.zh)",
        en: "\(code) does not take part in \(terms.year): \(exemption.phrase.en)"))
  }
}

extension EvaluationRound {
  private func refusalAboutMaterial(_ kind: EvaluationRoundStepKind, _ code: String, _ center: Center, _ today: Day) -> Refusal? {
    if let refusal = refusalOfExempt(code, center) { return refusal }
    let file = self[center: code]
    // That it is too late is told before what else is missing: no work at the form mends it.
    switch (kind, file.material) {
    case (.submit, .none): return lateness(.material, file, today) ?? refusalOfForm(center.form)
    // What was given back may come in until the department's own last day: what it takes long over is not the host's delay. So may what
    // completes a form that staff entered.
    case (.submit, _) where file.material.isWithHost:
      return (file.admitted.contains(.material) ? nil : lateness(.report, file, today)) ?? refusalOfForm(center.form)
    case (.enter, .none), (.enter, .returned): return nil
    case (.returnForCorrection, .submitted): return file.admitted.contains(.material) ? nil : latenessAfterReturn(file, today)
    case (.admitLate, .none), (.admitLate, .submitted), (.admitLate, .returned): return nil
    case (.report, .submitted): return lateness(.report, file, today) ?? refusalOfUnchecked(center.form)
    case (.postpone, .none) where center.sheets.isEmpty && !center.hasDraft: return nil
    case (.postpone, _):
      return Refusal(article: "26", Phrase(zh: "\(code) 已参加评估，不能暂缓", en: "\(code) takes part already: it cannot be deferred"))
    default:
      return Refusal(
        article: "27",
        Phrase(
          zh: "\(code) 的评估材料“\(file.material.phrase.zh)”，不能“\(kind.phrase.zh)”",
          en: "the material of \(code) is “\(file.material.phrase.en)”: “\(kind.phrase.en)” is not a step from here"))
    }
  }

  /// Why it is too late; what the bureau admitted late never is.
  private func lateness(_ deadline: RoundOpening.Deadline, _ file: CenterInRound, _ today: Day) -> Refusal? {
    file.admitted.contains(deadline) ? nil : terms.lateness(deadline, on: today)
  }

  /// Why material that is given back could not come in again.
  private func latenessAfterReturn(_ file: CenterInRound, _ today: Day) -> Refusal? {
    guard lateness(.report, file, today) != nil, let last = terms.lastDays[.report] else { return nil }
    let what = RoundOpening.Deadline.report.phrase
    return Refusal(
      article: "27",
      Phrase(
        zh: "\(what.zh)为 \(last)，已过期，退回后已不能再报；市科技局可先准予逾期办理",
        en: "the \(what.en) was \(last): given back, it could not come in again, unless the bureau admits it late first"))
  }

  private func refusalOfForm(_ form: Form) -> Refusal? {
    if form.isBlank { return Refusal(article: "27", Phrase(zh: "评估情况表还没有填写任何内容", en: "nothing at all is filled in yet")) }
    if form.open > 0 {
      return Refusal(article: "27", Phrase(zh: "还有 \(form.open) 处未填，也未说明", en: "\(form.open) places are neither filled nor explained"))
    }
    if form.errors > 0 {
      return Refusal(article: "27", Phrase(zh: "还有 \(form.errors) 处数据矛盾", en: "\(form.errors) contradictions have to be put right"))
    }
    if form.unexplained > 0 {
      return Refusal(article: "27", Phrase(zh: "还有 \(form.unexplained) 处存疑未说明", en: "\(form.unexplained) doubts have no remark"))
    }
    if form.isDeclared { return nil }
    return Refusal(
      article: "27", Phrase(zh: "须先声明材料完整、真实", en: "the declaration that all is complete and true is missing"))
  }

  private func refusalOfUnchecked(_ form: Form) -> Refusal? {
    guard form.unchecked > 0 else { return nil }
    return Refusal(
      article: "27", Phrase(zh: "还有 \(form.unchecked) 个数据项未审查", en: "\(form.unchecked) items are not checked yet"))
  }

  /// Nobody is made absent, which would be ground for revocation, before the day for handing in is over (articles 27 and 30(2)).
  private func refusalToPublish(_ situation: Situation) -> Refusal? {
    guard let settlement = state.settlement, terms.takesMaterial(on: situation.today), let last = terms.lastDays[.material] else {
      return nil
    }
    let waiting = settlement.pending.count { !tookPart($0, situation) }
    if waiting == 0 { return nil }
    let centers = waiting.counted("center")
    return Refusal(
      article: "27",
      Phrase(
        zh: "材料提交截止日 \(last) 未过，还有 \(waiting) 个中心可提交材料，不能公示",
        en: "the last day for material, \(last), is not over, and \(centers) may still hand in: it is too early to publish"))
  }

  private func refusalToClose() -> Refusal? {
    let reopened = Array((state.settlement?.reopened ?? [:]).keys).inOrder
    if reopened.isEmpty { return nil }
    let codes = reopened.joined(separator: "、")
    return Refusal(
      article: "25",
      Phrase(zh: "\(codes) 因异议成立须重新核定", en: "to be settled anew after an upheld objection: \(reopened.joined(separator: ", "))"))
  }

  private func refusalToObject(_ code: String, _ settlement: RoundSettlement) -> Refusal? {
    if settlement.isDue(code) { return nil }
    return Refusal(
      article: "25", Phrase(zh: "公示的结果中没有 \(code)", en: "\(code) is not in the results on notice: there is nothing to object to"))
  }

  private func refusalToResettle(_ code: String, _ settlement: RoundSettlement, _ situation: Situation) -> Refusal? {
    guard settlement.isOpen(code) else {
      return Refusal(
        article: "25", Phrase(zh: "\(code) 没有因异议成立而重开", en: "no upheld objection re-opened \(code): its figure stands"))
    }
    if score(of: code, situation) != nil { return nil }
    // Without a figure before, and without a part now, it is what it was.
    if settlement.figures[code] == nil, settlement.reopened[code] != nil, !tookPart(code, situation) { return nil }
    let sheets = situation.centers[code]?.sheets.count ?? 0
    return Refusal(
      article: "25",
      Phrase(
        zh: "\(code) 只有 \(sheets) 份评分表，至少需要 \(terms.minimumSheets) 份",
        en: "\(code) has \(sheets.counted("sheet")); at least \(terms.minimumSheets.counted("is", "are")) needed"))
  }
}
