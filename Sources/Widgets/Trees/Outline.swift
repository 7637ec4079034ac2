/// A list of two levels: headings, and what stands under them.
public struct Outline: Sendable, Hashable {
  /// A heading with what stands under it.
  public struct Group: Sendable, Hashable {
    /// How many entries stand under it.
    public var count: Int
    /// Whether they are hidden.
    public var isCollapsed: Bool

    /// Makes a group.
    public init(count: Int, isCollapsed: Bool = false) {
      self.count = max(0, count)
      self.isCollapsed = isCollapsed
    }
  }

  /// What one row is.
  public enum Entry: Sendable, Hashable {
    /// The heading of a group.
    case heading(Int)
    /// An entry under a heading, both counted from 0.
    case item(group: Int, index: Int)
  }

  /// The groups, from top to bottom.
  public private(set) var groups: [Group]
  /// Whether moves stop at headings. Those of closed groups are always stopped at, else nobody could open them.
  public var landsOnHeadings: Bool
  /// Which row is selected, and which are seen.
  public private(set) var state: ListState

  /// The rows, from top to bottom.
  public private(set) var entries: [Entry] = []

  /// Makes a list, with its first row selected on which a move would stop.
  public init(_ groups: [Group], landsOnHeadings: Bool = false) {
    self.groups = groups
    self.landsOnHeadings = landsOnHeadings
    self.state = ListState()
    refresh(selecting: nil)
    land(from: 0, step: 1)
  }

  /// What the selected row is; `nil` in an empty list.
  public var selected: Entry? { entries.indices.contains(state.selected) ? entries[state.selected] : nil }

  /// Selects a row; the heading of a closed group where the row is hidden in it.
  ///
  /// - Returns: whether another row is selected now.
  @discardableResult
  public mutating func select(_ entry: Entry) -> Bool {
    var row = entries.firstIndex(of: entry)
    if row == nil, case .item(let group, _) = entry { row = entries.firstIndex(of: .heading(group)) }
    guard let row else { return false }
    let isOther = state.select(row)
    revealHeading()
    return isOther
  }

  /// Opens or closes a group; its heading is selected where the selected row is hidden by that.
  public mutating func toggle(_ group: Int) {
    guard groups.indices.contains(group) else { return }
    let old = selected
    groups[group].isCollapsed.toggle()
    refresh(selecting: old)
    if let row = entries.indices.contains(state.selected) ? state.selected : nil, !landsHere(row) { land(from: row, step: 1) }
  }

  /// Tells how many rows have room.
  public mutating func layout(rows: Int) { state.layout(rows: rows) }

  /// Moves the selection, over headings where moves do not stop at them.
  ///
  /// - Returns: whether another row is selected now.
  @discardableResult
  public mutating func move(_ move: ListMove) -> Bool {
    let old = state.selected
    state.move(move)
    switch move {
    case .up, .pageUp, .last: land(from: state.selected, step: -1, orStayAt: old)
    case .down, .pageDown, .first: land(from: state.selected, step: 1, orStayAt: old)
    }
    revealHeading()
    return state.selected != old
  }

  /// Moves to the first row of the next group, or of the one before.
  @discardableResult
  public mutating func moveToGroup(_ step: Int) -> Bool {
    guard let selected else { return false }
    let group: Int
    switch selected {
    case .heading(let index): group = index
    case .item(let index, _): group = index
    }
    guard groups.indices.contains(group + step), let row = entries.firstIndex(of: .heading(group + step)) else { return false }
    let old = state.selected
    state.select(row)
    land(from: row, step: 1, orStayAt: old)
    revealHeading()
    return state.selected != old
  }

  /// Does what a key means: moves, and Left and Right close and open the group of the selected row.
  public mutating func handle(_ press: KeyPress) -> FieldOutcome {
    guard press.modifiers.isEmpty else { return .ignored }
    if let move = ListMove(press.key) { return self.move(move) ? .moved : .refused }
    guard press.key == .left || press.key == .right, let selected else { return .ignored }
    let wantsClosed = press.key == .left
    switch selected {
    case .heading(let group), .item(let group, _):
      guard groups[group].isCollapsed != wantsClosed else { return .refused }
      toggle(group)
      return .moved
    }
  }

  /// Does what the mouse means to the list drawn in an area: a click on a heading opens or closes its group.
  public mutating func handle(_ press: MousePress, in area: Area) -> FieldOutcome {
    guard press.button == .left, press.phase == .down, area.contains(press.place) else { return state.handle(press, in: area) }
    let row = state.top + press.place.row - area.row
    guard entries.indices.contains(row) else { return .refused }
    if case .heading(let group) = entries[row] {
      toggle(group)
      return .moved
    }
    return state.handle(press, in: area)
  }

  private func landsHere(_ row: Int) -> Bool {
    guard case .heading(let group) = entries[row] else { return true }
    return landsOnHeadings || groups[group].isCollapsed || groups[group].count == 0
  }

  /// Goes on in one direction to a row where moves stop, else back to where it came from.
  private mutating func land(from row: Int, step: Int, orStayAt old: Int? = nil) {
    var row = row
    while entries.indices.contains(row), !landsHere(row) { row += step }
    if entries.indices.contains(row) { state.select(row) } else if let old { state.select(old) }
  }

  private mutating func revealHeading() {
    if case .item(_, 0) = selected { state.reveal(state.selected - 1) }
  }

  private mutating func refresh(selecting old: Entry?) {
    entries = groups.enumerated().flatMap { number, group in
      [.heading(number)] + (group.isCollapsed ? [] : (0..<group.count).map { .item(group: number, index: $0) })
    }
    state.setCount(entries.count)
    if let old { select(old) }
  }
}
