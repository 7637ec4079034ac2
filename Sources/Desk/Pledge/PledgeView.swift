import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the pledge looks: a pure function of its state.
enum PledgeView {
  static func draw(_ state: PledgeState, on canvas: inout Canvas, in area: Area, look: Look) {
    guard let person = state.person else {
      let words = state.problem.map { $0 + Phrase(zh: "\n按 F5 重试，Esc 返回。", en: "\nF5 tries again, Esc goes back.") }
      return Blank.draw(words ?? Phrase(zh: "正在读取…", en: "Reading…"), on: &canvas, in: area, look: look)
    }
    // Long lines are hard to read: the text is set narrower than a wide window.
    let columns = min(area.columns - 4, 100)
    let room = Area(column: area.column + 2, row: area.row, columns: columns, rows: area.rows)
    var lines: [(line: StyledLine, row: PledgeState.Row?)] = []
    let intro =
      state.isGiven
      ? Phrase(zh: "您已签署本年度承诺。", en: "You have given this pledge.")
      : Phrase(zh: "评分之前，请逐项确认（空格），再签署（回车）：", en: "Before you score: tick each (Space), then give the pledge (Enter):")
    lines += StyledLine.wrapped(look(intro), to: columns, Style(.plain, bold: true), measure: canvas.measure).map { ($0, nil) }
    for promise in PledgeState.Promise.allCases {
      lines.append((StyledLine(tick(promise, state, canvas.glyphs) + look(promise.name), Style(.heading, bold: true)), .promise(promise)))
      lines += StyledLine.wrapped(look(promise.text), to: columns, indent: 4, measure: canvas.measure).map { ($0, nil) }
    }
    if area.rows >= 26 { lines.append((.blank, nil)) }
    lines += StyledLine.wrapped(look(employers(person)), to: columns, Style(.muted), measure: canvas.measure).map { ($0, nil) }
    let question = Phrase(zh: "与其中任何一个有利害关系吗？选中它，按空格申报：", en: "A tie to any of these? Select it and press Space:")
    lines += StyledLine.wrapped(look(question), to: columns, Style(.plain, bold: true), measure: canvas.measure).map { ($0, nil) }
    for (index, task) in state.tasks.enumerated() { lines.append((centerLine(task, columns, look, canvas.measure), .center(index))) }
    draw(lines, state, on: &canvas, in: room)
  }

  private static func draw(
    _ lines: [(line: StyledLine, row: PledgeState.Row?)], _ state: PledgeState, on canvas: inout Canvas, in room: Area
  ) {
    let selected = lines.firstIndex { $0.row == state.selected } ?? 0
    let top = max(0, min(selected - room.rows * 2 / 3, lines.count - room.rows))
    for (offset, line) in lines.dropFirst(top).prefix(room.rows).enumerated() {
      line.line.draw(on: &canvas, in: room, row: room.row + offset)
      guard line.row == state.selected else { continue }
      canvas.restyle(Area(column: room.column, row: room.row + offset, columns: room.columns, rows: 1), .selected)
      canvas.cursor = Position(column: room.column + (state.selectedTask == nil ? 1 : 0), row: room.row + offset)
    }
    canvas.scrollBar(in: Area(column: room.right + 1, row: room.row, columns: 1, rows: room.rows), top: top, count: lines.count)
  }

  private static func tick(_ promise: PledgeState.Promise, _ state: PledgeState, _ glyphs: GlyphSet) -> String {
    state.ticked.contains(promise) ? "[\(glyphs.tick)] " : "[ ] "
  }

  private static func employers(_ person: PledgeState.Person) -> Phrase {
    let now = person.employer.isEmpty ? Phrase(zh: "未登记", en: "not recorded") : Phrase(same: person.employer.string)
    let former = person.formerEmployers.map(\.string)
    let before =
      former.isEmpty
      ? Phrase(zh: "；近三年没有其他单位", en: "; no other in the last three years")
      : Phrase(zh: "；近三年：\(former.joined(separator: "、"))", en: "; in the last three years: \(former.joined(separator: ", "))")
    return Phrase(zh: "您登记的任职单位：", en: "Your employer on record: ") + now + before
      + Phrase(zh: "。有误请告知市科技局。", en: ". Tell the bureau where this is wrong.")
  }

  private static func centerLine(_ task: ExpertTask, _ columns: Int, _ look: Look, _ measure: TextMeasure) -> StyledLine {
    let state = task.recusal ?? Phrase(zh: "未申报", en: "nothing declared")
    let ink: Ink = task.recusal == nil ? .muted : .bad
    let name = "\(task.center) \(task.name)"
    let nameColumns = min(measure.columns(of: name), columns * 3 / 5)
    let room = columns - nameColumns - 3
    return StyledLine([
      .init(column: 0, text: measure.truncated(name, to: nameColumns), style: .plain),
      .init(column: nameColumns + 2, text: measure.truncated(look(state), to: room), style: Style(ink)),
    ])
  }
}
