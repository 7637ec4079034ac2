/// What a key did to a dialog.
public enum DialogOutcome<ID: Hashable & Sendable>: Sendable, Hashable {
  /// One of its choices was taken.
  case chosen(ID)
  /// Escape: nothing is to happen.
  case cancelled
  /// Something else is in hand, or the text was scrolled.
  case moved
  /// Nothing could come of the key.
  case refused
  /// The key means nothing here. While a dialog is shown, it should go nowhere else.
  case ignored
}

/// A question with a few answers, in a box in the middle of the screen.
public struct Dialog<ID: Hashable & Sendable>: Sendable {
  /// An answer.
  public struct Choice: Sendable {
    /// Which answer it is.
    public let id: ID
    /// What it is called.
    public var label: String
    /// A key that takes it at once; a letter means its capital and its full-width form, too.
    public var key: Character?

    /// Makes an answer.
    public init(_ id: ID, _ label: String, key: Character? = nil) {
      self.id = id
      self.label = label
      self.key = key
    }
  }

  /// What is asked, in the frame.
  public var title: String
  /// What is to be known, a paragraph each.
  public var lines: [String]
  /// The answers, the harmless one first.
  public var choices: [Choice]
  /// The ink of the frame: ``Ink/bad`` where something is going to be lost.
  public var ink: Ink
  /// Whether a digit takes the answer at its place: not where a slip would do harm, or where a digit may have opened the dialog.
  public var takesDigits = true
  /// The index of the answer that Enter takes.
  public private(set) var selected: Int

  private var scroll = 0
  private var view: (area: Area, measure: TextMeasure)?

  /// Makes a dialog.
  public init(title: String, lines: [String] = [], choices: [Choice], selected: Int = 0, ink: Ink = .border) {
    self.title = title
    self.lines = lines
    self.choices = choices
    self.selected = choices.indices.contains(selected) ? selected : 0
    self.ink = ink
  }

  /// Tells the dialog the area in whose middle it stands.
  public mutating func layout(in area: Area, measure: TextMeasure) {
    view = (area, measure)
    let plan = plan(in: area, measure: measure)
    scroll = min(scroll, max(0, plan.lines.count - plan.text.rows))
  }

  /// Does what a key means to the dialog.
  public mutating func handle(_ press: KeyPress) -> DialogOutcome<ID> {
    switch (press.key, press.modifiers) {
    case (.escape, []): return .cancelled
    case (.pageUp, []): return scroll(by: -5)
    case (.pageDown, []): return scroll(by: 5)
    case (.tab, []): return go(1)
    case (.tab, .shift): return go(-1)
    case (.enter, []), (.character(" "), []): return take(selected)
    case (.right, []): return select(selected + 1)
    case (.left, []): return select(selected - 1)
    case (.down, []): return isListed ? select(selected + 1) : scroll(by: 1)
    case (.up, []): return selected > 0 && isListed ? select(selected - 1) : scroll(by: -1)
    case (.character(let character), []): return take(by: character)
    default: return .ignored
    }
  }

  /// Takes the answer that was clicked.
  public func click(at place: Position) -> DialogOutcome<ID> {
    guard let view else { return .ignored }
    let plan = plan(in: view.area, measure: view.measure)
    return plan.choices.firstIndex { $0.contains(place) }.map { take($0) } ?? .ignored
  }

  // MARK: - Drawing

  /// Draws the dialog in the middle of an area, over what stands there.
  public func draw(on canvas: inout Canvas, in area: Area) {
    let plan = plan(in: area, measure: canvas.measure)
    let room = DialogBox.draw(on: &canvas, in: area, title: title, content: plan.content, ink: ink)
    canvas.cursor = nil
    for (offset, line) in plan.lines.dropFirst(scroll).prefix(plan.text.rows).enumerated() {
      canvas.put(line, at: Position(column: plan.text.column, row: plan.text.row + offset), within: room)
    }
    canvas.scrollBar(
      in: Area(column: room.right + 1, row: plan.text.row, columns: 1, rows: plan.text.rows), top: scroll, count: plan.lines.count)
    for (index, place) in plan.choices.enumerated() {
      let isSelected = index == selected
      canvas.put(
        " \(label(of: choices[index])) ", at: place.origin,
        style: Style(isSelected ? .selected : .accent), within: room)
      if isListed, isSelected {
        canvas.restyle(place.intersection(room), .selected)
      }
      if isSelected { canvas.place(cursor: place.origin, in: room) }
    }
  }

