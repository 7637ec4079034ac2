/// What stands in the row of a heading.
public struct OutlineHeading: Sendable, Hashable {
  /// What the group is called.
  public var title: String
  /// What stands at the right side: a sum, how many are done.
  public var note: String

  /// Makes a heading.
  public init(_ title: String, note: String = "") {
    self.title = title
    self.note = note
  }
}

extension Outline {
  /// Draws the list; only the rows that are seen are asked for.
  ///
  /// - Parameters:
  ///   - table: the columns of what stands under the headings.
  ///   - isInHand: whether keys go to it; the canvas's cursor is then put on the selected row.
  ///   - heading: what the heading of a group is.
  ///   - item: what an entry of a group holds.
  public func draw(
    on canvas: inout Canvas, in area: Area, table: Table, isInHand: Bool = true, heading: (Int) -> OutlineHeading,
    item: (_ group: Int, _ index: Int) -> TableRow?
  ) {
    guard !area.isEmpty else { return }
    let places = table.places(in: area)
    let visible = state.visible(rows: area.rows)
    for row in visible {
      let line = Area(column: area.column, row: area.row + row - visible.lowerBound, columns: area.columns - 1, rows: 1)
      let isSelected = row == state.selected
      let selection: Ink? = isSelected ? (isInHand ? .selected : .selectedAway) : nil
      switch entries[row] {
      case .heading(let group):
        draw(heading(group), isCollapsed: groups[group].isCollapsed, on: &canvas, in: line)
        if let selection { canvas.restyle(line, selection) }
      case .item(let group, let index):
        table.draw(item(group, index), on: &canvas, in: line, places, selection: selection)
      }
      if isSelected, isInHand { canvas.place(cursor: line.origin, in: line) }
    }
    canvas.scrollBar(
      in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: visible.lowerBound, count: state.count)
  }

  private func draw(_ heading: OutlineHeading, isCollapsed: Bool, on canvas: inout Canvas, in line: Area) {
    let style = Style(.heading, bold: true)
    let noteColumns = min(canvas.measure.columns(of: heading.note), line.columns / 2)
    let sign = isCollapsed ? canvas.glyphs.collapsed : canvas.glyphs.expanded
    let room = line.columns - noteColumns - 4
    canvas.put("\(sign) \(canvas.measure.truncated(heading.title, to: room))", at: line.origin, style: style, within: line)
    let note = canvas.measure.truncated(heading.note, to: noteColumns)
    canvas.put(note, at: Position(column: line.right - 1 - noteColumns, row: line.row), style: Style(.muted), within: line)
  }
}
