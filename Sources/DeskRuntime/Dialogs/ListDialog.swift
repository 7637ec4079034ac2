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
  /// Gives the entries for what was typed; without a field it is asked once.
  private let entries: (String) -> [Choice]
  private let then: @MainActor (Int) -> Void
  private let cancelled: @MainActor () -> Void
  private var field: TextField?
  private var shown: [Choice]
  /// The entries before anything was typed.
  private let unnarrowed: [Choice]
  private var state: ListState
  private var list = Area(column: 0, row: 0, columns: 0, rows: 0)
  /// Keeps the box where it is while typing narrows the list.
  private let widest: [Language: Int]
  private let most: Int

  /// - Parameter then: gets the place of the entry in what `entries` gave for what was typed.
  init(
    _ runtime: Runtime, title: Phrase, hasFilter: Bool, chosen: Int = 0, entries: @escaping (String) -> [Choice],
    cancelled: @escaping @MainActor () -> Void = {}, then: @escaping @MainActor (Int) -> Void
  ) {
    self.runtime = runtime
    self.title = title
    self.entries = entries
    self.then = then
    self.cancelled = cancelled
    field = hasFilter ? TextField() : nil
    shown = entries("")
    unnarrowed = shown
    state = ListState(count: shown.count, selected: chosen)
    most = max(hasFilter ? 8 : 1, shown.count)
    var widest: [Language: Int] = [:]
    for language in Language.allCases {
      widest[language] = shown.map { $0.columns(in: language) }.max() ?? 0
    }
    self.widest = widest
  }

  var hints: [KeyHint] {
    [
      KeyHint(KeyPress(.enter), zh: "选定", en: "choose"), KeyHint(KeyPress(.down), zh: "移动", en: "move"),
      KeyHint(KeyPress(.escape), zh: "关闭", en: "close"),
    ]
  }

  func receive(_ event: InputEvent) {
    switch event {
    case .key(KeyPress(.escape)), .key(KeyPress(.function(10))), .key(.control("c")): cancel()
    case .key(KeyPress(.enter)): choose()
    case .key(let key): receive(key)
    case .paste(let text): if field?.handle(paste: text) == .changed { narrow() }
    case .mouse(let press): if state.handle(press, in: list) == .committed { choose() }
    case .focus: break
    }
  }

  private func receive(_ key: KeyPress) {
    // With a field, Home and End are its own.
    let isOfField = field != nil && (key.key == .home || key.key == .end)
    if !isOfField, state.handle(key) != .ignored { return }
    if field != nil {
      if field?.handle(key) == .changed { narrow() }
      return
    }
    switch (key.asciiMeaning ?? key).key {
    case .character("j"): state.move(.down)
    case .character("k"): state.move(.up)
    case .character("q"): cancel()
    default: break
    }
  }

  private func narrow() {
    shown = entries(field?.text ?? "")
    state = ListState(count: shown.count, rows: state.rows)
  }

  private func choose() {
    guard shown.indices.contains(state.selected) else { return }
    if let refusal = shown[state.selected].refusal { return runtime.notice(refusal, .caution) }
    runtime.close(self)
    then(state.selected)
  }

  private func cancel() {
    runtime.close(self)
    cancelled()
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let columns = max(widest[look.language] ?? 0, canvas.measure.columns(of: look(title)) + 4, 40)
    let beneath = rowsBeneath(columns: min(columns, area.columns - 4), look, canvas.measure)
    var room = DialogBox.draw(
      on: &canvas, in: area, title: look(title), content: Size(columns: columns, rows: most + beneath + (field == nil ? 0 : 1)),
      ink: .border)
    canvas.cursor = nil
    if beneath > 0, room.rows > beneath + 3 {
      let (rest, words) = room.splitTop(room.rows - beneath)
      room = rest
      drawWhole(on: &canvas, in: words, look)
    }
    if let field {
      let (line, rest) = room.splitTop(1)
      field.draw(on: &canvas, in: line, isInHand: true)
      room = rest
    }
    list = room
    state.layout(rows: room.rows)
    for index in state.visible {
      draw(shown[index], isChosen: index == state.selected, on: &canvas, in: room.row(index - state.top), look)
    }
    if shown.isEmpty {
      canvas.put(
        look(Phrase(zh: "没有相符的条目；删去几个字再试", en: "Nothing matches; delete a few characters")), at: room.place, style: Style(.muted),
        within: room)
    }
    canvas.scrollBar(in: Area(column: room.right + 1, row: room.row, columns: 1, rows: room.rows), top: state.top, count: shown.count)
  }

  /// How many rows the longest entry takes that has no room in one; 0 where all have.
  private func rowsBeneath(columns: Int, _ look: Look, _ measure: TextMeasure) -> Int {
    guard columns < widest[look.language] ?? 0 else { return 0 }
    let wide = unnarrowed.filter { $0.columns(in: look.language, measure) > columns }
    return wide.map { measure.wrapped($0.whole(look), to: columns).count }.max().map { $0 + 1 } ?? 0
  }

  /// The chosen entry with all its words, beneath a rule.
  private func drawWhole(on canvas: inout Canvas, in area: Area, _ look: Look) {
    canvas.horizontalRule(at: area.place, columns: area.columns, within: area)
    guard shown.indices.contains(state.selected) else { return }
    let choice = shown[state.selected]
    for (row, line) in canvas.measure.wrapped(choice.whole(look), to: area.columns).prefix(area.rows - 1).enumerated() {
      canvas.put(line, at: Position(column: area.column, row: area.row + 1 + row), style: Style(.muted), within: area)
    }
  }

  private func draw(_ choice: Choice, isChosen: Bool, on canvas: inout Canvas, in line: Area, _ look: Look) {
    let ink: Ink = isChosen ? .selected : choice.refusal == nil ? .plain : .muted
    canvas.fill(line, Style(ink))
    let label = canvas.measure.truncated(look(choice.label), to: line.columns)
    let labelColumns = canvas.put(label, at: line.place, style: Style(ink), within: line)
    let detail = canvas.measure.truncated(look(choice.refusal ?? choice.detail ?? Phrase(same: "")), to: line.columns - labelColumns - 2)
    let place = Position(column: line.right - canvas.measure.columns(of: detail), row: line.row)
    canvas.put(detail, at: place, style: Style(isChosen ? ink : .muted), within: line)
    if isChosen, field == nil { canvas.cursor = line.place }
  }
}

extension Choice {
  /// All its words, one behind the other.
  fileprivate func whole(_ look: Look) -> String {
    guard let said = refusal ?? detail else { return look(label) }
    return look(label + Phrase(zh: "：", en: ": ") + said)
  }

  /// The columns that it would like to have.
  fileprivate func columns(in language: Language, _ measure: TextMeasure = TextMeasure(ambiguousIsWide: true)) -> Int {
    let detail = refusal ?? detail
    return measure.columns(of: label[language]) + (detail.map { measure.columns(of: $0[language]) + 3 } ?? 0)
  }
}

extension Area {
  /// One of its rows, counted from its first.
  fileprivate func row(_ offset: Int) -> Area { Area(column: column, row: row + offset, columns: columns, rows: 1) }
  /// Its upper left cell.
  fileprivate var place: Position { Position(column: column, row: row) }
}
