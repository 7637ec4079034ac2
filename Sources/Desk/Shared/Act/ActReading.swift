import DeskRuntime
import Widgets
import Wording

/// A paragraph of what is read before an act.
struct ReadingLine: Sendable, Hashable {
  /// What it says.
  let phrase: Phrase
  /// Whether it is what somebody wrote, set in from the left.
  var isQuoted = false
}

/// What is read before an act, above its form: as much as there is room for, and the rest with PageUp and PageDown.
struct ActReading {
  private var top = 0
  private var lines: [StyledLine] = []
  private var rows = 0

  /// Whether not all of it is seen at once.
  var isLong: Bool { lines.count > rows }

  /// Lays it out; it never takes the form's last rows.
  ///
  /// - Parameter formRows: how many rows the form would like to have.
  /// - Returns: how many rows it takes.
  mutating func layout(_ text: [ReadingLine], in room: Area, formRows: Int, look: Look, measure: TextMeasure) -> Int {
    lines = text.flatMap { line in
      look(line.phrase).split(separator: "\n").flatMap {
        StyledLine.wrapped(
          String($0), to: room.columns - 2, indent: line.isQuoted ? 2 : 0, Style(line.isQuoted ? .plain : .accent), measure: measure)
      }
    }
    // A line parts it from the form.
    rows = min(lines.count, max(min(3, room.rows / 2), room.rows - formRows - 1))
    top = max(0, min(top, lines.count - rows))
    return lines.isEmpty ? 0 : rows + 1
  }

  /// Turns a page.
  mutating func turn(back: Bool) { top = max(0, min(top + (back ? -1 : 1) * max(1, rows - 1), lines.count - rows)) }

  /// Draws what is seen of it.
  func draw(on canvas: inout Canvas, in room: Area, look: Look) {
    for (offset, line) in lines.dropFirst(top).prefix(rows).enumerated() {
      line.draw(on: &canvas, in: room, row: room.row + offset)
    }
    guard isLong else { return }
    canvas.scrollBar(in: Area(column: room.right, row: room.row, columns: 1, rows: rows), top: top, count: lines.count)
    let words = Phrase(
      zh: "PgUp、PgDn 翻看：第 \(top + 1) 至 \(top + rows) 行，共 \(lines.count) 行",
      en: "PageUp and PageDown turn it: lines \(top + 1) to \(top + rows) of \(lines.count)")
    canvas.put(look(words), at: Position(column: room.column, row: room.row + rows), style: Style(.muted), within: room)
  }
}
