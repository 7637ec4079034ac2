import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// A draw that was tried and is not made yet: who would score what, what is missing and why (回避).
@MainActor
final class PlanScreen: FindingScreen {
  let sitting: Sitting
  private let year: Int
  private let agree: @MainActor () -> Void
  private var state: PlanState
  private var area = Area(Size(columns: 0, rows: 0))

  /// - Parameter agree: asks whether the draw is to be made.
  init(_ sitting: Sitting, _ draw: AssignmentDraw, year: Int, agree: @escaping @MainActor () -> Void) {
    self.sitting = sitting
    self.year = year
    self.agree = agree
    state = PlanState(draw)
  }

  var title: Phrase { Phrase(zh: "\(year) 年度抽取方案（试算）", en: "Plan of experts for \(year), tried") }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "draw", [KeyPress(.function(2)), .control("s")], label: Phrase(zh: "抽取", en: "draw"),
        explanation: Phrase(zh: "按这个方案抽取，先再确认一次", en: "draw by this plan, asked once more"), prominence: .first),
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.function(4))], label: Phrase(zh: "档案", en: "center file"),
        explanation: Phrase(zh: "打开所选中心的档案", en: "open the file of the selected center"), prominence: .footer,
        refusal: state.selected == nil ? Phrase(zh: "没有选定中心", en: "no center is selected") : nil),
      KeyBinding(
        "side", [KeyPress(.tab), KeyPress(.function(6))],
        label: state.side == .centers ? Phrase(zh: "看专家", en: "experts") : Phrase(zh: "看中心", en: "centers"),
        explanation: Phrase(zh: "按中心看谁来评，按专家看评哪些", en: "see by center who scores it, by expert what they score"), prominence: .first),
      KeyBinding(
        "short", [.character("n"), KeyPress(.function(3))], label: Phrase(zh: "下一个缺人的", en: "next short one"),
        explanation: Phrase(zh: "到下一个专家不足的中心", en: "go to the next center that is short of experts"), prominence: .footer,
        refusal: state.draw.plan.isShort ? nil : Phrase(zh: "每个中心都有足够的专家", en: "every center has its experts")),
      findBinding,
    ]
  }

  func perform(_ action: ActionName) {
    switch action {
    case "draw": agree()
    case "open": if let row = state.selected { sitting.runtime.push(CenterFileScreen(sitting, code: row.center)) }
    case "side": state.side = state.side == .centers ? .experts : .centers
    case "short": state.selectNextShort()
    case "find": find()
    default: break
    }
  }

  var list: ListState? {
    get { state.list }
    set { if let newValue { state.list = newValue } }
  }

  var rowsToFind: RowsToFind { .centers(state.rows.map(\.center)) }

  var listArea: Area {
    let view = PlanView(state: state, look: sitting.runtime.look, measure: TextMeasure())
    return view.table.rowsArea(in: view.parts(of: area).table)
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    var view = PlanView(state: state, look: look, measure: canvas.measure)
    state.list.layout(rows: view.parts(of: area).table.rows - 1)
    for code in state.centers(in: state.list.visible) where state.names[code] == nil {
      state.names[code] = (try? sitting.store.registryLine(code: code, by: sitting.acting))?.name ?? code
    }
    view = PlanView(state: state, look: look, measure: canvas.measure)
    view.draw(on: &canvas, in: area)
  }
}
