extension Form {
  /// Where an entry stands.
  struct Place {
    var index: Int
    /// All its rows.
    var all: Area
    /// The heading of the section that it begins; empty where it begins none.
    var section: Area
    /// Its label, a row a line.
    var label: Area
    var labelLines: [String]
    /// Its field.
    var field: Area
    /// The columns of its unit behind the field; none where it has no room there.
    var unitColumns: Int
    /// The rows beneath for the error or the hint.
    var notes: [(text: String, isError: Bool)]
  }

  /// The columns of a field that has a unit, at most: figures are short, and the unit is to be seen beside them.
  static var columnsBesideUnit: Int { 20 }

  /// The rows of the whole form at a width.
  public func rows(columns: Int, measure: TextMeasure) -> Int {
    places(in: Area(column: 0, row: 0, columns: columns, rows: 0), measure: measure).last?.all.bottom ?? 0
  }

  /// How many rows are hidden above an area in which the form is drawn, and how many rows the whole form has: what a scroll bar tells.
  public func scroll(in area: Area, measure: TextMeasure) -> (top: Int, rows: Int) {
    let all = places(in: area, measure: measure)
    guard let first = visiblePlaces(in: area, measure: measure).first, let last = all.last else { return (0, 0) }
    return (all[first.index].all.row - first.all.row, last.all.bottom - area.row)
  }

  /// Draws the form. Where it is taller than the area, the field in hand is kept in the middle as far as can be.
  public func draw(on canvas: inout Canvas, in area: Area, isInHand: Bool = true) {
    for place in visiblePlaces(in: area, measure: canvas.measure) {
      let entry = entries[place.index]
      let holds = isInHand && place.index == inHand
      canvas.put(
        canvas.measure.truncated(entry.section, to: place.section.columns), at: place.section.origin, style: Style(.heading, bold: true),
        within: place.section.intersection(area))
      let labelStyle = Style(holds ? .accent : .plain, bold: holds)
      for (offset, line) in place.labelLines.enumerated() {
        canvas.put(
          line, at: Position(column: place.label.column, row: place.label.row + offset), style: labelStyle,
          within: place.label.intersection(area))
      }
      drawField(entry.field, on: &canvas, in: place.field, within: area, isInHand: holds)
      if place.unitColumns > 0 {
        canvas.put(
          entry.unit, at: Position(column: place.field.right + 1, row: place.field.row), style: Style(holds ? .accent : .muted),
          within: area)
      }
      for (offset, note) in place.notes.enumerated() {
        let row = place.field.bottom + offset
        guard row >= area.row, row < area.bottom else { continue }
        canvas.put(
          note.text, at: Position(column: place.field.column, row: row), style: Style(note.isError ? .bad : .muted), within: area)
      }
    }
  }

  /// A field of which only some rows are visible is drawn apart, and the visible rows are taken over.
  private func drawField(_ field: any Field, on canvas: inout Canvas, in place: Area, within area: Area, isInHand: Bool) {
    let visible = place.intersection(area)
    guard !visible.isEmpty else { return }
    if visible == place { return field.draw(on: &canvas, in: place, isInHand: isInHand) }
    var apart = Canvas(size: place.size, glyphs: canvas.glyphs)
    field.draw(on: &apart, in: apart.area, isInHand: isInHand)
    canvas.take(from: apart, at: place.origin, within: visible)
  }

  /// Where the entries stand when the form is scrolled for an area.
  func visiblePlaces(in area: Area, measure: TextMeasure) -> [Place] {
    var places = places(in: area, measure: measure)
    guard let last = places.last, places.indices.contains(inHand) else { return [] }
    let excess = last.all.bottom - area.bottom
    if excess > 0 {
      let held = places[inHand].all
      let wanted = held.row + held.rows / 2 - (area.row + area.rows / 2)
      // The start of the field in hand stays visible even where it is taller than the area.
      let shift = max(0, min(wanted, excess, held.row - area.row))
      for index in places.indices {
        places[index].all.row -= shift
        places[index].section.row -= shift
        places[index].label.row -= shift
        places[index].field.row -= shift
      }
    }
    return places.filter { !$0.all.intersection(area).isEmpty }
  }

  /// Where the entries stand when the form is not scrolled.
  func places(in area: Area, measure: TextMeasure) -> [Place] {
    // In a narrow area labels stand above their fields; in a wide one those do that would take more than two columns of five. None is cut.
    let isStacked = area.columns < 40
    let widths = entries.map { measure.columns(of: $0.label) }
    let labelColumns = isStacked ? area.columns : widths.filter { $0 <= area.columns * 2 / 5 }.max() ?? 0
    let fieldColumn = isStacked ? area.column : area.column + labelColumns + 2
    let fieldColumns = max(0, area.right - fieldColumn)
    var row = area.row
    return entries.indices.map { index in
      let entry = entries[index]
      // A blank row parts sections, but none stands above the first.
      let sectionRow = entry.section.isEmpty || index == 0 ? row : row + 1
      let labelRow = entry.section.isEmpty ? row : sectionRow + 1
      let isAbove = !entry.label.isEmpty && (isStacked || widths[index] > labelColumns)
      let labelLines = isAbove ? measure.wrapped(entry.label, to: max(1, area.columns)) : [entry.label]
      let fieldRow = isAbove ? labelRow + labelLines.count : labelRow
      let unit = measure.columns(of: entry.unit)
      // A unit gives way to the figure where there is not room for both.
      let unitColumns = unit > 0 && fieldColumns >= unit + 9 ? unit : 0
      let ownColumns = unitColumns == 0 ? fieldColumns : min(Self.columnsBesideUnit, fieldColumns - unitColumns - 1)
      let fieldRows = entry.field.rows(columns: ownColumns, measure: measure)
      let note = entry.error.isEmpty ? (index == inHand ? entry.hint : "") : entry.error
      let notes = note.isEmpty || fieldColumns == 0 ? [] : measure.wrapped(note, to: fieldColumns)
      let bottom = fieldRow + fieldRows + notes.count
      defer { row = bottom }
      return Place(
        index: index,
        all: Area(column: area.column, row: row, columns: area.columns, rows: bottom - row),
        section: Area(column: area.column, row: sectionRow, columns: area.columns, rows: entry.section.isEmpty ? 0 : 1),
        label: Area(column: area.column, row: labelRow, columns: isAbove ? area.columns : labelColumns, rows: labelLines.count),
        labelLines: labelLines,
        field: Area(column: fieldColumn, row: fieldRow, columns: ownColumns, rows: fieldRows),
        unitColumns: unitColumns,
        notes: notes.map { ($0, !entry.error.isEmpty) })
    }
  }
}
