import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the plan of a draw is drawn: what it comes to, center by center who would score it, and of the selected one in full.
struct PlanView {
  let state: PlanState
  let look: Look
  let measure: TextMeasure

  /// The parts of an area.
  func parts(of area: Area) -> (head: Area, table: Area, detail: Area) {
    let lines = head(area.columns - 2).count
    let (head, rest) = area.splitTop(min(lines, area.rows / 2 - 2))
    let (table, detail) = rest.splitTop(rest.rows - min(8, rest.rows / 3))
    return (head.inset(columns: 1), table, detail.inset(columns: 1))
  }

  /// The table of the side in hand, without its rows.
  var table: Table { state.side == .centers ? centers : experts }

  private var centers: Table {
    Table(
      columns: [
        TableColumn(look(.code), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: 16, ideal: 30, stretch: 1),
        TableColumn(look(Phrase(zh: "缺", en: "Short")), minimum: 5, ideal: 5, alignment: .right),
        TableColumn(look(Phrase(zh: "专家（+ 为新抽）", en: "Experts (+ drawn now)")), minimum: 24, ideal: 34, stretch: 1),
      ], emptyText: [look(Phrase(zh: "方案里没有中心。", en: "No center is in the plan."))], margin: 1)
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let parts = parts(of: area)
    for (row, line) in head(parts.head.columns).enumerated() where row < parts.head.rows {
      line.draw(on: &canvas, in: parts.head, row: parts.head.row + row)
    }
    switch state.side {
    case .centers: drawCenters(on: &canvas, in: parts.table)
    case .experts: drawExperts(on: &canvas, in: parts.table)
    }
    if state.list.isEmpty { canvas.cursor = parts.table.origin }
    drawDetail(on: &canvas, in: parts.detail)
  }

  private func drawCenters(on canvas: inout Canvas, in area: Area) {
    let table = centers
    let (names, experts) = (table.columns(of: 1, in: area), table.columns(of: 3, in: area))
    table.draw(on: &canvas, in: area, state: state.list) { place in
      let row = state.rows[place]
      let people = row.lines.map { ($0.isNew ? "+" : "") + state.name($0.expert) }.joined(separator: look(Phrase(zh: "、", en: ", ")))
      return TableRow([
        TableCell(row.center), TableCell(CenterName.fitted(state.names[row.center] ?? row.center, to: names, measure)),
        TableCell(row.shortage.map { String($0.missing) } ?? "", Style(.bad, bold: true)),
        TableCell(measure.truncated(people, to: experts), Style(row.shortage == nil ? .plain : .caution)),
      ])
    }
  }

  /// What the plan comes to, and what should be known of who is drawn for.
  private func head(_ columns: Int) -> [StyledLine] {
    let plan = state.draw.plan
    func say(_ phrase: Phrase, _ ink: Ink) -> [StyledLine] { StyledLine.wrapped(look(phrase), to: columns, Style(ink), measure: measure) }
    var lines = say(RoundsScreen.outcome(state.draw), .plain)
    if plan.isShort {
      let missing = plan.unfilled.reduce(0) { $0 + $1.missing }
      lines += say(
        Phrase(
          zh: "\(plan.unfilled.count) 个中心共缺 \(missing) 名专家，列在最前。",
          en: "\(plan.unfilled.count.counted("center is", "centers are")) short of \(missing) experts in all; they stand first."), .caution)
    }
    if !plan.fallen.isEmpty { lines += say(RoundsScreen.fallen(plan), .caution) }
    if let disconnection = plan.disconnection { lines += say(disconnection, .caution) }
    return lines + (state.draw.roll.isPlain ? [] : state.draw.roll.cautions.flatMap { say($0, .caution) })
  }

  /// The selected line in full.
  private func drawDetail(on canvas: inout Canvas, in area: Area) {
    if let row = state.selected {
      drawDetail("\(row.center)  \(state.names[row.center] ?? "")", lines(of: row, area.columns), on: &canvas, in: area)
    } else if let load = state.selectedLoad {
      drawDetail("\(state.name(load.expert))  \(load.expert)", lines(of: load, area.columns), on: &canvas, in: area)
    }
  }

  private func drawDetail(_ title: String, _ lines: [StyledLine], on canvas: inout Canvas, in area: Area) {
    guard area.rows >= 2 else { return }
    let title = measure.truncated(title, to: area.columns - 2)
    let width = canvas.put(title, at: area.origin, style: Style(.heading, bold: true), within: area)
    canvas.horizontalRule(at: Position(column: area.column + width + 1, row: area.row), columns: area.columns - width - 1, within: area)
    for (offset, line) in lines.prefix(area.rows - 1).enumerated() { line.draw(on: &canvas, in: area, row: area.row + 1 + offset) }
  }

  /// A center: why experts are missing, then each of them, and whether the field is theirs.
  private func lines(of row: PlanState.Row, _ columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    if let shortage = row.shortage {
      lines += StyledLine.wrapped(
        look(Phrase(zh: "缺 \(shortage.missing) 名：", en: "\(shortage.missing) missing: ") + shortage.reason), to: columns, Style(.bad),
        measure: measure)
    }
    for line in row.lines {
      lines += StyledLine.wrapped(
        "\(state.name(line.expert))  \(line.expert)  \(look(PlanView.how(line)))", to: columns, Style(line.isNew ? .accent : .plain),
        measure: measure)
    }
    return lines
  }

  /// Whether it is drawn now or stood, and whether the field is the expert's.
  static func how(_ line: AssignmentPlan.Line) -> Phrase {
    let how = line.isNew ? Phrase(zh: "新抽", en: "drawn now") : Phrase(zh: "原已分配", en: "assigned before")
    return how + (line.fieldMatch ? Phrase(zh: "，领域相符", en: ", of the field") : Phrase(same: ""))
  }
}
