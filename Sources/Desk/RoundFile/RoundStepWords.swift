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
    case .settle: pending > 0
    case .resettle: true
    default: false
    }
  }

  private var pending: Int {
    state.all.count { row in
      switch row.standing {
      case .pending, .due: true
      case .exempt, .absent, .scored, .graded: false
      }
    }
  }

  /// What follows from a step.
  func question(of kind: EvaluationRoundStepKind) -> Phrase {
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
    case .publish: visible + left
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

  /// Who is absent, since the title may be lost over it.
  private var absence: Phrase {
    let absent = state.all.filter { $0.standing == .absent }.map(\.code)
    guard !absent.isEmpty else { return Phrase(same: "") }
    let (names, more) = (absent.prefix(6), absent.count - 6)
    return Phrase(
      zh: "\n未参加 \(absent.count) 个：\(names.joined(separator: "、"))\(more > 0 ? "等" : "")，未按期报送材料（办法第30条）。",
      en: "\n\(absent.count) absent, without material in time (article 30): \(names.joined(separator: ", "))\(more > 0 ? ", …" : "").")
  }

  private var settling: Phrase {
    let scored = state.all.count { if case .scored = $0.standing { true } else { false } }
    let fixed = Phrase(
      zh: "核定后得分和等级固定，专家不能再撤回评分表。可定级 \(scored) 个中心。",
      en: "Scores and grades will stand and no sheet can be taken back. \(scored) centers are graded.")
    if pending == 0 { return fixed + absence }
    return fixed
      + Phrase(
        zh: "还有 \(pending) 个中心评分表不足，不能定级，评估将无法结束；公示前可恢复评分。",
        en: " \(pending) have too few sheets to be graded, and the round cannot be closed so; before publication scoring can be resumed.")
      + absence
  }

  private var visible: Phrase { Phrase(zh: "公示后所有人可见，不能撤回。", en: "Everybody will see the results; this cannot be taken back.") }

  private var left: Phrase {
    if pending == 0 { return Phrase(same: "") }
    return Phrase(
      zh: "注意：还有 \(pending) 个中心评分表不足，公示后不能再补，评估将无法结束（办法第25条）；可先恢复评分。",
      en:
        " Take care: \(pending) centers have too few sheets; after publication none comes in and the round cannot be closed (article 25). "
        + "Scoring can be resumed first.")
  }

  private var resettling: Phrase {
    guard let row = state.center.flatMap(state.row(of:)) else { return Phrase(same: "") }
    let old = row.score?.description ?? "–"
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
    case .publish: visible + left
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
