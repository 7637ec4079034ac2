/// A table of any length: only the rows that are seen are ever asked for.
///
/// It holds how a table looks. Which row is selected is a ``ListState``, and what the rows hold is handed to
/// ``draw(on:in:state:isInHand:row:)``.
public struct Table: Sendable {
  /// Which column the rows are ordered by.
  public struct Order: Sendable, Hashable {
    /// The index of the column.
    public var column: Int
    /// Whether small ones come first.
    public var isAscending: Bool

    /// Makes an order.
    public init(column: Int, isAscending: Bool = true) {
      self.column = column
      self.isAscending = isAscending
    }

    /// The order after a column was picked: by it, or turned round where it is by it already.
    public static func picking(_ column: Int, after order: Order?) -> Order {
      order?.column == column ? Order(column: column, isAscending: order?.isAscending == false) : Order(column: column)
    }
  }

  /// Where a column stands.
  public struct ColumnPlace: Sendable, Hashable {
    /// The index of the column.
    public var index: Int
    /// Its leftmost column on the canvas.
    public var column: Int
    /// How wide it is.
    public var columns: Int
  }

  /// The columns, from left to right.
  public var columns: [TableColumn]
  /// The order that is shown beside a title.
  public var order: Order?
  /// What stands in place of the rows where there are none, a line each.
  public var emptyText: [String]
  /// Whether there is room for marks at the left.
  public var showsMarks: Bool
  /// Whether titles stand above the columns.
  public var showsTitles: Bool
  /// Whether more rows are on their way, nobody knows how many: how far down one is cannot be told then.
  public var isOpenEnded = false
  /// The blanks between two columns.
  public var gap: Int
  /// The blanks at the left of the first column; a row that is selected is filled from its first cell all the same.
  public var margin: Int

  /// Makes a table.
  public init(
    columns: [TableColumn], order: Order? = nil, emptyText: [String] = [], showsMarks: Bool = false, showsTitles: Bool = true, gap: Int = 2,
    margin: Int = 0
  ) {
    self.columns = columns
    self.order = order
    self.emptyText = emptyText
    self.showsMarks = showsMarks
    self.showsTitles = showsTitles
    self.gap = gap
    self.margin = margin
  }

  /// Where its rows are drawn in an area: beneath the titles.
  public func rowsArea(in area: Area) -> Area { showsTitles ? area.splitTop(1).rest : area }

  /// Where the columns stand in an area. The two rightmost cells of it are kept for the scroll bar and a blank before it; marks stand in the
  /// margin where that has room for them.
  public func places(in area: Area) -> [ColumnPlace] {
    let left = area.column + max(margin, showsMarks ? 2 : 0)
    let widths = ColumnFitting.fit(columns.map(\.width), into: max(0, area.right - 2 - left), gap: gap)
    var places: [ColumnPlace] = []
    var column = left
    for (index, width) in widths.enumerated() where width > 0 {
      places.append(ColumnPlace(index: index, column: column, columns: width))
      column += width + gap
    }
    return places
  }

  /// How wide a column is in an area; 0 where it has no room.
  public func columns(of index: Int, in area: Area) -> Int { places(in: area).first { $0.index == index }?.columns ?? 0 }

  /// The column whose title stands at a place; `nil` where none does.
  public func title(at place: Position, in area: Area) -> Int? {
    guard showsTitles, area.contains(place), place.row == area.row else { return nil }
    return places(in: area).first { place.column >= $0.column && place.column < $0.column + $0.columns }?.index
  }

  /// Draws the table.
  ///
  /// - Parameters:
  ///   - state: which row is selected, and which are seen.
  ///   - isInHand: whether keys go to it; the canvas's cursor is then put on the selected row.
  ///   - row: what a row holds; asked once for each row that is seen, from top to bottom. `nil` is drawn as a row that is on its way.
  /// - Returns: where its columns stand, for who draws in one of them.
  @discardableResult
  public func draw(
    on canvas: inout Canvas, in area: Area, state: ListState, isInHand: Bool = true, row: (Int) -> TableRow?
  ) -> [ColumnPlace] {
    let visible = state.visible(rows: rowsArea(in: area).rows)
    let rows = visible.map(row)
    let places = places(in: area, holding: rows, measure: canvas.measure)
    draw(on: &canvas, in: area, state: state, isInHand: isInHand, places: places, drawTitles: drawTitles) { index, line, places, canvas in
      draw(rows[index - visible.lowerBound], on: &canvas, in: line, places, selection: nil)
    }
    return places
  }

