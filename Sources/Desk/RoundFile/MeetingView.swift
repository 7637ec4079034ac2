import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How a panel's meeting is drawn: the running order, and beside it the center in hand with who must step out.
struct MeetingView {
  let state: MeetingState
  let needed: Int
  let look: Look

  /// Draws both.
  func draw(on canvas: inout Canvas, order: Area, inHand: Area) {
    let table = Table(
      columns: [
        TableColumn("#", minimum: 3, ideal: 3, alignment: .right),
        TableColumn(look(Phrase(zh: "顺序", en: "Running order")), minimum: 14, ideal: 30, stretch: 1),
      ], emptyText: [look(Phrase(zh: "没有应参加评估的中心。", en: "No center is due."))])
    let columns = table.columns(of: 1, in: order)
    let measure = canvas.measure
    table.draw(on: &canvas, in: order, state: state.list) { place in
      let row = state.order[place]
      return TableRow([
        TableCell(String(place + 1)), CenterName.cell(state.names[row.code]?.name ?? row.code, to: columns, measure),
      ])
    }
    canvas.verticalRule(at: Position(column: order.right, row: order.row), rows: order.rows, within: nil)
    if state.list.isEmpty { canvas.cursor = order.origin }
    for (row, line) in lines(inHand.columns, measure).enumerated() where row < inHand.rows {
      line.draw(on: &canvas, in: inHand, row: inHand.row + row)
    }
  }

  private func lines(_ columns: Int, _ measure: TextMeasure) -> [StyledLine] {
    guard let row = state.inHand else { return [] }
    func say(_ text: String, _ style: Style = .plain, indent: Int = 0) -> [StyledLine] {
      StyledLine.wrapped(text, to: columns, indent: indent, style, measure: measure)
    }
    let line = state.names[row.code]
    var lines = say("\(state.list.selected + 1) / \(state.order.count)   \(row.code)", Style(.muted))
    lines += say(line?.name ?? row.code, Style(.heading, bold: true)) + say(line?.host ?? "") + [.blank]
    lines += say(look(sheets(row)), Style(row.sheets < needed ? .caution : .good))
    if case .graded(let figure) = row.standing {
      lines += say(
        look(Phrase(zh: "得分 \(figure.score)  ", en: "Score \(figure.score)  ") + figure.grade.phrase), Style(figure.grade.ink, bold: true))
    } else {
      lines += say(look(Phrase(zh: "得分核定后显示", en: "The score shows once it is settled")), Style(.muted))
    }
    if let note = row.note { lines += say(look(note.phrase), Style(note.ink)) }
    lines += attendance.flatMap { say(look($0.0), Style($0.1)) } + [.blank]
    lines += say(look(Phrase(zh: "须回避离席", en: "Must step out")), Style(.heading, bold: true))
    for member in state.steppingOut {
      lines += say(member.name, Style(.bad, bold: true))
      if let recusal = member.recusal { lines += say(look(recusal.phrase), indent: 2) }
    }
    if state.steppingOut.isEmpty {
      let nobody =
        state.there.isEmpty
        ? Phrase(zh: "还没有登记到会专家", en: "No expert is noted as there yet") : Phrase(zh: "到会专家都不须回避", en: "Nobody who is there")
      lines += say(look(nobody), Style(.muted))
    }
    lines.append(.blank)
    lines += say(look(Phrase(zh: "参加评议", en: "Stays")), Style(.heading, bold: true))
    for member in state.staying where member.isAssigned {
      let unknown = member.attendance == nil ? look(Phrase(zh: "，到会未登记", en: ", not noted as there")) : ""
      lines += say("\(member.name)  \(look(part(member)))\(unknown)", Style(member.attendance == nil ? .muted : .plain))
    }
    // Who is there and has no sheet of this center is told in brief: it is the others who speak.
    let others = state.staying.filter { !$0.isAssigned }.map { Phrase(same: $0.name) }
    if !others.isEmpty {
      lines += say(look(Phrase(zh: "不评本中心：", en: "do not score it: ") + Phrase.list(others)), Style(.muted))
    }
    if state.staying.isEmpty { lines += say(look(Phrase(zh: "无", en: "nobody")), Style(.caution)) }
    if !state.away.isEmpty {
      let names = Phrase.list(state.away.map { Phrase(same: $0.name) })
      lines += [.blank] + say(look(Phrase(zh: "未到会：", en: "Away: ") + names), Style(.muted))
    }
    return lines
  }

  /// How many are there by whose word, and whether enough of them stay for the center in hand.
  private var attendance: [(Phrase, Ink)] {
    let noted = (state.there + state.away).compactMap(\.attendance)
    guard let day = noted.map(\.on).max() else {
      return [(Phrase(zh: "今天还没有登记到会：按 F5 或 a 登记", en: "Nobody is noted as there today: F5 or a does that"), .muted)]
    }
    let people = Set(noted.compactMap(\.notedBy)).sorted().map { Phrase(same: $0) }
    let by = people.isEmpty ? Phrase(same: "") : Phrase(zh: "，登记人 ", en: ", noted by ") + Phrase.list(people)
    let (there, all, left) = (state.there.count, state.members.count, state.speaking.count)
    let head = Phrase(zh: "\(day) 到会 \(there)/\(all) 名", en: "\(day): \(there) of \(all) there") + by
    return [
      (head, .plain),
      left >= needed
        ? (Phrase(zh: "可评议本中心 \(left) 名，至少 \(needed) 名：够", en: "\(left) of its experts stay, at least \(needed): enough"), .good)
        : (
          Phrase(
            zh: "可评议本中心 \(left) 名，至少 \(needed) 名：不够（办法第25条）", en: "\(left) of its experts stay, at least \(needed): too few (article 25)"),
          .caution
        ),
    ]
  }

  private func sheets(_ row: RoundFileRow) -> Phrase {
    let assigned = state.members.count(where: \.isAssigned)
    return Phrase(
      zh: "已交评分表 \(row.sheets) 份，分配 \(assigned) 份，至少需要 \(needed) 份",
      en: "\(row.sheets) of \(assigned) sheets are in; at least \(needed) needed")
  }

  private func part(_ member: PanelMember) -> Phrase {
    member.hasSubmitted ? Phrase(zh: "评分表已交", en: "sheet is in") : Phrase(zh: "评分表未交", en: "sheet to come")
  }
}
