import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What would follow were the round closed, before it is: whose revocation is proposed (article 30(1) and (2)), who has earned the incentives
/// of article 29.
@MainActor
final class ClosingScreen: Screen {
  private let sitting: Sitting
  private let state: RoundFileState
  private let then: @MainActor () -> Void
  private var list = ListState()
  private var names: [String: String] = [:]

  init(_ sitting: Sitting, _ state: RoundFileState, then: @escaping @MainActor () -> Void) {
    self.sitting = sitting
    self.state = state
    self.then = then
    for consequence in state.consequences {
      names[consequence.center] = (try? sitting.store.registryLine(code: consequence.center, by: sitting.acting))?.name
    }
  }

  private var year: Int { state.round.terms.year }
  var title: Phrase { Phrase(zh: "结束 \(year) 年度评估：预览", en: "Before the round of \(year) is closed") }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "close", [KeyPress(.function(2)), KeyPress(.enter)], label: Phrase(zh: "结束评估", en: "close the round"),
        explanation: Phrase(zh: "看过预览后结束评估", en: "close the round, having read what follows"), prominence: .first)
    ]
  }

  func perform(_ action: ActionName) {
    guard action == "close" else { return }
    let (proposed, excellent) = (proposals.count, state.consequences.count - proposals.count)
    sitting.runtime.confirm(
      Phrase(zh: "结束 \(year) 年度评估？", en: "Close the round of \(year)?"),
      Phrase(
        zh: "结束后不再变更。拟提出撤销 \(proposed) 个，优秀 \(excellent) 个。",
        en: "Nothing changes any more after it. \(proposed) revocations are proposed, \(excellent) centers are excellent."),
      yes: Phrase(zh: "结束", en: "Close"), isDangerous: true
    ) { [weak self] agreed in
      if agreed { self?.close() }
    }
  }

  private func close() {
    let (year, then, runtime) = (year, then, sitting.runtime)
    sitting.run(Phrase(zh: "评估已结束", en: "The round is closed")) { store, who in
      try store.closeRound(year, by: who)
    } then: { [weak self] in
      if let self, runtime.top === self { runtime.pop() }
      then()
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    if case .key(let press) = event { return list.take(press) }
    return false
  }

  private var proposals: [RoundConsequences.Proposal] {
    state.consequences.compactMap { if case .proposal(let proposal) = $0 { proposal } else { nil } }
  }

  private func lines(_ columns: Int, _ look: Look, _ measure: TextMeasure) -> [StyledLine] {
    func say(_ phrase: Phrase, _ style: Style = .plain, indent: Int = 0) -> [StyledLine] {
      StyledLine.wrapped(look(phrase), to: columns, indent: indent, style, measure: measure)
    }
    func center(_ code: String) -> Phrase { Phrase(same: "\(code)  \(names[code] ?? "")") }
    var lines = say(Phrase(zh: "拟提出撤销（办法第30条第1、2项）", en: "Proposed for revocation (articles 30(1) and 30(2))"), Style(.heading, bold: true))
    for proposal in proposals {
      lines += say(center(proposal.center))
      lines += say(proposal.ground.phrase + Phrase(zh: "：", en: ": ") + Citation.phrase(proposal.ground.article), Style(.bad), indent: 2)
    }
    if proposals.isEmpty { lines += say(Phrase(zh: "没有。", en: "None."), Style(.muted)) }
    lines +=
      say(
        Phrase(zh: "只是提出；是否撤销由市科技局另行决定。", en: "These are proposals; the bureau decides on each."), Style(.muted)) + [.blank]
    lines += say(Phrase(zh: "优秀，可得激励（办法第29条）", en: "Excellent, with the incentives of article 29"), Style(.heading, bold: true))
    let excellent = state.consequences.filter { if case .excellent = $0 { true } else { false } }.map(\.center)
    for code in excellent {
      let row = state.row(of: code)
      let rank = row?.rank.map { .rank($0, of: state.ranked) + Phrase(same: "  ") } ?? Phrase(same: "")
      lines += say(center(code)) + say(rank + Phrase(same: row?.score?.description ?? ""), Style(.good), indent: 2)
    }
    if excellent.isEmpty { lines += say(Phrase(zh: "没有。", en: "None."), Style(.muted)) }
    for incentive in excellent.isEmpty ? [] : Incentive.allCases { lines += say(incentive.phrase, Style(.muted), indent: 2) }
    return lines + say(RulesInForce.remark(on: sitting.today), Style(.caution))
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let body = area.inset(columns: 2)
    let lines = lines(body.columns, look, canvas.measure)
    list.setCount(lines.count)
    list.layout(rows: body.rows)
    for index in list.visible { lines[index].draw(on: &canvas, in: body, row: body.row + index - list.top) }
    canvas.scrollBar(in: Area(column: body.right, row: body.row, columns: 1, rows: body.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: body.column, row: body.row + list.selected - list.top)
  }
}
