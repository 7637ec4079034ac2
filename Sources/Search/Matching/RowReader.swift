/// Reads rows of an arena for one query, with every buffer held open.
struct RowReader {
  private let cells: UnsafeBufferPointer<Cell>
  private let starts: UnsafeBufferPointer<Int32>
  private let tables: MatchTables
  private let words: [UnsafeBufferPointer<UInt16>]

  /// Calls with a reader, unless there is nothing to read.
  static func open(_ arena: SearchArena, _ query: SearchQuery, _ body: (RowReader) -> Void) {
    let flat = query.words.flatMap(\.units)
    MatchTables.open { tables in
      arena.cells.withUnsafeBufferPointer { cells in
        arena.starts.withUnsafeBufferPointer { starts in
          flat.withUnsafeBufferPointer { flat in
            var offset = 0
            let words = query.words.map { word in
              defer { offset += word.units.count }
              return UnsafeBufferPointer(rebasing: flat[offset..<offset + word.units.count])
            }
            body(RowReader(cells: cells, starts: starts, tables: tables, words: words))
          }
        }
      }
    }
  }

  /// Whether a row matches every word.
  @inline(__always)
  func matches(_ row: Int) -> Bool {
    let texts = UnsafeBufferPointer(rebasing: cells[Int(starts[row])..<Int(starts[row + 1])])
    for word in words where !WordPattern.matches(word, texts, tables) { return false }
    return true
  }
}
