import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the sheets of one expert are drawn.
struct ExpertSheetsView {
  let state: ExpertSheetsState
  let expert: ExpertProgress
  let look: Look

  /// Where the table stands.
  static func tableArea(in area: Area) -> Area { area.splitTop(3).rest }

  /// The table, without its rows.
  var table: Table {
    let isChinese = look.language == .zh
    return Table(
      columns: [
        TableColumn(look(.code), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: 16, ideal: 40, stretch: 1),
        TableColumn(look(Phrase(zh: "已评", en: "Given")), minimum: 5, ideal: 6, alignment: .right),
        TableColumn(look(Phrase(zh: "总分", en: "Total")), minimum: 6, ideal: 7, alignment: .right),
        TableColumn(look(Phrase(zh: "提交日期", en: "Submitted")), minimum: 10, ideal: 11),
        TableColumn(look(Phrase(zh: "情况", en: "Standing")), minimum: isChinese ? 8 : 14, ideal: isChinese ? 10 : 14),
      ],
      emptyText: [look(Phrase(zh: "这位专家没有分配到中心。", en: "No center is assigned to this expert."))], margin: 1)
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    drawHead(on: &canvas, in: area.splitTop(3).top.inset(columns: 1))
    let table = table
    let room = ExpertSheetsView.tableArea(in: area)
    let nameColumns = table.columns(of: 1, in: room)
    let measure = canvas.measure
    table.draw(on: &canvas, in: room, state: state.list) { place in
      let sheet = state.sheets[place]
      let standing = state.standing(of: sheet)
      return TableRow([
        TableCell(sheet.center), CenterName.cell(sheet.name, to: nameColumns, measure),
        TableCell("\(sheet.given)/\(IndicatorCode.count)", Style(.muted)), TableCell(sheet.total?.description ?? "–"),
        TableCell(sheet.submittedOn?.description ?? "–", Style(sheet.submittedOn == nil ? .muted : .plain)),
        TableCell(look(standing.phrase), Style(standing.ink)),
      ])
    }
    if state.list.isEmpty { canvas.cursor = room.origin }
  }

  private func drawHead(on canvas: inout Canvas, in area: Area) {
    func put(_ parts: [(Phrase, Style)], row: Int) {
      var column = area.column
      for (phrase, style) in parts {
        column += canvas.put(
          canvas.measure.truncated(look(phrase), to: max(0, area.right - column)), at: Position(column: column, row: area.row + row),
          style: style, within: area)
      }
    }
    let round = state.round
    var first: [(Phrase, Style)] = [
      (Phrase(zh: "\(expert.name)（\(expert.login)） ", en: "\(expert.name) (\(expert.login)) "), Style(.heading, bold: true)),
      (
        Phrase(zh: " 已交 \(state.submitted)/\(state.sheets.count) 份", en: " \(state.submitted) of \(state.sheets.count) sheets submitted"),
        .plain
      ),
    ]
    if !expert.hasPledged { first.append((Phrase(zh: "  承诺未签", en: "  pledge open"), Style(.caution))) }
    put(first, row: 0)
    var second: [(Phrase, Style)] = [
      (Phrase(zh: "\(round.year) 年度  ", en: "\(round.year)  "), Style(.muted)), (round.state.phrase, Style(round.state.ink)),
    ]
    if round.state.takesSheets {
      let deadline = ScoringDeadline.phrase(round.scoresBy, today: state.today)
      second.append((Phrase(same: "  ") + deadline.phrase, Style(deadline.ink)))
    }
    put(second, row: 1)
  }
}
