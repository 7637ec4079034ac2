/// What a key did to a dialog.
public enum DialogOutcome<ID: Hashable & Sendable>: Sendable, Hashable {
  /// One of its choices was taken.
  case chosen(ID)
  /// Escape: nothing is to happen.
  case cancelled
  /// What is written in its field is another text now.
  case changed
  /// Something else is in hand, or the text was scrolled.
  case moved
  /// Nothing could come of the key.
  case refused
  /// The key means nothing here. While a dialog is shown, it should go nowhere else.
  case ignored
}

/// A question with a few answers, in a box in the middle of the screen; it may ask for a text as well.
public struct Dialog<ID: Hashable & Sendable>: Sendable {
  /// An answer.
  public struct Choice: Sendable {
    /// Which answer it is.
    public let id: ID
    /// What it is called.
    public var label: String
    /// A key that takes it at once, while no field is in hand; a letter means its capital and its full-width form, too.
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
  /// A field to fill in.
  public var field: (any Field)?
  /// What is wrong with what is written in the field; empty where nothing is.
  public var error = ""
  /// The ink of the frame: ``Ink/bad`` where something is going to be lost.
  public var ink: Ink
  /// Whether a digit takes the answer at its place: not where a slip would do harm, or where a digit may have opened the dialog.
  public var takesDigits = true
  /// The index of the answer that Enter takes.
  public private(set) var selected: Int
  /// Whether keys go to the field.
  public private(set) var isFieldInHand: Bool

  private var scroll = 0
  private var view: (area: Area, measure: TextMeasure)?

  /// Makes a dialog; its field is in hand at first, if it has one.
  public init(
    title: String, lines: [String] = [], choices: [Choice], field: (any Field)? = nil, selected: Int = 0, ink: Ink = .border
  ) {
    self.title = title
    self.lines = lines
    self.choices = choices
    self.field = field
    self.selected = choices.indices.contains(selected) ? selected : 0
    self.ink = ink
    self.isFieldInHand = field != nil
  }

  /// Tells the dialog the area in whose middle it stands.
  public mutating func layout(in area: Area, measure: TextMeasure) {
    view = (area, measure)
    let plan = plan(in: area, measure: measure)
    field?.layout(plan.field.size, measure: measure)
    scroll = min(scroll, max(0, plan.lines.count - plan.text.rows))
  }

  /// Does what a key means to the dialog.
  public mutating func handle(_ press: KeyPress) -> DialogOutcome<ID> {
    switch (press.key, press.modifiers) {
    case (.escape, []): return .cancelled
    case (.pageUp, []) where !isFieldInHand: return scroll(by: -5)
    case (.pageDown, []) where !isFieldInHand: return scroll(by: 5)
    case (.tab, []): return go(1)
    case (.tab, .shift): return go(-1)
    default: break
    }
    if isFieldInHand { return handleInField { $0.handle(press) } }
    switch (press.key, press.modifiers) {
    case (.enter, []), (.character(" "), []): return take(selected)
    case (.right, []): return select(selected + 1)
    case (.left, []): return select(selected - 1)
    case (.down, []): return isListed ? select(selected + 1) : scroll(by: 1)
    case (.up, []): return selected > 0 && isListed ? select(selected - 1) : field != nil ? go(-1) : scroll(by: -1)
    case (.character(let character), []): return take(by: character)
    default: return .ignored
    }
  }

  /// Takes pasted text into the field.
  public mutating func handle(paste text: String) -> DialogOutcome<ID> {
    isFieldInHand ? handleInField { $0.handle(paste: text) } : .ignored
  }

