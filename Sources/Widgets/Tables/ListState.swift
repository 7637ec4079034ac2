/// A move in a list.
public enum ListMove: Sendable, Hashable {
  /// By one row.
  case up, down
  /// By what is seen at once, less one row.
  case pageUp, pageDown
  /// To an end.
  case first, last
}

/// Which row of a long list is selected, and which rows are seen.
///
/// It knows numbers only, so it is the same for fifty rows and a million.
public struct ListState: Sendable, Hashable {
  /// How many rows there are.
  public private(set) var count: Int
  /// The selected row; 0 in an empty list.
  public private(set) var selected: Int
  /// The first row that is seen.
  public private(set) var top: Int
  /// How many rows are seen at once.
  public private(set) var rows: Int

  /// Makes the state of a list.
  public init(count: Int = 0, selected: Int = 0, rows: Int = 20) {
    self.count = max(0, count)
    self.selected = 0
    self.top = 0
    self.rows = max(1, rows)
    select(selected)
  }

  /// Whether there is no row.
  public var isEmpty: Bool { count == 0 }

  /// The rows that are seen.
  public var visible: Range<Int> { visible(rows: rows) }

  /// The rows that would be seen in a room of so many rows; what a screen must have at hand before it draws.
  public func visible(rows: Int) -> Range<Int> {
    let top = ScrollMath.top(self.top, showing: selected, rows: rows, count: count)
    return top..<min(count, top + max(0, rows))
  }

  /// Tells how many rows have room; the selected one stays in sight.
  public mutating func layout(rows: Int) {
    self.rows = max(1, rows)
    follow()
  }

  /// Tells how many rows there are now; the selection stays at its number where there still is one.
  public mutating func setCount(_ count: Int) {
    self.count = max(0, count)
    select(selected)
  }

  /// Selects a row, or the nearest there is.
  ///
  /// - Returns: whether another row is selected now.
  @discardableResult
  public mutating func select(_ row: Int) -> Bool {
    let old = selected
    selected = max(0, min(row, count - 1))
    follow()
    return selected != old
  }

  /// Brings a row into sight where the selected one stays in it, such as the heading above it.
  public mutating func reveal(_ row: Int) {
    guard row < top, selected - row < rows else { return }
    top = max(0, row)
  }

  /// Moves the selection.
  ///
  /// - Returns: whether another row is selected now.
  @discardableResult
  public mutating func move(_ move: ListMove) -> Bool {
    let page = max(1, rows - 1)
    switch move {
    case .up: return select(selected - 1)
    case .down: return select(selected + 1)
    case .first: return select(0)
    case .last: return select(count - 1)
    case .pageUp, .pageDown:
      let step = move == .pageUp ? -page : page
      // The view moves with the selection, so that it keeps its place on the screen.
      top = max(0, min(top + step, count - rows))
      return select(selected + step)
    }
  }

  /// Scrolls without a wish to select: the selection moves only where it would leave sight.
  ///
  /// - Returns: whether anything is seen otherwise now.
  @discardableResult
  public mutating func scroll(by step: Int) -> Bool {
    let old = (top, selected)
    top = max(0, min(top + step, count - rows))
    selected = max(0, min(max(selected, top), min(top + rows, count) - 1))
    return old != (top, selected)
  }

  /// Does what a cursor key means to a list.
  ///
  /// - Returns: `.refused` at an end of the list, `.ignored` for other keys.
  public mutating func handle(_ press: KeyPress) -> FieldOutcome {
    guard press.modifiers.isEmpty, let move = ListMove(press.key) else { return .ignored }
    return self.move(move) ? .moved : .refused
  }

  /// Does what the mouse means to a list that is drawn in an area, headings not included.
  ///
  /// - Returns: `.committed` for a click on the row that was selected already, `.moved` where something is seen otherwise.
  public mutating func handle(_ press: MousePress, in area: Area) -> FieldOutcome {
    guard area.contains(press.place) else { return .ignored }
    switch (press.button, press.phase) {
    case (.wheelUp, _): return scroll(by: -3) ? .moved : .refused
    case (.wheelDown, _): return scroll(by: 3) ? .moved : .refused
    case (.left, .down):
      let row = top + press.place.row - area.row
      guard row < count else { return .refused }
      return select(row) ? .moved : .committed
    default: return .ignored
    }
  }

  private mutating func follow() { top = ScrollMath.top(top, showing: selected, rows: rows, count: count) }
}

extension ListMove {
  /// The move that a cursor key means; `nil` for other keys.
  public init?(_ key: Key) {
    switch key {
    case .up: self = .up
    case .down: self = .down
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .home: self = .first
    case .end: self = .last
    default: return nil
    }
  }
}
