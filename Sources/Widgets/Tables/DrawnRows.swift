/// Rows of a table as they were drawn, to be copied into the next frames: of the rows that a key leaves on the screen, all but one are the
/// same as before, and to measure and fit their texts costs more than all the rest of a frame.
///
/// Where the columns of the table move, everything is forgotten by itself. What else a row depends on is in its key, or forgotten by hand.
/// Rows may be drawn before anybody sees them, on any thread: by a ``RowPress``, whose strips are handed to ``keep(_:of:)``.
public struct DrawnRows: Sendable {
  /// What a drawn row is kept by.
  public struct Key: Sendable, Hashable {
    /// The number of what the row shows.
    public var id: Int64
    /// Whether it is drawn as marked.
    public var isMarked: Bool

    /// Makes a key.
    public init(id: Int64, isMarked: Bool = false) {
      self.id = id
      self.isMarked = isMarked
    }
  }

  /// A row that was drawn.
  public struct Strip: Sendable {
    let row: CanvasRow
  }

  private let limit: Int
  /// What was drawn or seen of late, and what was before: half of the limit each.
  private var strips: [Key: Strip] = [:]
  private var older: [Key: Strip] = [:]
  private(set) var press: RowPress?
  /// What the press was made of: to compare it takes less than to fit the columns again.
  private var fitting: Fitting?
  private var titles: (columns: [TableColumn], order: Table.Order?, strip: Strip)?

  /// No rows yet.
  ///
  /// - Parameter limit: how many rows are kept, at about two kilobytes each; those that were not seen for longest make room.
  public init(limit: Int = 512) { self.limit = limit }

  /// Forgets everything: what rows show has changed.
  public mutating func forget() {
    strips = [:]
    older = [:]
  }

  /// Whatever is drawn next is drawn of this table, in an area as wide as this one.
  ///
  /// - Returns: what draws its rows.
  @discardableResult
  public mutating func begin(_ table: Table, in area: Area, glyphs: GlyphSet) -> RowPress {
    let fitting = Fitting(
      columns: table.columns, gap: table.gap, margin: table.margin, showsMarks: table.showsMarks, width: area.columns, glyphs: glyphs)
    if let press, fitting == self.fitting { return press }
    self.fitting = fitting
    let press = RowPress(table, in: area, glyphs: glyphs)
    if press != self.press {
      self.press = press
      titles = nil
      forget()
    }
    return press
  }

  private struct Fitting: Sendable, Equatable {
    var columns: [TableColumn]
    var gap: Int
    var margin: Int
    var showsMarks: Bool
    var width: Int
    var glyphs: GlyphSet
  }

  /// The titles above the rows.
  mutating func titles(_ table: Table, draw: (inout Canvas, [Table.ColumnPlace]) -> Void) -> Strip? {
    if let titles, titles.columns == table.columns, titles.order == table.order { return titles.strip }
    guard let press else { return nil }
    let strip = press.strip(draw)
    titles = (table.columns, table.order, strip)
    return strip
  }

  /// Keeps rows that were drawn before they are seen, unless rows are drawn otherwise by now.
  public mutating func keep(_ drawn: [(Key, Strip)], of press: RowPress) {
    guard press == self.press else { return }
    for (key, strip) in drawn { keep(strip, under: key) }
  }

  /// A row as it was drawn before, or as it is drawn now; `nil` where its content is not at hand.
  mutating func strip(_ key: Key, row: () -> TableRow?) -> Strip? {
    if let known = strips[key] { return known }
    if let known = older[key] {
      keep(known, under: key)
      return known
    }
    guard let press, let row = row() else { return nil }
    let strip = press.strip(of: row)
    keep(strip, under: key)
    return strip
  }

  private mutating func keep(_ strip: Strip, under key: Key) {
    if strips.count >= limit / 2 {
      older = strips
      strips = [:]
    }
    strips[key] = strip
  }
}

/// Draws rows of a table by themselves, each as a strip of cells: on any thread, since it holds all that their looks depend on but their
/// content.
public struct RowPress: Sendable, Equatable {
  private let table: Table
  private let places: [Table.ColumnPlace]
  private let columns: Int
  private let glyphs: GlyphSet

  /// For the rows of a table in an area.
  public init(_ table: Table, in area: Area, glyphs: GlyphSet) {
    let own = Area(column: 0, row: 0, columns: area.columns, rows: 1)
    self.table = table
    self.places = table.places(in: own)
    self.columns = own.columns
    self.glyphs = glyphs
  }

  /// Where its columns stand in a table whose left side is here.
  func places(from left: Int) -> [Table.ColumnPlace] {
    left == 0 ? places : places.map { Table.ColumnPlace(index: $0.index, column: $0.column + left, columns: $0.columns) }
  }

  /// How wide a column is; 0 where it has no room.
  public func columns(of index: Int) -> Int { places.first { $0.index == index }?.columns ?? 0 }

  /// A row, as it looks where it is not selected.
  public func strip(of row: TableRow) -> DrawnRows.Strip {
    strip { table.draw(row, on: &$0, in: Table.line(of: $0.area), $1, selection: nil) }
  }

  func strip(_ draw: (inout Canvas, [Table.ColumnPlace]) -> Void) -> DrawnRows.Strip {
    var canvas = Canvas(size: Size(columns: columns, rows: 1), glyphs: glyphs)
    draw(&canvas, places)
    return DrawnRows.Strip(row: canvas.rows.first ?? CanvasRow(columns: columns))
  }

  /// Presses draw alike where columns, marks and signs are the same; titles and the order that they tell do not show in a row.
  public static func == (left: RowPress, right: RowPress) -> Bool {
    left.places == right.places && left.columns == right.columns && left.glyphs == right.glyphs
      && left.table.showsMarks == right.table.showsMarks
      && left.table.columns.lazy.map(\.alignment).elementsEqual(right.table.columns.lazy.map(\.alignment))
  }
}