  /// Takes the answer that was clicked, or puts the insertion point where the field was clicked.
  public mutating func click(at place: Position) -> DialogOutcome<ID> {
    guard let view else { return .ignored }
    let plan = plan(in: view.area, measure: view.measure)
    if let index = plan.choices.firstIndex(where: { $0.contains(place) }) { return take(index) }
    guard field != nil, plan.field.contains(place) else { return .ignored }
    isFieldInHand = true
    let relative = Position(column: place.column - plan.field.column, row: place.row - plan.field.row)
    return field?.click(at: relative) == .changed ? .changed : .moved
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
    if let field {
      field.draw(on: &canvas, in: plan.field.intersection(room), isInHand: isFieldInHand)
      for (offset, line) in plan.errorLines.enumerated() {
        canvas.put(
          line, at: Position(column: plan.field.column, row: plan.field.bottom + offset), style: Style(.bad), within: room)
      }
    }
    for (index, place) in plan.choices.enumerated() {
      let isSelected = index == selected
      canvas.put(
        " \(label(of: choices[index])) ", at: place.origin,
        style: Style(isSelected ? (isFieldInHand ? .selectedAway : .selected) : .accent),
        within: room)
      if isListed, isSelected {
        let rest = place.intersection(room)
        canvas.restyle(rest, isFieldInHand ? .selectedAway : .selected)
      }
      if isSelected, !isFieldInHand { canvas.place(cursor: place.origin, in: room) }
    }
  }

  /// Where all stands.
  private struct Plan {
    var content: Size
    var lines: [String]
    var text: Area
    var field: Area
    var errorLines: [String]
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
      isListed ? widths.max() ?? 0 : widths.reduce(0, +) + 2 * max(0, choices.count - 1), field == nil ? 0 : 40)
    let columns = max(1, min(widest, DialogBox.textColumns, area.columns - 4))
    let text = lines.flatMap { measure.wrapped($0, to: columns) }
    let errorLines = error.isEmpty || field == nil ? [] : measure.wrapped(error, to: columns)
    let fieldRows = field.map { $0.rows(columns: columns, measure: measure) } ?? 0
    let choiceRows = isListed ? choices.count : choices.isEmpty ? 0 : 1
    let blankRows = (text.isEmpty ? 0 : fieldRows > 0 ? 1 : 0) + (choiceRows > 0 ? 1 : 0)
    let rest = fieldRows + errorLines.count + choiceRows + blankRows
    // The text gives way first, and can be scrolled; the answers never do.
    let textRows = max(0, min(text.count, area.rows - 2 - rest))
    let content = Size(columns: columns, rows: textRows + rest)
    let room = DialogBox.room(in: area, content: content)
    let textArea = room.splitTop(textRows).top
    let fieldTop = textArea.bottom + (text.isEmpty || fieldRows == 0 ? 0 : 1)
    let fieldArea = Area(column: room.column, row: fieldTop, columns: room.columns, rows: fieldRows)
    let choicesTop = max(room.row, room.bottom - choiceRows)
    var column = room.column + (isListed ? 0 : max(0, room.columns - widths.reduce(0, +) - 2 * max(0, choices.count - 1)))
    let places = widths.enumerated().map { index, width in
      if isListed { return Area(column: room.column, row: choicesTop + index, columns: room.columns, rows: 1) }
      defer { column += width + 2 }
      return Area(column: column, row: choicesTop, columns: width, rows: 1)
    }
    return Plan(content: content, lines: text, text: textArea, field: fieldArea, errorLines: errorLines, choices: places)
  }

  // MARK: - Keys

  private mutating func handleInField(_ act: (inout any Field) -> FieldOutcome) -> DialogOutcome<ID> {
    guard var field else { return .ignored }
    let outcome = act(&field)
    self.field = field
    switch outcome {
    case .changed:
      if let view { layout(in: view.area, measure: view.measure) }
      return .changed
    case .committed: return take(selected)
    case .cancelled: return .cancelled
    case .moved: return .moved
    case .refused: return .refused
    case .ignored: return .ignored
    }
  }

  /// Goes from the field over the answers, and round.
  private mutating func go(_ step: Int) -> DialogOutcome<ID> {
    let first = field == nil ? 0 : -1
    let span = choices.count - first
    guard span > 1 else { return .refused }
    let place = ((isFieldInHand ? -1 : selected) - first + step + span) % span + first
    isFieldInHand = place < 0
    if place >= 0 { selected = place }
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
