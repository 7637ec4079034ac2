import Widgets
import Wording

/// A line to be written.
final class EntryDialog: Modal {
  private unowned let runtime: Runtime
  private let title: Phrase
  private let text: Phrase
  private let check: (String) -> Phrase?
  private let then: @MainActor (String?) -> Void
  private var field: LineField
  private var fault: Phrase?

  init(
    _ runtime: Runtime, title: Phrase, text: Phrase, initial: String, check: @escaping (String) -> Phrase?,
    then: @escaping @MainActor (String?) -> Void
  ) {
    self.runtime = runtime
    self.title = title
    self.text = text
    self.check = check
    self.then = then
    self.field = LineField(initial)
  }

  var hints: [KeyHint] {
    [KeyHint(KeyPress(.enter), zh: "确定", en: "accept"), KeyHint(KeyPress(.escape), zh: "取消", en: "cancel")]
  }

  func receive(_ event: InputEvent) {
    switch event {
    case .key(KeyPress(.escape)), .key(.control("c")): finish(nil)
    case .key(KeyPress(.enter)):
      fault = check(field.text)
      if fault == nil { finish(field.text) }
    case .key(let key): if field.receive(key) { fault = nil }
    case .paste(let text): if field.insert(text) { fault = nil }
    case .mouse, .focus: break
    }
  }

  private func finish(_ text: String?) {
    runtime.close(self)
    then(text)
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let columns = max(24, min(64, area.columns - 6))
    let lines = canvas.measure.wrapped(look(text), to: columns).filter { !$0.isEmpty }
    let faults = fault.map { canvas.measure.wrapped(look($0), to: columns) } ?? [""]
    let inside = DialogBox.draw(on: &canvas, in: area, columns: columns, rows: lines.count + 1 + faults.count, title: look(title))
    var row = inside.row
    for line in lines {
      canvas.put(line, at: Position(column: inside.column, row: row), within: inside)
      row += 1
    }
    field.draw(on: &canvas, in: Area(column: inside.column, row: row, columns: inside.columns, rows: 1), look: look)
    for line in faults {
      row += 1
      canvas.put(line, at: Position(column: inside.column, row: row), style: Style(.bad), within: inside)
    }
  }
}
