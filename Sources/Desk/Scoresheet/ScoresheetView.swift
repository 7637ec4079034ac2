import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How a scoresheet looks: a pure function of its state.
enum ScoresheetView {
  /// What was made for a frame and mostly stands in the next one as well.
  struct Kept {
    /// What is said beside the indicator.
    var standing = Memo<FactsPane.StandingKey, FactsPane.Standing>()
    /// The rows of the indicators.
    var indicators = KeptLines<IndicatorLine>()
    /// The rows beside them.
    var facts = KeptLines<StyledLine>()
  }

  /// Draws the sheet.
  ///
  /// - Parameter kept: what of the frame before may stand in this one.
  /// - Returns: where its parts stand, for the mouse and for scrolling.
  static func draw(
    _ state: ScoresheetState, today: Day, names: FieldNames, on canvas: inout Canvas, in area: Area, look: Look,
    kept: inout Kept
  ) -> ScoresheetLayout {
    var layout = ScoresheetLayout(in: area, showsPanel: state.comment != nil)
    guard let dossier = state.dossier else {
      Blank.draw(state.problem.map { blank($0) } ?? Phrase(zh: "正在读取评分表…", en: "Reading the sheet…"), on: &canvas, in: area, look: look)
      return layout
    }
    drawHead(state, dossier, today, names[dossier.line.field], on: &canvas, in: layout.head, look)
    canvas.verticalRule(at: layout.rule.origin, rows: layout.rule.rows)
    layout.rows = IndicatorPane.draw(state, on: &canvas, layout: layout, look: look, kept: &kept.indicators)
    let facts = FactsPane(state: state, dossier: dossier, look: look, measure: canvas.measure, columns: FactsPane.columns(in: layout.facts))
    let lines = facts.lines(&kept.standing)
    layout.factsCount = lines.count
    drawFacts(state, dossier, lines, on: &canvas, layout, look, &kept.facts)
    if let comment = state.comment { CommentPanel.draw(comment, state.indicator, on: &canvas, layout, look) }
    SheetSummary.draw(state, dossier, on: &canvas, layout: layout, look: look)
    return layout
  }

  private static func blank(_ problem: Phrase) -> Phrase {
    problem + Phrase(zh: "\n按 F5 重试，Esc 返回。", en: "\nF5 tries again, Esc goes back.")
  }

  private static func drawHead(
    _ state: ScoresheetState, _ dossier: Dossier, _ today: Day, _ field: Phrase, on canvas: inout Canvas, in line: Area, _ look: Look
  ) {
    guard !line.isEmpty else { return }
    let deadline = Deadline(dossier.round.scoresBy, today: today, isOpen: dossier.round.state.takesSheets && state.ended == nil)
    // Once the sheet is handed in, that the round goes on is not what one wants to know.
    let isIn = state.sheet.state == .submitted && state.takesSheets && state.reader == nil
    let handedIn =
      state.sheet.enteredBy.isEmpty
      ? Phrase(zh: "本表已提交", en: "this sheet is submitted") : Phrase(zh: "本表由工作人员代录", en: "typed by staff")
    let standing = isIn ? handedIn : state.ended?.phrase ?? dossier.round.state.phrase
    let left = Phrase(
      zh: "\(field.zh) · \(dossier.round.year) 年度评估 · \(standing.zh)",
      en: "\(field.en) · \(dossier.round.year) · \(standing.en)")
    let right = canvas.measure.truncated(look(deadline.phrase), to: line.columns / 2)
    let rightColumns = canvas.measure.columns(of: right)
    let text = canvas.measure.truncated(look(left), to: line.columns - rightColumns - 4)
    canvas.put(text, at: Position(column: line.column + 1, row: line.row), style: Style(.muted), within: line)
    canvas.put(
      right, at: Position(column: line.right - rightColumns - 1, row: line.row), style: Style(deadline.ink, bold: deadline.isNear),
      within: line)
  }

  private static func drawFacts(
    _ state: ScoresheetState, _ dossier: Dossier, _ lines: [StyledLine], on canvas: inout Canvas, _ layout: ScoresheetLayout, _ look: Look,
    _ kept: inout KeptLines<StyledLine>
  ) {
    let indicator = state.indicator
    let isInHand = state.pane == .facts && !state.isCapturing
    let title = layout.factsTitle
    if !layout.group.isEmpty {
      let line = Area(column: title.column, row: layout.group.row, columns: title.columns - 1, rows: 1)
      IndicatorPane.draw(IndicatorLine.Heading(state.selected.group, state, look), on: &canvas, in: line)
    }
    // What the host gave itself is told once the own points are handed in.
    let own = (dossier.ownScores?[indicator.code] ?? nil).map { own in
      Phrase(zh: "自评 \(FigureText.short(own)) · ", en: "host's own \(FigureText.short(own)) · ")
    }
    let weight = look((own ?? Phrase(same: "")) + Phrase(zh: "满分 \(indicator.weight)", en: "of \(indicator.weight)"))
    let weightColumns = canvas.measure.columns(of: weight)
    let name = canvas.measure.truncated("\(indicator.code) \(look(indicator.name))", to: title.columns - weightColumns - 2)
    canvas.put(name, at: title.origin, style: Style(.heading, bold: true), within: title)
    canvas.put(weight, at: Position(column: title.right - weightColumns - 1, row: title.row), style: Style(.muted), within: title)
    if isInHand { canvas.restyle(title, .selected) }
    let top = max(0, min(state.factsTop, lines.count - layout.facts.rows))
    kept.show(lines.dropFirst(top), on: &canvas, in: layout.facts) { line, canvas, place in
      line.draw(on: &canvas, in: place, row: place.row)
    }
    let bar = Area(column: layout.facts.right, row: layout.facts.row, columns: 1, rows: layout.facts.rows)
    canvas.scrollBar(in: bar, top: top, count: lines.count)
    if isInHand { canvas.cursor = title.origin }
  }
}

/// The panel in which a comment is written.
enum CommentPanel {
  static func draw(_ comment: CommentInHand, _ indicator: Indicator, on canvas: inout Canvas, _ layout: ScoresheetLayout, _ look: Look) {
    let title = look(Phrase(zh: "\(comment.code) 评语", en: "Comment on \(comment.code)"))
    canvas.fill(layout.panel)
    canvas.frame(layout.panel, title: title, style: Style(.accent))
    comment.area.draw(on: &canvas, in: layout.commentField, isInHand: true)
    let said = look(comment.draftPhrase)
    guard !said.isEmpty else { return }
    let isFault = if case .failed = comment.draft { true } else { false }
    let columns = canvas.measure.columns(of: said) + 2
    canvas.put(
      " \(said) ", at: Position(column: layout.panel.right - columns - 2, row: layout.panel.bottom - 1),
      style: Style(isFault ? .bad : .muted), within: layout.panel)
  }
}
