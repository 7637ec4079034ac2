import Widgets
import Wording

/// The help of a screen, made from its bindings.
final class HelpPage: Modal {
  private unowned let runtime: Runtime
  private let title: Phrase
  private let screen: [KeyBinding]
  private let desk: [KeyBinding]
  /// How a text is written; nothing where none is.
  private let writing: [KeyBinding]
  private let isCapturing: Bool
  private var first = 0
  private var rows = 1
  private var lineCount = 0

  /// - Parameter isCapturing: whether a field is in hand, so that Enter lists nothing.
  init(_ runtime: Runtime, title: Phrase, screen: [KeyBinding], desk: [KeyBinding], isCapturing: Bool = false) {
    self.runtime = runtime
    self.title = title
    self.screen = screen
    self.isCapturing = isCapturing
    let taken = Set(screen.flatMap(\.keys))
    func free(_ bindings: [KeyBinding]) -> [KeyBinding] {
      bindings.compactMap { binding in
        var binding = binding
        binding.keys.removeAll { taken.contains($0) }
        return binding.keys.isEmpty ? nil : binding
      }
    }
    self.desk = free(desk)
    writing = isCapturing ? free(EditingKeys.bindings) : []
  }

  var hints: [KeyHint] {
    let close = KeyHint(KeyPress(.escape), zh: "关闭", en: "close")
    return lineCount > rows ? [KeyHint(KeyPress(.pageDown), zh: "下一页", en: "more"), close] : [close]
  }

  func receive(_ event: InputEvent) {
    switch event {
    case .key(let key): receive(key.asciiMeaning ?? key)
    case .mouse(let press) where press.button == .wheelUp: scroll(by: -3)
    case .mouse(let press) where press.button == .wheelDown: scroll(by: 3)
    default: break
    }
  }

  private func receive(_ key: KeyPress) {
    switch key.key {
    case .up, .character("k"): scroll(by: -1)
    case .down, .character("j"): scroll(by: 1)
    case .pageUp: scroll(by: -rows)
    case .pageDown, .character(" "): scroll(by: rows)
    case .home: scroll(by: -lineCount)
    case .end: scroll(by: lineCount)
    case .character("L"): runtime.perform(.language)
    case .escape, .enter, .character("q"), .character("?"), .function(1): runtime.close(self)
    case .character("c") where key.modifiers == .control: runtime.close(self)
    default: break
    }
  }

  private func scroll(by rows: Int) { first = max(0, min(first + rows, lineCount - self.rows)) }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let columns = min(96, area.columns - 4)
    let lines = self.lines(columns: columns, look: look, measure: canvas.measure)
    lineCount = lines.count
    let name = look(Phrase(zh: "帮助：", en: "Help: ") + title)
    let body = DialogBox.draw(on: &canvas, in: area, title: name, content: Size(columns: columns, rows: lines.count), ink: .border)
    rows = max(1, body.rows)
    scroll(by: 0)
    for (row, line) in lines.dropFirst(first).prefix(rows).enumerated() {
      canvas.put(line.keys, at: Position(column: body.column, row: body.row + row), style: Style(line.ink, bold: true), within: body)
      canvas.put(
        line.text, at: Position(column: body.column + line.indent, row: body.row + row), style: Style(line.isGrey ? .muted : .plain),
        within: body)
    }
    canvas.scrollBar(in: Area(column: body.right + 1, row: body.row, columns: 1, rows: body.rows), top: first, count: lineCount)
    canvas.cursor = Position(column: body.column, row: body.row)
  }

  private struct Line {
    var keys = ""
    var text = ""
    var indent = 0
    var ink = Ink.accent
    var isGrey = false
  }

  private func lines(columns: Int, look: Look, measure: TextMeasure) -> [Line] {
    let all = screen + writing + desk
    let widestKeys = all.map { measure.columns(of: look.names(of: $0.keys)) }.max() ?? 0
    let indent = min(widestKeys, columns / 2) + 2
    var lines: [Line] = []
    func section(_ heading: Phrase, _ bindings: [KeyBinding]) {
      guard !bindings.isEmpty else { return }
      lines.append(Line(keys: look(heading), ink: .heading))
      for binding in bindings {
        var text = look(binding.explanation)
        if let refusal = binding.refusal { text += look(Phrase(zh: "（现在不行：", en: " (not now: ") + refusal + Phrase(zh: "）", en: ")")) }
        let parts = measure.wrapped(text, to: columns - indent)
        for (index, part) in parts.enumerated() {
          let keys = index == 0 ? measure.truncated(look.names(of: binding.keys), to: indent - 1) : ""
          lines.append(Line(keys: keys, text: part, indent: indent, isGrey: binding.refusal != nil))
        }
      }
      lines.append(Line())
    }
    section(Phrase(zh: "此处", en: "Here"), screen)
    section(Phrase(zh: "书写", en: "Writing"), writing)
    section(Phrase(zh: "随处", en: "Everywhere"), desk)
    let whileWriting = Phrase(
      zh: "光标在栏目中，字母和符号都写入栏目；F10 打开操作列表。全角数字按半角理解。",
      en: "A field is in hand: letters and signs are written in it; F10 lists the actions. Full-width digits count as ASCII.")
    let freely = Phrase(
      zh: "输入法开着时，字母不会成为按键：用 F10 或回车打开操作列表，全角符号与数字按半角理解。",
      en:
        "With an input method on, letters do not arrive as keys: F10 or Enter lists the actions; full-width signs and digits count as ASCII."
    )
    let note = isCapturing ? whileWriting : freely
    for part in measure.wrapped(look(note), to: columns) { lines.append(Line(text: part, isGrey: true)) }
    return lines
  }
}

extension Runtime {
  /// Shows every key of this screen and of the desk.
  func showHelp() {
    guard let screen = top else { return }
    // Only what works now: while a field is in hand, letters are text.
    show(HelpPage(self, title: screen.title, screen: screen.bindings, desk: deskBindings, isCapturing: screen.isCapturing))
  }
}
