import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The results of a center over the years: a line with a point for each, and dotted lines where the grades begin (article 28).
struct TrendPicture {
  /// The results, the earliest first.
  let results: [PublicResult]
  let look: Look

  /// Rows of the line itself.
  private static let chartRows = 5
  /// All rows: what it is, the line, the years.
  static let rows = chartRows + 2
  /// Columns of the figures beside the line.
  private static let axis = 4

  /// The figures at the lower and the upper edge: whole tens, and never so near that the line of 60 lies on the edge.
  var range: ClosedRange<Double> {
    let least = results.map { Double($0.score.hundredths) / 100 }.min() ?? 60
    return max(0, (min(60, least) / 10).rounded(.up) * 10 - 10)...100
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
    let scores = results.map { Double($0.score.hundredths) / 100 }
    TrendLine(scores, range: range).draw(on: &canvas, in: chart)
    var free = area.column
    for (index, result) in results.enumerated() {
      let column = chart.column + (results.count < 2 ? chart.columns / 2 : index * (chart.columns - 1) / (results.count - 1))
      canvas.put(
        String(canvas.glyphs.chosen), at: Position(column: column, row: row(of: scores[index], in: chart)),
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
    var taken: Set<Int> = []
    for figure in [90, 60, 100] {
      let row = row(of: Double(figure), in: chart)
      guard taken.insert(row).inserted else { continue }
      let text = String(figure)
      canvas.put(text, at: Position(column: chart.column - 1 - text.count, row: row), style: Style(.muted))
      guard figure < 100 else { continue }
      // Every other column, so that it is not taken for a result.
      for column in stride(from: chart.column, to: chart.right, by: 2) {
        canvas.put("⠄", at: Position(column: column, row: row), style: Style(.border), within: chart)
      }
    }
  }

  private func row(of value: Double, in chart: Area) -> Int {
    let part = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    let height = chart.rows * 4
    return chart.bottom - 1 - Int(part * Double(height - 1) + 0.5) / 4
  }
}
