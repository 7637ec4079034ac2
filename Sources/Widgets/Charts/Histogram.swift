/// How many values lie where, with lines that mark limits.
public struct Histogram: Sendable, Hashable {
  /// A line at a value.
  public struct Marker: Sendable, Hashable {
    /// Where it stands.
    public var value: Double
    /// What it is called, beneath it.
    public var label: String

    /// Makes a line.
    public init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// The values.
  public var values: [Double]
  /// What the left and the right edge stand for. Values beyond count at the edges.
  public var range: ClosedRange<Double>
  /// The lines.
  public var markers: [Marker]

  /// Makes a histogram.
  public init(_ values: [Double], range: ClosedRange<Double> = 0...100, markers: [Marker] = []) {
    self.values = values
    self.range = range
    self.markers = markers
  }

  /// How many values lie in each of some bins of equal width. A value on a border belongs to the bin at its right, the greatest to
  /// the last.
  public func counts(bins: Int) -> [Int] {
    guard bins > 0 else { return [] }
    var counts = Array(repeating: 0, count: bins)
    for value in values where !value.isNaN { counts[bin(of: value, bins: bins)] += 1 }
    return counts
  }

  /// Draws a bin a column; the last row of the area holds the names of the lines.
  public func draw(on canvas: inout Canvas, in area: Area) {
    guard area.rows >= 2, area.columns > 0 else { return }
    let chart = area.splitTop(area.rows - 1).top
    let counts = counts(bins: chart.columns)
    let most = counts.max() ?? 0
    let places = markers.map { ($0, chart.column + bin(of: $0.value, bins: chart.columns)) }
    for (_, column) in places {
      canvas.fill(Area(column: column, row: chart.row, columns: 1, rows: chart.rows), Style(.muted), with: canvas.glyphs.threshold)
    }
    let steps = canvas.glyphs.columnSteps
    for (bin, count) in counts.enumerated() where count > 0 {
      // The tallest column takes all rows; the smallest count is still seen.
      let units = max(1, count * chart.rows * steps.count / max(1, most))
      for row in 0..<(units + steps.count - 1) / steps.count {
        let filled = min(steps.count, units - row * steps.count)
        let place = Position(column: chart.column + bin, row: chart.bottom - 1 - row)
        canvas.put(String(steps[filled - 1]), at: place, style: Style(.bar), within: chart)
      }
    }
    drawNames(places, on: &canvas, in: Area(column: area.column, row: area.bottom - 1, columns: area.columns, rows: 1))
  }

  private func drawNames(_ places: [(Marker, Int)], on canvas: inout Canvas, in line: Area) {
    var free = line.column
    for (marker, column) in places.sorted(by: { $0.1 < $1.1 }) {
      let width = canvas.measure.columns(of: marker.label)
      // Beneath its line where that can be, and not over another name.
      let start = max(free, min(column - width / 2, line.right - width))
      guard start + width <= line.right else { continue }
      canvas.put(marker.label, at: Position(column: start, row: line.row), style: Style(.muted), within: line)
      free = start + width + 1
    }
  }

  private func bin(of value: Double, bins: Int) -> Int {
    let span = range.upperBound - range.lowerBound
    guard span > 0 else { return 0 }
    let part = (min(max(value, range.lowerBound), range.upperBound) - range.lowerBound) / span
    return min(bins - 1, Int(part * Double(bins)))
  }
}
