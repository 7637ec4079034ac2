import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The results of a center over the years: a line with a point for each, and dotted lines where the grades begin (article 28).
///
/// Each line has a row of its own, on which only a result of exactly that figure stands; between them ten points are a row. So what is above a
/// line is drawn above it, by however little.
struct TrendPicture {
  /// The results, the earliest first.
  let results: [PublicResult]
  let look: Look

  /// Rows of the line itself.
  private static let chartRows = 7
  /// All rows: what it is, the line, the years.
  static let rows = chartRows + 2
  /// Columns of the figures beside the line.
  private static let axis = 4

  /// Rows from the bottom: beneath the line of 60, that line, three between the lines, the line of 90, above it.
  private enum Row { static let (qualified, between, excellent, above) = (1, 2, 5, 6) }
  /// How many heights there are in a row.
  private static let steps = 4

  /// The figure at the lower edge: whole tens, at least ten below the line of 60.
  private var lowest: Int {
    let least = results.map(\.score.hundredths).min() ?? 6_000
    return max(0, min(5_000, least / 1_000 * 1_000))
  }

  /// How high a result is drawn, in dots from the lower edge.
  func height(of score: Points) -> Int {
    let (steps, score) = (TrendPicture.steps, score.hundredths)
    /// Part of some rows, whose upper edge belongs to the line above them.
    func part(_ low: Int, _ high: Int, from row: Int, rows: Int) -> Int {
      row * steps + min(rows * steps - 1, max(0, (score - low) * rows * steps / (high - low)))
    }
    return switch score {
    case ..<6_000: part(lowest, 6_000, from: 0, rows: 1)
    case 6_000: Row.qualified * steps + 1
    case ..<9_000: part(6_000, 9_000, from: Row.between, rows: Row.excellent - Row.between)
    case 9_000: Row.excellent * steps + 1
    default: part(9_000, 10_000, from: Row.above, rows: 1)
    }
  }

  /// Draws the picture.
  func draw(on canvas: inout Canvas, in area: Area) {
    canvas.put(
      look(Phrase(zh: "走势", en: "Trend")), at: area.origin, style: Style(.heading, bold: true), within: area)
    let chart = Area(
      column: area.column + TrendPicture.axis, row: area.row + 1, columns: min(48, area.columns - TrendPicture.axis),
      rows: TrendPicture.chartRows)
    guard chart.columns >= 12 else { return }
    drawGrades(on: &canvas, in: chart)
    let heights = results.map { height(of: $0.score) }
    TrendLine(heights.map(Double.init), range: 0...Double(chart.rows * TrendPicture.steps - 1)).draw(on: &canvas, in: chart)
    var free = area.column
    for (index, result) in results.enumerated() {
      let column = chart.column + (results.count < 2 ? chart.columns / 2 : index * (chart.columns - 1) / (results.count - 1))
      canvas.put(
        String(canvas.glyphs.chosen), at: Position(column: column, row: chart.bottom - 1 - heights[index] / TrendPicture.steps),
        style: Style(result.grade.ink, bold: true), within: chart)
      let year = String(result.year)
      let place = min(max(column - 2, chart.column), chart.right - year.count)
      // The first and the last year are told however little room there is.
      let isLast = index == results.count - 1
      guard isLast || (place >= free && place + year.count < chart.right - year.count) else { continue }
      canvas.put(year, at: Position(column: place, row: chart.bottom), style: Style(.muted), within: area)
      free = place + year.count + 1
    }
  }

  private func drawGrades(on canvas: inout Canvas, in chart: Area) {
    for (figure, row) in [(100, Row.above), (90, Row.excellent), (60, Row.qualified)] {
      let row = chart.bottom - 1 - row
      let text = String(figure)
      canvas.put(text, at: Position(column: chart.column - 1 - text.count, row: row), style: Style(.muted))
      guard figure < 100 else { continue }
      // Every other column, so that it is not taken for a result.
      for column in stride(from: chart.column, to: chart.right, by: 2) {
        canvas.put("⠄", at: Position(column: column, row: row), style: Style(.border), within: chart)
      }
    }
  }
}
