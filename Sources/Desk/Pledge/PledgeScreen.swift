import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The pledge (承诺书) that an expert gives before the first sheet of a round.
@MainActor
final class PledgeScreen: Screen {
  private let sitting: Sitting
  private let then: (@MainActor () -> Void)?
  private var state: PledgeState
  /// Where lines that can be selected were drawn last, for the mouse.
  private var placed: [PledgeView.PlacedRow] = []

  /// - Parameter then: what was wanted when the pledge came before it.
  init(_ sitting: Sitting, year: Int, then: (@MainActor () -> Void)? = nil) {
    self.sitting = sitting
    self.then = then
    state = PledgeState(year: year)
  }

  var title: Phrase { Phrase(zh: "\(state.year) 年度评审承诺", en: "Pledge for \(state.year)") }

  private enum Action: String {
    case tick, agree, declare, retry, up, down, first, last
  }

  var bindings: [KeyBinding] {
    if state.problem != nil {
      return [KeyBinding("retry", [KeyPress(.function(5))], label: Phrase(zh: "重试", en: "try again"), prominence: .first)]
    }
    return promising + declaring + [
      KeyBinding("up", [KeyPress(.up), .character("k")], label: Phrase(zh: "上移", en: "up")),
      KeyBinding("down", [KeyPress(.down), .character("j"), KeyPress(.tab)], label: Phrase(zh: "下移", en: "down")),
      KeyBinding("first", [KeyPress(.home)], label: Phrase(zh: "到开头", en: "to the beginning")),
      KeyBinding("last", [KeyPress(.end)], label: Phrase(zh: "到末尾", en: "to the end")),
    ]
  }

  /// Ticking and giving; nothing of it is left once the pledge is given.
  private var promising: [KeyBinding] {
    if state.isGiven { return [] }
    let missing = state.missing
    let untold =
      missing.isEmpty
      ? nil
      : Phrase(
        zh: "请先用空格逐项确认：\(missing.map(\.name.zh).joined(separator: "、"))",
        en: "Tick each with Space first: \(missing.map(\.name.en).joined(separator: ", "))")
    let isOnCenter = state.selectedTask != nil
    let tick = KeyBinding(
      "tick", [.character(" ")], label: Phrase(zh: "确认此项", en: "tick"),
      explanation: Phrase(zh: "确认所选的一项承诺，或取消确认", en: "tick the selected promise, or take the tick away"), prominence: .first)
    let agree = KeyBinding(
      "agree", isOnCenter ? [KeyPress(.function(3))] : [KeyPress(.enter), KeyPress(.function(3))], label: Phrase(zh: "签署", en: "sign"),
      explanation: Phrase(zh: "三项都确认后签署承诺", en: "give the pledge once all three are ticked"), prominence: .first, refusal: untold)
    return isOnCenter ? [agree] : [tick, agree]
  }

  /// Declaring a conflict. On a center, Space and Enter mean this and nothing else.
  private var declaring: [KeyBinding] {
    let isOnCenter = state.selectedTask != nil
    return [
      KeyBinding(
        "declare", (isOnCenter ? [.character(" "), KeyPress(.enter)] : []) + [.character("d"), KeyPress(.function(4))],
        label: Phrase(zh: "申报回避", en: "conflict"),
        explanation: Phrase(zh: "对所选中心申报回避，并写明事由", en: "declare a conflict with the selected center, and say why"),
        prominence: isOnCenter ? .first : .footer, refusal: isOnCenter ? nil : Phrase(zh: "请先用方向键选定一个中心", en: "Select a center first"))
    ]
  }

  // MARK: - Reading

  func appeared() {
    // Read at once: what is typed meanwhile is meant for these lines.
    do {
      let expert = try sitting.store.experts(by: sitting.acting).first
      state.tasks = try sitting.store.tasks(by: sitting.acting).filter { $0.year == state.year && $0.ended == nil }
      state.isGiven = try sitting.store.hasPledged(year: state.year, by: sitting.acting)
      state.person = PledgeState.Person(employer: expert?.employer ?? .empty, formerEmployers: expert?.formerEmployers ?? [])
      state.problem = nil
      if state.isGiven {
        state.ticked = Set(PledgeState.Promise.allCases)
        // What can still be done is to declare a conflict.
        if state.selectedTask == nil, !state.tasks.isEmpty { state.selected = .center(0) }
      }
    } catch {
      state.problem = Sitting.phrase(for: error)
    }
  }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("conflict.", "assign.", "import.", "expert.") { appeared() }
  }

  // MARK: - Keys

  func perform(_ action: ActionName) {
    switch Action(rawValue: action.rawValue) {
    case .tick: state.tick()
    case .agree: agree()
    case .declare: declare()
    case .retry: appeared()
    case .up: state.move(by: -1)
    case .down: state.move(by: 1)
    case .first: state.move(by: -state.rows.count)
    case .last: state.move(by: state.rows.count)
    case nil: break
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    guard case .mouse(let press) = event else { return false }
    switch (press.button, press.phase) {
    case (.wheelUp, _): state.move(by: -1)
    case (.wheelDown, _): state.move(by: 1)
    case (.left, .down):
      guard let row = placed.first(where: { $0.area.contains(press.place) })?.row else { return false }
      state.selected = row
      if case .promise = row, !state.isGiven { state.tick() }
    default: return false
    }
    return true
  }

  private func agree() {
    let (store, acting, year) = (sitting.store, sitting.acting, state.year)
    sitting.runtime.background(holdsInput: true) {
      try store.pledge(year: year, by: acting)
    } then: { [weak self] result in
      guard let self else { return }
      switch result {
      case .success:
        let runtime = sitting.runtime
        if runtime.top === self { runtime.pop() }
        runtime.notice(Phrase(zh: "\(year) 年度承诺已签署", en: "The pledge for \(year) is given"), .done)
        then?()
      case .failure(let error): sitting.tell(error)
      }
    }
  }

  /// Asks why; what is half written stays for the next time, and what was declared before stands there to be written on.
  private func declare() {
    guard let task = state.selectedTask else { return }
    let old = (try? sitting.store.conflicts(by: sitting.acting))?.first { $0.center.string == task.center }?.reason
    let again =
      old == nil
      ? Phrase(same: "") : Phrase(zh: "\n已申报：以后写的事由为准。", en: "\nA conflict is declared already; what is written later stands.")
    let description = ActScreen.Description(
      title: Phrase(zh: "申报回避 \(task.center)", en: "Conflict with \(task.center)"),
      words: Phrase(
        zh: "\(task.name)。\n请写明事由；申报后该中心不再由您评分，由市科技局另行分配。",
        en: "\(task.name).\nSay why. You will not score this center then; the bureau assigns somebody else.") + again,
      verb: Phrase(zh: "申报", en: "Declare"),
      done: Phrase(zh: "已申报回避：\(task.center)", en: "The conflict with \(task.center) is declared"),
      draft: "round/\(task.year)/conflict/\(task.center)", isGrave: false)
    let field = ActField(id: "reason", label: Phrase(zh: "事由", en: "Reason"), kind: .line(limit: 200), initial: old?.string ?? "")
    sitting.runtime.push(
      ActScreen.correcting(
        sitting, description, [field], seeing: old ?? .empty,
        doing: { store, who, answers, seen in
          try store.declareConflict(
            center: task.center, expert: who.login, reason: answers.text("reason"), expecting: seen, by: who)
          return nil
        }, then: { [weak self] in self?.appeared() }))
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    placed = PledgeView.draw(state, on: &canvas, in: area, look: look)
  }
}
