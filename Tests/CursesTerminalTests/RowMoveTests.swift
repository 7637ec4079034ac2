import Testing
import Widgets

@testable import CursesTerminal

@Suite("Rows that moved between two canvases")
struct RowMoveTests {
  /// A canvas with a letter a row.
  private func canvas(_ rows: String) -> Canvas {
    var canvas = Canvas(size: Size(columns: 8, rows: rows.count))
    for (row, letter) in rows.enumerated() { canvas.put("row \(letter)", at: Position(column: 0, row: row)) }
    return canvas
  }

  @Test(
    "are found around the middle, as far as they came together",
    arguments: [
      ("TabcdefghijF", "TbcdefghijkF", 1..<10, 1), ("TbcdefghijkF", "TabcdefghijF", 2..<11, -1), ("TabcdefghijF", "TdefghijklmF", 1..<8, 3),
      // The selected row is drawn otherwise than before.
      ("TabcdefghiJF", "TbcdefghijkF", 1..<9, 1),
    ] as [(String, String, Range<Int>, Int)])
  func found(before: String, after: String, rows: Range<Int>, distance: Int) {
    let move = RowMove(from: canvas(before), to: canvas(after))
    #expect(move?.rows == rows)
    #expect(move?.distance == distance)
  }

  @Test(
    "are none where the middle stayed, where it is new, or where too few came with it",
    arguments: [
      ("TabcdefghijF", "TabcdefghijF"), ("TabcdefghijF", "TABcdefghijF"), ("TabcdefghijF", "TklmnopqrstF"),
      ("TabcdefghijF", "TxyzuvghwqrF"),
    ])
  func none(before: String, after: String) {
    #expect(RowMove(from: canvas(before), to: canvas(after)) == nil)
  }

  @Test("hold for every row they name", arguments: 1...12)
  func holds(distance: Int) {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let old = canvas(String(letters.prefix(14)))
    let new = canvas(String(letters.dropFirst(distance).prefix(14)))
    guard let move = RowMove(from: old, to: new) else { return #expect(distance > 6) }
    for row in move.rows { #expect(new.rowEquals(row, of: old, at: row + move.distance)) }
    #expect(move.region.lowerBound >= 0 && move.region.upperBound <= 14)
  }
}
