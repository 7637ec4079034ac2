import CenterStore
import Regulation
import Wording

/// What each step of a round asks for, and the step that its answers make.
enum RoundStepFields {
  /// What the bureau can admit late; scores are taken until the settlement anyway.
  static let deadlines: [RoundOpening.Deadline] = [.material, .report]

  /// For how long results are on notice.
  static let noticeDays = ActField(
    id: "days", label: Phrase(zh: "公示工作日数", en: "Working days"),
    kind: .whole(CenterStore.noticeDays),
    hint: Phrase(zh: "不少于 5 个，自明日起算（办法第12条）", en: "at least 5, counted from tomorrow (article 12)"),
    initial: String(CenterStore.noticeDays.lowerBound))

  private static func reason(_ hint: Phrase) -> ActField {
    ActField(id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .lines, hint: hint)
  }

  /// The fields of a step; none where nothing is asked for.
  static func fields(of kind: EvaluationRoundStepKind, _ state: RoundFileState, today: Day) -> [ActField] {
    switch kind {
    case .submit, .enter, .returnForCorrection, .report, .startScoring, .settle, .resume, .resettle, .close: return []
    case .admitLate: return admission(state)
    case .postpone: return [reason(Phrase(zh: "记录在案，依托单位和部门可见", en: "it stays on file; host and department see it"))]
    case .cancel: return [reason(Phrase(zh: "记录在案，所有人可见", en: "it stays on file; everybody sees it"))]
    case .publish: return [noticeDays]
    case .object: return objection(today)
    case .settleObjection: return finding(state)
    }
  }

  private static func admission(_ state: RoundFileState) -> [ActField] {
    let days = state.round.terms.lastDays
    func known(_ deadline: RoundOpening.Deadline) -> String { days[deadline]?.description ?? "–" }
    let material = state.center.map { state.round[center: $0].material.submission == nil } ?? true
    return [
      ActField(
        id: "deadline", label: Phrase(zh: "准予逾期的环节", en: "What may be late"), kind: .choice(deadlines.map(\.phrase)),
        hint: Phrase(
          zh: deadlines.map { "\($0.phrase.zh) \(known($0))" }.joined(separator: "；"),
          en: deadlines.map { "\($0.phrase.en) \(known($0))" }.joined(separator: "; ")),
        initial: material ? "0" : "1"),
      reason(Phrase(zh: "为何准予逾期，记录在案", en: "why it may be late; it stays on file")),
    ]
  }

  /// What an objection says that came to the bureau.
  static func objection(_ today: Day) -> [ActField] {
    [
      ActField(
        id: "day", label: Phrase(zh: "收到日期", en: "Came on"), kind: .day,
        hint: Phrase(zh: "公示期内收到的才算数", en: "only what came while the notice ran counts"), initial: today.description),
      ActField(
        id: "grounds", label: Phrase(zh: "异议内容", en: "What it says"), kind: .lines,
        hint: Phrase(zh: "对哪项得分或结论有异议，事实是什么；只有科技局可见", en: "what is contested, and what is so; only the bureau sees it")),
      ActField(
        id: "signed", label: Phrase(zh: "署名", en: "Signed by"), kind: .line(limit: 100),
        hint: Phrase(zh: "未署名的只登记备查；只有科技局可见", en: "unsigned ones are only kept on file; only the bureau sees it"), isOptional: true),
      ActField(
        id: "evidence", label: Phrase(zh: "证据", en: "Evidence"), kind: .lines,
        hint: Phrase(zh: "附了哪些材料；未附证据的只登记备查", en: "what came with it; without it is only kept on file"), isOptional: true),
    ]
  }

  private static func finding(_ state: RoundFileState) -> [ActField] {
    let open = state.open
    let inHand = state.selectedObjection?.objection.number
    let ofCenter = open.firstIndex { state.part == .objections ? $0.objection.number == inHand : $0.center == state.center }
    return [
      ActField(
        id: "number", label: Phrase(zh: "异议", en: "Objection"),
        kind: .choice(
          open.map { Phrase(zh: "第 \($0.objection.number) 号 \($0.center)", en: "no. \($0.objection.number), \($0.center)") }),
        initial: String(ofCenter ?? 0)),
      ActField(
        id: "upheld", label: Phrase(zh: "结论", en: "Finding"),
        kind: .choice([Phrase(zh: "不成立", en: "dismissed"), Phrase(zh: "成立，重开评分", en: "upheld: sheets open again")])),
      reason(Phrase(zh: "查实的情况和依据", en: "what was found, and on what grounds")),
      ActField(
        id: "document", label: Phrase(zh: "文号", en: "Document"), kind: .line(limit: 60),
        hint: Phrase(zh: "答复文件的文号", en: "the number of the answer"), isOptional: true),
    ]
  }

  /// What is wrong with answers taken together: an objection that does not count cannot be upheld.
  static func problems(
    _ kind: EvaluationRoundStepKind, _ answers: ActAnswers, open: [RoundObjection], notice: PublicNotice?
  ) -> [String: Phrase] {
    guard kind == .settleObjection, let place = answers.place("number"), open.indices.contains(place), let notice,
      answers.place("upheld") == 1, let shortcoming = open[place].objection.shortcoming(under: notice)
    else { return [:] }
    return ["upheld": Phrase(zh: "不能认定成立：\(shortcoming.zh)", en: "it cannot be upheld: \(shortcoming.en)")]
  }

  /// The step that answers make; `nil` where something is missing.
  ///
  /// - Parameter open: the open objections, as the form listed them.
  static func step(
    _ kind: EvaluationRoundStepKind, _ answers: ActAnswers, center: String?, open: [RoundObjection]
  ) -> EvaluationRoundStep? {
    switch kind {
    case .submit, .returnForCorrection, .report: return nil
    case .enter: return center.map { .enter($0) }
    case .admitLate:
      guard let center, let place = answers.place("deadline"), deadlines.indices.contains(place) else { return nil }
      return .admitLate(center, deadlines[place], reason: answers.text("reason"))
    case .postpone: return center.map { .postpone($0, reason: answers.text("reason")) }
    case .startScoring: return .startScoring
    case .settle: return .settle
    case .resume: return .resume
    case .publish: return answers.whole("days").map { .publish(workingDays: $0) }
    case .object:
      guard let center, let day = answers.day("day") else { return nil }
      return .object(
        center, receivedOn: day, grounds: answers.text("grounds"), signedBy: answers.optionalText("signed"),
        evidence: answers.optionalText("evidence"))
    case .settleObjection:
      guard let place = answers.place("number"), open.indices.contains(place), let finding = answers.place("upheld") else { return nil }
      return .settleObjection(
        open[place].objection.number, isUpheld: finding == 1, reason: answers.text("reason"), document: answers.optionalText("document"))
    case .resettle: return center.map { .resettle($0) }
    case .close: return .close
    case .cancel: return .cancel(reason: answers.text("reason"))
    }
  }
}
