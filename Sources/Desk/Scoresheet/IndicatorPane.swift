import DeskRuntime
import Regulation
import Widgets
import Wording

/// The nineteen indicators under their five headings, with weight, own points and a bar.
enum IndicatorPane {
  /// Draws the list.
  ///
  /// - Returns: what stands in its rows.
  static func draw(_ state: ScoresheetState, on canvas: inout Canvas, layout: ScoresheetLayout, look: Look) -> [ScoresheetLayout.Row] {
    let area = layout.list
    var rows: [ScoresheetLayout.Row] = []
    for group in 1...5 {
      if layout.showsGaps, group > 1 { rows.append(.blank) }
      if layout.showsHeadings { rows.append(.heading(group)) }
      rows += IndicatorCode.all.filter { $0.group == group }.map { .indicator($0) }
    }
    if rows.count > area.rows {
      let selected = rows.firstIndex(of: .indicator(state.selected)) ?? 0
      let top = max(0, min(selected - area.rows / 2, rows.count - area.rows))
      rows = Array(rows[top..<top + area.rows])
    }
    for (offset, row) in rows.enumerated() {
      let line = Area(column: area.column, row: area.row + offset, columns: area.columns, rows: 1)
      switch row {
      case .blank: break
      case .heading(let number): draw(state.system.groups[number - 1], state, on: &canvas, in: line, look)
      case .indicator(let code): draw(code, state, on: &canvas, in: line, showsHeadings: layout.showsHeadings, look)
      }
    }
    return rows
  }

  private static func draw(_ group: IndicatorGroup, _ state: ScoresheetState, on canvas: inout Canvas, in line: Area, _ look: Look) {
    let sum = group.indicators.reduce(into: Points.zero) { $0 += state.sheet.points[$1.code] ?? .zero }
    let isStarted = group.indicators.contains { state.sheet.points[$0.code] != nil }
    let figure = (isStarted ? sum.description : "") + "/\(group.weight)"
    let style = Style(.heading, bold: true)
    let columns = canvas.measure.columns(of: figure)
    // The figures stand in one column with those of the indicators.
    let right = line.right - tail
    let name = canvas.measure.truncated("\(group.code) \(look(group.name))", to: right - columns - line.column - 2)
    canvas.put(name, at: Position(column: line.column + 1, row: line.row), style: style, within: line)
    let start = right - canvas.measure.columns(of: "/\(group.weight)") - (isStarted ? canvas.measure.columns(of: sum.description) : 0)
    canvas.put(figure, at: Position(column: start, row: line.row), style: style, within: line)
  }

  /// Columns behind the figures: a blank, and a sign for a comment.
  private static let tail = 4
  /// Columns of a figure.
  private static let figure = 5
  /// Columns of the weight behind it.
  private static let weight = 3

  private static func draw(
    _ code: IndicatorCode, _ state: ScoresheetState, on canvas: inout Canvas, in line: Area, showsHeadings: Bool, _ look: Look
  ) {
    let indicator = state.system[code]
    let isSelected = code == state.selected
    let points = state.sheet.points[code]
    let mark = state.mark(of: code)
    let measure = canvas.measure
    let (sign, signInk) = self.sign(mark, canvas.glyphs)
    canvas.put(sign, at: Position(column: line.column + 1, row: line.row), style: Style(signInk, bold: mark != .open), within: line)
    let isFirst = !showsHeadings && code.group > 1 && IndicatorCode(index: code.index - 1)?.group != code.group
    canvas.put(
      code.description, at: Position(column: line.column + 3, row: line.row),
      style: Style(isFirst || (!showsHeadings && code.index == 0) ? .heading : .muted, bold: isFirst), within: line)
    let weightPlace = line.right - tail - weight
    let figurePlace = weightPlace - figure
    // In a narrow list the name needs the room more than the bar.
    let barColumns = line.columns < 34 ? 0 : min(12, max(4, (line.columns - 20) / 5))
    let barPlace = figurePlace - 1 - barColumns
    let nameRoom = barPlace - (barColumns > 0 ? 1 : 0) - (line.column + 7)
    canvas.put(
      measure.truncated(look(indicator.name), to: nameRoom), at: Position(column: line.column + 7, row: line.row), within: line)
    let bar = Area(column: barPlace, row: line.row, columns: barColumns, rows: 1)
    if let points {
      canvas.bar(Double(points.hundredths) / Double(indicator.fullPoints.hundredths), in: bar)
    } else {
      canvas.fill(bar, Style(.barRest), with: canvas.glyphs.barRest)
    }
    let text = points.map(\.description) ?? "-"
    canvas.put(
      text, at: Position(column: weightPlace - measure.columns(of: text), row: line.row),
      style: Style(points == nil ? .muted : .plain, bold: points != nil), within: line)
    canvas.put("/\(indicator.weight)", at: Position(column: weightPlace, row: line.row), style: Style(.muted), within: line)
    if let (sign, ink) = commentSign(code, state) {
      canvas.put(look(sign), at: Position(column: line.right - 3, row: line.row), style: Style(ink), within: line)
    }
    if isSelected {
      let shown = Area(column: line.column, row: line.row, columns: line.columns - 1, rows: 1)
      canvas.restyle(shown, state.pane == .indicators && state.comment == nil ? .selected : .selectedAway)
      if state.pane == .indicators { canvas.cursor = Position(column: line.column + 1, row: line.row) }
    }
    if let entry = state.entry, entry.code == code {
      // A column more than a figure takes, so that `100%` and full-width digits are seen as they are typed.
      let sign = entry.isShare && !entry.field.reading.hasSuffix("%")
      let place = Area(column: figurePlace - 2, row: line.row, columns: figure + 2, rows: 1)
      entry.field.draw(on: &canvas, in: place, isInHand: true)
      if entry.isReplacedNext {
        let columns = min(measure.columns(of: entry.field.text), place.columns)
        canvas.restyle(Area(column: place.column, row: place.row, columns: columns, rows: 1), .selected)
      }
      if sign { canvas.put("%", at: Position(column: weightPlace - 1, row: line.row), style: Style(.fieldInHand), within: line) }
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

  private static func commentSign(_ code: IndicatorCode, _ state: ScoresheetState) -> (Phrase, Ink)? {
    if state.sheet.drafts[code] != nil { return (Phrase(zh: "稿", en: "dr"), .caution) }
    if !state.sheet.comments[code].isEmpty { return (Phrase(zh: "评", en: "co"), .muted) }
    return nil
  }
}
