import CenterStore
import Regulation
import Wording

/// What is asked once more before a step that cannot be taken back: the same with one application and with several.
enum StepQuestion {
  /// The steps that are asked about: they end an application, lead on to the registry, give a day to the public, or can be taken once only.
  static func isFinal(_ kind: ApplicationStepKind) -> Bool {
    switch kind {
    case .propose, .passOver, .approve, .refuse, .publishNotice, .settleObjection, .certify, .decline, .failCheck, .sendBack, .withdraw:
      true
    case .submit, .correct, .recommend, .accept, .passCheck, .visit, .object, .admitLate, .returnForCorrection: false
    }
  }

  /// What is asked; `nil` where the step is taken without a question.
  ///
  /// - Parameters:
  ///   - words: what follows from the step.
  ///   - files: the applications with which it is taken.
  static func phrase(_ kind: ApplicationStepKind, _ words: Phrase, _ files: [ApplicationFile]) -> Phrase? {
    let open = OpenMatters.phrase(before: kind, files)
    if !isFinal(kind), open == nil { return nil }
    let text = [words, open].compactMap(\.self).reduce(Phrase(same: "")) { $0 + $1 + Phrase(same: "\n") }
    // That it cannot be taken up again a host reads before already.
    return kind == .withdraw ? words : text + Phrase(zh: "办理后不能撤回。", en: "This cannot be taken back.")
  }

  /// What is asked about one application, by what was answered.
  ///
  /// - Parameter code: the code that its center would have where none was written.
  static func phrase(
    _ kind: ApplicationStepKind, _ answers: ActAnswers, _ file: ApplicationFile, today: Day, code: PlainText? = nil
  ) -> Phrase? {
    // What ends an application says which one it is.
    let ends = kind.endsIt && kind != .withdraw
    let name = ends ? Phrase(zh: "“\(file.summary.name)”：", en: "“\(file.summary.name)”: ") : Phrase(same: "")
    var words = name + notice(kind, answers, file, today: today) + StepFields.words(of: kind, file)
    if kind == .settleObjection, answers.place("upheld") == 1 {
      words = Phrase(zh: "异议成立，申请就此终止。", en: "An objection that is upheld ends the application for good.")
    }
    if kind == .certify, let code = answers.optionalText("code") ?? code {
      words = Phrase(
        zh: "“\(file.summary.name)”以编号 \(code) 纳入管理序列，今日为认定日期。",
        en: "“\(file.summary.name)” enters the registry as \(code), certified today.")
    }
    return phrase(kind, words + RulesInForce.remark(on: today), [file])
  }

  /// Until when a notice would run, and whether that is provisional: it is given to the public. Empty for all other steps.
  static func notice(_ kind: ApplicationStepKind, _ answers: ActAnswers, _ file: ApplicationFile, today: Day) -> Phrase {
    guard kind == .publishNotice, let outcome = StepFields.outcome(of: kind, answers, file, today: today) else { return Phrase(same: "") }
    return outcome + Phrase(zh: "。", en: ". ")
  }
}
