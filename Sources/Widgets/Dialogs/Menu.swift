/// What a key did to a menu.
public enum MenuOutcome<ID: Hashable & Sendable>: Sendable, Hashable {
  /// An action was taken.
  case chosen(ID)
  /// An action was wanted that cannot be taken now, for this reason.
  case barred(reason: String)
  /// Escape.
  case cancelled
  /// Another action is selected.
  case moved
  /// Nothing could come of the key.
  case refused
  /// The key means nothing here.
  case ignored
}

/// A list of what can be done here, with the key of each. What cannot be done now is shown with the reason.
public struct Menu<ID: Hashable & Sendable>: Sendable {
  /// An action.
  public struct Item: Sendable, Hashable {
    /// Which action it is.
    public let id: ID
    /// What it is called.
    public var label: String
    /// Its key, as it is shown.
    public var keyHint: String
    /// The key presses that take it at once.
    public var keys: [KeyPress]
    /// Why it cannot be taken now; `nil` where it can.
    public var barred: String?

    /// Makes an action.
    public init(_ id: ID, _ label: String, keyHint: String = "", keys: [KeyPress] = [], barred: String? = nil) {
      self.id = id
      self.label = label
      self.keyHint = keyHint
      self.keys = keys
      self.barred = barred
    }
  }

  /// What the list is of, in the frame.
  public var title: String
  /// The actions, from top to bottom.
  public let items: [Item]
  /// Which action is selected, and which are seen.
  public private(set) var state: ListState

  private var area: Area?
  private var measure = TextMeasure()

  /// Makes a menu.
  public init(title: String, items: [Item], selected: Int = 0) {
    self.title = title
    self.items = items
    self.state = ListState(count: items.count, selected: selected, rows: max(1, items.count))
  }

  /// Tells the menu the area in whose middle it stands.
  public mutating func layout(in area: Area, measure: TextMeasure) {
    self.area = area
    self.measure = measure
    state.layout(rows: DialogBox.room(in: area, content: content(measure)).rows)
  }

  /// Moves, or takes an action: the selected one by Enter, another by its own key or, with digits, by its number.
  public mutating func handle(_ press: KeyPress) -> MenuOutcome<ID> {
    if press == KeyPress(.escape) { return .cancelled }
    if press == KeyPress(.enter) { return take(state.selected) }
    if let index = items.firstIndex(where: { $0.keys.contains(press) }) {
      state.select(index)
      return take(index)
    }
    if case .character(let character) = press.key, press.modifiers.isEmpty,
      let number = Int(NumberField.reading(of: String(character))), items.indices.contains(number - 1)
    {
      return state.select(number - 1) ? .moved : .refused
    }
    switch state.handle(press) {
    case .moved: return .moved
    case .refused: return .refused
    default: return .ignored
    }
  }

  /// Takes the action that was clicked, or scrolls.
  public mutating func handle(_ press: MousePress) -> MenuOutcome<ID> {
    guard let area else { return .ignored }
    let room = DialogBox.room(in: area, content: content(measure))
    switch state.handle(press, in: room) {
    case .committed: return take(state.selected)
    case .moved: return press.button == .left ? take(state.selected) : .moved
    case .refused: return .refused
    default: return .ignored
    }
  }

  /// Draws the menu in the middle of an area, over what stands there.
  public func draw(on canvas: inout Canvas, in area: Area) {
    let room = DialogBox.draw(on: &canvas, in: area, title: title, content: content(canvas.measure), ink: .border)
    canvas.cursor = nil
    guard !room.isEmpty else { return }
    let hints = items.map { canvas.measure.columns(of: $0.keyHint) }.max() ?? 0
    let visible = state.visible(rows: room.rows)
    for index in visible {
      let item = items[index]
      let line = Area(column: room.column, row: room.row + index - visible.lowerBound, columns: room.columns, rows: 1)
      let hint = canvas.measure.padded(item.keyHint, to: hints)
      canvas.put(hint, at: line.origin, style: Style(item.barred == nil ? .accent : .muted), within: line)
      let reason = item.barred.map { "  " + $0 } ?? ""
      let start = hints == 0 ? 0 : hints + 2
      canvas.put(
        canvas.measure.truncated(item.label + reason, to: line.columns - start), at: Position(column: line.column + start, row: line.row),
        style: Style(item.barred == nil ? .plain : .muted), within: line)
      if index == state.selected {
        canvas.restyle(line, .selected)
        canvas.place(cursor: line.origin, in: line)
      }
    }
    canvas.scrollBar(
      in: Area(column: room.right + 1, row: room.row, columns: 1, rows: room.rows), top: visible.lowerBound, count: items.count)
  }

  private func content(_ measure: TextMeasure) -> Size {
    let hints = items.map { measure.columns(of: $0.keyHint) }.max() ?? 0
    let labels = items.map { measure.columns(of: $0.label) + ($0.barred.map { measure.columns(of: $0) + 2 } ?? 0) }.max() ?? 0
    let columns = max(hints + (hints == 0 ? 0 : 2) + labels, measure.columns(of: title) + 4)
    return Size(columns: columns, rows: items.count)
  }

  private func take(_ index: Int) -> MenuOutcome<ID> {
    guard items.indices.contains(index) else { return .refused }
    return items[index].barred.map { .barred(reason: $0) } ?? .chosen(items[index].id)
  }
}
