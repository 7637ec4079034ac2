import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// One center's sheets on a screen of their own, for a window without room beside the table.
@MainActor
final class DisagreementDetailScreen: Screen {
  private let sitting: Sitting
  private let year: Int
  private let code: String
  private var state: DisagreementState?
  private var page: WordsPage = .loading
  private var list = ListState()

  init(_ sitting: Sitting, year: Int, center: String) {
    self.sitting = sitting
    self.year = year
    self.code = center
  }

  var title: Phrase { Phrase(same: code) }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("sheet.", "import.", "round.", "assign.") { load() }
  }

  private func load() {
    do {
      state = try DisagreementState.read(year, sitting, after: state)
    } catch {
      state = nil
      page = .failed(error)
    }
  }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "file", [KeyPress(.enter), KeyPress(.function(2)), .character("o")], label: Phrase(zh: "档案", en: "file"),
        explanation: Phrase(zh: "打开这个中心的档案", en: "open the file of this center"), prominence: .first)
    ] + (state.map { SecondLookActs.bindings($0, $0.center(code)) } ?? [])
  }

  func perform(_ action: ActionName) {
    if action == "file" { return sitting.runtime.push(CenterFileScreen(sitting, code: code)) }
    guard let state, let center = state.center(code) else { return }
    SecondLookActs(sitting: sitting, state: state, center: center) { [weak self] in self?.load() }.perform(action)
  }

  func receive(_ event: InputEvent) -> Bool {
    if case .key(let press) = event { list.take(press) } else { false }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    guard let state, let center = state.center(code) else { return page.draw(on: &canvas, in: area, look: look) }
    // A blank stands before the scroll bar.
    let room = Area(column: area.column + 1, row: area.row, columns: min(88, area.columns - 3), rows: area.rows)
    let lines = DisagreementDetail(center: center, state: state, look: look, measure: canvas.measure).lines(room.columns)
    if list.count != lines.count { list.setCount(lines.count) }
    list.layout(rows: room.rows)
    for index in list.visible { lines[index].draw(on: &canvas, in: room, row: room.row + index - list.top) }
    canvas.scrollBar(in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: room.column, row: room.row + list.selected - list.top)
  }
}
