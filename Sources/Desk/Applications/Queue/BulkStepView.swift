import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the preview of a step with several applications is drawn: the table, and the whole reason of the selected one beneath it.
struct BulkStepView {
  let state: BulkStepState
  let kind: ApplicationStepKind
  let look: Look

  private static let head = 2
  private static let foot = 4

  /// Where the table stands.
  static func tableArea(in area: Area) -> Area {
    let rest = area.splitTop(head).rest
    return rest.splitTop(max(3, rest.rows - foot)).top.inset(columns: 1)
  }

  /// The table, without its rows.
  var table: Table {
    Table(
      columns: [
        TableColumn(look(Phrase(zh: "申请号", en: "Number")), minimum: 11, ideal: 11),
        TableColumn(look(Phrase(zh: "拟建中心", en: "Center")), minimum: 20, ideal: 36, stretch: 1),
        TableColumn(look(.host), minimum: 12, ideal: 28, stretch: 1, priority: 2),
        TableColumn(look(Phrase(zh: "能否办理", en: "Can it be done?")), minimum: 40, ideal: 58, stretch: 2),
      ], emptyText: [look(Phrase(zh: "没有要办理的申请；按 Esc 返回。", en: "Nothing is left to do; Esc goes back."))])
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let head = area.splitTop(1).top.inset(columns: 1)
    let (can, cannot) = (state.lawful.count, state.outlooks.count - state.lawful.count)
    var column = head.column
    for (phrase, style) in [
      (kind.phrase + Citation.bracketed(kind.article) + Phrase(same: "  "), Style(.heading, bold: true)),
      (Phrase(zh: "将办理 \(can) 件", en: "\(can) will be done"), Style(can > 0 ? .good : .muted, bold: true)),
      (cannot == 0 ? Phrase(same: "") : Phrase(zh: "，不办理 \(cannot) 件", en: ", \(cannot) will not"), Style(.caution, bold: true)),
    ] {
      column += canvas.put(look(phrase), at: Position(column: column, row: head.row), style: style, within: head)
    }
    let (table, room) = (table, BulkStepView.tableArea(in: area))
    let (names, verdicts) = (table.columns(of: 1, in: room), table.columns(of: 3, in: room))
    let measure = canvas.measure
    table.draw(on: &canvas, in: room, state: state.list) { place in
      let outlook = state.outlooks[place]
      let verdict = verdict(of: outlook, at: place)
      return TableRow([
        TableCell(outlook.application.number), CenterName.cell(outlook.application.name, to: names, measure),
        TableCell(outlook.application.host),
        TableCell(measure.truncated(look(verdict.phrase), to: verdicts), Style(verdict.ink)),
      ])
    }
    if state.list.isEmpty { canvas.cursor = room.origin }
    drawReason(on: &canvas, in: Area(column: room.column, row: room.bottom + 1, columns: room.columns, rows: area.bottom - room.bottom - 1))
  }

  private func verdict(of outlook: StepOutlook, at place: Int) -> (phrase: Phrase, ink: Ink) {
    if let refusal = outlook.refusal { return (Phrase(zh: "不办理：", en: "no: ") + refusal.cited, .caution) }
    if state.codes.indices.contains(place) {
      return (Phrase(zh: "可办理，编号 \(state.codes[place])", en: "yes, as \(state.codes[place])"), .good)
    }
    if outlook.unknown.isEmpty { return (Phrase(zh: "可办理", en: "yes"), .good) }
    let articles = outlook.unknown
    return (
      Phrase(zh: "可办理；\(articles.joined(separator: "、")) 待定", en: "yes; \(articles.joined(separator: ", ")) unknown"), .fair
    )
  }

  /// A reason that the table has no room for.
  private func drawReason(on canvas: inout Canvas, in room: Area) {
    guard let outlook = state.selected, room.rows > 0 else { return }
    let verdict = verdict(of: outlook, at: state.list.selected)
    let words = "\(outlook.application.number)  \(look(verdict.phrase))"
    for (offset, line) in canvas.measure.wrapped(words, to: room.columns).prefix(room.rows).enumerated() {
      canvas.put(line, at: Position(column: room.column, row: room.row + offset), style: Style(verdict.ink), within: room)
    }
  }
}
