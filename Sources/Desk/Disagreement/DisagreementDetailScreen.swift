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
  /// Which of the sheets is in hand, as they stand on the screen.
  private var sheets = ListState()
  /// The line at the top, as far as somebody scrolled past the sheet in hand; `nil`: so that it is seen.
  private var scrolled: Int?
  /// How many lines and rows there were, as they were drawn last.
  private var drawn = (top: 0, lines: 0, rows: 0)

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
      let kept = state?.center(code)?.ordered[sheets.selected].login
      state = try DisagreementState.read(year, sitting, after: state)
      let logins = state?.center(code)?.ordered.map(\.login) ?? []
      sheets.setCount(logins.count)
      if let place = logins.firstIndex(where: { $0 == kept }) { sheets.select(place) }
    } catch {
      state = nil
      page = .failed(error)
    }
  }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "sheet", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "看评分表", en: "read sheet"),
        explanation: Phrase(zh: "查看所选专家的评分表", en: "read the selected expert's sheet"),
        prominence: .first, refusal: state?.center(code) == nil ? Phrase(zh: "没有评分表", en: "there is no sheet") : nil),
      RankingDetailScreen.binding(refusal: nil),
      KeyBinding(
        "file", [KeyPress(.function(2)), .character("o")], label: Phrase(zh: "档案", en: "file"),
        explanation: Phrase(zh: "打开这个中心的档案", en: "open the file of this center"), prominence: .footer),
    ] + (state.map { SecondLookActs.bindings($0, $0.center(code)) } ?? [])
  }

  func perform(_ action: ActionName) {
    switch action {
    case "file": return sitting.runtime.push(CenterFileScreen(sitting, code: code))
    case "indicators": return sitting.runtime.push(RankingDetailScreen(sitting, year: year, center: code))
    case "sheet": return open()
    default: break
    }
    guard let state, let center = state.center(code) else { return }
    SecondLookActs(sitting: sitting, state: state, center: center) { [weak self] in self?.load() }.perform(action)
  }

  /// Opens the sheet in hand, to read.
  private func open() {
    guard let state, let sheet = state.center(code)?.ordered[sheets.selected] else { return }
    sitting.runtime.push(
      SheetReadingScreen(sitting, year: year, center: code, expert: (login: sheet.login, name: state.name(sheet.login))))
  }

  /// Arrows go from sheet to sheet, and past the last one through what stands beneath; pages move what is seen.
  func receive(_ event: InputEvent) -> Bool {
    guard case .key(let press) = event else { return false }
    switch press.key {
    case .pageUp: scroll(to: drawn.top - max(1, drawn.rows - 1))
    case .pageDown: scroll(to: drawn.top + max(1, drawn.rows - 1))
    case .down where sheets.selected == sheets.count - 1: scroll(to: drawn.top + 1)
    case .up where drawn.top > 0: scroll(to: drawn.top - 1)
    default:
      guard sheets.take(press) else { return false }
      scrolled = nil
    }
    return true
  }

  private func scroll(to top: Int) {
    // Typed ahead of the first frame it is held to the lines once they are drawn.
    drawn.top = max(0, drawn.rows == 0 ? top : min(top, drawn.lines - drawn.rows))
    scrolled = drawn.top
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    guard let state, let center = state.center(code) else { return page.draw(on: &canvas, in: area, look: look) }
    // A blank stands before the scroll bar.
    let room = Area(column: area.column + 1, row: area.row, columns: min(88, area.columns - 3), rows: area.rows)
    let lines = DisagreementDetail(center: center, state: state, system: sitting.system, look: look, measure: canvas.measure)
      .lines(room.columns)
    let inHand = lines.firstIndex { $0.sheet == center.ordered[sheets.selected].login } ?? 0
    let top = max(0, min(scrolled ?? (inHand - room.rows + 1), lines.count - room.rows))
    drawn = (top, lines.count, room.rows)
    for (offset, line) in lines.dropFirst(top).prefix(room.rows).enumerated() {
      let row = room.row + offset
      line.text.draw(on: &canvas, in: room, row: row)
      guard top + offset == inHand else { continue }
      canvas.restyle(Area(column: room.column, row: row, columns: room.columns, rows: 1), .selected)
    }
    canvas.scrollBar(in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: top, count: lines.count)
    canvas.cursor = Position(column: room.column, row: room.row + max(0, min(room.rows - 1, inHand - top)))
  }
}
