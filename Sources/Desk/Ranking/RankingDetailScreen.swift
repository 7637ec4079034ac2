import DeskRuntime
import Regulation
import Widgets
import Wording

/// One center of a ranking on a screen of its own.
@MainActor
final class RankingDetailScreen: Screen {
  private let sitting: Sitting
  private let state: RankingState
  private let row: RankingState.Row
  private var list = ListState()

  init(_ sitting: Sitting, _ state: RankingState, _ row: RankingState.Row) {
    self.sitting = sitting
    self.state = state
    self.row = row
  }

  var title: Phrase { Phrase(same: row.code) }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "file", [KeyPress(.enter), KeyPress(.function(6)), .character("o")], label: Phrase(zh: "档案", en: "file"),
        explanation: Phrase(zh: "打开这个中心的档案", en: "open the file of this center"), prominence: .first)
    ]
  }

  func perform(_ action: ActionName) {
    if action == "file" { sitting.runtime.push(CenterFileScreen(sitting, code: row.code)) }
  }

  func receive(_ event: InputEvent) -> Bool {
    if case .key(let press) = event { list.take(press) } else { false }
  }

  /// All of it is drawn on a canvas tall enough; of that the part around the cursor is seen.
  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    // A blank stands before the scroll bar.
    let room = Area(column: area.column + 1, row: area.row, columns: area.columns - 3, rows: area.rows)
    var apart = Canvas(size: Size(columns: room.columns, rows: RankingDetailView.rows), glyphs: canvas.glyphs)
    RankingDetailView(row: row, state: state, system: sitting.system, look: look).draw(on: &apart, in: apart.area)
    if list.count != apart.size.rows { list.setCount(apart.size.rows) }
    list.layout(rows: room.rows)
    canvas.take(from: apart, at: Position(column: room.column, row: room.row - list.top), within: room)
    canvas.scrollBar(in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: room.column, row: room.row + list.selected - list.top)
  }
}
