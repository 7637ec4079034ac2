import CenterStore
import Regulation
import Wording

/// What each step of an application asks for, and the step that its answers make.
enum StepFields {
  private static let reason = ActField(
    id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .lines,
    hint: Phrase(zh: "记录在案，申请单位可见", en: "it stays on file; the host sees it"))

  private static func reason(initial: String) -> ActField {
    ActField(id: "reason", label: reason.label, kind: .lines, hint: reason.hint, initial: initial)
  }

  /// The fields of a step.
  static func fields(of kind: ApplicationStepKind, _ file: ApplicationFile, language: Language, today: Day) -> [ActField] {
    let meeting = [
      ActField(id: "day", label: Phrase(zh: "会议日期", en: "Day of the meeting"), kind: .day, initial: today.description),
      ActField(id: "minutes", label: Phrase(zh: "会议纪要号", en: "Number of the minutes"), kind: .line(limit: 60)),
    ]
    switch kind {
    case .submit, .correct, .accept, .propose: return []
    case .admitLate:
      return [
        ActField(id: "deadline", label: Phrase(zh: "准予逾期的环节", en: "What may be late"), kind: .choice(CallDeadline.allCases.map(\.phrase))),
        reason,
      ]
    case .recommend, .passCheck:
      let open = file.situation.unknown
      return [
        ActField(
          id: "reason", label: Phrase(zh: "意见", en: "Opinion"), kind: .lines,
          hint: open.isEmpty
            ? Phrase(zh: "可写推荐意见", en: "say why, if you like")
            : Phrase(zh: "第 \(open.joined(separator: "、")) 条待定，须写明理由", en: "\(open.joined(separator: ", ")) are unknown: say why"),
          isOptional: open.isEmpty)
      ]
    case .returnForCorrection, .sendBack, .failCheck, .decline: return [reason(initial: shortcomings(file, language))]
    case .passOver, .withdraw: return [reason]
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
    case .object:
      return [
        ActField(id: "day", label: Phrase(zh: "收到日期", en: "Came on"), kind: .day, initial: today.description),
        ActField(id: "grounds", label: Phrase(zh: "异议内容", en: "What it says"), kind: .lines),
        ActField(
          id: "signed", label: Phrase(zh: "署名", en: "Signed by"), kind: .line(limit: 100),
          hint: Phrase(zh: "未署名的只登记备查；署名只有科技局可见", en: "unsigned ones are only kept on file; only the bureau sees the name"),
          isOptional: true),
        ActField(
          id: "evidence", label: Phrase(zh: "证据", en: "Evidence"), kind: .lines,
          hint: Phrase(zh: "未附证据的只登记备查", en: "without evidence it is only kept on file"), isOptional: true),
      ]
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
          hint: Phrase(zh: "管理序列中的唯一编号", en: "its own code in the registry")),
      ]
    }
  }

  /// What follows from a step.
  static func words(of kind: ApplicationStepKind, _ file: ApplicationFile) -> Phrase {
    switch kind {
    case .admitLate: Phrase(zh: "该环节的截止日不再约束本申请（办法第10条）。", en: "That last day no longer binds this application (article 10).")
    case .returnForCorrection: Phrase(zh: "申请单位补正后再提交。", en: "The host corrects it and hands it in again.")
    case .decline, .failCheck, .passOver, .refuse:
      Phrase(zh: "申请就此办结，理由告知申请单位。", en: "The application ends here; the host is told the reason.")
    case .recommend: Phrase(zh: "推荐后由市科技局受理（办法第10、11条）。", en: "The bureau takes it in then (articles 10, 11).")
    case .sendBack:
      Phrase(
        zh: "只能退回一次；补正截止日为 \(file.call.lastDays.correction)（办法第11条）。",
        en: "Once only; corrections come in by \(file.call.lastDays.correction) (article 11).")
    case .passCheck: Phrase(zh: "合格后安排专家评审（办法第11条）。", en: "Experts review it then (article 11).")
    case .visit: Phrase(zh: "现场考察记录在案（办法第11条）。", en: "The visit stays on file (article 11).")
    case .approve: Phrase(zh: "同意后进行公示（办法第12条）。", en: "The public notice follows (article 12).")
    case .publishNotice:
      Phrase(
        zh: "公示期满次日起方可认定；公示上写明的日期为准（办法第12条）。", en: "Certification from the day after its last day; the printed days govern (article 12).")
    case .object:
      Phrase(zh: "在公示期内、署名并附证据的异议处理前不能认定（办法第12条）。", en: "In time, signed and with evidence, it holds certification up (article 12).")
    case .settleObjection: Phrase(zh: "处理结果记录在案（办法第12条）。", en: "The finding stays on file (article 12).")
    case .certify: Phrase(zh: "纳入管理序列，今日为认定日期（办法第12条）。", en: "It enters the registry; today is its certification date (article 12).")
    case .withdraw: Phrase(zh: "撤回后不能恢复，可另行申请。", en: "It cannot be taken up again; another can be begun.")
    case .submit, .correct, .accept, .propose: Phrase(same: "")
    }
  }

  /// What is said once more before a step that cannot be undone: it ends the application, makes the center, gives a day to the public, or can
  /// be taken once only. `nil` for all others.
  static func warning(before kind: ApplicationStepKind, _ file: ApplicationFile, _ answers: ActAnswers) -> Phrase? {
    switch kind {
    case .decline, .failCheck, .passOver, .refuse, .withdraw, .sendBack, .publishNotice, .certify: words(of: kind, file)
    case .settleObjection where answers.place("upheld") == 1:
      Phrase(zh: "异议成立，申请就此终止，不能恢复。", en: "An objection that is upheld ends the application for good.")
    default: nil
    }
  }

  /// The numbers of the objections that wait to be settled.
  static func openObjections(_ file: ApplicationFile) -> [Int] {
    guard case .onNotice(_, let objections) = file.application.state else { return [] }
    return objections.filter { $0.settlement == nil }.map(\.number)
  }

  /// What is not met or unknown, a line each with figure and article: where a reason begins.
  private static func shortcomings(_ file: ApplicationFile, _ language: Language) -> String {
    file.eligibility.findings.filter { $0.verdict == .fail || $0.verdict == .unknown }.map { finding in
      Citation.phrase(finding.article)[language] + (language == .zh ? "：" : ": ") + finding.message[language]
    }.joined(separator: "\n")
  }

  /// The step that answers make; `nil` where they are not whole, which the form does not let happen.
  static func step(_ kind: ApplicationStepKind, _ answers: ActAnswers, objections: [Int]) -> ApplicationStep? {
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
    case .certify: return .certify(document: answers.text("document"), code: answers.text("code"))
    case .withdraw: return .withdraw(reason: reason)
    }
  }

  private static func decision(_ answers: ActAnswers) -> PartyGroupDecision? {
    answers.day("day").map { PartyGroupDecision(on: $0, minutes: answers.text("minutes")) }
  }
}
