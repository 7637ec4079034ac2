import Regulation
import Widgets

/// One line of what is told of a center's scores.
enum DetailLine {
  /// Where a part begins, with the article on which it rests, where it rests on one.
  case heading(String, article: String? = nil)
  /// Words.
  case text(StyledLine)
  /// A mean with its bar.
  case mean(MeanLine)

  /// Whether a part begins here.
  var isHeading: Bool { if case .heading = self { true } else { false } }

  /// What it rests on by itself: a mean on its indicator's evaluation points, a heading on its article.
  var place: RulePlace? {
    switch self {
    case .heading(_, let article): article.map(RulePlace.article)
    case .mean(let line): line.code.map(RulePlace.indicator)
    case .text: nil
    }
  }

  /// Draws the line in a row of an area.
  func draw(on canvas: inout Canvas, in area: Area, row: Int) {
    switch self {
    case .heading(let text, _): StyledLine(text, Style(.heading, bold: true)).draw(on: &canvas, in: area, row: row)
    case .text(let line): line.draw(on: &canvas, in: area, row: row)
    case .mean(let line): line.draw(on: &canvas, in: Area(column: area.column, row: row, columns: area.columns, rows: 1))
    }
  }
}

extension [DetailLine] {
  /// What a line rests on: by itself, else with the part that it stands in; `nil` where nothing does.
  func place(of line: Int) -> RulePlace? {
    guard indices.contains(line) else { return nil }
    return self[line].place ?? self[...line].last(where: \.isHeading)?.place
  }
}
