import Testing
import Widgets

@testable import Desk

@Suite("Lines that are kept from frame to frame") struct KeptLinesTests {
  private struct Shown {
    var lines: [String]
    var size = Size(columns: 12, rows: 6)
    var glyphs = GlyphSet.unicode

    /// The frame that shows them; the area may reach over the edges of the canvas.
    func frame(_ kept: inout KeptLines<String>) -> Canvas {
      var canvas = Canvas(size: size, glyphs: glyphs)
      kept.show(lines, on: &canvas, in: Area(column: 2, row: 1, columns: 9, rows: 4)) { line, canvas, place in
        canvas.put(line, at: place.origin, style: Style(.accent), within: place)
      }
      return canvas
    }
  }

  @Test("Whatever was shown before, a frame looks as if nothing had been kept")
  func likeFresh() {
    let texts = [[], ["中文"], ["中文", "abc"], ["abc", "中文"], ["一行太长的文字", "", "é—“”"], ["a", "b", "c", "d", "not seen"]]
    let sizes = [Size(columns: 12, rows: 6), Size(columns: 10, rows: 3), Size(columns: 5, rows: 1), Size(columns: 0, rows: 0)]
    let all = texts.flatMap { lines in
      sizes.flatMap { size in [GlyphSet.unicode, .ascii].map { Shown(lines: lines, size: size, glyphs: $0) } }
    }
    for before in all {
      for after in all {
        var kept = KeptLines<String>()
        _ = before.frame(&kept)
        var nothing = KeptLines<String>()
        #expect(after.frame(&kept) == after.frame(&nothing))
      }
    }
  }

  @Test("Only what says something else is drawn")
  func onlyChanges() {
    var kept = KeptLines<String>()
    var asked: [Int] = []
    for lines in [["a", "b", "c"], ["a", "x", "c"], ["a", "x"], ["a", "x", "c", "d", "e"]] {
      var canvas = Canvas(size: Size(columns: 10, rows: 4))
      kept.show(lines, on: &canvas, in: canvas.area) { _, _, place in asked.append(place.row) }
    }
    #expect(asked == [0, 1, 2, 1, 2, 3])
  }
}
