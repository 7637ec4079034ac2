import Regulation

/// Figures over the years, with the lines of 60 and 90 (article 28).
struct TrendChart {
  let years: [(year: Int, score: Points)]

  /// - Parameter years: in any order; two at least make a trend.
  init(_ years: [(Int, Points)]) { self.years = years.map { (year: $0.0, score: $0.1) }.sorted { $0.year < $1.year } }

  var svg: String {
    let (left, right, top, bottom) = (120, 1500, 40, 400)
    var drawing = Drawing(width: 1560, height: 470, says: "历年得分")
    func y(_ points: Points) -> Int { bottom - points.hundredths * (bottom - top) / 100_00 }
    for line in [Grade.qualifiedLine, Grade.excellentLine] {
      drawing.line((left, y(line)), (right, y(line)), .line, isDashed: true)
      drawing.text("\(line.hundredths / 100)", x: left - 16, y: y(line) + 12, .end, size: 30)
    }
    drawing.line((left, bottom), (right, bottom))
    let step = (right - left) / max(years.count, 1)
    let spots = years.enumerated().map { place, past in (x: left + step * place + step / 2, y: y(past.score)) }
    for (from, to) in zip(spots, spots.dropFirst()) { drawing.line(from, to, .bar) }
    for (spot, past) in zip(spots, years) {
      drawing.dot(spot)
      drawing.text("\(past.score)", x: spot.x, y: spot.y - 20, .middle, size: 30)
      drawing.text(String(past.year), x: spot.x, y: bottom + 44, .middle, size: 30)
    }
    return drawing.svg
  }
}
