import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the experts of a center are drawn: two lines on top, the table, and beneath it what is told of them.
struct PanelView {
  let state: PanelState
  let look: Look
  let measure: TextMeasure

  /// The parts of an area.
  func parts(of area: Area) -> (head: Area, table: Area, detail: Area) {
    let (head, rest) = area.splitTop(min(3, area.rows / 3))
    let wanted = max(2, min(state.panel.seats.count + 1, rest.rows - 4))
    let (table, detail) = rest.splitTop(min(wanted, rest.rows))
    return (head.inset(columns: 1), table, detail.inset(columns: 1))
  }

  /// The table, without its rows.
  var table: Table {
    let isChinese = look.language == .zh
    return Table(
      columns: [
        TableColumn(look(Phrase(zh: "专家", en: "Expert")), minimum: 8, ideal: 12),
        TableColumn(look(Phrase(zh: "账号", en: "Login")), minimum: 8, ideal: 10, priority: 2),
        TableColumn(look(Phrase(zh: "工作单位", en: "Employer")), minimum: 12, ideal: 30, stretch: 1),
        TableColumn(look(Phrase(zh: "类别", en: "Kind")), minimum: isChinese ? 4 : 10, ideal: isChinese ? 4 : 10, priority: 1),
        TableColumn(look(Phrase(zh: "身份", en: "Part")), minimum: isChinese ? 4 : 8, ideal: isChinese ? 9 : 18),
        TableColumn(look(Phrase(zh: "已评", en: "Given")), minimum: 5, ideal: 5, alignment: .right),
        TableColumn(look(Phrase(zh: "总分", en: "Total")), minimum: 6, ideal: 6, alignment: .right),
        TableColumn(look(Phrase(zh: "情况", en: "Standing")), minimum: isChinese ? 8 : 15, ideal: isChinese ? 8 : 15),
      ],
      emptyText: [
        look(Phrase(zh: "还没有给这个中心分配专家。", en: "No expert is assigned to this center yet.")),
        look(Phrase(zh: "按 a 或 F4 指定，按 g 或 F6 补抽。", en: "a or F4 assigns by hand, g or F6 draws.")),
      ], margin: 1)
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let parts = parts(of: area)
    for (row, line) in head(parts.head.columns).prefix(parts.head.rows).enumerated() {
      line.draw(on: &canvas, in: parts.head, row: parts.head.row + row)
    }
    let table = table
    table.draw(on: &canvas, in: parts.table, state: state.list) { row(state.panel.seats[$0]) }
    for (row, line) in detail(parts.detail.columns).prefix(parts.detail.rows).enumerated() {
      line.draw(on: &canvas, in: parts.detail, row: parts.detail.row + row)
    }
    if state.list.isEmpty { canvas.cursor = parts.table.origin }
  }

  private func row(_ seat: Panel.Seat) -> TableRow {
    let standing = state.standing(of: seat)
    var part: [Phrase] = []
    if seat.isLeader { part.append(Phrase(zh: "组长", en: "leader")) }
    if seat.isSecondLook { part.append(Phrase(zh: "加派", en: "second look")) }
    return TableRow([
      TableCell(seat.name), TableCell(seat.login, Style(.muted)), TableCell(seat.employer),
      TableCell(seat.kind.map { look($0.phrase) } ?? "–", Style(.muted)), TableCell(look(Phrase.list(part)), Style(.accent)),
      TableCell("\(seat.given)/\(IndicatorCode.count)", Style(.muted)), TableCell(seat.total?.description ?? "–"),
      TableCell(look(standing.phrase), Style(standing.ink)),
    ])
  }

  private func head(_ columns: Int) -> [StyledLine] {
    let (round, panel) = (state.panel.round, state.panel)
    var counts: [(text: String, style: Style)] = [
      (look(Phrase(zh: "\(round.year) 年度", en: "\(round.year)")), Style(.muted)),
      (look(round.state.phrase), Style(round.state.ink)),
      (
        look(
          Phrase(
            zh: "已交 \(state.submitted)/\(panel.seats.count) 份，至少 \(round.minimumSheets) 份",
            en: "\(state.submitted) of \(panel.seats.count) sheets in, \(round.minimumSheets) needed")), .plain
      ),
    ]
    if state.missing > 0 {
      counts.append((look(Phrase(zh: "还缺 \(state.missing) 名专家", en: "\(state.missing) more wanted")), Style(.caution, bold: true)))
    }
    if panel.isReopened { counts.append((look(Phrase(zh: "异议成立，已重新开放评分", en: "re-opened by an objection")), Style(.caution))) }
    if panel.isAwaited {
      counts.append((look(Phrase(zh: "公示时评分表不足，仍收评分表", en: "published without a figure: sheets are taken")), Style(.caution)))
    }
    return [StyledLine(measure.truncatedInside(panel.name, to: columns), Style(.heading, bold: true))]
      + FlowedPieces.lines(counts, to: columns, measure: measure).prefix(1)
  }

  /// What the table has no room for: of the selected expert, of who was let go, the group's opinion.
  private func detail(_ columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = [.blank]
    func add(_ phrase: Phrase, _ ink: Ink) { lines += StyledLine.wrapped(look(phrase), to: columns, Style(ink), measure: measure) }
    if let seat = state.selected {
      if let recusal = seat.recusal {
        add(Phrase(zh: "\(seat.name)须回避：", en: "\(seat.name) must step aside: ") + recusal.phrase, .bad)
      }
      if !seat.paper.isEmpty {
        add(
          Phrase(
            zh: "\(seat.name)的评分表由 \(seat.enteredBy) 据纸质评分表代录：\(seat.paper)",
            en: "\(seat.name)'s sheet was typed by \(seat.enteredBy) from signed paper: \(seat.paper)"), .fair)
      }
      if let day = seat.submittedOn, seat.paper.isEmpty {
        add(
          seat.enteredBy.isEmpty
            ? Phrase(zh: "\(seat.name)于 \(day) 提交", en: "\(seat.name) submitted on \(day)")
            : Phrase(
              zh: "\(seat.name)的评分表由 \(seat.enteredBy) 于 \(day) 导入", en: "\(seat.name)'s sheet was imported by \(seat.enteredBy) on \(day)"),
          .muted)
      }
    }
    for gone in state.panel.released {
      add(
        gone.isDeclined
          ? Phrase(zh: "\(gone.name)于 \(gone.on) 辞评：\(gone.reason)", en: "\(gone.name) declined on \(gone.on): \(gone.reason)")
          : Phrase(zh: "\(gone.name)已于 \(gone.on) 解除：\(gone.reason)", en: "\(gone.name) was let go on \(gone.on): \(gone.reason)"), .muted)
    }
    let opinion = state.panel.opinion
    lines.append(StyledLine(look(Phrase(zh: "专家组意见", en: "The group's opinion")), Style(.heading, bold: true)))
    if !opinion.text.isEmpty {
      add(Phrase(same: opinion.text.string), .plain)
    } else if opinion.leader == nil {
      add(Phrase(zh: "还没有指定组长：选定专家后按 l 或 F2。", en: "No leader is named yet: select an expert, then l or F2."), .muted)
    } else if opinion.isDue {
      add(Phrase(zh: "评分表已交齐，等组长填写。", en: "Every sheet is in; the leader has not written it yet."), .caution)
    } else {
      add(Phrase(zh: "评分表交齐后由组长填写。", en: "The leader writes it once every sheet is in."), .muted)
    }
    return lines
  }
}
