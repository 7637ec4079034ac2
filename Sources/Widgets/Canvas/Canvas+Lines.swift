extension Canvas {
  /// Draws a horizontal rule.
  public mutating func horizontalRule(at place: Position, columns: Int, style: Style = Style(.border), within area: Area? = nil) {
    let rule = Area(column: place.column, row: place.row, columns: columns, rows: 1)
    fill(area.map { $0.intersection(rule) } ?? rule, style, with: glyphs.horizontal)
  }

  /// Draws a vertical rule.
  public mutating func verticalRule(at place: Position, rows: Int, style: Style = Style(.border), within area: Area? = nil) {
    let rule = Area(column: place.column, row: place.row, columns: 1, rows: rows)
    fill(area.map { $0.intersection(rule) } ?? rule, style, with: glyphs.vertical)
  }

  /// Draws a frame along the inner side of an area, with a title in its upper side.
  ///
  /// - Returns: the area inside the frame; it is empty where there is no room for a frame.
  @discardableResult
  public mutating func frame(
    _ area: Area, title: String = "", style: Style = Style(.border), titleStyle: Style = Style(.heading, bold: true)
  ) -> Area {
    guard area.columns >= 2, area.rows >= 2 else {
      return Area(column: area.column, row: area.row, columns: 0, rows: 0)
    }
    let right = area.right - 1
    let bottom = area.bottom - 1
    for row in [area.row, bottom] { horizontalRule(at: Position(column: area.column, row: row), columns: area.columns, style: style) }
    for column in [area.column, right] { verticalRule(at: Position(column: column, row: area.row), rows: area.rows, style: style) }
    put(String(glyphs.topLeft), at: Position(column: area.column, row: area.row), style: style)
    put(String(glyphs.topRight), at: Position(column: right, row: area.row), style: style)
    put(String(glyphs.bottomLeft), at: Position(column: area.column, row: bottom), style: style)
    put(String(glyphs.bottomRight), at: Position(column: right, row: bottom), style: style)
    let room = area.columns - 6
    if !title.isEmpty, room > 0 {
      put(" \(measure.truncated(title, to: room)) ", at: Position(column: area.column + 2, row: area.row), style: titleStyle)
    }
    return area.inset(columns: 1, rows: 1)
  }
}
