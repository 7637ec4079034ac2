/// Which part of a long thing is shown.
enum ScrollMath {
  /// The first row to show so that one row is seen, moving the view as little as possible and leaving no room empty below the end.
  static func top(_ top: Int, showing row: Int, rows: Int, count: Int) -> Int {
    let rows = max(1, rows)
    var top = min(top, row)
    if row >= top + rows { top = row - rows + 1 }
    return max(0, min(top, count - rows))
  }
}

extension Canvas {
  /// Draws a scroll bar along a column.
  ///
  /// - Parameters:
  ///   - area: one column; its rows are the rows shown.
  ///   - top: the first row shown.
  ///   - count: the rows there are.
  public mutating func scrollBar(in area: Area, top: Int, count: Int) {
    guard area.rows > 0, count > area.rows else { return }
    let length = max(1, area.rows * area.rows / count)
    let travel = area.rows - length
    let hidden = count - area.rows
    // The ends of the bar are kept for the ends of the list.
    var start = (travel * top + hidden / 2) / hidden
    if travel > 1, top > 0 { start = max(1, start) }
    if travel > 1, top < hidden { start = min(travel - 1, start) }
    fill(area, Style(.border), with: glyphs.track)
    let thumb = Area(column: area.column, row: area.row + start, columns: area.columns, rows: length)
    fill(thumb.intersection(area), Style(.border), with: glyphs.thumb)
  }
}
