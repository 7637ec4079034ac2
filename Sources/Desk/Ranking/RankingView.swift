import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the ranking is drawn: the table, the distribution of grades, and beside them, where there is room, the selected center's groups.
struct RankingView {
  let state: RankingState
  let look: Look
  let system: IndicatorSystem

  /// From how many columns on the selected center's means stand beside the table.
  static let twoPanes = 112

  /// The parts of an area.
  struct Parts {
    var head: Area
    var table: Area
    var histogram: Area
    var detail: Area?
  }

  /// Divides an area.
  static func parts(of area: Area) -> Parts {
    let (head, rest) = area.splitTop(2)
    let height = area.rows >= 30 ? 8 : area.rows >= 20 ? 5 : 0
    guard area.columns >= twoPanes else {
      let (table, histogram) = rest.splitTop(rest.rows - height)
      return Parts(head: head, table: table, histogram: histogram)
    }
    // Names come first: what the detail lacks in width stands whole on a screen of its own.
    let side = min(72, 42 + max(0, area.columns - 120) * 3 / 8)
    let (table, right) = rest.splitLeft(rest.columns - side)
    let (histogram, detail) = right.splitTop(height)
    return Parts(head: head, table: table, histogram: histogram.inset(columns: 1), detail: detail.inset(columns: 1))
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let parts = RankingView.parts(of: area)
    drawHead(on: &canvas, in: parts.head.inset(columns: 1))
    if let detail = parts.detail {
      if let row = state.selected {
        RankingDetailView(row: row, state: state, system: system, look: look, measure: canvas.measure).draw(on: &canvas, in: detail)
      }
    }
    drawHistogram(on: &canvas, in: parts.histogram)
    let table = table
    let nameColumns = table.columns(of: 2, in: parts.table)
    let measure = canvas.measure
    table.draw(on: &canvas, in: parts.table, state: state.list) { place in
      state.row(at: place).map { row($0, CenterName.fitted(state.name(of: $0), to: nameColumns, measure)) }
    }
  }

  /// The table, without its rows.
  var table: Table {
    let isChinese = look.language == .zh
    return Table(
      columns: [
        TableColumn(look(Phrase(zh: "名次", en: "Rank")), minimum: isChinese ? 4 : 7, ideal: isChinese ? 4 : 7, alignment: .right),
        TableColumn(look(.code), minimum: 11, ideal: 12),
        // Names come before figures that stand in the detail as well.
        TableColumn(look(.name), minimum: isChinese ? 28 : 26, ideal: 36, stretch: 1),
        TableColumn(look(Phrase(zh: "得分", en: "Score")), minimum: 6, ideal: 6, alignment: .right),
        TableColumn(look(Phrase(zh: "等级", en: "Grade")), minimum: isChinese ? 6 : 11, ideal: isChinese ? 6 : 11),
        TableColumn(look(Phrase(zh: "评分表", en: "Sheets")), minimum: 6, ideal: 6, priority: 1, alignment: .right),
        TableColumn(look(Phrase(zh: "极差", en: "Spread")), minimum: 6, ideal: 6, priority: 2, alignment: .right),
      ],
      emptyText: [
        look(Phrase(zh: "这一年度没有应参加评估的中心。", en: "No center is due in this round.")),
        look(Phrase(zh: "认定满两年的在册中心才参加评估（办法第26条）。", en: "Active centers take part two years after certification (article 26).")),
      ], margin: 1)
  }

  private func row(_ row: RankingState.Row, _ name: String) -> TableRow {
    switch row {
    case .ranked(let line):
      return TableRow([
        TableCell(line.rank.map(String.init) ?? "–"), TableCell(line.code), TableCell(name),
        TableCell(line.score.score.description, Style(.plain, bold: true)),
        TableCell(look(line.score.grade.phrase), Style(line.score.grade.ink)), sheets(line),
        TableCell(line.score.spread.description, Style(line.score.spread >= RankingView.wideSpread ? .caution : .muted)),
      ])
    case .pending(let pending):
      return TableRow([
        TableCell(look(Phrase(zh: "待定", en: "pending")), Style(.caution)), TableCell(pending.code), TableCell(name, Style(.muted)), "–",
        TableCell("–", Style(.muted)), TableCell("\(pending.sheets)/\(state.round.minimumSheets)", Style(.caution)),
      ])
    case .absent(let code):
      return TableRow([
        TableCell("–", Style(.muted)), TableCell(code), TableCell(name, Style(.muted)), "–",
        TableCell(look(state.round.absence), Style(state.round.awaitsMaterial ? .caution : .bad)), TableCell("0", Style(.muted)),
      ])
    }
  }

