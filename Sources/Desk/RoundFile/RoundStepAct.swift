import CenterStore
import DeskRuntime
import Regulation
import Wording

/// A step of a round, from its question to the store: the same wherever it is taken from.
@MainActor
struct RoundStepAct {
  let sitting: Sitting
  /// The round as it stands.
  let state: RoundFileState
  /// The round as it stands by the time that the step is to be taken; `nil` where it is not read anew.
  var now: @MainActor () -> RoundFileState? = { nil }
  /// What is done after the step.
  let then: @MainActor () -> Void

  private var year: Int { state.round.terms.year }

  /// Asks for what the step needs, says what follows from it, then takes it.
  func begin(_ kind: EvaluationRoundStepKind) {
    if kind == .close { return sitting.runtime.push(ClosingScreen(sitting, state, then: then)) }
    let words = RoundStepWords(state: state, today: sitting.today)
    let fields = RoundStepFields.fields(of: kind, state, today: sitting.today)
    if fields.isEmpty { confirm(kind, words) } else { ask(kind, fields, words) }
  }

  private func confirm(_ kind: EvaluationRoundStepKind, _ words: RoundStepWords) {
    guard let step = RoundStepFields.step(kind, ActAnswers.of([:]), center: state.center, open: []) else { return }
    let (sitting, year, then) = (sitting, year, then)
    sitting.runtime.confirm(
      words.title(of: kind) + Phrase(zh: "？", en: "?"), words.question(of: kind), yes: kind.phrase, isDangerous: words.isGrave(kind)
    ) { agreed in
      guard agreed else { return }
      sitting.run(RoundStepAct.done(kind)) { store, who in
        try store.stepRound(year, step, by: who)
      } then: {
        then()
      }
    }
  }

  private func ask(_ kind: EvaluationRoundStepKind, _ fields: [ActField], _ words: RoundStepWords) {
    let (year, open, code) = (year, state.open, state.center)
    let notice = state.round.state.notice
    var description = ActScreen.Description(
      title: words.title(of: kind), words: words.question(of: kind), verb: kind.phrase, done: RoundStepAct.done(kind),
      draft: "round/\(year)/\(kind.rawValue)/\(code ?? "")")
    description.outcome = { words.outcome(of: kind, $0) }
    description.warning = { words.warning(before: kind, $0) }
    description.obstacle = { [now, sitting] in now()?.refusal(kind, of: code, by: sitting.member.role) }
    description.isGrave = kind == .publish || kind == .cancel || kind == .postpone
    sitting.runtime.push(
      ActScreen(
        sitting, description, fields,
        check: { RoundStepFields.problems(kind, $0, open: open, notice: notice) },
        doing: { store, who, answers in
          guard let step = RoundStepFields.step(kind, answers, center: code, open: open) else { return }
          try store.stepRound(year, step, by: who)
        }, then: then))
  }

  private static func done(_ kind: EvaluationRoundStepKind) -> Phrase { Phrase(zh: "已办理：", en: "Done: ") + kind.phrase }
}
