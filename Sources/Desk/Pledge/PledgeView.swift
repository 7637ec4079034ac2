import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the pledge looks: a pure function of its state.
enum PledgeView {
  /// Where a line that can be selected stands.
  struct PlacedRow {
    let area: Area
    let row: PledgeState.Row
  }

  /// Lines that are selected together: a promise, a center with its units.
  private struct Block {
    var lines: [StyledLine]
    var row: PledgeState.Row?
  }

  /// Draws the pledge.
  ///
  /// - Returns: where its lines stand, for the mouse.
  static func draw(_ state: PledgeState, on canvas: inout Canvas, in area: Area, look: Look) -> [PlacedRow] {
    guard let person = state.person else {
      let words = state.problem.map { $0 + Phrase(zh: "\n按 F5 重试，Esc 返回。", en: "\nF5 tries again, Esc goes back.") }
      Blank.draw(words ?? Phrase(zh: "正在读取…", en: "Reading…"), on: &canvas, in: area, look: look)
      return []
    }
    // Long lines are hard to read: the text is set narrower than a wide window.
    let columns = min(area.columns - 3, 100)
    let room = Area(column: area.column + 1, row: area.row, columns: columns, rows: area.rows)
    let isRoomy = area.rows >= 30
    func words(_ phrase: Phrase, _ style: Style, indent: Int = 0) -> [StyledLine] {
      StyledLine.wrapped(look(phrase), to: columns, indent: indent, style, measure: canvas.measure)
    }
    var blocks = [Block(lines: words(intro(state), Style(.plain, bold: true)))]
    for promise in PledgeState.Promise.allCases {
      if isRoomy { blocks.append(Block(lines: [.blank])) }
      let name = StyledLine(tick(promise, state, canvas.glyphs) + look(promise.name), Style(.heading, bold: true))
      blocks.append(Block(lines: [name] + words(promise.text, .plain, indent: 4), row: .promise(promise)))
    }
    if area.rows >= 26 { blocks.append(Block(lines: [.blank])) }
    blocks.append(Block(lines: words(employers(person), Style(.muted))))
    if isRoomy { blocks.append(Block(lines: [.blank])) }
    blocks.append(Block(lines: words(question(state), Style(.plain, bold: true))))
    for (index, task) in state.tasks.enumerated() {
      let lines = [centerLine(task, columns, look, canvas.measure)] + words(units(task), Style(.muted), indent: 4)
      blocks.append(Block(lines: lines, row: .center(index)))
    }
    return draw(blocks, state, on: &canvas, in: room, scrollBar: area.right - 1)
  }

  private static func draw(
    _ blocks: [Block], _ state: PledgeState, on canvas: inout Canvas, in room: Area, scrollBar: Int
  ) -> [PlacedRow] {
    let count = blocks.reduce(0) { $0 + $1.lines.count }
    let top = top(blocks, state, rows: room.rows, count: count)
    var placed: [PlacedRow] = []
    var row = room.row - top
    for block in blocks {
      defer { row += block.lines.count }
      for (offset, line) in block.lines.enumerated() where (room.row..<room.bottom).contains(row + offset) {
        line.draw(on: &canvas, in: room, row: row + offset)
      }
      guard let own = block.row else { continue }
      placed.append(
        PlacedRow(area: Area(column: room.column, row: row, columns: room.columns, rows: block.lines.count).intersection(room), row: own))
      guard own == state.selected, (room.row..<room.bottom).contains(row) else { continue }
      canvas.restyle(Area(column: room.column, row: row, columns: room.columns, rows: 1), .selected)
      let isPromise = if case .promise = own { true } else { false }
      canvas.cursor = Position(column: room.column + (isPromise ? 1 : 0), row: row)
    }
    canvas.scrollBar(in: Area(column: scrollBar, row: room.row, columns: 1, rows: room.rows), top: top, count: count)
    return placed
  }

  /// The first line that is seen: the selected block whole, and above it as much as there is room for.
  private static func top(_ blocks: [Block], _ state: PledgeState, rows: Int, count: Int) -> Int {
    guard let selected = blocks.firstIndex(where: { $0.row == state.selected }) else { return 0 }
    let start = blocks[..<selected].reduce(0) { $0 + $1.lines.count }
    let end = start + blocks[selected].lines.count
    // Two lines more, so that it is seen that something follows.
    return max(0, min(min(end + 2, count) - rows, start))
  }

  private static func intro(_ state: PledgeState) -> Phrase {
    state.isGiven
      ? Phrase(zh: "您已签署本年度承诺。", en: "You have given this pledge.")
      : Phrase(
        zh: "评分之前，请逐项确认（空格），再签署（回车或 F3）：", en: "Before you score: tick each (Space), then give the pledge (Enter or F3):")
  }

  private static func question(_ state: PledgeState) -> Phrase {
    state.tasks.isEmpty
      ? Phrase(zh: "本年度没有分配给您的中心。", en: "No center is assigned to you this year.")
      : Phrase(zh: "与其中任何一个有利害关系吗？选中它，按空格申报：", en: "A tie to any of these? Select it and press Space:")
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

  private static func units(_ task: ExpertTask) -> Phrase {
    let builders = Array(task.units.dropFirst())
    let host = task.units.first ?? ""
    return Phrase(zh: "依托：\(host)", en: "Host: \(host)")
      + (builders.isEmpty
        ? Phrase(same: "")
        : Phrase(zh: "；共建：\(builders.joined(separator: "、"))", en: "; co-builders: \(builders.joined(separator: ", "))"))
  }

  private static func centerLine(_ task: ExpertTask, _ columns: Int, _ look: Look, _ measure: TextMeasure) -> StyledLine {
    let state = look(task.recusal ?? Phrase(zh: "未申报", en: "nothing declared"))
    let ink: Ink = task.recusal == nil ? .muted : .bad
    let stateColumns = min(measure.columns(of: state), columns / 2)
    let name = measure.truncatedInside("\(task.center) \(task.name)", to: columns - stateColumns - 2)
    return StyledLine([
      .init(column: 0, text: name, style: .plain),
      .init(column: columns - stateColumns, text: measure.truncated(state, to: stateColumns), style: Style(ink)),
    ])
  }
}
