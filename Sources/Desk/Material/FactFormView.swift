import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How an evaluation form is drawn: the indicators at the left, the items of the one in hand over the years at the right, beneath them what
/// is said of the item in hand.
struct FactFormView {
  let state: FactFormState
  let look: Look
  let role: Role
  let status: (phrase: Phrase, ink: Ink)

  /// Where everything stands.
  struct Parts {
    var head: Area
    var titles: Area
    var indicators: Area
    var grid: Area
    var detail: Area
  }

  /// What is told beneath the standing: why the form came back, or from where it was taken over.
  private var told: Phrase? {
    reasonOfReturn.map { Phrase(zh: "退回理由：", en: "Why it came back: ") + Phrase(same: $0.string.replacing("\n", with: " ")) }
      ?? MaterialWords.succession(state.file.summary)
  }

  private var reasonOfReturn: PlainText? { if case .returned(_, let reason) = state.file.file.material { reason } else { nil } }

  /// Divides an area.
  func parts(of area: Area) -> Parts {
    let (head, rest) = area.inset(columns: 1).splitTop(told == nil ? 2 : 3)
    let (left, right) = rest.splitLeft(area.columns >= 110 ? 38 : area.columns >= 76 ? 26 : 15)
    let room = right.inset(columns: 1)
    let (grid, detail) = room.splitTop(max(6, room.rows - (room.rows >= 30 ? 10 : 6)))
    let (titles, indicators) = left.splitTop(1)
    return Parts(head: head, titles: titles, indicators: indicators, grid: grid, detail: detail)
  }

  /// The indicator that is drawn at a place.
  func indicator(at place: Position, in area: Area) -> IndicatorCode? {
    let list = parts(of: area).indicators
    let index = place.row - list.row + firstIndicator(rows: list.rows)
    return list.contains(place) && IndicatorCode.all.indices.contains(index) ? IndicatorCode.all[index] : nil
  }

