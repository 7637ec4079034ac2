import CenterStore
import Regulation
import Wording

/// What is said of a step of a round before it is taken: what follows from it, and what would come of what is written so far.
struct RoundStepWords: Sendable {
  let state: RoundFileState
  let today: Day

  /// What the step is called here, with the center that it is about.
  func title(of kind: EvaluationRoundStepKind) -> Phrase {
    if kind.concernsCenter {
      let code = state.center ?? ""
      return Phrase(zh: "\(kind.phrase.zh)  \(code)", en: "\(kind.phrase.en.capitalizedSentence): \(code)")
    }
    let year = state.round.terms.year
    return Phrase(zh: "\(year) 年度：\(kind.phrase.zh)", en: "\(year): \(kind.phrase.en)")
  }

  /// Whether Enter alone must not agree to it.
  func isGrave(_ kind: EvaluationRoundStepKind) -> Bool {
    switch kind {
    case .settle: !cautions(.settle).isEmpty
    case .resettle: true
    default: false
    }
  }

  private func cautions(_ kind: EvaluationRoundStepKind) -> [RoundCaution] { state.round.cautions(before: kind, state.file.situation) }

  /// What a careful colleague would say before a step, a line each.
  private func warned(_ kind: EvaluationRoundStepKind) -> Phrase {
    cautions(kind).reduce(Phrase(same: "")) { $0 + Phrase(same: "\n") + $1.phrase }
  }

  /// What follows from a step, and that it does not stand under these rules where they are not in force (article 32).
  func question(of kind: EvaluationRoundStepKind) -> Phrase { consequence(of: kind) + RulesInForce.remark(on: today) }

  private func consequence(of kind: EvaluationRoundStepKind) -> Phrase {
    switch kind {
    case .submit, .returnForCorrection, .report, .startScoring, .close: Phrase(same: "")
    case .enter:
      Phrase(
        zh: "记为已由科技局代录提交，转归口管理部门审查；依托单位仍可补充（办法第27条）。",
        en: "It counts as handed in, entered by staff; the department checks it, and the host may still complete it (article 27).")
    case .admitLate:
      Phrase(zh: "该环节的截止日不再约束这个中心（办法第27条）。", en: "That last day no longer binds this center (article 27).")
    case .postpone:
      Phrase(zh: "该中心不参加本轮评估，计入免评（办法第26条）。", en: "It does not take part in this round and is exempt (article 26).")
    case .settle: settling
    case .resume:
      Phrase(
        zh: "得分和等级不再固定，专家可以补交或撤回评分表，之后须重新核定。",
        en: "Scores and grades no longer stand and sheets can be submitted or taken back; the round is settled anew after it.")
    case .publish: visible
    case .object:
      Phrase(
        zh: "在公示期内、署名并附证据的异议处理前不能结束评估（办法第12、25条）。",
        en: "In time, signed and with evidence, it holds up the end of the round (articles 12, 25).")
    case .settleObjection:
      Phrase(
        zh: "认定成立即重开该中心的评分表；重新核定后，前后两个得分都留存（办法第25条）。",
        en: "An upheld one opens the center's sheets again; its figure is fixed anew, and both stay on file (article 25).")
    case .resettle: resettling
    case .cancel: Phrase(zh: "专家不能再评分；已录入的留存。", en: "Nobody can score any more; what was entered is kept.")
    }
  }

  private var settling: Phrase {
    let scored = state.round.outlook(state.file.situation)?.figures.count ?? 0
    let fixed = Phrase(
      zh: "核定后得分和等级固定，专家不能再撤回评分表。可定级 \(scored) 个中心。",
      en: "Scores and grades will stand and no sheet can be taken back. \(scored.counted("center is", "centers are")) graded.")
    if !isGrave(.settle) { return fixed }
    return fixed + Phrase(zh: "公示前可恢复评分。", en: " Before publication scoring can be resumed.") + warned(.settle)
  }