  /// Draws the table of rows that may have been drawn before. Its columns stand where they always do, whatever the rows hold: were room moved
  /// between them with every page, nothing that was drawn could be used again.
  ///
  /// - Parameters:
  ///   - drawn: the rows that were drawn before; what is drawn now stays in it.
  ///   - key: what a row is kept by. Whoever changes the content under a key forgets it in `drawn`.
  ///   - row: what a row holds; asked only for keys that were not drawn before. `nil` is drawn as a row that is on its way, and not kept.
  public func draw(
    on canvas: inout Canvas, in area: Area, state: ListState, isInHand: Bool = true, drawn: inout DrawnRows, key: (Int) -> DrawnRows.Key?,
    row: (Int) -> TableRow?
  ) {
    let press = drawn.begin(self, in: area, glyphs: canvas.glyphs)
    let titles = drawn.titles(self) { drawTitles(on: &$0, in: $0.area, $1) }
    draw(on: &canvas, in: area, state: state, isInHand: isInHand, places: press.places(from: area.column)) { canvas, line, _ in
      if let titles { canvas.take(titles.row, at: line.origin, within: line) }
    } drawRow: { index, line, places, canvas in
      if let key = key(index), let strip = drawn.strip(key, row: { row(index) }) {
        canvas.take(strip.row, at: line.origin, within: area)
      } else {
        draw(nil, on: &canvas, in: line, places, selection: nil)
      }
    }
  }

  private func draw(
    on canvas: inout Canvas, in area: Area, state: ListState, isInHand: Bool, places: [ColumnPlace],
    drawTitles: (_ canvas: inout Canvas, _ line: Area, _ places: [ColumnPlace]) -> Void,
    drawRow: (_ index: Int, _ line: Area, _ places: [ColumnPlace], _ canvas: inout Canvas) -> Void
  ) {
    if showsTitles { drawTitles(&canvas, area.splitTop(1).top, places) }
    let body = rowsArea(in: area)
    guard !body.isEmpty else { return }
    guard !state.isEmpty else { return drawEmpty(on: &canvas, in: body) }
    let visible = state.visible(rows: body.rows)
    for index in visible {
      let row = body.splitTop(index - visible.lowerBound).rest.splitTop(1).top
      let line = Table.line(of: row)
      let isSelected = index == state.selected
      drawRow(index, line, places, &canvas)
      guard isSelected else { continue }
      canvas.restyle(line, isInHand ? .selected : .selectedAway)
      if isInHand { canvas.place(cursor: line.origin, in: line) }
    }
    if isOpenEnded { return }
    if state.count > Table.longest, showsTitles {
      drawShare(on: &canvas, in: area.splitTop(1).top, top: visible.lowerBound, hidden: state.count - visible.count)
    } else {
      canvas.scrollBar(
        in: Area(column: body.right - 1, row: body.row, columns: 1, rows: body.rows), top: visible.lowerBound, count: state.count)
    }
  }

  /// Where a row of it is drawn: all but the column of the scroll bar.
  static func line(of row: Area) -> Area { Area(column: row.column, row: row.row, columns: row.columns - 1, rows: 1) }

  /// The most rows that a scroll bar stands beside. Of more, a step of the bar would be hundreds of rows, and whoever goes down through them sees it
  /// stand still, while each row that the list moves carries the bar with it, to be drawn again.
  static let longest = 10_000

  /// Draws how far down the rows are that are seen, in percent, at the right of the titles.
  private func drawShare(on canvas: inout Canvas, in line: Area, top: Int, hidden: Int) {
    let text = "\(top * 100 / max(1, hidden))%"
    let place = Position(column: line.right - text.count, row: line.row)
    // A title that reaches as far goes before.
    let room = Area(column: place.column - 1, row: line.row, columns: text.count + 1, rows: 1).intersection(line)
    let isFree = (room.column..<room.right).allSatisfy { column in
      let cell = canvas[Position(column: column, row: line.row)]
      return cell.base == " " && cell.span != .rightHalf
    }
    guard room.columns > text.count, isFree else { return }
    canvas.put(text, at: place, style: Style(.muted), within: line)
  }

