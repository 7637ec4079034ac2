import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The form in which a host applies (申报书; articles 9 and 10): all conditions, checked while it is written, saved as it is written.
@MainActor
final class ApplicationFormScreen: Screen {
  private let sitting: Sitting
  private let number: String
  private var state: ApplicationFormState?
  private var failure: WordsPage?
  private var pause: TimerToken?
  private var saving = 0
  private var trouble: Phrase?
  private var formArea = Area(column: 0, row: 0, columns: 0, rows: 0)

  /// How long nothing is typed before what stands in a field is saved.
  static let pauseBeforeSaving = Duration.milliseconds(400)

  init(_ sitting: Sitting, number: String) {
    self.sitting = sitting
    self.number = number
  }

  var title: Phrase { Phrase(zh: "申报书 \(number)", en: "Application \(number)") }
  var isCapturing: Bool { true }
  var unsavedReason: Phrase? {
    save()
    return trouble.map { Phrase(zh: "有内容没有保存：", en: "Something is not saved: ") + $0 }
  }

  var bindings: [KeyBinding] {
    let noBuilder = state?.coBuilderInHand == nil ? Phrase(zh: "先移到一个共建单位的栏目", en: "move to a field of a co-builder first") : nil
    return [
      KeyBinding("next", [KeyPress(.tab), KeyPress(.down)], label: Phrase(zh: "下一栏", en: "next field"), prominence: .footer),
      KeyBinding(
        "unmet", [KeyPress(.function(3)), .control("n")], label: Phrase(zh: "下一处未符合", en: "next not met"),
        explanation: Phrase(zh: "到下一个不符合或待定的条件", en: "go to the next condition that is not met or unknown"), prominence: .first,
        refusal: state?.eligibility.verdict == .yes ? Phrase(zh: "所有条件都已符合", en: "every condition is met") : nil),
      KeyBinding(
        "add", [KeyPress(.function(5))], label: Phrase(zh: "加共建单位", en: "add co-builder"), prominence: .footer),
      KeyBinding(
        "remove", [KeyPress(.function(6))], label: Phrase(zh: "删共建单位", en: "remove co-builder"),
        explanation: Phrase(zh: "删去所在的共建单位", en: "take the co-builder in hand away"), refusal: noBuilder),
    ]
  }

  func appeared() {
    guard state == nil else { return }
    do {
      let file = try sitting.store.application(number, by: sitting.acting)
      guard file.summary.stage.isEditable else {
        failure = WordsPage(
          heading: Phrase(zh: "现在不能修改", en: "It cannot be changed now"),
          paragraphs: [Phrase(zh: "申请现为“\(file.summary.stage.phrase.zh)”。", en: "The application is “\(file.summary.stage.phrase.en)”.")])
        return
      }
      state = ApplicationFormState(file.form, places: try Places.standard.get(), language: sitting.runtime.language)
    } catch {
      failure = .failed(error)
    }
  }

  func perform(_ action: ActionName) {
    let language = sitting.runtime.language
    switch action {
    case "next": _ = receive(.key(KeyPress(.tab)))
    case "unmet": goToUnmet()
    case "add": state?.addCoBuilder(language)
    case "remove": state?.removeCoBuilder(language)
    default: break
    }
    save()
  }

  /// Goes to the next condition after the one in hand that is not met, round the end.
  private func goToUnmet() {
    guard let state else { return }
    let findings = state.eligibility.findings
    let open = findings.filter { $0.verdict == .fail || $0.verdict == .unknown }.map(\.article)
    guard let first = open.first else { return }
    let order = findings.map(\.article)
    let here = order.firstIndex(of: state.articleInHand) ?? -1
    let next = open.first { (order.firstIndex(of: $0) ?? 0) > here } ?? first
    self.state?.take(article: next)
  }

  func receive(_ event: InputEvent) -> Bool {
    let outcome = state?.edit(sitting.runtime.language) { $0.take(event) }
    switch outcome {
    case .switched, .completed: save()
    case .changed:
      if let pause { sitting.runtime.cancel(pause) }
      pause = sitting.runtime.after(ApplicationFormScreen.pauseBeforeSaving) { [weak self] in self?.save() }
    default: break
    }
    return outcome.map { $0 != .ignored } ?? false
  }

  /// Saves what stands in the form, in the order in which it was written; saying so waits for the disk.
  private func save() {
    guard let values = state?.values, state?.isUnsaved == true else { return }
    state?.kept(values)
    saving += 1
    let (store, who, number) = (sitting.store, sitting.acting, number)
    sitting.runtime.background {
      try store.saveApplication(number, values, by: who)
    } then: { [weak self] result in
      guard let self else { return }
      self.saving -= 1
      switch result {
      case .success: self.trouble = nil
      case .failure(let error):
        self.trouble = Sitting.phrase(for: error)
        self.sitting.tell(error)
      }
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    guard state != nil else { return WordsPage.loading.draw(on: &canvas, in: area, look: look) }
    state?.speak(look.language)
    formArea = ApplicationFormView.formArea(in: area)
    state?.layout(in: formArea, measure: canvas.measure)
    guard let state else { return }
    let status: (Phrase, Ink) =
      if let trouble {
        (trouble, .bad)
      } else if state.isUnsaved || saving > 0 {
        (Phrase(zh: "正在保存…", en: "saving…"), .muted)
      } else {
        (Phrase(zh: "已保存", en: "saved"), .good)
      }
    ApplicationFormView(state: state, look: look, status: status).draw(on: &canvas, in: area)
  }
}
