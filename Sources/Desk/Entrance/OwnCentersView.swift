import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the own centers are drawn.
struct OwnCentersView {
  let state: OwnCentersState
  let look: Look
  let role: Role
  let names: FieldNames

  /// Where the table stands.
  func tableArea(in area: Area) -> Area { area.splitTop(headRows(in: area)).rest }

  private func headRows(in area: Area) -> Int {
    // Where there is no evaluation form a line parts head and table.
    3 + told(in: area).count + (state.destinations.contains(where: \.isMaterials) ? 0 : 1) + state.proposed.count
  }

  /// The fewest rows in which the head tells of matters and duties that ask for nothing: with less, the rows are the centers'.
  private static let roomyRows = 16

  /// The ways on of which the head tells: forms, rounds that are the department's, matters and duties; in little room of matters only where more
  /// wait than the replies told beneath.
  private func told(in area: Area) -> [(place: Int, destination: Destination)] {
    let replies = state.proposed.count { !$0.isReplied }
    let isRoomy = area.rows >= OwnCentersView.roomyRows
    return state.destinations.enumerated().map { (place: $0, destination: $1) }.filter { place, destination in
      destination.isMaterials || destination.isCharge || destination.isMatters && (isRoomy || destination.waiting > replies)
        || destination == .duties && isRoomy && place < Destination.digits
    }
  }

  /// The table, without its rows.
  var table: Table {
    let isChinese = look.language == .zh
    return Table(
      columns: [
        TableColumn(look(.code), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: 20, ideal: 40, stretch: 1),
        TableColumn(look(.field), minimum: isChinese ? 14 : 16, ideal: isChinese ? 14 : 24, priority: 1),
        TableColumn(look(Phrase(zh: "本次评估", en: "This round")), minimum: isChinese ? 18 : 24, ideal: isChinese ? 22 : 24),
      ],
      emptyText: [
        look(
          role == .department
            ? Phrase(zh: "本部门归口的中心还没有登记。", en: "No center of this department is registered yet.")
            : Phrase(zh: "本单位还没有登记的中心。", en: "This unit has no registered center yet.")),
        look(Phrase(zh: "按 \(registryDigit) 浏览全部管理序列。", en: "\(registryDigit) browses the whole registry.")),
      ], margin: 1)
  }

  private var registryDigit: Int { (state.destinations.firstIndex(of: .registry) ?? 0) + 1 }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let head = area.splitTop(headRows(in: area)).top.inset(columns: 1)
    var column = head.column
    func put(_ phrase: Phrase, _ style: Style, row: Int = 0) {
      column += canvas.put(
        canvas.measure.truncated(look(phrase), to: max(0, head.right - column)), at: Position(column: column, row: head.row + row),
        style: style, within: head)
    }
    put(
      role == .department
        ? Phrase(
          zh: "本部门归口的中心 \(state.centers.count) 个",
          en: state.centers.count == 1 ? "1 center of this department" : "\(state.centers.count) centers of this department")
        : Phrase(
          zh: "本单位的中心 \(state.centers.count) 个",
          en: state.centers.count == 1 ? "1 center of this unit" : "\(state.centers.count) centers of this unit"),
      Style(.heading, bold: true))
    column = head.column
    if let round = state.round {
      put(Phrase(zh: "\(round.year) 年度评估：", en: "Round of \(round.year): "), .plain, row: 1)
      put(round.state.phrase, Style(round.state.ink, bold: true), row: 1)
      if round.state.takesSheets {
        let days = [
          (Phrase(zh: "  材料截至 ", en: "  material "), round.materialBy), (Phrase(zh: "  上报截至 ", en: "  report "), round.reportBy),
        ]
        for (label, day) in days {
          guard let day else { continue }
          let over = day < state.today ? Phrase(zh: " 已过", en: " (over)") : Phrase(same: "")
          put(label + Phrase(same: day.description) + over, Style(day < state.today ? .muted : .caution), row: 1)
        }
      }
    } else {
      put(Phrase(zh: "还没有评估年度", en: "No round has been announced yet"), Style(.muted), row: 1)
    }
    column = head.column
    for (words, style) in applicationsLine(columns: head.columns, canvas.measure) { put(words, style, row: 2) }
    var row = 3
    for (place, destination) in told(in: area) {
      column = head.column
      put(Phrase(same: "\(place + 1) "), Style(.accent, bold: true), row: row)
      put(destination.name + Phrase(zh: "：", en: ": "), .plain, row: row)
      put(destination.purpose(isStaff: false), Style(destination.waiting > 0 ? .caution : .muted), row: row)
      row += 1
    }
    let digit = state.destinations.prefix(Destination.digits).firstIndex(where: \.isMatters).map { $0 + 1 }
    for proposal in state.proposed {
      column = head.column
      let way = digit.map { Phrase(zh: "，按 \($0)", en: ": press \($0)") } ?? Phrase(same: "")
      put(proposal.phrase(on: state.today) + way, Style(proposal.isReplied ? .fair : .bad, bold: !proposal.isReplied), row: row)
      row += 1
    }
    let (table, tableArea) = (table, tableArea(in: area))
    let nameColumns = table.columns(of: 1, in: tableArea)
    let measure = canvas.measure
    table.draw(on: &canvas, in: tableArea, state: state.list) { place in
      let center = state.centers[place]
      let standing = standing(of: center)
      return TableRow([
        TableCell(center.code), CenterName.cell(center.name, to: nameColumns, measure), TableCell(look(names[center.field])),
        TableCell(look(standing.0), Style(standing.1)),
      ])
    }
    if state.list.isEmpty { canvas.cursor = head.origin }
  }

  /// What a center has to do in the round, then what came of it.
  private func standing(of center: DueCenter) -> (Phrase, Ink) {
    switch (state.outcomes[center.code], center.standing) {
    case (.graded(let result), _): (result.grade.phrase + Phrase(same: " \(result.score)"), result.grade.ink)
    case (.absent, _): (Phrase(zh: "未参加", en: "absent"), .bad)
    case (nil, .due): (Phrase(zh: "应参加", en: "due"), .fair)
    case (nil, .exempt(let why)): (why.phrase, .muted)
    }
  }
}
