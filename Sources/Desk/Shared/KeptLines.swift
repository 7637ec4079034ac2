import Widgets

/// The lines of a pane as the frame before showed them: only those that say something else are drawn anew.
///
/// What a line says is a value that holds all that its look depends on; size and signs of the pane are looked after here.
struct KeptLines<Line: Equatable> {
  private var canvas = Canvas(size: Size(columns: 0, rows: 0))
  /// What each row shows; `nil` for a blank one.
  private var shown: [Line?] = []

  /// Nothing was shown yet.
  init() {}

  /// Shows lines in the rows of an area, one under the other from its top; what is left of it becomes blank.
  ///
  /// - Parameter draw: draws a line in a row that is blank.
  mutating func show(
    _ lines: some Sequence<Line>, on target: inout Canvas, in area: Area, draw: (Line, inout Canvas, Area) -> Void
  ) {
    if canvas.size != area.size || canvas.glyphs != target.glyphs {
      canvas = Canvas(size: area.size, glyphs: target.glyphs)
      shown = Array(repeating: nil, count: canvas.size.rows)
    }
    var next = lines.makeIterator()
    for row in shown.indices {
      let line = next.next()
      guard line != shown[row] else { continue }
      let place = Area(column: 0, row: row, columns: area.columns, rows: 1)
      canvas.fill(place)
      if let line { draw(line, &canvas, place) }
      shown[row] = line
    }
    target.take(from: canvas, at: area.origin, within: area)
  }
}
