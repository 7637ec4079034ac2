/// What a key did to a form.
public enum FormOutcome<ID: Hashable & Sendable>: Sendable, Hashable {
  /// What is written in a field is another text now.
  case changed(ID)
  /// Another field is in hand. The owner may now keep what was written in the first one.
  case switched(from: ID, to: ID)
  /// Enter in the last field.
  case completed
  /// Escape.
  case cancelled
  /// Only an insertion point moved.
  case moved
  /// A field understood the key, and nothing could come of it.
  case refused
  /// The key means nothing here; the owner may use it.
  case ignored
}

/// Labelled fields below each other, one of them in hand.
///
/// Moving never asks whether what is written is right: an error stands beneath its field until the owner takes it away.
public struct Form<ID: Hashable & Sendable>: Sendable {
  /// One field with what is said about it.
  public struct Entry: Sendable {
    /// Which field it is.
    public let id: ID
    /// What it is called.
    public var label: String
    /// The field.
    public var field: any Field
    /// The heading of the section that begins with it; empty where none does.
    public var section: String
    /// The unit behind the field: `万元`, `%`; empty where it has none.
    public var unit: String
    /// What helps to fill it in; shown while it is in hand.
    public var hint: String
    /// What is wrong with it; empty where nothing is.
    public var error: String
    /// Whether it is only shown: moving passes it by.
    public var isFixed: Bool

    /// Makes an entry.
    public init(
      _ id: ID, label: String, field: any Field, section: String = "", unit: String = "", hint: String = "", error: String = "",
      isFixed: Bool = false
    ) {
      self.id = id
      self.isFixed = isFixed
      self.unit = unit
      self.section = section
      self.label = label
      self.field = field
      self.hint = hint
      self.error = error
    }
  }

  /// The fields, from top to bottom.
  public var entries: [Entry]
  /// The index of the field in hand.
  public private(set) var inHand = 0

  private var view: (area: Area, measure: TextMeasure)?

  /// Makes a form, with its first field in hand.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// Which field is in hand; `nil` in a form without fields.
  public var idInHand: ID? { entries.indices.contains(inHand) ? entries[inHand].id : nil }

  /// A field; `nil` where there is none of that name. Setting it puts another one in its place.
  public subscript(id: ID) -> (any Field)? {
    get { entries.first { $0.id == id }?.field }
    set {
      guard let newValue, let index = entries.firstIndex(where: { $0.id == id }) else { return }
      entries[index].field = newValue
      if let view { layout(in: view.area, measure: view.measure) }
    }
  }

  /// What is written in a field; empty where there is no such field.
  public func text(of id: ID) -> String { entries.first { $0.id == id }?.field.text ?? "" }

  /// The error beneath a field; setting it to the empty text takes it away.
  public subscript(errorOf id: ID) -> String {
    get { entries.first { $0.id == id }?.error ?? "" }
    set {
      for index in entries.indices where entries[index].id == id { entries[index].error = newValue }
    }
  }

  /// Takes a field in hand.
  public mutating func take(_ id: ID) {
    if let index = entries.firstIndex(where: { $0.id == id }) { inHand = index }
  }

