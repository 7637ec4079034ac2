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

  private(set) var rows: ContiguousArray<CanvasRow>

  /// Makes a blank canvas.
  public init(size: Size, glyphs: GlyphSet = .unicode) {
    self.size = size
    self.glyphs = glyphs
    self.rows = ContiguousArray(repeating: CanvasRow(columns: size.columns), count: size.rows)
  }

  /// All of it.
  public var area: Area { Area(size) }
  /// How wide its terminal draws text.
  public var measure: TextMeasure { glyphs.measure }

  /// The cell at a place; a blank outside.
  public subscript(_ place: Position) -> Cell {
    area.contains(place) ? rows[place.row].cells[place.column] : .blank()
  }

  /// Hands the cells of a row to a closure without copying them; none for a row outside.
  public func withRow<Result>(_ row: Int, _ body: (UnsafeBufferPointer<Cell>) throws -> Result) rethrows -> Result {
    guard rows.indices.contains(row) else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    return try rows[row].cells.withUnsafeBufferPointer(body)
  }

  /// Whether a row shows the same as a row of another canvas of the same width. The cursor does not count.
  ///
  /// - Parameter otherRow: which row of the other canvas; the one at the same place unless said otherwise.
  public func rowEquals(_ row: Int, of other: Canvas, at otherRow: Int? = nil) -> Bool {
    let otherRow = otherRow ?? row
    guard rows.indices.contains(row), other.rows.indices.contains(otherRow) else { return false }
    return rows[row] == other.rows[otherRow]
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
    let measure = self.measure
    guard !clip.isEmpty, place.row >= clip.row, place.row < clip.bottom else {
      return min(measure.columns(of: text), max(clip.right - place.column, 0))
    }
    return rows[place.row].draw { row in
      var column = place.column
      measure.forEachCell(of: text, style: style) { cell in
        if column >= clip.right { return false }
        let next = column + cell.columns
        if column >= clip.column && next <= clip.right {
          row.store(cell, at: column)
        } else if next > clip.column {
          // Half of it would be outside: the half inside is a blank.
          row.store(.blank(style), at: max(column, clip.column))
        }
        column = min(next, max(clip.right, column))
        return true
      }
      return column - place.column
    }
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
    for row in clip.row..<clip.bottom { rows[row].draw { $0.fill(clip.column..<clip.right, with: filling) } }
  }

  /// Gives an area another ink and keeps its text, for a row that is selected. Bold and underlined stay as they were.
  public mutating func restyle(_ area: Area, _ ink: Ink) {
    restyle(area) { $0.ink = ink }
  }

  /// Changes the styles in an area and keeps its text. A wide character belongs to the area where its left half stands.
  public mutating func restyle(_ area: Area, _ change: (inout Style) -> Void) {
    let clip = area.intersection(self.area)
    guard !clip.isEmpty else { return }
    for row in clip.row..<clip.bottom { rows[row].draw { $0.restyle(clip.column..<clip.right, change) } }
  }

  /// Takes cells over from another canvas, and its cursor where it is among them.
  ///
  /// - Parameters:
  ///   - other: the canvas to take from.
  ///   - place: where its upper left cell would stand here.
  ///   - area: what of it is taken.
  public mutating func take(from other: Canvas, at place: Position, within area: Area) {
    for row in 0..<other.size.rows { take(other.rows[row], at: Position(column: place.column, row: place.row + row), within: area) }
    if let cursor = other.cursor {
      let moved = Position(column: cursor.column + place.column, row: cursor.row + place.row)
      let whole = Area(column: place.column, row: place.row, columns: other.size.columns, rows: other.size.rows)
      if area.intersection(self.area).intersection(whole).contains(moved) { self.cursor = moved }
    }
  }

  /// Takes over a row that was drawn elsewhere.
  mutating func take(_ row: CanvasRow, at place: Position, within area: Area) {
    let whole = Area(column: place.column, row: place.row, columns: row.cells.count, rows: 1)
    let clip = area.intersection(self.area).intersection(whole)
    guard !clip.isEmpty else { return }
    if clip == whole, clip.columns == size.columns {
      rows[clip.row] = row
    } else {
      let part = row.cells[clip.column - place.column..<clip.right - place.column]
      rows[clip.row].draw { $0.take(part, at: clip.column..<clip.right) }
    }
  }
}
