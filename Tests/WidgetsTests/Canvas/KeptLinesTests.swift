import Testing

@testable import Widgets

@Suite("Lines that are kept from frame to frame") struct KeptLinesTests {
  /// What is shown of lines without anything of a frame before.
  private func fresh(_ lines: [String], _ size: Size, _ area: Area, _ glyphs: GlyphSet) -> Canvas {
    var kept = KeptLines<String>()
    return drawn(size.columns, size.rows, glyphs) { kept.show(lines, on: &$0, in: area, draw: put) }
  }

  private func put(_ line: String, on canvas: inout Canvas, in place: Area) {
    canvas.put(line, at: place.origin, style: Style(.accent), within: place)
  }

  @Test("However lines, size and signs change, a frame looks as if nothing had been kept", arguments: [UInt64(1), 2, 3])
  func likeFresh(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var kept = KeptLines<String>()
    var lines = ["中文", "abc"]
    var size = Size(columns: 12, rows: 6)
    var glyphs = GlyphSet.unicode
    for _ in 0..<500 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: size = Size(columns: .random(in: 0...20, using: &random), rows: .random(in: 0...8, using: &random))
      case 1: glyphs = glyphs == .unicode ? .ascii : .unicode
      case 2: lines = lines.isEmpty ? lines : Array(lines.dropLast())
      case 3: lines.append(random.text(upTo: 10))
      default: if let place = lines.indices.randomElement(using: &random) { lines[place] = random.text(upTo: 10) }
      }
      // The area may reach over the edges of the canvas.
      let area = Area(column: 2, row: 1, columns: 9, rows: 4)
      let frame = drawn(size.columns, size.rows, glyphs) { kept.show(lines, on: &$0, in: area, draw: put) }
      #expect(frame == fresh(lines, size, area, glyphs))
    }
  }

  @Test("Only what says something else is drawn")
  func onlyChanges() {
    let asked = Asked()
    var kept = KeptLines<String>()
    func show(_ lines: [String]) {
      _ = drawn(10, 4) { canvas in
        kept.show(lines, on: &canvas, in: canvas.area) { line, canvas, place in
          asked.note(place.row)
          put(line, on: &canvas, in: place)
        }
      }
    }
    show(["a", "b", "c"])
    show(["a", "x", "c"])
    show(["a", "x"])
    show(["a", "x", "c", "d", "e"])
    #expect(asked.rows == [0, 1, 2, 1, 2, 3])
  }
}
