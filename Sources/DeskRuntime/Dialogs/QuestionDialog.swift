import Widgets
import Wording

/// A text and a few answers to choose from.
final class QuestionDialog: Modal {
  struct Answer {
    var label: Phrase
    var letter: Character?
  }

  private unowned let runtime: Runtime
  private let title: Phrase
  private let text: Phrase
  private let answers: [Answer]
  private let cancel: Int
  private let isGrave: Bool
  private let then: @MainActor (Int) -> Void
  private var chosen: Int
  private var places: [Area] = []

  init(
    _ runtime: Runtime, title: Phrase, text: Phrase, answers: [Answer], chosen: Int, cancel: Int, isGrave: Bool,
    then: @escaping @MainActor (Int) -> Void
  ) {
    self.runtime = runtime
    self.title = title
    self.text = text
    self.answers = answers
    self.chosen = chosen
    self.cancel = cancel
    self.isGrave = isGrave
    self.then = then
  }

  var hints: [KeyHint] {
    let choose = KeyHint(KeyPress(.enter), zh: answers.count > 1 ? "选定" : "关闭", en: answers.count > 1 ? "choose" : "close")
    let others = [KeyHint(KeyPress(.right), zh: "移动", en: "move"), KeyHint(KeyPress(.escape), zh: "取消", en: "cancel")]
    return answers.count > 1 ? [choose] + others : [choose]
  }

  func receive(_ event: InputEvent) {
    switch event {
    case .key(let key): receive(key.asciiMeaning ?? key)
    case .mouse(let press) where press.button == .left && press.phase == .down:
      if let index = places.firstIndex(where: { $0.contains(press.place) }) { answer(index) }
    default: break
    }
  }

  private func receive(_ key: KeyPress) {
    switch key.key {
    case .left, .up: chosen = max(0, chosen - 1)
    case .right, .down: chosen = min(answers.count - 1, chosen + 1)
    case .tab: chosen = (chosen + (key.modifiers.contains(.shift) ? answers.count - 1 : 1)) % answers.count
    case .enter: answer(chosen)
    case .escape: answer(cancel)
    case .character("c") where key.modifiers == .control: answer(cancel)
    case .character(let character) where key.modifiers.isEmpty:
      if let index = answers.firstIndex(where: { $0.letter == character }) { answer(index) }
    default: break
    }
  }

  private func answer(_ index: Int) {
    runtime.close(self)
    then(index)
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let measure = canvas.measure
    let labels = answers.map { answer -> String in
      let label = look(answer.label)
      guard let letter = answer.letter, answers.count > 1 else { return "[ \(label) ]" }
      return "[ \(label) \(letter) ]"
    }
    let buttonColumns = labels.reduce(0) { $0 + measure.columns(of: $1) + 2 } - 2
    let widest = max(24, min(64, area.columns - 6))
    let lines = measure.wrapped(look(text), to: widest)
    let columns = max(lines.map { measure.columns(of: $0) }.max() ?? 0, buttonColumns, measure.columns(of: look(title)) + 4)
    let inside = DialogBox.draw(on: &canvas, in: area, columns: columns, rows: lines.count + 2, title: look(title), isGrave: isGrave)
    let (body, buttons) = inside.splitTop(inside.rows - 1)
    for (row, line) in lines.prefix(body.rows).enumerated() {
      canvas.put(line, at: Position(column: body.column, row: body.row + row), within: body)
    }
    var column = buttons.right - buttonColumns
    places = []
    for (index, label) in labels.enumerated() {
      let width = measure.columns(of: label)
      let place = Position(column: column, row: buttons.row)
      canvas.put(label, at: place, style: Style(index == chosen ? .selected : .plain), within: buttons)
      places.append(Area(column: column, row: buttons.row, columns: width, rows: 1))
      if index == chosen { canvas.cursor = Position(column: column + 2, row: buttons.row) }
      column += width + 2
    }
  }
}
