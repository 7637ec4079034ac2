import Widgets
import Wording

/// A list to choose from. Every one is narrowed by typing: a long one shows the field for it from the beginning, and all characters are written there;
/// a short one keeps j, k, q and Space as keys until another character, or `/`, opens the field.
final class ListDialog: Modal {
  private unowned let runtime: Runtime
  private let title: Phrase
  /// Gives the entries for what was typed.
  private let entries: (String) -> [Choice]
  private let then: @MainActor (Int) -> Void
  private let cancelled: @MainActor () -> Void
  private var field: TextField?
  private var shown: [Choice]
  /// The entries before anything was typed.
  private let unnarrowed: [Choice]
  /// The first row that is seen, of all rows that the entries take.
  private var top = 0
  /// In which row each entry begins, and the row behind the last, as they were drawn.
  private var starts: [Int] = [0]
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
      KeyHint(KeyPress(.enter), zh: "选定", en: "choose"),
      KeyHint(field == nil ? [KeyPress(.down), .character("j"), .character("k")] : [KeyPress(.down)], zh: "移动", en: "move"),
      field == nil
        ? KeyHint([.character("/")], zh: "或输入几个字：缩小范围", en: "or typing narrows the list")
        : KeyHint([], zh: "输入几个字：缩小范围", en: "typing narrows the list"),
      KeyHint(KeyPress(.escape), zh: "关闭", en: "close"),
    ]
  }

  func receive(_ event: InputEvent) {
    switch event {
    case .key(KeyPress(.escape)), .key(KeyPress(.function(10))), .key(.control("c")): cancel()
    case .key(KeyPress(.enter)): choose()
    case .key(KeyPress(.function(1))): explain()
    case .key(let key): receive(key)
    case .paste(let text):
      var writing = field ?? TextField()
      guard writing.handle(paste: text) == .changed else { return }
      field = writing
      narrow()
    case .mouse(let press): receive(press)
    case .focus: break
    }
  }

  private func receive(_ key: KeyPress) {
    // Home and End belong to what is typed, once something is.
    let isOfField = field?.text.isEmpty == false && (key.key == .home || key.key == .end)
    if !isOfField, state.handle(key) != .ignored { return }
    if field != nil {
      if field?.handle(key) == .changed { narrow() }
      return
    }
    switch (key.asciiMeaning ?? key).key {
    case .character("j"): state.move(.down)
    case .character("k"): state.move(.up)
    case .character("q"): cancel()
    case .character(" "): choose()
    case .character("/"): field = TextField()
    default: beginWriting(with: key)
    }
  }

  /// A character that is no key of a short list opens the field and is the first that is written there.
  private func beginWriting(with key: KeyPress) {
    var writing = TextField()
    guard writing.handle(key) == .changed else { return }
    field = writing
    narrow()
  }

  private func receive(_ press: MousePress) {
    guard press.button == .left, press.phase == .down else {
      _ = state.handle(press, in: list)
      return
    }
    let row = top + press.place.row - list.row
    guard list.contains(press.place), let place = shown.indices.last(where: { starts[$0] <= row }), row < (starts.last ?? 0) else { return }
    if !state.select(place) { choose() }
  }

  private func narrow() {
    top = 0
    shown = entries(field?.text ?? "")
    state = ListState(count: shown.count, rows: state.rows)
  }

  /// What is found for what was typed may be more now, as when an index has come; the entry in hand stays in hand.
  func changed() {
    guard let field, !field.text.isEmpty else { return }
    let kept = shown.indices.contains(state.selected) ? shown[state.selected] : nil
    let found = entries(field.text)
    guard found != shown else { return }
    shown = found
    state = ListState(count: shown.count, selected: kept.flatMap { found.firstIndex(of: $0) } ?? 0, rows: state.rows)
  }

  /// F1: what the keys do here.
  private func explain() {
    let narrowing =
      field == nil
      ? Phrase(
        zh: "空格也选定；输入其他字缩小范围，以 j k q 起头的先按 /；",
        en: "Space chooses too; typing narrows it, after / what begins with j, k or q; ")
      : Phrase(zh: "输入几个字缩小范围；", en: "typing narrows it; ")
    runtime.notice(
      Phrase(zh: "↑ ↓ 移动，回车选定；", en: "Up and Down move, Enter chooses; ") + narrowing
        + Phrase(zh: "Esc 关闭，什么也不改", en: "Esc closes, and nothing changes"))
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
    // How high the box is must not depend on what was typed.
    let inside = min(columns, area.columns - 4)
    let most = max(most, unnarrowed.reduce(0) { $0 + $1.rows(columns: inside, look, canvas.measure).count })
    var room = DialogBox.draw(
      on: &canvas, in: area, title: look(title), content: Size(columns: columns, rows: most + (field == nil ? 0 : 1)), ink: .border)
    canvas.cursor = nil
    if let field {
      let (line, rest) = room.splitTop(1)
      field.draw(on: &canvas, in: line, isInHand: true)
      room = rest
    }
    list = room
    let rows = shown.map { $0.rows(columns: room.columns, look, canvas.measure) }
    starts = rows.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    scroll(rows: room.rows)
    for (index, lines) in rows.enumerated() {
      for (offset, line) in lines.enumerated() {
        let row = starts[index] + offset - top
        guard (0..<room.rows).contains(row) else { continue }
        draw(line, of: shown[index], isChosen: index == state.selected, on: &canvas, in: room.row(row))
      }
    }
    if field == nil, shown.indices.contains(state.selected) {
      canvas.cursor = Position(column: room.column, row: room.row + starts[state.selected] - top)
    }
    if shown.isEmpty {
      canvas.put(
        look(Phrase(zh: "没有相符的条目；删去几个字再试", en: "Nothing matches; delete a few characters")), at: room.place, style: Style(.muted),
        within: room)
    }
    canvas.scrollBar(
      in: Area(column: room.right + 1, row: room.row, columns: 1, rows: room.rows), top: top, count: starts.last ?? 0)
  }

  /// Brings the chosen entry into sight with all its rows, as far as they have room.
  private func scroll(rows: Int) {
    let all = starts.last ?? 0
    // A page is as many entries as are seen, on the average.
    state.layout(rows: max(1, rows * max(1, shown.count) / max(1, all)))
    guard shown.indices.contains(state.selected) else { return top = 0 }
    top = max(top, starts[state.selected + 1] - rows)
    top = max(0, min(top, starts[state.selected], max(0, all - rows)))
  }

  private func draw(_ row: Choice.Row, of choice: Choice, isChosen: Bool, on canvas: inout Canvas, in line: Area) {
    let ink: Ink = isChosen ? .selected : choice.refusal == nil ? .plain : .muted
    canvas.fill(line, Style(ink))
    canvas.put(row.text, at: Position(column: line.column + row.indent, row: line.row), style: Style(ink), within: line)
    let place = Position(column: line.right - canvas.measure.columns(of: row.beside), row: line.row)
    canvas.put(row.beside, at: place, style: Style(isChosen ? ink : .muted), within: line)
  }
}

extension Area {
  /// One of its rows, counted from its first.
  fileprivate func row(_ offset: Int) -> Area { Area(column: column, row: row + offset, columns: columns, rows: 1) }
  /// Its upper left cell.
  fileprivate var place: Position { Position(column: column, row: row) }
}
