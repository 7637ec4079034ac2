import CenterStore
import Regulation
import Wording

/// What each step of an application asks for, and the step that its answers make.
enum StepFields {
  private static let reason = ActField(
    id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .lines,
    hint: Phrase(zh: "记录在案，申请单位可见", en: "it stays on file; the host sees it"))

  /// A reason that is begun already: in Chinese, whatever the desk speaks, for the file is the bureau's and others read it.
  private static func reason(begun: String) -> ActField {
    let hint = begun.isEmpty ? reason.hint : Phrase(zh: reason.hint.zh, en: "\(reason.hint.en); begun in Chinese, as the file is")
    return ActField(id: "reason", label: reason.label, kind: .lines, hint: hint, initial: begun)
  }

  /// What an objection says that came to the bureau.
  static func objection(_ today: Day) -> [ActField] {
    [
      ActField(
        id: "day", label: Phrase(zh: "收到日期", en: "Came on"), kind: .day,
        hint: Phrase(zh: "公示期内收到的才影响认定", en: "only what came while the notice ran holds it up"), initial: today.description),
      ActField(
        id: "grounds", label: Phrase(zh: "异议内容", en: "What it says"), kind: .lines,
        hint: Phrase(zh: "对哪一项有异议，事实是什么；只有科技局可见", en: "what is contested, and what is so; only the bureau sees it")),
      ActField(
        id: "signed", label: Phrase(zh: "署名", en: "Signed by"), kind: .line(limit: 100),
        hint: Phrase(zh: "未署名的只登记备查；署名只有科技局可见", en: "unsigned ones are only kept on file; only the bureau sees the name"),
        isOptional: true),
      ActField(
        id: "evidence", label: Phrase(zh: "证据", en: "Evidence"), kind: .lines,
        hint: Phrase(
          zh: "附了哪些材料，如证书复印件；未附证据的只登记备查", en: "what came with it, a copy of a certificate for instance; without it is only kept on file"),
        isOptional: true),
    ]
  }

  /// The fields of a step.
  ///
  /// - Parameter code: the code that a center would have, where the registry knows one.
  static func fields(
    of kind: ApplicationStepKind, _ file: ApplicationFile, today: Day, code: PlainText? = nil
  ) -> [ActField] {
    let meeting = [
      ActField(id: "day", label: Phrase(zh: "会议日期", en: "Day of the meeting"), kind: .day, initial: today.description),
      ActField(id: "minutes", label: Phrase(zh: "会议纪要号", en: "Number of the minutes"), kind: .line(limit: 60)),
    ]
    switch kind {
    case .submit, .correct, .accept, .propose: return []
    case .admitLate:
      return [
        ActField(
          id: "deadline", label: Phrase(zh: "准予逾期的环节", en: "What may be late"), kind: .choice(CallDeadline.allCases.map(\.phrase)),
          hint: Phrase(
            zh: CallDeadline.allCases.map { "\($0.phrase.zh) \(file.call.lastDays[$0])" }.joined(separator: "；"),
            en: CallDeadline.allCases.map { "\($0.phrase.en) \(file.call.lastDays[$0])" }.joined(separator: "; ")),
          initial: CallDeadline.allCases.firstIndex(of: file.summary.stage.deadline ?? .host).map { String($0) } ?? ""),
        reason,
      ]
    case .recommend, .passCheck:
      let open = file.situation.unknown
      let freely = kind == .passCheck ? Phrase(zh: "可写初审意见", en: "say why, if you like") : Phrase(zh: "可写推荐意见", en: "say why, if you like")
      return [
        ActField(
          id: "reason", label: Phrase(zh: "意见", en: "Opinion"), kind: .lines,
          hint: open.isEmpty
            ? freely
            : Citation.list(open) + Phrase(zh: "待定，须写明理由", en: " unknown: say why"),
          isOptional: open.isEmpty)
      ]
    case .returnForCorrection, .sendBack, .failCheck, .decline: return [reason(begun: shortcomings(file))]
    case .passOver: return [reason]
    case .withdraw:
      return [ActField(id: "reason", label: reason.label, kind: .lines, hint: Phrase(zh: "记录在案", en: "it stays on file"))]
    case .visit:
      return [
        ActField(id: "day", label: Phrase(zh: "考察日期", en: "Day"), kind: .day, initial: today.description),
        ActField(id: "people", label: Phrase(zh: "考察人员", en: "Who was there"), kind: .line(limit: 200)),
        ActField(id: "findings", label: Phrase(zh: "考察情况", en: "What was found"), kind: .lines),
      ]
    case .approve: return meeting
    case .refuse: return meeting + [reason]
    case .publishNotice:
      return [
        ActField(
          id: "days", label: Phrase(zh: "公示工作日数", en: "Working days"),
          kind: .whole(PublicNotice.lawfulDays), hint: Phrase(zh: "不少于 5 个，自明日起算", en: "at least 5, counted from tomorrow"),
          initial: String(PublicNotice.lawfulDays.lowerBound))
      ]
    case .object: return objection(today)
    case .settleObjection:
      let open = openObjections(file)
      return [
        ActField(
          id: "number", label: Phrase(zh: "异议", en: "Objection"),
          kind: .choice(open.map { Phrase(zh: "第 \($0) 号", en: "no. \($0)") }), initial: "0"),
        ActField(
          id: "upheld", label: Phrase(zh: "结论", en: "Finding"),
          kind: .choice([Phrase(zh: "不成立", en: "not upheld"), Phrase(zh: "成立，终止申请", en: "upheld: the application ends")])), reason,
      ]
    case .certify:
      return [
        ActField(id: "document", label: Phrase(zh: "认定文号", en: "Number of the document"), kind: .line(limit: 60)),
        ActField(
          id: "code", label: Phrase(zh: "中心编号", en: "Code of the center"), kind: .line(limit: 40),
          hint: code.map { Phrase(zh: "留空即用下一个空号 \($0)", en: "left empty it is the next free one, \($0)") }
            ?? Phrase(zh: "管理序列中的唯一编号", en: "its own code in the registry"),
          isOptional: code != nil),
      ]
    }
  }

