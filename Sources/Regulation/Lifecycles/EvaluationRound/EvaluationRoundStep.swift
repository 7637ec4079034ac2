import Wording

/// One step of a round with everything that it leaves on file; who took it and when stands beside it. Steps that concern one center name it
/// by its code.
public enum EvaluationRoundStep: Sendable, Hashable, Codable {
  /// The host hands in its material, with form and declaration (article 27).
  case submit(String)
  /// Staff enter a host's material for it, from paper or a file.
  case enter(String)
  /// The bureau admits what is late, for its reason.
  case admitLate(String, RoundOpening.Deadline, reason: PlainText)
  /// The department gives material back for correction.
  case returnForCorrection(String, reason: PlainText)
  /// The department, having checked every item, reports to the bureau; over an item that it found wrong only with a remark.
  case report(String, remark: PlainText?)
  /// The bureau defers a center to a later round, for its reason (article 26).
  case postpone(String, reason: PlainText)
  /// The first assignment or sheet.
  case startScoring
  /// Figures and grades are fixed.
  case settle
  /// Back to scoring, before publication.
  case resume
  /// The results go on public notice for so many working days (article 25).
  case publish(workingDays: Int)
  /// The bureau takes down an objection to a center's result that came in on a day.
  case object(String, receivedOn: Day, grounds: PlainText, signedBy: PlainText?, evidence: PlainText?)
  /// The bureau settles an objection, by its number and by a document where there is one; an upheld one re-opens its center.
  case settleObjection(Int, isUpheld: Bool, reason: PlainText, document: PlainText? = nil)
  /// The figure of a re-opened center is fixed anew, or that of a center without one for the first time, from its sheets as they are now.
  case resettle(String)
  /// The round ends.
  case close
  /// The round is called off.
  case cancel(reason: PlainText)
}

/// The name of a step, as menus list it and histories tell it.
public enum EvaluationRoundStepKind: String, Sendable, Hashable, CaseIterable, Codable {
  case submit, enter, admitLate, returnForCorrection, report, postpone, startScoring, settle, resume, publish, object, settleObjection,
    resettle, close, cancel

  /// What the step is called.
  public var phrase: Phrase {
    switch self {
    case .submit: Phrase(zh: "提交评估材料", en: "hand in the material")
    case .enter: Phrase(zh: "代录评估材料", en: "enter the material for the host")
    case .admitLate: Phrase(zh: "准予逾期办理", en: "admit what is late")
    case .returnForCorrection: Phrase(zh: "退回补正", en: "return for correction")
    case .report: Phrase(zh: "审查上报", en: "report to the bureau")
    case .postpone: Phrase(zh: "同意暂缓评估", en: "defer the center")
    case .startScoring: Phrase(zh: "开始评分", en: "start scoring")
    case .settle: Phrase(zh: "核定评估结果", en: "settle the round")
    case .resume: Phrase(zh: "恢复评分", en: "go back to scoring")
    case .publish: Phrase(zh: "公示评估结果", en: "put the results on public notice")
    case .object: Phrase(zh: "登记异议", en: "register an objection")
    case .settleObjection: Phrase(zh: "处理异议", en: "settle an objection")
    case .resettle: Phrase(zh: "重新核定", en: "fix the figure anew")
    case .close: Phrase(zh: "评估结束", en: "close the round")
    case .cancel: Phrase(zh: "取消评估", en: "cancel the round")
    }
  }

  /// The article that knows the step.
  public var article: String {
    switch self {
    case .submit, .enter, .admitLate, .returnForCorrection, .report: "27"
    case .postpone: "26"
    case .startScoring, .settle, .resume, .publish, .object, .settleObjection, .resettle, .close, .cancel: "25"
    }
  }

  /// Whether the step is about one center.
  public var concernsCenter: Bool {
    switch self {
    case .submit, .enter, .admitLate, .returnForCorrection, .report, .postpone, .object, .resettle: true
    case .startScoring, .settle, .resume, .publish, .settleObjection, .close, .cancel: false
    }
  }

  /// Whether somebody of a role takes this step in a round of that conductor; the administrator may stand in for the bureau. Whether an
  /// agency, a department or a host is the one that the round or the center belongs to is looked at elsewhere.
  public func isTaken(by role: Role, under conductor: RoundTerms.Conductor) -> Bool {
    switch self {
    case .submit: role == .host
    case .returnForCorrection, .report: role == .department
    case .startScoring, .settle: conductor.isServed(by: role)
    default: role == .bureau || role == .admin
    }
  }
}

extension EvaluationRoundStep {
  /// The step's name.
  public var kind: EvaluationRoundStepKind {
    switch self {
    case .submit: .submit
    case .enter: .enter
    case .admitLate: .admitLate
    case .returnForCorrection: .returnForCorrection
    case .report: .report
    case .postpone: .postpone
    case .startScoring: .startScoring
    case .settle: .settle
    case .resume: .resume
    case .publish: .publish
    case .object: .object
    case .settleObjection: .settleObjection
    case .resettle: .resettle
    case .close: .close
    case .cancel: .cancel
    }
  }

  /// The code of the center that it is about; `nil` for the round as a whole.
  public var center: String? {
    switch self {
    case .submit(let code), .enter(let code), .admitLate(let code, _, _), .returnForCorrection(let code, _), .report(let code, _),
      .postpone(let code, _), .object(let code, _, _, _, _), .resettle(let code):
      code
    case .startScoring, .settle, .resume, .publish, .settleObjection, .close, .cancel: nil
    }
  }

  /// The reason that the step leaves on file; `nil` where it needs none.
  public var reason: PlainText? {
    switch self {
    case .admitLate(_, _, let reason), .returnForCorrection(_, let reason), .postpone(_, let reason), .settleObjection(_, _, let reason, _),
      .cancel(let reason):
      reason
    case .submit, .enter, .report, .startScoring, .settle, .resume, .publish, .object, .resettle, .close: nil
    }
  }

  /// What a department says with its report (article 27); `nil` where it says nothing, and with every other step.
  public var remark: PlainText? {
    guard case .report(_, let remark) = self, let remark, !remark.isEmpty else { return nil }
    return remark
  }

  /// The step without who objected, and without what would tell them.
  public var withoutObjector: EvaluationRoundStep {
    guard case .object(let code, let day, _, _, _) = self else { return self }
    return .object(code, receivedOn: day, grounds: .empty, signedBy: nil, evidence: nil)
  }
}