  /// Draws one row.
  ///
  /// - Parameters:
  ///   - places: where the columns stand.
  ///   - selection: the ink of the whole row where it is selected.
  public func draw(_ row: TableRow?, on canvas: inout Canvas, in line: Area, _ places: [ColumnPlace], selection: Ink?) {
    guard let row else {
      if let first = places.first {
        canvas.put(canvas.glyphs.ellipsis, at: Position(column: first.column, row: line.row), style: Style(.muted), within: line)
      }
      if let selection { canvas.restyle(line, selection) }
      return
    }
    if row.isMarked {
      if showsMarks { canvas.put(String(canvas.glyphs.mark), at: line.origin, style: Style(.marked, bold: true), within: line) }
      canvas.restyle(line, .marked)
    }
    for place in places where place.index < row.cells.count {
      let cell = row.cells[place.index]
      let room = Area(column: place.column, row: line.row, columns: place.columns, rows: 1).intersection(line)
      draw(cell, on: &canvas, in: room, alignment: columns[place.index].alignment, isMarked: row.isMarked)
    }
    if let selection { canvas.restyle(line, selection) }
  }

  private func draw(_ cell: TableCell, on canvas: inout Canvas, in room: Area, alignment: TextAlignment, isMarked: Bool) {
    guard !room.isEmpty, !cell.text.isEmpty else { return }
    let measure = canvas.measure
    let text =
      cell.isCutInside ? measure.truncatedInside(cell.text, to: room.columns) : measure.truncated(cell.text, to: room.columns)
    let rest = alignment == .left ? 0 : max(0, room.columns - measure.columns(of: text))
    let start = room.column + (alignment == .right ? rest : rest / 2)
    var style = cell.style
    if isMarked, style.ink == .plain { style.ink = .marked }
    canvas.put(text, at: Position(column: start, row: room.row), style: style, within: room)
    guard !cell.found.isEmpty else { return }
    // What was cut off can not be highlighted; the ellipsis is no part of the text.
    let characters = Array(text)
    let kept = text == cell.text ? characters.count : characters.count - measure.ellipsis.count
    for range in cell.found {
      let range = range.clamped(to: 0..<max(0, kept))
      guard !range.isEmpty else { continue }
      let before = characters[..<range.lowerBound].reduce(0) { $0 + measure.columns(of: $1) }
      let width = characters[range].reduce(0) { $0 + measure.columns(of: $1) }
      // Underlined as well, so that it is seen in a selected row and without colour.
      canvas.restyle(Area(column: start + before, row: room.row, columns: width, rows: 1)) {
        $0 = Style(.found, bold: true, underlined: true)
      }
    }
  }

  private func drawTitles(on canvas: inout Canvas, in line: Area, _ places: [ColumnPlace]) {
    for place in places {
      let column = columns[place.index]
      var title = column.title
      if let order, order.column == place.index {
        title = canvas.measure.truncated(title, to: place.columns - 1)
        title += String(order.isAscending ? canvas.glyphs.ascending : canvas.glyphs.descending)
      }
      let text = canvas.measure.padded(title, to: place.columns, column.alignment)
      canvas.put(text, at: Position(column: place.column, row: line.row), style: Style(.heading, bold: true), within: line)
    }
  }

  private func drawEmpty(on canvas: inout Canvas, in body: Area) {
    let lines = emptyText.flatMap { canvas.measure.wrapped($0, to: max(1, body.columns - 4)) }
    let top = body.row + max(0, (body.rows - lines.count) / 3)
    for (offset, line) in lines.prefix(body.rows).enumerated() {
      let text = canvas.measure.padded(line, to: body.columns, .center)
      canvas.put(text, at: Position(column: body.column, row: top + offset), style: Style(.muted), within: body)
    }
  }
}