  /// Takes the first field with an error in hand.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  public mutating func takeFirstError() -> Bool {
    guard let index = entries.firstIndex(where: { !$0.error.isEmpty }) else { return false }
    inHand = index
    return true
  }

  /// Tells all fields their room; to be called when the area of the form or its entries change.
  public mutating func layout(in area: Area, measure: TextMeasure) {
    view = (area, measure)
    for place in places(in: area, measure: measure) { entries[place.index].field.layout(place.field.size, measure: measure) }
  }

  // MARK: - Keys

  /// Does what a key means: Tab, Up and Down move between fields, PageUp and PageDown by as many as have room, all else goes to the field in
  /// hand.
  public mutating func handle(_ press: KeyPress) -> FormOutcome<ID> {
    guard entries.indices.contains(inHand) else { return press.key == .escape ? .cancelled : .ignored }
    let usesVertical = entries[inHand].field.usesVerticalKeys
    switch (press.key, press.modifiers) {
    case (.tab, []): return go(inHand + 1, wraps: true)
    case (.tab, .shift): return go(inHand - 1, wraps: true)
    case (.down, []) where !usesVertical: return go(inHand + 1)
    case (.up, []) where !usesVertical: return go(inHand - 1, isUp: true)
    case (.pageDown, []) where !usesVertical: return turnPage(isUp: false)
    case (.pageUp, []) where !usesVertical: return turnPage(isUp: true)
    default: break
    }
    let outcome = entries[inHand].field.handle(press)
    switch outcome {
    case .refused where press == KeyPress(.down): return go(inHand + 1)
    case .refused where press == KeyPress(.up): return go(inHand - 1, isUp: true)
    case .refused where press == KeyPress(.pageDown), .ignored where press == KeyPress(.pageDown): return turnPage(isUp: false)
    case .refused where press == KeyPress(.pageUp), .ignored where press == KeyPress(.pageUp): return turnPage(isUp: true)
    case .committed: return inHand + 1 < entries.count ? go(inHand + 1) : .completed
    default: return answer(outcome)
    }
  }

  /// Takes pasted text into the field in hand.
  public mutating func handle(paste text: String) -> FormOutcome<ID> {
    entries.indices.contains(inHand) ? answer(entries[inHand].field.handle(paste: text)) : .ignored
  }

  /// Takes the field in hand that was clicked, and hands the click to it.
  public mutating func click(at place: Position) -> FormOutcome<ID> {
    guard let view, view.area.contains(place), let old = idInHand,
      let hit = visiblePlaces(in: view.area, measure: view.measure).first(where: { $0.all.contains(place) })
    else { return .ignored }
    inHand = hit.index
    let id = entries[hit.index].id
    guard hit.field.contains(place) else { return old == id ? .moved : .switched(from: old, to: id) }
    let relative = Position(column: place.column - hit.field.column, row: place.row - hit.field.row)
    let outcome = entries[hit.index].field.click(at: relative)
    return outcome == .changed ? .changed(id) : old == id ? answer(outcome) : .switched(from: old, to: id)
  }

  private mutating func go(_ index: Int, wraps: Bool = false, isUp: Bool = false) -> FormOutcome<ID> {
    var target = index
    for _ in entries.indices {
      if wraps { target = (target + entries.count) % entries.count }
      guard entries.indices.contains(target), entries[target].isFixed else { break }
      target += index < inHand ? -1 : 1
    }
    guard entries.indices.contains(target), target != inHand else { return .refused }
    let old = entries[inHand].id
    inHand = target
    entries[target].field.entered(fromBeneath: isUp)
    return .switched(from: old, to: entries[target].id)
  }

  /// Takes the field in hand that stands a page further, or the last one on the way there: one further at least.
  private mutating func turnPage(isUp: Bool) -> FormOutcome<ID> {
    guard let view else { return go(isUp ? inHand - 1 : inHand + 1, isUp: isUp) }
    let places = places(in: view.area, measure: view.measure)
    let goal = places[inHand].field.row + (isUp ? -view.area.rows : view.area.rows)
    let reach = places.filter { !entries[$0.index].isFixed && (isUp ? $0.field.row >= goal : $0.field.row <= goal) }
    guard let target = isUp ? reach.first?.index : reach.last?.index, isUp ? target < inHand : target > inHand else {
      return go(isUp ? inHand - 1 : inHand + 1, isUp: isUp)
    }
    return go(target, isUp: isUp)
  }

  private mutating func answer(_ outcome: FieldOutcome) -> FormOutcome<ID> {
    switch outcome {
    case .changed:
      // A field of many lines may need more rows now.
      if let view { layout(in: view.area, measure: view.measure) }
      return .changed(entries[inHand].id)
    case .moved: return .moved
    case .refused: return .refused
    case .committed: return .completed
    case .cancelled: return .cancelled
    case .ignored: return .ignored
    }
  }
}
