import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// Where the evaluation forms of a round stand (articles 26 and 27).
struct MaterialsState: Sendable {
  /// The round.
  let round: RoundRecord
  /// The centers, those that wait for this person first, then by code.
  let centers: [MaterialSummary]
  /// How many wait for this person.
  let waiting: Int
  /// How many are late.
  let late: Int
  /// Which center is selected.
  var list = ListState()

  /// Lists centers.
  ///
  /// - Parameters:
  ///   - centers: by code.
  ///   - selected: the one that was selected and stays so.
  init(round: RoundRecord, centers: [MaterialSummary], role: Role, selected: String?) {
    self.round = round
    // They come by code, and stay so within each part.
    var parts: (waiting: [MaterialSummary], due: [MaterialSummary], exempt: [MaterialSummary]) = ([], [], [])
    for center in centers {
      if MaterialWords.waits(center, for: role) {
        parts.waiting.append(center)
      } else if center.due == .due {
        parts.due.append(center)
      } else {
        parts.exempt.append(center)
      }
    }
    self.centers = parts.waiting + parts.due + parts.exempt
    waiting = round.state.takesSheets ? parts.waiting.count : 0
    late = centers.count(where: \.isLate)
    list.setCount(centers.count)
    if let selected { select(selected) }
  }

  /// Selects a center.
  mutating func select(_ code: String) {
    if let place = centers.firstIndex(where: { $0.code == code }) { list.select(place) }
  }

  /// The selected center.
  var selected: MaterialSummary? { centers.indices.contains(list.selected) ? centers[list.selected] : nil }
}

/// How the evaluation forms of a round are listed.
struct MaterialsView {
  let state: MaterialsState
  let look: Look
  let today: Day

  /// Where the table stands.
  static func tableArea(in area: Area) -> Area { area.splitTop(2).rest }

  /// The table, without its rows.
  var table: Table {
    let isChinese = look.language == .zh
    let counts = isChinese ? 4 : 6
    return Table(
      columns: [
        TableColumn(look(.code), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: 12, ideal: 40, stretch: 1),
        TableColumn(look(Phrase(zh: "材料", en: "Material")), minimum: isChinese ? 14 : 17, ideal: isChinese ? 18 : 24),
        TableColumn(look(Phrase(zh: "自", en: "Since")), minimum: 10, ideal: 10, priority: 2),
        TableColumn(look(Phrase(zh: "最后期限", en: "Last day")), minimum: 10, ideal: 10),
        TableColumn(look(Phrase(zh: "已填", en: "Filled")), minimum: counts, ideal: counts, priority: 1, alignment: .right),
        TableColumn(look(Phrase(zh: "待审", en: "Open")), minimum: 4, ideal: 4, alignment: .right),
        TableColumn(look(Phrase(zh: "质询", en: "Asked")), minimum: isChinese ? 4 : 5, ideal: isChinese ? 4 : 5, alignment: .right),
      ],
      emptyText: [look(Phrase(zh: "没有可查看的中心。", en: "There is no center to see here."))], margin: 1)
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let head = area.splitTop(2).top.inset(columns: 1)
    var column = head.column
    func put(_ phrase: Phrase, _ style: Style, row: Int) {
      column += canvas.put(
        canvas.measure.truncated(look(phrase), to: max(0, head.right - column)), at: Position(column: column, row: head.row + row),
        style: style, within: head)
    }
    let round = state.round
    put(Phrase(zh: "\(round.year) 年度  ", en: "\(round.year)  "), Style(.heading, bold: true), row: 0)
    put(round.state.phrase, Style(round.state.ink, bold: true), row: 0)
    let late = state.late
    if state.waiting > 0 {
      put(Phrase(zh: "  待我办理 \(state.waiting) 个", en: "  \(state.waiting) for me"), Style(.caution), row: 0)
    }
    if late > 0 { put(Phrase(zh: "  逾期 \(late) 个", en: "  \(late) late"), Style(.bad), row: 0) }
    column = head.column
    for (label, day) in [
      (Phrase(zh: "单位提交至 ", en: "hosts by "), round.materialBy), (Phrase(zh: "部门上报至 ", en: "departments by "), round.reportBy),
    ] {
      guard let day else { continue }
      put(label + Phrase(same: "\(day)  "), Style(day < today ? .muted : .plain), row: 1)
    }
    put(Phrase(zh: "办法第27条", en: "article 27"), Style(.muted), row: 1)
    let (table, tableArea) = (table, MaterialsView.tableArea(in: area))
    let nameColumns = table.columns(of: 1, in: tableArea)
    let measure = canvas.measure
    table.draw(on: &canvas, in: tableArea, state: state.list) { place in
      row(state.centers[place], CenterName.fitted(state.centers[place].name, to: nameColumns, measure))
    }
    if state.list.isEmpty { canvas.cursor = head.origin }
  }

  private func row(_ center: MaterialSummary, _ name: String) -> TableRow {
    let (standing, lastDay) = (MaterialWords.standing(center), MaterialWords.lastDay(center))
    func count(_ number: Int, _ ink: Ink) -> TableCell { TableCell("\(number)", Style(number == 0 ? .muted : ink)) }
    return TableRow([
      TableCell(center.code), TableCell(name), TableCell(look(standing.phrase), Style(standing.ink)),
      TableCell(center.since?.description ?? "–", Style(.muted)), TableCell(look(lastDay.text), Style(lastDay.ink)),
      count(center.filled, .plain), count(center.unchecked, .accent), count(center.questioned, .caution),
    ])
  }
}
