import Regulation

/// A center's means by indicator as bars of the weight, with the median of its field as a mark.
struct IndicatorBars {
  let score: CenterScore
  let comparison: FieldComparison?
  let system: IndicatorSystem

  init(score: CenterScore, comparison: FieldComparison?, _ system: IndicatorSystem) {
    self.score = score
    self.comparison = comparison
    self.system = system
  }

  var svg: String {
    let (row, left, full) = (46, 560, 800)
    var drawing = Drawing(width: 1560, height: IndicatorCode.count * row + 20, says: "各项指标得分占权重的比例")
    for (place, indicator) in IndicatorCode.all.map({ system[$0] }).enumerated() {
      let y = place * row + 6
      func length(_ points: Points) -> Int { points.hundredths * full / indicator.fullPoints.hundredths }
      let mean = score.indicators[indicator.code]
      drawing.text("\(indicator.code) \(indicator.name.zh)", x: left - 16, y: y + 28, .end, size: 30)
      drawing.bar(x: left, y: y, width: full, height: row - 14, .weak)
      drawing.bar(x: left, y: y, width: length(mean), height: row - 14)
      if let median = comparison?[indicator.code] {
        let x = left + length(median)
        drawing.line((x, y - 4), (x, y + row - 10), .line)
      }
      drawing.text("\(mean) / \(indicator.weight)", x: left + full + 16, y: y + 28, size: 30)
    }
    return drawing.svg
  }
}
