extension Canvas {
  /// Draws a horizontal bar in the first row of an area.
  ///
  /// - Parameters:
  ///   - fraction: the full part, 0 to 1; what lies beyond counts as the nearer end, no number at all as 0.
  ///   - reference: what it is held against, 0 to 1, such as the median of its peers: a line across the bar.
  ///   - ink: the ink of the full part.
  public mutating func bar(_ fraction: Double, reference: Double? = nil, in area: Area, ink: Ink = .bar) {
    let row = area.splitTop(1).top
    guard !row.isEmpty else { return }
    let part = fraction.isNaN ? 0 : min(1, max(0, fraction))
    fill(row, Style(.barRest), with: glyphs.barRest)
    let steps = glyphs.barSteps.count + 1
    var units = Int(part * Double(row.columns * steps) + 0.5)
    // A little is not nothing, and nearly all is not all.
    if part > 0 { units = max(1, units) }
    if part < 1 { units = min(row.columns * steps - 1, units) }
    let full = units / steps
    fill(Area(column: row.column, row: row.row, columns: full, rows: 1), Style(ink), with: glyphs.bar)
    let rest = units % steps
    if rest > 0 {
      let place = Position(column: row.column + full, row: row.row)
      put(String(glyphs.barSteps[rest - 1]), at: place, style: Style(ink), within: row)
    }
    if let reference { threshold(reference, in: row) }
  }

  /// Draws the line across a bar that shows what it is held against, in the first row of an area.
  ///
  /// - Parameter fraction: where it stands, 0 to 1; what lies beyond counts as the nearer end, no number at all as none.
  public mutating func threshold(_ fraction: Double, in area: Area) {
    guard !area.isEmpty, !fraction.isNaN else { return }
    let column = area.column + min(area.columns - 1, Int(min(1, max(0, fraction)) * Double(area.columns)))
    put(String(glyphs.threshold), at: Position(column: column, row: area.row), style: Style(.accent, bold: true), within: area)
  }
}

/// Bars below each other, with what they are of and how much it is.
public struct BarChart: Sendable, Hashable {
  /// One bar.
  public struct Entry: Sendable, Hashable {
    /// What it is of.
    public var label: String
    /// How much it is.
    public var value: Double
    /// How much it is at most; a bar of that much is full.
    public var maximum: Double
    /// How much it is, in words or figures.
    public var text: String
    /// What it is held against, such as the median of its peers: a line across the bar.
    public var reference: Double?
    /// Its ink.
    public var ink: Ink

    /// Makes a bar.
    public init(_ label: String, value: Double, of maximum: Double, text: String, reference: Double? = nil, ink: Ink = .bar) {
      self.label = label
      self.value = value
      self.maximum = maximum
      self.text = text
      self.reference = reference
      self.ink = ink
    }

    /// The full part, 0 to 1; 0 where the most is nothing.
    public var fraction: Double { part(value) }
    /// Where the reference stands, 0 to 1.
    public var referenceFraction: Double? { reference.map(part) }

    private func part(_ value: Double) -> Double { maximum > 0 && !value.isNaN ? min(1, max(0, value / maximum)) : 0 }
  }

  /// The bars, from top to bottom.
  public var entries: [Entry]

  /// Makes a chart.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// Draws as many bars as there are rows.
  public func draw(on canvas: inout Canvas, in area: Area) {
    let measure = canvas.measure
    let labels = min(entries.map { measure.columns(of: $0.label) }.max() ?? 0, area.columns * 2 / 5)
    let texts = min(entries.map { measure.columns(of: $0.text) }.max() ?? 0, area.columns / 4)
    for (offset, entry) in entries.prefix(area.rows).enumerated() {
      let line = Area(column: area.column, row: area.row + offset, columns: area.columns, rows: 1)
      let parts = line.columns([.fixed(labels), .part(1), .fixed(texts)], gap: 1)
      canvas.put(measure.truncated(entry.label, to: labels), at: parts[0].origin, within: parts[0])
      canvas.bar(entry.fraction, reference: entry.referenceFraction, in: parts[1], ink: entry.ink)
      canvas.put(measure.padded(entry.text, to: texts, .right), at: parts[2].origin, within: parts[2])
    }
  }
}