  /// Where all stands.
  private struct Plan {
    var content: Size
    var lines: [String]
    var text: Area
    var choices: [Area]
  }

  /// Whether the answers stand below each other.
  private var isListed: Bool {
    choices.count > 4
      || choices.reduce(0) { $0 + TextMeasure(ambiguousIsWide: true).columns(of: label(of: $1)) + 4 } > DialogBox.textColumns
  }

  private func label(of choice: Choice) -> String { choice.key.map { "\(choice.label) (\($0))" } ?? choice.label }

  private func plan(in area: Area, measure: TextMeasure) -> Plan {
    let widths = choices.map { measure.columns(of: label(of: $0)) + 2 }
    let widest = max(
      (lines + [title + "    "]).map { measure.columns(of: $0) }.max() ?? 0,
      isListed ? widths.max() ?? 0 : widths.reduce(0, +) + 2 * max(0, choices.count - 1))
    let columns = max(1, min(widest, DialogBox.textColumns, area.columns - 4))
    let text = lines.flatMap { measure.wrapped($0, to: columns) }
    let choiceRows = isListed ? choices.count : choices.isEmpty ? 0 : 1
    let rest = choiceRows + (choiceRows > 0 ? 1 : 0)
    // The text gives way first, and can be scrolled; the answers never do.
    let textRows = max(0, min(text.count, area.rows - 2 - rest))
    let content = Size(columns: columns, rows: textRows + rest)
    let room = DialogBox.room(in: area, content: content)
    let textArea = room.splitTop(textRows).top
    let choicesTop = max(room.row, room.bottom - choiceRows)
    var column = room.column + (isListed ? 0 : max(0, room.columns - widths.reduce(0, +) - 2 * max(0, choices.count - 1)))
    let places = widths.enumerated().map { index, width in
      if isListed { return Area(column: room.column, row: choicesTop + index, columns: room.columns, rows: 1) }
      defer { column += width + 2 }
      return Area(column: column, row: choicesTop, columns: width, rows: 1)
    }
    return Plan(content: content, lines: text, text: textArea, choices: places)
  }

  // MARK: - Keys

  /// Goes from answer to answer, and round.
  private mutating func go(_ step: Int) -> DialogOutcome<ID> {
    guard choices.count > 1 else { return .refused }
    selected = (selected + step + choices.count) % choices.count
    return .moved
  }

  private mutating func select(_ index: Int) -> DialogOutcome<ID> {
    guard choices.indices.contains(index), index != selected else { return .refused }
    selected = index
    return .moved
  }

  private mutating func scroll(by step: Int) -> DialogOutcome<ID> {
    guard let view else { return .refused }
    let plan = plan(in: view.area, measure: view.measure)
    let target = max(0, min(scroll + step, plan.lines.count - plan.text.rows))
    guard target != scroll else { return .refused }
    scroll = target
    return .moved
  }

  private func take(_ index: Int) -> DialogOutcome<ID> { choices.indices.contains(index) ? .chosen(choices[index].id) : .refused }

  private mutating func take(by character: Character) -> DialogOutcome<ID> {
    let wanted = NumberField.reading(of: String(character)).lowercased()
    if let index = choices.firstIndex(where: { $0.key.map { String($0).lowercased() } == wanted }) { return take(index) }
    // An input method may be on: digits come through where letters do not.
    if takesDigits, let number = Int(wanted), choices.indices.contains(number - 1) { return take(number - 1) }
    return .refused
  }
}
