import Widgets

/// The frame that dialogs stand in.
enum DialogBox {
  /// Clears room for a dialog in the middle of an area and frames it.
  ///
  /// - Returns: what is inside, without a margin of one column at each side.
  static func draw(on canvas: inout Canvas, in area: Area, columns: Int, rows: Int, title: String, isGrave: Bool = false) -> Area {
    let columns = min(columns + 4, area.columns)
    let rows = min(rows + 2, area.rows)
    let box = Area(
      column: area.column + (area.columns - columns) / 2, row: area.row + (area.rows - rows) / 2, columns: columns, rows: rows)
    canvas.fill(box)
    let inside = canvas.frame(box, title: title, titleStyle: Style(isGrave ? .caution : .heading, bold: true))
    return inside.inset(columns: 1)
  }
}
