import DeskRuntime
import Regulation
import Widgets
import Wording

/// The nineteen indicators under their five headings, with weight, own points and a bar.
enum IndicatorPane {
  /// Draws the list.
  ///
  /// - Parameter kept: the rows of the frame before.
  /// - Returns: what stands in its rows.
  static func draw(
    _ state: ScoresheetState, on canvas: inout Canvas, layout: ScoresheetLayout, look: Look, kept: inout KeptLines<IndicatorLine>
  ) -> [ScoresheetLayout.Row] {
    let area = layout.list
    let rows = rows(state, layout)
    let lines = rows.map { IndicatorLine($0, state, showsHeadings: layout.showsHeadings, look) }
    kept.show(lines, on: &canvas, in: area) { line, canvas, place in
      switch line {
      case .blank: break
      // The figures stand in one column with those of the indicators.
      case .heading(let heading):
        draw(heading, on: &canvas, in: Area(column: place.column + 1, row: place.row, columns: place.columns - 1 - tail, rows: 1))
      case .indicator(let standing): draw(standing, on: &canvas, in: place)
      }
    }
    if let row = rows.firstIndex(of: .indicator(state.selected)) {
      select(Area(column: area.column, row: area.row + row, columns: area.columns, rows: 1), state, on: &canvas)
    }
    if let entry = state.entry, let row = rows.firstIndex(of: .indicator(entry.code)) {
      draw(entry, on: &canvas, in: Area(column: area.column, row: area.row + row, columns: area.columns, rows: 1))
    }
    return rows
  }

  /// What stands in the rows: all, or where there are too few those around the selected one.
  private static func rows(_ state: ScoresheetState, _ layout: ScoresheetLayout) -> [ScoresheetLayout.Row] {
    var rows: [ScoresheetLayout.Row] = []
    for code in IndicatorCode.all {
      if IndicatorCode(index: code.index - 1)?.group != code.group {
        if layout.showsGaps, code.group > 1 { rows.append(.blank) }
        if layout.showsHeadings { rows.append(.heading(code.group)) }
      }
      rows.append(.indicator(code))
    }
    guard rows.count > layout.list.rows else { return rows }
    let selected = rows.firstIndex(of: .indicator(state.selected)) ?? 0
    let top = max(0, min(selected - layout.list.rows / 2, rows.count - layout.list.rows))
    return Array(rows[top..<top + layout.list.rows])
  }

  /// Draws a heading: its name, and at the end of the line what is given under it and its weight.
  static func draw(_ heading: IndicatorLine.Heading, on canvas: inout Canvas, in line: Area) {
    let style = Style(.heading, bold: true)
    let figures = "\(heading.sum?.description ?? "")/\(heading.weight)"
    let columns = canvas.measure.columns(of: figures)
    let name = canvas.measure.truncated("\(heading.code) \(heading.name)", to: line.columns - columns - 1)
    canvas.put(name, at: line.origin, style: style, within: line)
    canvas.put(figures, at: Position(column: line.right - columns, row: line.row), style: style, within: line)
  }

  /// Columns behind the figures: a blank, and a sign for a comment.
  private static let tail = 4
  /// Columns of a figure.
  private static let figure = 5
  /// Columns of the weight behind it.
  private static let weight = 3

  private static func draw(_ standing: IndicatorLine.Standing, on canvas: inout Canvas, in line: Area) {
    let measure = canvas.measure
    let (sign, signInk) = self.sign(standing.mark, canvas.glyphs)
    canvas.put(
      sign, at: Position(column: line.column + 1, row: line.row), style: Style(signInk, bold: standing.mark != .open), within: line)
    canvas.put(
      standing.code.description, at: Position(column: line.column + 3, row: line.row),
      style: standing.beginsGroup ? Style(.heading, bold: true) : Style(.muted), within: line)
    let weightPlace = line.right - tail - weight
    let figurePlace = weightPlace - figure
    // In a narrow list the name needs the room more than the bar.
    let barColumns = line.columns < 34 ? 0 : min(12, max(4, (line.columns - 20) / 6))
    let barPlace = figurePlace - 1 - barColumns
    let nameRoom = barPlace - (barColumns > 0 ? 1 : 0) - (line.column + 7)
    canvas.put(measure.truncated(standing.name, to: nameRoom), at: Position(column: line.column + 7, row: line.row), within: line)
    let bar = Area(column: barPlace, row: line.row, columns: barColumns, rows: 1)
    if let points = standing.points {
      canvas.bar(Double(points.hundredths) / Double(standing.weight * 100), in: bar)
    } else {
      canvas.fill(bar, Style(.barRest), with: canvas.glyphs.barRest)
    }
    let text = standing.points?.description ?? "-"
    canvas.put(
      text, at: Position(column: weightPlace - measure.columns(of: text), row: line.row),
      style: standing.points == nil ? Style(.muted) : Style(.plain, bold: true), within: line)
    canvas.put("/\(standing.weight)", at: Position(column: weightPlace, row: line.row), style: Style(.muted), within: line)
    if let comment = standing.comment {
      canvas.put(
        comment, at: Position(column: line.right - 3, row: line.row), style: Style(standing.isDraft ? .caution : .muted), within: line)
    }
  }

  private static func select(_ line: Area, _ state: ScoresheetState, on canvas: inout Canvas) {
    let shown = Area(column: line.column, row: line.row, columns: line.columns - 1, rows: 1)
    canvas.restyle(shown, state.pane == .indicators && state.comment == nil ? .selected : .selectedAway)
    if state.pane == .indicators { canvas.cursor = Position(column: line.column + 1, row: line.row) }
  }

  /// Points that are being typed, where the figure stands.
  private static func draw(_ entry: PointsInHand, on canvas: inout Canvas, in line: Area) {
    let weightPlace = line.right - tail - weight
    // Two columns more than a figure takes, so that `100%` and full-width digits are seen as they are typed.
    let place = Area(column: weightPlace - figure - 2, row: line.row, columns: figure + 2, rows: 1)
    entry.field.draw(on: &canvas, in: place, isInHand: true)
    if entry.isReplacedNext {
      let columns = min(canvas.measure.columns(of: entry.field.text), place.columns)
      canvas.restyle(Area(column: place.column, row: place.row, columns: columns, rows: 1), .selected)
    }
    if entry.isShare, !entry.field.reading.hasSuffix("%") {
      canvas.put("%", at: Position(column: weightPlace - 1, row: line.row), style: Style(.fieldInHand), within: line)
    }
  }

  /// The sign of how far an indicator has come; told apart without colour.
  private static func sign(_ mark: ScoresheetState.Mark, _ glyphs: GlyphSet) -> (String, Ink) {
    switch mark {
    case .open: (String(glyphs.unchosen), .muted)
    case .saved: (String(glyphs.tick), .good)
    case .saving: ("~", .accent)
    case .unsaved: ("!", .bad)
    }
  }
}