  /// The indicator at the top of the list: as many are passed over as bring the one in hand into view.
  private func firstIndicator(rows: Int) -> Int { max(0, state.indicatorCode.index - rows + 1) }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let parts = parts(of: area)
    drawHead(on: &canvas, in: parts.head)
    drawTitles(on: &canvas, in: parts.titles)
    drawIndicators(on: &canvas, in: parts.indicators)
    canvas.verticalRule(
      at: Position(column: parts.titles.right, row: parts.titles.row), rows: parts.indicators.rows + 1, within: area)
    let grid = FactGrid(state: state, look: look, measure: canvas.measure, columns: parts.grid.columns)
    let (lines, rows) = grid.lines
    let inHand = rows.indices.contains(state.row) ? rows[state.row] : 0..<1
    // As many lines are passed over as bring the whole item in hand into view.
    let top = max(0, min(inHand.lowerBound, inHand.upperBound - parts.grid.rows))
    for (offset, line) in lines.dropFirst(top).prefix(parts.grid.rows).enumerated() {
      line.draw(on: &canvas, in: parts.grid, row: parts.grid.row + offset)
    }
    let cell = grid.cell
    let row = parts.grid.row + inHand.lowerBound - top + cell.row
    if let editor = state.editor {
      let field = Area(column: parts.grid.column + cell.column, row: row, columns: cell.columns, rows: 1)
      editor.draw(on: &canvas, in: field, isInHand: true)
    } else {
      canvas.cursor = Position(column: parts.grid.column + cell.column, row: row)
    }
    canvas.horizontalRule(at: parts.detail.origin, columns: parts.detail.columns, within: area)
    drawDetail(on: &canvas, in: parts.detail.splitTop(1).rest)
  }

  private func drawDetail(on canvas: inout Canvas, in area: Area) {
    var lines = FactDetail(state: state, look: look).lines(area.columns, canvas.measure)
    if lines.count > area.rows {
      let more = Phrase(zh: "… 还有 \(lines.count - area.rows + 1) 行，F11 看全文", en: "… \(lines.count - area.rows + 1) more lines: F11")
      lines = lines.prefix(max(0, area.rows - 1)) + [StyledLine(look(more), Style(.accent))]
    }
    for (offset, line) in lines.prefix(area.rows).enumerated() { line.draw(on: &canvas, in: area, row: area.row + offset) }
  }

  private func drawHead(on canvas: inout Canvas, in area: Area) {
    let summary = state.file.summary
    let told = look(status.phrase)
    let right = area.right - canvas.measure.columns(of: told)
    canvas.put(told, at: Position(column: right, row: area.row), style: Style(status.ink), within: area)
    let name = CenterName.fitted(summary.name, to: max(0, right - area.column - summary.code.count - 4), canvas.measure)
    canvas.put("\(summary.code)  \(name)", at: area.origin, style: Style(.heading, bold: true), within: area)
    var column = area.column
    func put(_ phrase: Phrase, _ ink: Ink) {
      column += canvas.put(
        canvas.measure.truncated(look(phrase), to: max(0, area.right - column)), at: Position(column: column, row: area.row + 1),
        style: Style(ink), within: area)
    }
    let standing = MaterialWords.standing(summary)
    put(standing.phrase, standing.ink)
    if let until = MaterialWords.until(summary) { put(Phrase(same: "  ") + until.phrase, until.ink) }
    for (phrase, ink) in counts { put(Phrase(same: "  ") + phrase, ink) }
    if let words = self.told {
      canvas.put(
        canvas.measure.truncated(look(words), to: area.columns), at: Position(column: area.column, row: area.row + 2),
        style: Style(.caution),
        within: area)
    }
  }

  /// What is still to be done, in figures.
  private var counts: [(Phrase, Ink)] {
    let form = state.file.form
    if isChecking {
      return [
        (Phrase(zh: "待审 \(form.unchecked.count)", en: "\(form.unchecked.count) to check"), form.unchecked.isEmpty ? .good : .accent)
      ]
        + (form.answered.isEmpty
          ? [] : [(Phrase(zh: "* 质询后已改 \(form.answered.count)", en: "* \(form.answered.count) changed"), .accent)])
        + [
          (Phrase(zh: "质询 \(form.questioned.count)", en: "\(form.questioned.count) asked"), form.questioned.isEmpty ? .muted : .caution)
        ]
    }
    let errors = state.findings.count { $0.severity == .error }
    let doubts = state.findings.count { $0.severity == .doubt && form.remarks[$0.identifier] == nil }
    return [
      (Phrase(zh: "待填 \(state.open.count)", en: "\(state.open.count) open"), state.open.isEmpty ? .good : .caution),
      (Phrase(zh: "矛盾 \(errors)", en: "\(errors) wrong"), errors == 0 ? .good : .bad),
      (Phrase(zh: "存疑 \(doubts)", en: "\(doubts) \(doubts == 1 ? "doubt" : "doubts")"), doubts == 0 ? .good : .caution),
      form.declaration == nil ? (Phrase(zh: "未声明", en: "undeclared"), .muted) : (Phrase(zh: "已声明", en: "declared"), .good),
    ]
  }

  /// Whether the department's counts stand beside the indicators, instead of the host's.
  private var isChecking: Bool { if role == .department, case .submitted = state.file.file.material { true } else { false } }

  /// What the figures beside the indicators are.
  private func drawTitles(on canvas: inout Canvas, in area: Area) {
    let line = Area(column: area.column, row: area.row, columns: area.columns - 1, rows: area.rows)
    let counts = look(isChecking ? Phrase(zh: "待审", en: "to check") : Phrase(zh: "已填/项", en: "filled"))
    let columns = canvas.measure.columns(of: counts)
    let name = canvas.measure.truncated(look(Phrase(zh: "指标", en: "Indicator")), to: max(0, line.columns - columns - 1))
    canvas.put(name, at: line.origin, style: Style(.heading, bold: true), within: line)
    canvas.put(counts, at: Position(column: line.right - columns, row: line.row), style: Style(.heading, bold: true), within: line)
  }

  private func drawIndicators(on canvas: inout Canvas, in area: Area) {
    let shown = IndicatorCode.all.dropFirst(firstIndicator(rows: area.rows)).prefix(area.rows)
    for (offset, code) in shown.enumerated() {
      let indicator = state.system[code]
      let line = Area(column: area.column, row: area.row + offset, columns: area.columns - 1, rows: 1)
      let isInHand = code == state.indicatorCode
      if isInHand { canvas.fill(line, Style(.selected)) }
      func style(_ ink: Ink) -> Style { Style(isInHand ? .selected : ink, bold: isInHand) }
      let items = indicator.facts.filter { $0.kind != .derived }
      let filled = items.count { fact in state.sheet.places(of: fact).allSatisfy { !state.open.contains($0) } }
      let own = state.findings.filter { $0.check.indicator == code }
      let errors = own.count { $0.severity == .error }
      let doubts = own.count { $0.severity == .doubt && state.file.form.remarks[$0.identifier] == nil }
      var column = line.right
      func putLeft(_ text: String, _ ink: Ink) {
        column -= canvas.measure.columns(of: text)
        canvas.put(text, at: Position(column: column, row: line.row), style: style(ink), within: line)
        column -= 1
      }
      if isChecking {
        let unchecked = state.file.form.unchecked.count { $0.indicator == code }
        let questioned = state.file.form.questioned.count { $0.indicator == code }
        let answered = state.file.form.answered.count { $0.indicator == code }
        if questioned > 0 { putLeft("?\(questioned)", .caution) }
        if answered > 0 { putLeft("*\(answered)", .accent) }
        putLeft(unchecked == 0 ? "✓" : "\(unchecked)", unchecked == 0 ? .good : .accent)
      } else {
        putLeft("\(filled)/\(items.count)", filled == items.count ? .good : .muted)
        // What the department asked, when it gave the form back.
        let asked = state.file.form.questioned.count { $0.indicator == code }
        if asked > 0 { putLeft("?\(asked)", .caution) }
      }
      if doubts > 0 { putLeft("?\(doubts)", .caution) }
      if errors > 0 { putLeft("!\(errors)", .bad) }
      let name = canvas.measure.truncated("\(code) \(look(indicator.name))", to: max(0, column - line.column))
      canvas.put(name, at: line.origin, style: style(.plain), within: line)
    }
  }
}
