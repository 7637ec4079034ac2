import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// An expert's opinion on an application (article 11): each condition, the whole, a rating; saved as it is written.
@MainActor
final class OpinionScreen: Screen {
  private let sitting: Sitting
  private let number: String
  private var state: OpinionState?
  private var failure: WordsPage?
  private var pause: TimerToken?
  private var saving = 0

  init(_ sitting: Sitting, number: String) {
    self.sitting = sitting
    self.number = number
  }

  var title: Phrase { Phrase(zh: "评审意见 \(number)", en: "Opinion on \(number)") }
  var isCapturing: Bool { true }
  var unsavedReason: Phrase? {
    save()
    return nil
  }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "submit", [KeyPress(.function(2)), .control("s")], label: Phrase(zh: "提交意见", en: "hand in"),
        explanation: Phrase(zh: "提交评审意见；评审期间可修改后再提交", en: "hand in; it can be changed and handed in again while the review lasts"),
        prominence: .first),
      KeyBinding("next", [KeyPress(.tab), KeyPress(.down)], label: Phrase(zh: "下一栏", en: "next field"), prominence: .footer),
    ]
  }

  func appeared() {
    guard state == nil else { return }
    do {
      let file = try sitting.store.application(number, by: sitting.acting)
      guard let own = file.reviewers.first else { throw StoreError.notPermitted(nil) }
      state = OpinionState(file, own, sitting.runtime.language)
    } catch { failure = .failed(error) }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "submit": submit()
    case "next": _ = receive(.key(KeyPress(.tab)))
    default: break
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    let outcome = state?.form.edit { $0.take(event) }
    switch outcome {
    case .switched: save()
    case .completed: submit()
    case .changed:
      if let pause { sitting.runtime.cancel(pause) }
      pause = sitting.runtime.after(ApplicationFormScreen.pauseBeforeSaving) { [weak self] in self?.save() }
    default: break
    }
    return outcome.map { $0 != .ignored } ?? false
  }

  /// Keeps what stands in the form, whole or not.
  private func save() {
    guard let opinion = state?.opinion, let group = state?.group, state?.isUnsaved == true else { return }
    keep(opinion, group, isSubmitted: false) {}
  }

  private func submit() {
    guard let answers = state?.form.answers(sitting.runtime.language) else { return }
    let (opinion, group) = (OpinionState.opinion(answers), answers.text("group"))
    if let refusal = opinion.refusal { return sitting.tell(refusal) }
    keep(opinion, group, isSubmitted: true) { [weak self] in
      guard let self else { return }
      if self.sitting.runtime.top === self { self.sitting.runtime.pop() }
      self.sitting.runtime.notice(Phrase(zh: "评审意见已提交", en: "Your opinion is handed in"), .done)
    }
  }

  private func keep(_ opinion: ExpertOpinion, _ group: PlainText, isSubmitted: Bool, then: @escaping @MainActor () -> Void) {
    let isLeader = state?.isLeader ?? false
    state?.kept(opinion, group)
    saving += 1
    let (store, who, number) = (sitting.store, sitting.acting, number)
    sitting.runtime.background {
      if isLeader { try store.giveGroupOpinion(number, group, by: who) }
      try store.giveOpinion(number, opinion, isSubmitted: isSubmitted, by: who)
    } then: { [weak self] result in
      guard let self else { return }
      self.saving -= 1
      switch result {
      case .success: then()
      case .failure(let error): self.sitting.tell(error)
      }
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    guard state != nil else { return WordsPage.loading.draw(on: &canvas, in: area, look: look) }
    state?.form.speak(look.language)
    let body = area.inset(columns: 1)
    let (head, rest) = body.splitTop(4)
    state?.form.layout(in: rest, measure: canvas.measure)
    guard let state else { return }
    let isSaved = !state.isUnsaved && saving == 0
    let status = look(isSaved ? Phrase(zh: "已保存", en: "saved") : Phrase(zh: "正在保存…", en: "saving…"))
    let width = canvas.measure.columns(of: status)
    canvas.put(
      canvas.measure.truncated(state.name, to: max(0, head.columns - width - 2)), at: head.origin, style: Style(.heading, bold: true),
      within: head)
    canvas.put(status, at: Position(column: head.right - width, row: head.row), style: Style(isSaved ? .good : .muted), within: head)
    // What the rules find of the condition in hand.
    if let finding = state.findingInHand {
      let words = "\(finding.verdict.sign) \(look(FindingLines.name(of: finding.article)))  \(look(finding.found))"
      for (offset, line) in canvas.measure.wrapped(words, to: head.columns).prefix(2).enumerated() {
        canvas.put(line, at: Position(column: head.column, row: head.row + 1 + offset), style: Style(finding.verdict.ink), within: head)
      }
    }
    state.form.form.draw(on: &canvas, in: rest)
  }
}
