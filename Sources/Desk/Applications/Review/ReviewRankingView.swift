import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the reviewed applications are compared: a table by rating, and beneath it what the experts recommend of the selected one.
struct ReviewRankingView {
  let lines: [ReviewedApplication]
  let list: ListState
  let look: Look

  private static let centerColumn = 5

  /// Where the table stands: beneath what it is ordered by, above what is told of the selected application.
  static func tableArea(in area: Area) -> Area {
    let rest = area.inset(columns: 1).splitTop(1).rest
    return rest.splitTop(max(3, rest.rows - 2)).top
  }

  private var table: Table {
    Table(
      columns: [
        TableColumn(look(Phrase(zh: "名次", en: "Rank")), minimum: 4, ideal: 5, alignment: .right),
        TableColumn(look(Phrase(zh: "评分", en: "Rating")), minimum: 8, ideal: 8, alignment: .right),
        TableColumn(look(Phrase(zh: "意见", en: "In")), minimum: 4, ideal: 5),
        TableColumn(look(Phrase(zh: "建议建设", en: "For it")), minimum: 8, ideal: 8),
        TableColumn(look(Phrase(zh: "申请号", en: "Number")), minimum: 11, ideal: 11),
        TableColumn(look(Phrase(zh: "拟建中心", en: "Center")), minimum: 10, ideal: 40, stretch: 1),
        TableColumn(look(Phrase(zh: "进度", en: "Stage")), minimum: 16, ideal: 16),
      ], emptyText: [look(Phrase(zh: "没有经专家评审的申请。", en: "Nothing is under review or was reviewed."))])
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let head = area.inset(columns: 1).splitTop(1).top
    let words = Phrase(
      zh: "同一年度的按专家评分平均值排名（办法第12条）；意见未交齐的不排，平均值加括号", en: "By mean rating within a call (article 12); in brackets: opinions to come")
    let (measure, room, table) = (canvas.measure, ReviewRankingView.tableArea(in: area), table)
    canvas.put(measure.truncated(look(words), to: head.columns), at: head.origin, style: Style(.muted), within: head)
    let nameColumns = table.columns(of: ReviewRankingView.centerColumn, in: room)
    table.draw(on: &canvas, in: room, state: list) { place in
      let line = lines[place]
      let standing = line.standing
      return TableRow([
        TableCell(line.rank.map { String($0) } ?? "–"), rating(line),
        TableCell("\(standing.opinions)/\(line.needed)", Style(line.rank == nil ? .caution : .good)),
        TableCell(
          standing.supportingWithChanges == 0
            ? "\(standing.supporting)" : "\(standing.supporting)+\(standing.supportingWithChanges)"),
        TableCell(line.application.number),
        CenterName.cell(line.application.name, to: nameColumns, measure),
        TableCell(look(line.application.stage.phrase), Style(line.application.stage.ink)),
      ])
    }
    if list.isEmpty { canvas.cursor = head.origin }
    guard lines.indices.contains(list.selected) else { return }
    let foot = Area(column: room.column, row: room.bottom, columns: room.columns, rows: area.bottom - room.bottom)
    for (offset, phrase) in [ReviewRankingView.legend, told(lines[list.selected])].enumerated() {
      let text = measure.truncated(look(phrase), to: foot.columns)
      canvas.put(text, at: Position(column: foot.column, row: foot.row + offset), style: Style(.muted), within: foot)
    }
  }

  /// What the signs of a column mean.
  private static let legend = Phrase(
    zh: "“建议建设”栏 2+1：2 位建议建设，另有 1 位建议修改完善后建设", en: "“For it” 2+1: two experts are for it, one more after changes")

  /// The mean of some opinions is no mean of all.
  private func rating(_ line: ReviewedApplication) -> TableCell {
    guard let figure = line.standing.rating?.description else { return TableCell("–", Style(.muted)) }
    return line.rank == nil ? TableCell("(\(figure))", Style(.muted)) : TableCell(figure, Style(.plain, bold: true))
  }

  /// What the experts recommend of an application: what the columns say in signs, in words.
  private func told(_ line: ReviewedApplication) -> Phrase {
    let standing = line.standing
    return Phrase(
      zh: """
        意见 \(standing.opinions) 份，至少 \(line.needed) 份：建议建设 \(standing.supporting)，修改完善后建设 \
        \(standing.supportingWithChanges)，不建议建设 \(standing.opposing)
        """,
      en: """
        \(standing.opinions) in, \(line.needed) needed: set up \(standing.supporting), after changes \(standing.supportingWithChanges), \
        do not set up \(standing.opposing)
        """)
  }
}
