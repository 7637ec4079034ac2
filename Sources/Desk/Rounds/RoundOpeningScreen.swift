import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// Announces a new round (article 25).
@MainActor
final class RoundOpeningScreen: Screen {
  private let sitting: Sitting
  private var state: RoundOpeningState
  private var isDone = false

  private let announced: @MainActor (_ year: Int) -> Void

  /// - Parameter announced: told of the new round once it is announced and the form has gone.
  init(_ sitting: Sitting, rounds: [RoundRecord], announced: @escaping @MainActor (_ year: Int) -> Void = { _ in }) {
    self.sitting = sitting
    self.announced = announced
    state = RoundOpeningState(
      existing: rounds.filter { $0.state != .cancelled }.map(\.year), today: sitting.today, language: sitting.runtime.language)
  }

  var title: Phrase { Phrase(zh: "新年度", en: "New round") }
  var isCapturing: Bool { true }
  var unsavedReason: Phrase? {
    state.isTouched && !isDone ? Phrase(zh: "新年度的内容还没有发布。", en: "The new round is not announced yet.") : nil
  }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "announce", [KeyPress(.function(2)), .control("s")], label: Phrase(zh: "发布通知", en: "announce"),
        explanation: Phrase(zh: "发布这一年度的评估通知", en: "announce this round"), prominence: .first),
      KeyBinding(
        "next", [KeyPress(.tab), KeyPress(.down)], label: Phrase(zh: "下一栏", en: "next field"), prominence: .footer),
    ]
  }

  func perform(_ action: ActionName) {
    switch action {
    case "announce": announce()
    case "next": _ = receive(.key(KeyPress(.tab)))
    default: break
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    let outcome = state.edit { $0.take(event) }
    if outcome == .completed { announce() }
    return outcome != .ignored
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    state.speak(look.language)
    let room = area.inset(columns: 1, rows: 1)
    state.layout(in: room, measure: canvas.measure)
    state.form.draw(on: &canvas, in: room)
  }

  private func announce() {
    guard let (year, plan) = state.plan(sitting.runtime.language) else { return }
    let dates = RoundOpening.Deadline.allCases.compactMap { deadline in
      plan.deadlines[deadline].map { deadline.phrase + Phrase(zh: " \($0)；", en: ": \($0). ") }
    }.reduce(Phrase(same: ""), +)
    let sheets = plan.minimumSheets ?? plan.method.defaultSheets
    sitting.runtime.confirm(
      Phrase(zh: "发布 \(year) 年度评估通知？", en: "Announce the round of \(year)?"),
      dates
        + Phrase(
          zh: "\(plan.method.phrase.zh)，至少 \(sheets) 份评分表。发布后各单位、各部门可见。",
          en: "\(plan.method.phrase.en), \(sheets) sheets needed. Hosts and departments will see it."),
      yes: Phrase(zh: "发布", en: "Announce")
    ) { [weak self] agreed in
      if agreed { self?.open(year, plan) }
    }
  }

  private func open(_ year: Int, _ plan: RoundPlan) {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background {
      try store.openRound(year, plan, by: who)
    } then: { [weak self] result in
      guard let self else { return }
      switch result {
      case .success:
        self.isDone = true
        if self.sitting.runtime.top === self { self.sitting.runtime.pop() }
        self.announced(year)
        self.sitting.runtime.notice(Phrase(zh: "已发布 \(year) 年度评估通知", en: "The round of \(year) is announced"), .done)
      case .failure(let error): self.sitting.tell(error)
      }
    }
  }
}
