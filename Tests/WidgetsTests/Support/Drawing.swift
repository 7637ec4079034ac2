import Testing

@testable import Widgets

/// Draws on a blank canvas, and holds that nothing drawn is flawed.
func drawn(_ columns: Int, _ rows: Int, _ glyphs: GlyphSet = .unicode, _ draw: (inout Canvas) -> Void) -> Canvas {
  var canvas = Canvas(size: Size(columns: columns, rows: rows), glyphs: glyphs)
  draw(&canvas)
  #expect(canvas.flaws == [])
  return canvas
}

/// Counts what a closure is asked for.
final class Asked {
  private(set) var rows: [Int] = []
  func note(_ row: Int) { rows.append(row) }
}
