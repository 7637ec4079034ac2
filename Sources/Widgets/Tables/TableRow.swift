/// A column of a table.
public struct TableColumn: Sendable, Hashable {
  /// What stands above it.
  public var title: String
  /// How wide it may be, and when it vanishes.
  public var width: ColumnWidth
  /// At which side its texts stand.
  public var alignment: TextAlignment
  /// Whether something else than its cells is drawn in it, a bar for instance, so that they do not tell how wide it has to be.
  public var isDrawnOver: Bool

  /// Makes a column.
  public init(
    _ title: String, minimum: Int, ideal: Int, stretch: Int = 0, priority: Int = 0, alignment: TextAlignment = .left,
    isDrawnOver: Bool = false
  ) {
    self.title = title
    self.isDrawnOver = isDrawnOver
    self.width = ColumnWidth(minimum: minimum, ideal: ideal, stretch: stretch, priority: priority)
    self.alignment = alignment
  }
}

/// What stands in one column of one row.
public struct TableCell: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The text, in one line.
  public var text: String
  /// How it is drawn where its row is not selected.
  public var style: Style
  /// The characters, counted from 0, that a search found in it.
  public var found: [Range<Int>]
  /// Whether it is cut in its midst where it has no room, because its end tells it apart as well as its beginning.
  public var isCutInside: Bool

  /// Makes a cell.
  public init(_ text: String, _ style: Style = .plain, found: [Range<Int>] = [], isCutInside: Bool = false) {
    self.text = text
    self.isCutInside = isCutInside
    self.style = style
    self.found = found
  }

  /// Makes a cell of a text that was written in the program.
  public init(stringLiteral value: String) { self.init(value) }
}

/// One row of a table.
public struct TableRow: Sendable, Hashable {
  /// A cell for each column, in the order of the columns. Missing ones are blank.
  public var cells: [TableCell]
  /// Whether the row is marked.
  public var isMarked: Bool

  /// Makes a row.
  public init(_ cells: [TableCell], isMarked: Bool = false) {
    self.cells = cells
    self.isMarked = isMarked
  }
}
