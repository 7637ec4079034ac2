import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// All my centers on one indicator, so that like is judged alike.
@MainActor
final class MatrixScreen: Screen {
  private let sitting: Sitting
  private(set) var state: MatrixState
  private var rows = Area(Size(columns: 0, rows: 0))

  init(_ sitting: Sitting, year: Int, center: String? = nil, at indicator: IndicatorCode? = nil) {
    self.sitting = sitting
    state = MatrixState(year: year, system: sitting.system, center: center, indicator: indicator)
  }

  var title: Phrase { Phrase(zh: "\(state.year) 年度得分对照", en: "My points of \(state.year) compared") }

  private enum Action: String {
    case open, previous, next, overview, retry, up, down, first, last, pageUp, pageDown
  }

  var bindings: [KeyBinding] {
    if state.problem != nil {
      return [KeyBinding("retry", [KeyPress(.function(5))], label: Phrase(zh: "重试", en: "try again"), prominence: .first)]
    }
    return [
      KeyBinding(
        "open", [KeyPress(.enter)], label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(zh: "打开所选中心的评分表，停在此指标", en: "open the sheet of the selected center at this indicator"), prominence: .first),
      KeyBinding(
        "previous", [KeyPress(.left), .character("h")], label: Phrase(zh: "上一指标", en: "indicator before"), prominence: .footer),
      KeyBinding("next", [KeyPress(.right), .character("l")], label: Phrase(zh: "下一指标", en: "next indicator"), prominence: .first),
      KeyBinding(
        "overview", [KeyPress(.tab), .character("o")],
        label: state.showsAll ? Phrase(zh: "单项", en: "one indicator") : Phrase(zh: "总览", en: "overview"),
        explanation: Phrase(zh: "在单项对照与 19 项总览之间切换", en: "switch between one indicator and all nineteen"), prominence: .footer),
      KeyBinding("up", [KeyPress(.up), .character("k")], label: Phrase(zh: "上移", en: "up")),
      KeyBinding("down", [KeyPress(.down), .character("j")], label: Phrase(zh: "下移", en: "down")),
      KeyBinding("first", [KeyPress(.home)], label: Phrase(zh: "到开头", en: "to the beginning")),
      KeyBinding("last", [KeyPress(.end)], label: Phrase(zh: "到末尾", en: "to the end")),
      KeyBinding("pageUp", [KeyPress(.pageUp)], label: Phrase(zh: "上翻页", en: "page up")),
      KeyBinding("pageDown", [KeyPress(.pageDown)], label: Phrase(zh: "下翻页", en: "page down")),
    ]
  }

  func appeared() {
    // Read at once: what is typed meanwhile is meant for the rows.
    do {
      let sheets = Dictionary(
        uniqueKeysWithValues: try sitting.store.sheets(year: state.year, by: sitting.acting).map { ($0.center, $0) })
      let tasks = try sitting.store.tasks(by: sitting.acting).filter { $0.year == state.year && $0.recusal == nil && $0.ended == nil }
      state.take(
        try tasks.compactMap { task in
          guard let sheet = sheets[task.center] else { return nil }
          let own =
            sheet.state == .submitted ? try sitting.store.ownScores(year: state.year, center: task.center, by: sitting.acting) : nil
          return MatrixState.Line(task: task, sheet: sheet, own: own)
        })
    } catch {
      state.problem = Sitting.phrase(for: error)
    }
  }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("sheet.", "import.scores", "assign.", "conflict.", "round.") { appeared() }
  }

  func perform(_ action: ActionName) {
    switch Action(rawValue: action.rawValue) {
    case .open: open()
    case .previous: state.turn(by: -1)
    case .next: state.turn(by: 1)
    case .overview: state.showsAll.toggle()
    case .retry: appeared()
    case .up: state.list.move(.up)
    case .down: state.list.move(.down)
    case .first: state.list.move(.first)
    case .last: state.list.move(.last)
    case .pageUp: state.list.move(.pageUp)
    case .pageDown: state.list.move(.pageDown)
    case nil: break
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    guard case .mouse(let press) = event else { return false }
    switch state.list.handle(press, in: rows) {
    case .committed: open()
    case .ignored: return false
    case .changed, .moved, .refused, .cancelled: break
    }
    return true
  }

  /// Opens the selected sheet; where the matrix came from that very sheet, goes back to it.
  private func open() {
    guard let line = state.selected else { return }
    let runtime = sitting.runtime
    let screens = runtime.screens
    if let below = screens.dropLast().last as? ScoresheetScreen, below.center == line.task.center, below.year == state.year {
      below.state.select(state.indicator)
      below.state.pane = .indicators
      return runtime.pop()
    }
    runtime.push(ScoresheetScreen(sitting, year: state.year, center: line.task.center, at: state.indicator))
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    rows = MatrixView.rows(in: area)
    state.list.layout(rows: rows.rows)
    MatrixView.draw(state, on: &canvas, in: area, look: look)
  }
}
