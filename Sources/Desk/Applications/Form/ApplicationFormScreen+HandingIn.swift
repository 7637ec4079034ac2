import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

extension ApplicationFormScreen {
  /// The step that passes the application on from here; `nil` until it is read.
  private var handingIn: ApplicationStepKind? { file.flatMap { HandingIn.kind(of: $0.application) } }

  /// The key that hands the application in; greyed, with why, while something is wrong, missing, or it is too early or too late.
  ///
  /// - Parameter isFirst: whether the footer names it before others.
  func handingInBinding(isFirst: Bool) -> KeyBinding? {
    guard let kind = handingIn else { return nil }
    return KeyBinding(
      "handIn", [KeyPress(.function(2)), .control("s")], label: HandingIn.label(of: kind),
      explanation: Phrase(zh: "保存并提交，核对后确认（办法第10条）", en: "save and hand in, after a last look (article 10)"),
      prominence: isFirst ? .first : .footer,
      refusal: handingInRefusal(kind))
  }

  private func handingInRefusal(_ kind: ApplicationStepKind) -> Phrase? {
    guard let file, let state, state.problems.isEmpty else { return nil }
    // The form as it stands counts, not as it was opened.
    var situation = file.situation
    situation.failed = state.eligibility.failed.map(\.article)
    situation.unknown = state.eligibility.unknown.map(\.article)
    return file.application.refusal(kind, by: sitting.member.role, situation)?.cited
  }

  /// Hands the application in after a question; what stands in the form is saved before, and where it cannot be saved nothing is handed in:
  /// a field with something wrong in it is gone to.
  func handIn() {
    guard let kind = handingIn, let state, let file else { return }
    save()
    if !state.problems.isEmpty {
      self.state?.takeFirstWrong()
      return sitting.runtime.notice(Phrase(zh: "填写有误，没有保存：", en: "Wrong, and not saved: ") + Phrase.list(state.wrongLabels), .caution)
    }
    let department = PlaceNames.standard[file.summary.department]
    HandingIn.confirm(kind, state.values, state.eligibility, to: department, sitting.runtime) { [weak self] in
      self?.pass(on: kind, state.values)
    }
  }

  private func pass(on kind: ApplicationStepKind, _ values: ApplicationForm) {
    let (number, step) = (number, HandingIn.step(kind))
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(holdsInput: true) {
      // What is handed in is what this person saw.
      try store.saveApplication(number, values, expecting: values, by: who)
      try store.stepApplication(number, step, by: who)
    } then: { [weak self] result in
      guard let self else { return }
      switch result {
      case .success:
        self.sitting.runtime.notice(Phrase(zh: "已办理：", en: "Done: ") + kind.phrase, .done)
        if self.sitting.runtime.top === self { self.sitting.runtime.pop() }
      case .failure(let error): self.sitting.tell(error)
      }
    }
  }
}
