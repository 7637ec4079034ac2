/// Points of a fine grid, drawn in braille: two columns and four rows of points in each cell. Its width is in doubt in no terminal.
public struct Braille: Sendable, Hashable {
  /// How many cells it takes.
  public let size: Size

  private var dots: [UInt8]

  /// Makes an empty grid.
  public init(size: Size) {
    self.size = size
    self.dots = Array(repeating: 0, count: size.columns * size.rows)
  }

  /// How many points it has from left to right.
  public var width: Int { size.columns * 2 }
  /// How many points it has from bottom to top.
  public var height: Int { size.rows * 4 }

  /// Sets a point, counted from the lower left one; points outside are left out.
  public mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    let row = height - 1 - y
    let bits: [UInt8] = x % 2 == 0 ? [0x01, 0x02, 0x04, 0x40] : [0x08, 0x10, 0x20, 0x80]
    dots[row / 4 * size.columns + x / 2] |= bits[row % 4]
  }

  /// The rows as text, from top to bottom; a cell without points is a blank.
  public var lines: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for dot in dots[row * size.columns..<(row + 1) * size.columns] {
        line.unicodeScalars.append(dot == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(dot)) ?? " ")
      }
      return line
    }
  }

  /// Draws the grid; cells without points stay as they are.
  public func draw(on canvas: inout Canvas, in area: Area, style: Style = Style(.bar)) {
    for (row, line) in lines.enumerated() {
      for (column, character) in line.enumerated() where character != " " {
        canvas.put(
          String(character), at: Position(column: area.column + column, row: area.row + row), style: style, within: area)
      }
    }
  }
}

/// Few values at a glance, a cell each.
public enum Sparkline {
  /// The values as text: the higher, the more points. A value of nothing is one point, a missing one a blank.
  ///
  /// The scale begins at 0, or at the least value where that is below, and ends at the greatest.
  public static func text(_ values: [Double?]) -> String {
    let known = values.compactMap { $0 }.filter(\.isFinite)
    let low = min(0, known.min() ?? 0)
    let span = max(0, known.max() ?? 0) - low
    let steps: [Character] = ["⡀", "⣀", "⣤", "⣶", "⣿"]
    return String(
      values.map { value in
        guard let value, value.isFinite else { return " " }
        guard span > 0, value > low else { return steps[0] }
        // A quarter of the span is a step; the first one begins above nothing.
        let quarters = (value - low) / span * 4
        return steps[min(4, Int(quarters) + (quarters > Double(Int(quarters)) ? 1 : 0))]
      })
  }
}

/// A line through values at even distances, such as results over years.
public struct TrendLine: Sendable, Hashable {
  /// The values, from the first to the last; `nil` leaves a gap.
  public var values: [Double?]
  /// What the lower and the upper edge stand for.
  public var range: ClosedRange<Double>

  /// Makes a line.
  public init(_ values: [Double?], range: ClosedRange<Double>) {
    self.values = values
    self.range = range
  }

  /// Draws the line across an area.
  public func draw(on canvas: inout Canvas, in area: Area, style: Style = Style(.bar)) {
    guard !area.isEmpty else { return }
    var grid = Braille(size: area.size)
    var previous: (x: Int, y: Int)?
    for (index, value) in values.enumerated() {
      guard let value, value.isFinite else {
        previous = nil
        continue
      }
      let x = values.count < 2 ? grid.width / 2 : index * (grid.width - 1) / (values.count - 1)
      let y = height(of: value, in: grid)
      grid.set(x, y)
      if let previous { TrendLine.join(previous, (x, y), in: &grid) }
      previous = (x, y)
    }
    grid.draw(on: &canvas, in: area, style: style)
  }

  private func height(of value: Double, in grid: Braille) -> Int {
    let span = range.upperBound - range.lowerBound
    guard span > 0 else { return (grid.height - 1) / 2 }
    let part = (min(max(value, range.lowerBound), range.upperBound) - range.lowerBound) / span
    return Int(part * Double(grid.height - 1) + 0.5)
  }

  private static func join(_ start: (x: Int, y: Int), _ end: (x: Int, y: Int), in grid: inout Braille) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y))
    guard steps > 0 else { return }
    for step in 1...steps {
      grid.set(start.x + (end.x - start.x) * step / steps, start.y + (end.y - start.y) * step / steps)
    }
  }
}
