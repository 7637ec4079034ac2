import CenterStore
import Regulation
import Wording

/// One step that is taken with several applications at once: a meeting decides on all of a list, one notice names them, one document certifies
/// them (article 12).
///
/// What needs a reason of its own for each application is done in its file.
struct BulkStep: Sendable {
  /// The step.
  let kind: ApplicationStepKind
  /// The applications with which it can be taken, in the order of their numbers.
  let outlooks: [StepOutlook]
  /// The codes that their centers would have, one for each; empty for all steps but certification.
  let codes: [PlainText]

  /// The steps that may be taken with several applications, and at which stage each is taken.
  static let stages: [(kind: ApplicationStepKind, stage: ApplicationStage)] = [
    (.recommend, .submitted), (.accept, .recommended), (.passCheck, .checking), (.propose, .reviewing), (.passOver, .reviewing),
    (.approve, .proposed), (.refuse, .proposed), (.publishNotice, .approved), (.certify, .onNotice),
  ]

  /// The steps that could be taken at the same stages, and whose reasons are those of one application: they are done in its file.
  static let single: [(kind: ApplicationStepKind, stage: ApplicationStage)] = [
    (.returnForCorrection, .submitted), (.decline, .submitted), (.sendBack, .checking), (.failCheck, .checking),
  ]

  /// How many there are.
  var count: Int { outlooks.count }

  /// How many applications, in words.
  var number: Phrase { Phrase(zh: "\(count) 件", en: count == 1 ? "1 application" : "\(count) applications") }

  /// What it is called among what somebody has half written: these applications and no others.
  var draftName: String {
    let numbers = outlooks.map(\.application.number).joined(separator: ",")
    return "applications/\(kind.rawValue)/\(Digest256(of: Array(numbers.utf8)))"
  }

  /// What is asked once for all of them.
  ///
  /// - Parameter file: one of them.
  func fields(_ file: ApplicationFile, today: Day) -> [ActField] {
    switch kind {
    case .recommend, .passCheck:
      let open = outlooks.count { !$0.unknown.isEmpty }
      return [
        ActField(
          id: "reason", label: Phrase(zh: "意见", en: "Opinion"), kind: .lines,
          hint: open == 0
            ? Phrase(zh: "可写意见，每件相同", en: "say why, if you like: the same for each")
            : Phrase(zh: "\(open) 件有待定的条件，须写明理由，每件相同", en: "conditions of \(open) are unknown: say why, the same for each"),
          isOptional: open == 0)
      ]
    // The codes follow one another; nobody writes one.
    default:
      let fields = StepFields.fields(of: kind, file, today: today, code: codes.first).filter { $0.id != "code" }
      return fields.map { field in
        guard field.id == "reason", count > 1 else { return field }
        var field = field
        field.hint = field.hint + Phrase(zh: "；每件相同", en: "; the same for each")
        return field
      }
    }
  }

  /// What follows from it.
  func words(_ file: ApplicationFile, today: Day) -> Phrase {
    let numbers = outlooks.map(\.application.number)
    let shown = numbers.prefix(4).joined(separator: "、")
    let which =
      count == 1
      ? Phrase(zh: "办理 \(shown)。", en: "For \(shown). ")
      : Phrase(
        zh: "一并办理 \(count) 件：\(shown)\(count > 4 ? " 等" : "")。",
        en: "For all \(count): \(numbers.prefix(4).joined(separator: ", "))\(count > 4 ? " and others" : ""). ")
    return which + StepFields.words(of: kind, file) + range + RulesInForce.remark(on: today)
  }

  /// The codes of the centers, from the first to the last.
  private var range: Phrase {
    guard let first = codes.first, let last = codes.last else { return Phrase(same: "") }
    if count == 1 { return Phrase(zh: "编号 \(first)。", en: " The code is \(first).") }
    return Phrase(zh: "编号依次为 \(first) 至 \(last)。", en: " The codes are \(first) to \(last).")
  }

  /// What is asked before it is done; `nil` where the list and the form were question enough.
  ///
  /// - Parameter files: the applications, or one of them where what is open of each does not matter.
  func question(_ files: [ApplicationFile], _ answers: ActAnswers = ActAnswers.of([:]), today: Day) -> Phrase? {
    files.first.flatMap { StepQuestion.phrase(kind, StepQuestion.notice(kind, answers, $0, today: today) + words($0, today: today), files) }
  }

  /// The steps that answers make.
  func tasks(_ answers: ActAnswers) -> [ApplicationTask] {
    outlooks.enumerated().compactMap { place, outlook in
      let code = codes.indices.contains(place) ? codes[place] : nil
      return StepFields.step(kind, answers, objections: [], code: code).map { ApplicationTask(outlook.application.number, $0) }
    }
  }
}
