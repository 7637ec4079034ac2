import Widgets

/// One line of what is told of a center's scores.
enum DetailLine {
  /// Where a part begins.
  case heading(String)
  /// Words.
  case text(StyledLine)
  /// A mean with its bar.
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