  /// How many sheets there are; a star says that staff entered some of them (article 25).
  private func sheets(_ line: RoundResult.Line) -> TableCell {
    line.score.sheetsByStaff == 0 ? TableCell(String(line.score.sheets)) : TableCell("*\(line.score.sheets)", Style(.fair))
  }

  /// From which distance between the highest and the lowest sheet on somebody should look again.
  private static let wideSpread = Points(whole: 20)

  private func drawHead(on canvas: inout Canvas, in area: Area) {
    let round = state.round
    var column = area.column
    func put(_ phrase: Phrase, _ style: Style, row: Int) {
      column += canvas.put(
        canvas.measure.truncated(look(phrase), to: max(0, area.right - column)), at: Position(column: column, row: area.row + row),
        style: style, within: area)
    }
    put(Phrase(zh: "\(round.year) 年度  ", en: "\(round.year)  "), Style(.heading, bold: true), row: 0)
    put(round.state.phrase, Style(round.state.ink, bold: true), row: 0)
    put(
      Phrase(
        zh: "  \(round.method.phrase.zh)，至少 \(round.minimumSheets) 份  ",
        en: "  \(round.method.phrase.en) of at least \(round.minimumSheets) \(round.minimumSheets == 1 ? "sheet" : "sheets")  "),
      Style(.muted), row: 0)
    if let until = round.noticeUntil {
      put(Phrase(zh: "公示至 \(until)", en: "notice until \(until)") + round.noticeRemark, Style(.muted), row: 0)
    } else if !round.state.isPublic {
      put(Phrase(zh: "尚未公布", en: "not public yet"), Style(.caution), row: 0)
    }
    if state.result.centers.contains(where: { $0.score.sheetsByStaff > 0 }) {
      put(Phrase(zh: "  * 含代录评分表", en: "  * some typed by staff"), Style(.fair), row: 0)
    }
    column = area.column
    let counts = state.result.distribution
    for grade in Grade.allCases {
      let count = counts[grade] ?? 0
      put(grade.phrase + Phrase(same: " \(count)"), count == 0 ? Style(.muted) : Style(grade.ink, bold: true), row: 1)
      column += 2
    }
    put(
      Phrase(zh: "待定 \(state.result.pending.count)  ", en: "pending \(state.result.pending.count)  "),
      Style(state.result.pending.isEmpty ? .muted : .caution), row: 1)
    put(
      round.absence + Phrase(same: " \(state.result.absent.count.grouped)"),
      Style(state.result.absent.isEmpty ? .muted : round.awaitsMaterial ? .caution : .bad), row: 1)
    if let row = state.selected, let reason = state.reason(for: row) {
      let words = look(Phrase(zh: "所选：", en: "selected: ") + reason)
      // Where both do not fit, the one sentence that explains the row comes before the counts, which the table and its bars show as well.
      if column + 3 + canvas.measure.columns(of: words) > area.right {
        canvas.fill(Area(column: area.column, row: area.row + 1, columns: area.columns, rows: 1))
        column = area.column
      } else {
        column += 3
      }
      put(Phrase(same: words), Style(.caution), row: 1)
    }
  }

  private func drawHistogram(on canvas: inout Canvas, in area: Area) {
    guard area.rows >= 3 else { return }
    let title = look(Phrase(zh: "得分分布", en: "Distribution of scores"))
    let width = canvas.put(title, at: Position(column: area.column + 1, row: area.row), style: Style(.heading, bold: true), within: area)
    canvas.horizontalRule(at: Position(column: area.column + width + 2, row: area.row), columns: area.columns - width - 3, within: area)
    let scores = state.result.centers.map { Double($0.score.score.hundredths) / 100 }
    let body = area.splitTop(1).rest.inset(columns: 1)
    if scores.isEmpty {
      canvas.put(look(Phrase(zh: "还没有可定级的中心。", en: "No center can be graded yet.")), at: body.origin, style: Style(.muted), within: body)
      return
    }
    let low = max(0, min(50, (scores.min() ?? 50).rounded(.down) - 5))
    // A column a point or half a point, so that the lines at 60 and 90 stand between whole columns.
    let columns = min(body.columns, Int(100 - low) * max(1, body.columns / Int(100 - low)))
    Histogram(
      scores, range: low...100,
      markers: [
        Histogram.Marker(60, look(Phrase(zh: "60 合格", en: "60 qualified"))),
        Histogram.Marker(90, look(Phrase(zh: "90 优秀", en: "90 excellent"))),
      ]
    ).draw(on: &canvas, in: Area(column: body.column, row: body.row, columns: columns, rows: body.rows))
  }
}
