/// How large something is, in cells.
public struct Size: Sendable, Hashable {
  /// Columns.
  public var columns: Int
  /// Rows.
  public var rows: Int

  /// Makes a size; below 0 counts as 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A place on a canvas; the top left cell is (0, 0).
public struct Position: Sendable, Hashable {
  /// Columns from the left edge.
  public var column: Int
  /// Rows from the upper edge.
  public var row: Int

  /// Makes a place.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells.
public struct Area: Sendable, Hashable {
  /// The leftmost column.
  public var column: Int
  /// The topmost row.
  public var row: Int
  /// How many columns.
  public var columns: Int
  /// How many rows.
  public var rows: Int

  /// Makes a rectangle; a size below 0 counts as 0.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The rectangle of a whole canvas.
  public init(_ size: Size) { self.init(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// The first column to the right of it.
  public var right: Int { column + columns }
  /// The first row below it.
  public var bottom: Int { row + rows }
  /// Its upper left cell.
  public var origin: Position { Position(column: column, row: row) }
  /// Its size.
  public var size: Size { Size(columns: columns, rows: rows) }
  /// Whether no cell is in it.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Whether a place is in it.
  public func contains(_ place: Position) -> Bool {
    place.column >= column && place.column < right && place.row >= row && place.row < bottom
  }

  /// What both cover.
  public func intersection(_ other: Area) -> Area {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Area(column: left, row: top, columns: min(right, other.right) - left, rows: min(bottom, other.bottom) - top)
  }

  /// The rectangle without a margin on each side.
  public func inset(columns horizontal: Int = 0, rows vertical: Int = 0) -> Area {
    Area(column: column + horizontal, row: row + vertical, columns: columns - 2 * horizontal, rows: rows - 2 * vertical)
  }

  /// The upper rows, and what is left below them.
  public func splitTop(_ height: Int) -> (top: Area, rest: Area) {
    let height = min(max(0, height), rows)
    return (
      Area(column: column, row: row, columns: columns, rows: height),
      Area(column: column, row: row + height, columns: columns, rows: rows - height)
    )
  }

  /// The left columns, and what is left beside them.
  public func splitLeft(_ width: Int) -> (left: Area, rest: Area) {
    let width = min(max(0, width), columns)
    return (
      Area(column: column, row: row, columns: width, rows: rows),
      Area(column: column + width, row: row, columns: columns - width, rows: rows)
    )
  }
}
