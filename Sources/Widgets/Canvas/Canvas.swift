/// A screen that is drawn whole, as cells, before a terminal shows what differs from the last one.
///
/// Everything clips: no call can draw outside its area or cut a wide character in half. Where half of one would have to go, a
/// blank takes its place.
public struct Canvas: Sendable, Equatable {
  /// How large it is.
  public let size: Size
  /// What its frames and signs are drawn with, and how wide its terminal draws text.
  public let glyphs: GlyphSet
  /// Where the hardware cursor stands: at the insertion point of a field, else on the selected row. `nil` hides it.
  public var cursor: Position?

  private(set) var cells: ContiguousArray<Cell>

  /// Makes a blank canvas.
  public init(size: Size, glyphs: GlyphSet = .unicode) {
    self.size = size
    self.glyphs = glyphs
    self.cells = ContiguousArray(repeating: .blank(), count: size.columns * size.rows)
  }

  /// All of it.
  public var area: Area { Area(size) }
  /// How wide its terminal draws text.
  public var measure: TextMeasure { glyphs.measure }

  /// The cell at a place; a blank outside.
  public subscript(_ place: Position) -> Cell {
    area.contains(place) ? cells[place.row * size.columns + place.column] : .blank()
  }

  /// Hands the cells of a row to a closure without copying them; none for a row outside.
  public func withRow<Result>(_ row: Int, _ body: (UnsafeBufferPointer<Cell>) throws -> Result) rethrows -> Result {
    guard row >= 0, row < size.rows else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    let start = row * size.columns
    return try cells.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<start + size.columns])) }
  }

  /// Whether a row shows the same as a row of another canvas of the same width. The cursor does not count.
  ///
  /// - Parameter otherRow: which row of the other canvas; the one at the same place unless said otherwise.
  public func rowEquals(_ row: Int, of other: Canvas, at otherRow: Int? = nil) -> Bool {
    guard size.columns == other.size.columns else { return false }
    return withRow(row) { mine in
      other.withRow(otherRow ?? row) { theirs in
        guard mine.count == theirs.count, mine.first == theirs.first else { return false }
        // Without a way out in the middle, many cells are compared at once.
        var difference: UInt64 = 0
        for index in 0..<mine.count { difference |= mine[index].difference(from: theirs[index]) }
        return difference == 0
      }
    }
  }

  // MARK: - Writing cells

  /// Draws text in one row.
  ///
  /// - Parameters:
  ///   - text: what to draw; controls appear as `?`.
  ///   - place: where its first column stands; it may lie outside.
  ///   - area: where it may draw, `nil` for the whole canvas.
  /// - Returns: the columns from `place` to the end of the text, or to the right edge where it was cut.
  @discardableResult
  public mutating func put(_ text: some StringProtocol, at place: Position, style: Style = .plain, within area: Area? = nil) -> Int {
    let clip = area.map { $0.intersection(self.area) } ?? self.area
    let isVisible = !clip.isEmpty && place.row >= clip.row && place.row < clip.bottom
    var column = place.column
    measure.forEachCell(of: text, style: style) { cell in
      if column >= clip.right { return false }
      let next = column + cell.columns
      if isVisible {
        if column >= clip.column && next <= clip.right {
          store(cell, row: place.row, column: column)
        } else if next > clip.column {
          // Half of it would be outside: the half inside is a blank.
          store(.blank(style), row: place.row, column: max(column, clip.column))
        }
      }
      column = min(next, max(clip.right, column))
      return true
    }
    return column - place.column
  }

  /// Fills an area with blanks, or with a narrow character.
  public mutating func fill(_ area: Area, _ style: Style = .plain, with character: Character = " ") {
    let clip = area.intersection(self.area)
    guard !clip.isEmpty else { return }
    var filling = Cell.blank(style)
    measure.forEachCell(of: String(character), style: style) {
      if $0.span == .single { filling = $0 }
      return false
    }
    for row in clip.row..<clip.bottom {
      let start = row * size.columns
      // Characters that reach over the sides lose their other half.
      sever(row: row, column: clip.column)
      sever(row: row, column: clip.right)
      for index in start + clip.column..<start + clip.right { cells[index] = filling }
    }
  }

  /// Gives an area another ink and keeps its text, for a row that is selected. Bold and underlined stay as they were.
  public mutating func restyle(_ area: Area, _ ink: Ink) {
    restyle(area) { $0.ink = ink }
  }

  /// Changes the styles in an area and keeps its text. A wide character belongs to the area where its left half stands.
  public mutating func restyle(_ area: Area, _ change: (inout Style) -> Void) {
    let clip = area.intersection(self.area)
    guard !clip.isEmpty else { return }
    for row in clip.row..<clip.bottom {
      let start = row * size.columns
      for column in clip.column..<clip.right where cells[start + column].span != .rightHalf {
        var style = cells[start + column].style
        change(&style)
        cells[start + column].style = style
        if cells[start + column].span == .wide { cells[start + column + 1].style = style }
      }
    }
  }

  /// Takes cells over from another canvas, and its cursor where it is among them.
  ///
  /// - Parameters:
  ///   - other: the canvas to take from.
  ///   - place: where its upper left cell would stand here.
  ///   - area: what of it is taken.
  public mutating func take(from other: Canvas, at place: Position, within area: Area) {
    for row in 0..<other.size.rows {
      other.withRow(row) { take($0, at: Position(column: place.column, row: place.row + row), within: area) }
    }
    if let cursor = other.cursor {
      let moved = Position(column: cursor.column + place.column, row: cursor.row + place.row)
      let whole = Area(column: place.column, row: place.row, columns: other.size.columns, rows: other.size.rows)
      if area.intersection(self.area).intersection(whole).contains(moved) { self.cursor = moved }
    }
  }

  /// Takes over a row of cells that was drawn elsewhere.
  mutating func take(_ row: ContiguousArray<Cell>, at place: Position, within area: Area) {
    row.withUnsafeBufferPointer { take($0, at: place, within: area) }
  }

  private mutating func take(_ taken: UnsafeBufferPointer<Cell>, at place: Position, within area: Area) {
    let whole = Area(column: place.column, row: place.row, columns: taken.count, rows: 1)
    let clip = area.intersection(self.area).intersection(whole)
    guard !clip.isEmpty else { return }
    // Characters that reach over the sides lose their other half, here and there.
    sever(row: clip.row, column: clip.column)
    sever(row: clip.row, column: clip.right)
    let (left, right) = (clip.row * size.columns + clip.column, clip.row * size.columns + clip.right - 1)
    let part = UnsafeBufferPointer(rebasing: taken[clip.column - place.column..<clip.right - place.column])
    cells.withUnsafeMutableBufferPointer { _ = UnsafeMutableBufferPointer(rebasing: $0[left...right]).update(fromContentsOf: part) }
    if cells[left].span == .rightHalf { cells[left] = .blank(cells[left].style) }
    if cells[right].span == .wide { cells[right] = .blank(cells[right].style) }
  }

  /// Stores a cell, with its right half, at a place where all of it is inside.
  private mutating func store(_ cell: Cell, row: Int, column: Int) {
    let index = row * size.columns + column
    sever(row: row, column: column)
    sever(row: row, column: column + cell.columns)
    cells[index] = cell
    if cell.span == .wide { cells[index + 1] = .rightHalf(cell.style) }
  }

  /// Blanks both halves of a wide character that stands across the left side of a column, so that either can be overwritten.
  private mutating func sever(row: Int, column: Int) {
    guard column > 0, column < size.columns else { return }
    let index = row * size.columns + column
    guard cells[index].span == .rightHalf else { return }
    let blank = Cell.blank(cells[index].style)
    cells[index - 1] = blank
    cells[index] = blank
  }
}
