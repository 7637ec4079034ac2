import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the file of a round is drawn: its head, the table of a part, what is told of the selected row beneath it.
struct RoundFileView {
  let state: RoundFileState
  let today: Day
  let look: Look
  let measure: TextMeasure

  /// The parts of an area.
  struct Parts {
    let head: Area
    let table: Area
    let detail: Area
  }

  /// Divides an area: what is told of the selected row has all its lines as long as the table keeps some of its own.
  func parts(of area: Area) -> Parts {
    let body = area.inset(columns: 1)
    let head = RoundFileHead(state: state, today: today, look: look, measure: measure).lines(body.columns)
    let (top, rest) = area.splitTop(min(head.count, area.rows / 2))
    let wanted = detail(body.columns).lines.count + 1
    let floor = max(3, rest.rows / 3)
    let rows = min(max(wanted, min(6, rest.rows / 3)), rest.rows - floor)
    let (table, detail) = rest.splitTop(rest.rows - max(0, rows))
    return Parts(head: top.inset(columns: 1), table: table, detail: detail.inset(columns: 1))
  }

  /// The table of the part that is looked at.
  var tables: RoundFileTables { RoundFileTables(state: state, look: look, measure: measure) }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let parts = parts(of: area)
    let head = RoundFileHead(state: state, today: today, look: look, measure: measure).lines(parts.head.columns)
    for (row, line) in head.enumerated().prefix(parts.head.rows) { line.draw(on: &canvas, in: parts.head, row: parts.head.row + row) }
    let tables = tables
    let table = tables.table
    table.draw(on: &canvas, in: parts.table, state: state.list) { tables.row($0, in: parts.table) }
    if state.list.isEmpty { canvas.cursor = parts.table.origin }
    drawDetail(on: &canvas, in: parts.detail)
  }

  private func detail(_ columns: Int) -> RoundFileDetail {
    RoundFileDetail(state: state, today: today, look: look, measure: measure, columns: columns)
  }

  private func drawDetail(on canvas: inout Canvas, in area: Area) {
    let detail = detail(area.columns)
    guard area.rows >= 2, !detail.title.isEmpty else { return }
    let title = measure.truncatedInside(detail.title, to: area.columns - 2)
    let width = canvas.put(title, at: area.origin, style: Style(.heading, bold: true), within: area)
    canvas.horizontalRule(at: Position(column: area.column + width + 1, row: area.row), columns: area.columns - width - 1, within: area)
    let room = area.rows - 1
    let lines = detail.lines
    let shown = lines.count > room ? Array(lines.prefix(max(0, room - 1))) : lines
    for (row, line) in shown.enumerated() { line.draw(on: &canvas, in: area, row: area.row + 1 + row) }
    if shown.count < lines.count {
      let more = look(
        Phrase(zh: "另有 \(lines.count - shown.count) 行：按 v 或 F3 看全文", en: "\(lines.count - shown.count) more lines: v or F3 shows all"))
      canvas.put(more, at: Position(column: area.column, row: area.row + 1 + shown.count), style: Style(.accent), within: area)
    }
  }
}
