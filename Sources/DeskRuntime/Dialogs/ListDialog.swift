import Widgets
import Wording

/// An entry of a list to choose from.
public struct Choice: Sendable, Hashable {
  /// What it is called.
  public var label: Phrase
  /// What is said beside it: a key, a number.
  public var detail: Phrase?
  /// Why it cannot be chosen now.
  public var refusal: Phrase?
  /// Further words by which typing finds it: pinyin, a short name.
  public var keywords: String

  /// Makes an entry.
  public init(_ label: Phrase, detail: Phrase? = nil, refusal: Phrase? = nil, keywords: String = "") {
    self.keywords = keywords
    self.label = label
    self.detail = detail
    self.refusal = refusal
  }

  /// Whether every word of a text occurs in it, in either language, whatever the case.
  func matches(_ text: String) -> Bool {
    let own = [label.zh, label.en, detail?.zh ?? "", detail?.en ?? "", keywords].joined(separator: "\u{0}").lowercased()
    return text.lowercased().split(separator: " ").allSatisfy { own.contains($0) }
  }
}

/// A list to choose from; it may be narrowed by typing.
final class ListDialog: Modal {
  private unowned let runtime: Runtime
  private let title: Phrase
  private let hasFilter: Bool
  /// Gives the entries for a text; without a filter it is asked once.
  private let entries: (String) -> [Choice]
  private let then: @MainActor (Choice, Int) -> Void
  private let cancelled: @MainActor () -> Void
  private var field = LineField()
  private var shown: [Choice]
  private var chosen: Int
  private var first = 0
  private var rows = 1
  private var list = Area(column: 0, row: 0, columns: 0, rows: 0)
  /// Keeps the width while typing narrows the list.
  private let widest: Int

  /// - Parameter then: gets the entry and its place in what `entries` gave for the text that was typed.
  init(
    _ runtime: Runtime, title: Phrase, hasFilter: Bool, chosen: Int = 0, entries: @escaping (String) -> [Choice],
    cancelled: @escaping @MainActor () -> Void = {}, then: @escaping @MainActor (Choice, Int) -> Void
  ) {
    self.runtime = runtime
    self.title = title
    self.hasFilter = hasFilter
    self.entries = entries
    self.then = then
    self.cancelled = cancelled
    self.shown = entries("")
    self.chosen = max(0, min(chosen, shown.count - 1))
    let measure = TextMeasure()
    self.widest =
      shown.map { choice in
        Language.allCases.map { language in
          measure.columns(of: choice.label[language]) + measure.columns(of: choice.detail?[language] ?? "")
            + measure.columns(of: choice.refusal?[language] ?? "") + 6
        }.max() ?? 0
      }.max() ?? 0
  }

  var hints: [KeyHint] {
    [
      KeyHint(KeyPress(.enter), zh: "选定", en: "choose"), KeyHint(KeyPress(.down), zh: "移动", en: "move"),
      KeyHint(KeyPress(.escape), zh: "关闭", en: "close"),
    ]
  }

  func receive(_ event: InputEvent) {
    switch event {
    case .key(let key): receive(key)
    case .paste(let text): if hasFilter, field.insert(text) { narrow() }
    case .mouse(let press): receive(press)
    case .focus: break
    }
  }

  private func receive(_ key: KeyPress) {
    switch key.key {
    case .up: chosen = max(0, chosen - 1)
    case .down: chosen = max(0, min(shown.count - 1, chosen + 1))
    case .pageUp: chosen = max(0, chosen - rows)
    case .pageDown: chosen = max(0, min(shown.count - 1, chosen + rows))
    case .home where !hasFilter: chosen = 0
    case .end where !hasFilter: chosen = max(0, shown.count - 1)
    case .enter: choose()
    case .escape, .function(10): cancel()
    case .character("c") where key.modifiers == .control: cancel()
    case .character(let character) where !hasFilter && key.modifiers.isEmpty: move(by: (key.asciiMeaning ?? key).key, character)
    default: if hasFilter, field.receive(key) { narrow() }
    }
  }

  private func move(by key: Key, _ character: Character) {
    switch key {
    case .character("j"): chosen = max(0, min(shown.count - 1, chosen + 1))
    case .character("k"): chosen = max(0, chosen - 1)
    case .character("q"): cancel()
    default: break
    }
  }

  private func receive(_ press: MousePress) {
    switch (press.button, press.phase) {
    case (.wheelUp, _): chosen = max(0, chosen - 3)
    case (.wheelDown, _): chosen = max(0, min(shown.count - 1, chosen + 3))
    case (.left, .down) where list.contains(press.place):
      let index = first + press.place.row - list.row
      guard shown.indices.contains(index) else { return }
      if index == chosen { choose() } else { chosen = index }
    default: break
    }
  }

  private func narrow() {
    shown = entries(field.text)
    chosen = 0
    first = 0
  }

  private func choose() {
    guard shown.indices.contains(chosen) else { return }
    let choice = shown[chosen]
    if let refusal = choice.refusal { return runtime.notice(refusal, .caution) }
    runtime.close(self)
    then(choice, chosen)
  }

  private func cancel() {
    runtime.close(self)
    cancelled()
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let columns = min(max(widest, canvas.measure.columns(of: look(title)) + 4, 40), area.columns - 4)
    let wanted = (hasFilter ? max(shown.count, 8) + 1 : max(1, shown.count))
    var inside = DialogBox.draw(on: &canvas, in: area, columns: columns, rows: min(wanted, area.rows - 4), title: look(title))
    if hasFilter {
      let (line, rest) = inside.splitTop(1)
      field.draw(on: &canvas, in: line, look: look)
      inside = rest
    }
    rows = max(1, inside.rows)
    list = inside
    first = max(min(first, chosen), chosen - rows + 1)
    first = max(0, min(first, shown.count - rows))
    for (row, choice) in shown.dropFirst(first).prefix(rows).enumerated() {
      draw(
        choice, isChosen: first + row == chosen, on: &canvas,
        in: Area(column: inside.column, row: inside.row + row, columns: inside.columns, rows: 1), look)
    }
    if shown.isEmpty {
      canvas.put(
        look(Phrase(zh: "没有相符的条目；删去几个字再试", en: "Nothing matches; delete a few characters")),
        at: Position(column: inside.column, row: inside.row), style: Style(.muted), within: inside)
    }
  }

  private func draw(_ choice: Choice, isChosen: Bool, on canvas: inout Canvas, in line: Area, _ look: Look) {
    let ink: Ink = isChosen ? .selected : choice.refusal == nil ? .plain : .muted
    canvas.fill(line, Style(ink))
    let detail = look(choice.refusal ?? choice.detail ?? Phrase(same: ""))
    let label = look(choice.label)
    let labelColumns = canvas.measure.columns(of: label)
    let detailRoom = max(0, line.columns - labelColumns - 3)
    let shownDetail = canvas.measure.truncated(detail, to: detailRoom)
    let detailColumns = canvas.measure.columns(of: shownDetail)
    let shownLabel = canvas.measure.truncated(label, to: line.columns - 2)
    canvas.put(shownLabel, at: Position(column: line.column + 1, row: line.row), style: Style(ink), within: line)
    canvas.put(
      shownDetail, at: Position(column: line.right - detailColumns - 1, row: line.row), style: Style(isChosen ? ink : .muted), within: line)
    if isChosen, !hasFilter { canvas.cursor = Position(column: line.column + 1, row: line.row) }
  }
}
