/// A row of cells, in which no half of a wide character ever stands alone.
///
/// Canvases share a row until one of them draws on it: to take a row over that was drawn before costs no copy, and a row that is shared is
/// known to look the same without a look at its cells.
struct CanvasRow: Sendable, Equatable {
  private(set) var cells: ContiguousArray<Cell>

  /// Makes a blank row.
  init(columns: Int) { cells = ContiguousArray(repeating: .blank(), count: columns) }

  /// So many cells are compared at once.
  private static let stride = 16

  /// Whether it looks like another row.
  static func == (left: CanvasRow, right: CanvasRow) -> Bool {
    left.cells.withUnsafeBufferPointer { left in
      right.cells.withUnsafeBufferPointer { right in
        guard left.count == right.count else { return false }
        guard left.baseAddress != right.baseAddress else { return true }
        // Many cells are compared at once, without a way out among them; rows that differ mostly do so near their beginning.
        var start = 0
        while start < left.count {
          let end = min(start + CanvasRow.stride, left.count)
          var difference: UInt64 = 0
          for index in start..<end { difference |= left[index].difference(from: right[index]) }
          if difference != 0 { return false }
          start = end
        }
        return true
      }
    }
  }

  /// Hands itself to a closure as a place to draw on.
  mutating func draw<Result>(_ body: (Surface) -> Result) -> Result {
    cells.withUnsafeMutableBufferPointer { body(Surface(cells: $0)) }
  }

  /// The cells of a row while something is drawn on it.
  struct Surface {
    fileprivate let cells: UnsafeMutableBufferPointer<Cell>

    /// Stores a cell, with its right half, at a column where all of it is inside.
    func store(_ cell: Cell, at column: Int) {
      sever(at: column)
      sever(at: column + cell.columns)
      cells[column] = cell
      if cell.span == .wide { cells[column + 1] = .rightHalf(cell.style) }
    }

    /// Fills columns with a narrow cell.
    func fill(_ columns: Range<Int>, with cell: Cell) {
      sever(around: columns)
      cells[columns].update(repeating: cell)
    }

    /// Changes the styles in some columns and keeps the text. A wide character belongs to the column where its left half stands.
    func restyle(_ columns: Range<Int>, _ change: (inout Style) -> Void) {
      for column in columns where cells[column].span != .rightHalf {
        var style = cells[column].style
        change(&style)
        cells[column].style = style
        if cells[column].span == .wide { cells[column + 1].style = style }
      }
    }

    /// Takes over cells that were drawn elsewhere. Characters that reach over either side lose their other half, here and there.
    func take(_ taken: some Collection<Cell>, at columns: Range<Int>) {
      guard let last = columns.last else { return }
      sever(around: columns)
      _ = cells[columns].update(fromContentsOf: taken)
      let first = columns.lowerBound
      if cells[first].span == .rightHalf { cells[first] = .blank(cells[first].style) }
      if cells[last].span == .wide { cells[last] = .blank(cells[last].style) }
    }

    private func sever(around columns: Range<Int>) {
      sever(at: columns.lowerBound)
      sever(at: columns.upperBound)
    }

    /// Blanks both halves of a wide character that stands across the left side of a column, so that either can be overwritten.
    private func sever(at column: Int) {
      guard column > 0, column < cells.count, cells[column].span == .rightHalf else { return }
      let blank = Cell.blank(cells[column].style)
      cells[column - 1] = blank
      cells[column] = blank
    }
  }
}
