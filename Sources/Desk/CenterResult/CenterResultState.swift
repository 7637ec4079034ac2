import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What is shown of a center's result, as lines.
struct CenterResultState: Sendable {
  let code: String
  let name: String
  let result: CenterResult
  let system: IndicatorSystem

  /// One line.
  enum Line {
    case heading(String)
    case text(StyledLine)
    case mean(MeanLine)

    /// Whether a part begins here.
    var isHeading: Bool { if case .heading = self { true } else { false } }

    /// Draws the line in a row of an area.
    func draw(on canvas: inout Canvas, in area: Area, row: Int) {
      switch self {
      case .heading(let text): StyledLine(text, Style(.heading, bold: true)).draw(on: &canvas, in: area, row: row)
      case .text(let line): line.draw(on: &canvas, in: area, row: row)
      case .mean(let line): line.draw(on: &canvas, in: Area(column: area.column, row: row, columns: area.columns, rows: 1))
      }
    }
  }

  /// All lines, none wider than some columns; parts are parted by a blank line.
  func lines(_ columns: Int, _ look: Look, _ measure: TextMeasure) -> [Line] {
    let writer = CenterResultWriter(state: self, columns: columns, look: look, measure: measure)
    let parts = [writer.head, writer.means, writer.sheets, writer.opinion, writer.objections].filter { !$0.isEmpty }
    return Array(parts.joined(separator: [.text(.blank)]))
  }
}

/// The mean of an indicator or of a group, with a bar.
struct MeanLine {
  let label: String
  let mean: Points
  let weight: Int
  let isGroup: Bool

  func draw(on canvas: inout Canvas, in room: Area) {
    let share = weight > 0 ? Double(mean.hundredths) / Double(weight * 100) : 0
    let parts = room.columns([.part(3), .fixed(5), .fixed(5), .part(1)], gap: 1)
    let style = Style(.plain, bold: isGroup)
    canvas.put(canvas.measure.truncated(label, to: parts[0].columns), at: parts[0].origin, style: style, within: parts[0])
    canvas.put(canvas.measure.padded(mean.description, to: 5, .right), at: parts[1].origin, style: style, within: parts[1])
    canvas.put("/ \(weight)", at: parts[2].origin, style: Style(.muted), within: parts[2])
    canvas.bar(share, in: parts[3], ink: Grade(published: Points(Int(share * 10_000))).ink)
  }
}