  /// The numbers of the objections that wait to be settled.
  static func openObjections(_ file: ApplicationFile) -> [Int] {
    guard case .onNotice(_, let objections) = file.application.state else { return [] }
    return objections.filter { $0.settlement == nil }.map(\.number)
  }

  /// What is not met or unknown, a line each with figure and article, and an empty line to go on in: where a reason begins.
  private static func shortcomings(_ file: ApplicationFile) -> String {
    let findings = file.eligibility.findings.filter { $0.verdict == .fail || $0.verdict == .unknown }
    var lines = findings.map { "\(Citation.phrase($0.article).zh) \($0.reason.zh)" }
    if file.form.isWithoutField { lines.append(ApplicationForm.withoutField.zh) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The step that answers make; `nil` where they are not whole, which the form does not let happen.
  ///
  /// - Parameter code: the code that a center has where none was written.
  static func step(
    _ kind: ApplicationStepKind, _ answers: ActAnswers, objections: [Int], code: PlainText? = nil
  ) -> ApplicationStep? {
    let reason = answers.text("reason")
    switch kind {
    case .submit: return .submit
    case .correct: return .correct
    case .accept: return .accept
    case .propose: return .propose
    case .admitLate: return answers.place("deadline").map { .admitLate(CallDeadline.allCases[$0], reason: reason) }
    case .returnForCorrection: return .returnForCorrection(reason: reason)
    case .decline: return .decline(reason: reason)
    case .recommend: return .recommend(reason: answers.optionalText("reason"))
    case .sendBack: return .sendBack(reason: reason)
    case .passCheck: return .passCheck(reason: answers.optionalText("reason"))
    case .failCheck: return .failCheck(reason: reason)
    case .visit:
      return answers.day("day").map {
        .visit(SiteVisit(on: $0, people: answers.text("people"), findings: answers.text("findings")))
      }
    case .passOver: return .passOver(reason: reason)
    case .approve: return decision(answers).map { .approve($0) }
    case .refuse: return decision(answers).map { .refuse($0, reason: reason) }
    case .publishNotice: return answers.whole("days").map { .publishNotice(workingDays: $0) }
    case .object:
      return answers.day("day").map {
        .object(
          receivedOn: $0, grounds: answers.text("grounds"), signedBy: answers.optionalText("signed"),
          evidence: answers.optionalText("evidence"))
      }
    case .settleObjection:
      guard let place = answers.place("number"), objections.indices.contains(place) else { return nil }
      return .settleObjection(objections[place], isUpheld: answers.place("upheld") == 1, reason: reason)
    case .certify:
      return .certify(document: answers.text("document"), code: answers.optionalText("code") ?? code ?? .empty)
    case .withdraw: return .withdraw(reason: reason)
    }
  }

  private static func decision(_ answers: ActAnswers) -> PartyGroupDecision? {
    answers.day("day").map { PartyGroupDecision(on: $0, minutes: answers.text("minutes")) }
  }
}