  private var visible: Phrase {
    let seen = Phrase(zh: "公示后所有人可见，不能撤回。", en: "Everybody will see the results; this cannot be taken back.")
    guard cautions(.publish).contains(where: { if case .pending = $0 { true } else { false } }) else { return seen + warned(.publish) }
    return seen + warned(.publish)
      + Phrase(
        zh: "\n一经公示，不能再恢复评分：需要的，请先恢复。先行公示的，仍可为其补充专家和评分表，补充核定的得分再公示至少 5 个工作日。",
        en:
          "\nOnce published, scoring cannot be resumed: do that first where it is wanted. On notice, experts and sheets for them can still be added; a figure that comes so is on notice 5 working days more."
      )
  }

  private var resettling: Phrase {
    guard let row = state.center.flatMap(state.row(of:)) else { return Phrase(same: "") }
    guard let old = row.score else {
      return Phrase(
        zh: "公示时没有得分；按现有 \(row.sheets) 份评分表核定得分、等级和名次，公示期延至自明日起至少 5 个工作日（办法第12、25条）。",
        en:
          "It had no figure so far; score, grade and rank are fixed from its \(row.sheets.counted("sheet")), and the notice runs at least 5 working "
          + "days from tomorrow on (articles 12, 25).")
    }
    return Phrase(
      zh: "原得分 \(old) 留存；按现有 \(row.sheets) 份评分表重新核定得分、等级和名次（办法第25条）。",
      en:
        "The figure of \(old) stays on file; score, grade and rank are fixed anew from the \(row.sheets) sheets as they are now (article 25)."
    )
  }

  /// What would come of the answers so far; `nil` where nothing can be told.
  func outcome(of kind: EvaluationRoundStepKind, _ answers: ActAnswers) -> Phrase? {
    switch kind {
    case .publish:
      guard let days = answers.whole("days"),
        let notice = try? PublicNotice(issuedOn: today, workingDays: days, calendar: state.file.situation.calendar)
      else { return nil }
      let remark = notice.isProvisional ? WorkingDays.Deadline.provisional : Phrase(same: "")
      return Phrase(zh: "公示至 \(notice.last)，次日起可结束评估", en: "The notice runs until \(notice.last); close the round after it") + remark
    case .object:
      guard let notice = state.round.state.notice, let day = answers.day("day") else { return nil }
      let objection = Objection(
        number: state.objections.count + 1, filedOn: day, grounds: answers.text("grounds"), signedBy: answers.optionalText("signed"),
        evidence: answers.optionalText("evidence"))
      if objection.isEmpty, notice.isInTime(day) { return Objection.untold }
      guard let shortcoming = objection.shortcoming(under: notice) else {
        return Phrase(zh: "公示期内、有署名和证据：处理前不能结束评估", en: "In time, signed, with evidence: it is settled before the round is closed")
      }
      return Phrase(zh: "只登记备查，不影响结束：\(shortcoming.zh)", en: "Kept on file, holds nothing up: \(shortcoming.en)")
    case .settleObjection:
      guard let place = answers.place("number"), state.open.indices.contains(place) else { return nil }
      let objection = state.open[place]
      let score = state.row(of: objection.center)?.score?.description ?? "–"
      return Phrase(
        zh: "\(objection.center)，现公示得分 \(score)：\(objection.objection.grounds)",
        en: "\(objection.center), published score \(score): \(objection.objection.grounds)")
    default: return nil
    }
  }

  /// What is said before the step is taken; `nil` where nobody is asked again.
  func warning(before kind: EvaluationRoundStepKind, _ answers: ActAnswers) -> Phrase? {
    switch kind {
    case .publish: visible
    case .cancel:
      Phrase(zh: "取消本轮评估。理由：\(answers.text("reason"))", en: "The round is called off. Reason: \(answers.text("reason"))")
    case .postpone:
      Phrase(
        zh: "\(state.center ?? "") 不参加本轮评估。理由：\(answers.text("reason"))",
        en: "\(state.center ?? "") does not take part. Reason: \(answers.text("reason"))")
    case .settleObjection where answers.place("upheld") == 1:
      Phrase(zh: "认定成立：该中心的评分表重开，须重新核定后才能结束评估。", en: "Upheld: the center's sheets open again, and the round waits for its new figure.")
    default: nil
    }
  }
}
