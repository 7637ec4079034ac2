/// A field in which any number of things is ticked, one below the other.
///
/// Up and Down go from one to the next, Home and End to the first and the last, Space ticks, a digit ticks the one of that number.
public struct CheckField: Field {
  /// The things to tick.
  public private(set) var choices: [String]
  /// The indices of those that are ticked.
  public private(set) var ticked: Set<Int>
  /// The one that Space ticks.
  public private(set) var inHand = 0

  /// Makes a field.
  public init(_ choices: [String], ticked: Set<Int> = []) {
    self.choices = choices
    self.ticked = ticked.filter { choices.indices.contains($0) }
  }

  /// Says the things in other words; what is ticked and in hand stays so.
  public mutating func say(_ words: [String]) {
    choices = words
    ticked = ticked.filter { words.indices.contains($0) }
    inHand = min(inHand, max(0, words.count - 1))
  }

  /// Begins at the nearer end.
  public mutating func entered(fromBeneath: Bool) { inHand = fromBeneath ? max(0, choices.count - 1) : 0 }

  /// The ticked things in their order, parted by 、.
  public var text: String { choices.indices.filter(ticked.contains).map { choices[$0] }.joined(separator: "、") }
  /// Up and Down move between the things.
  public var usesVerticalKeys: Bool { true }
  /// A row for each thing.
  public func rows(columns: Int, measure: TextMeasure) -> Int { max(1, choices.count) }

  /// Moves and ticks; at an end Up and Down are refused, so that a form goes on to its next field.
  public mutating func handle(_ press: KeyPress) -> FieldOutcome {
    guard press.modifiers.isEmpty else { return .ignored }
    switch press.key {
    case .up: return go(to: inHand - 1)
    case .down: return go(to: inHand + 1)
    case .home: return go(to: 0)
    case .end: return go(to: choices.count - 1)
    case .character(" "), .character("\u{3000}"): return toggle(inHand)
    case .enter: return .committed
    case .escape: return .cancelled
    case .character(let character):
      guard let number = Int(NumberField.reading(of: String(character))) else { return .refused }
      return toggle(number - 1)
    default: return .ignored
    }
  }

  /// Ticks the thing that was clicked.
  public mutating func click(at place: Position) -> FieldOutcome { toggle(place.row) }

  /// Draws a row for each thing.
  public func draw(on canvas: inout Canvas, in area: Area, isInHand: Bool) {
    canvas.fill(area, Style(isInHand ? .fieldInHand : .field))
    for (index, choice) in choices.prefix(area.rows).enumerated() {
      let place = Position(column: area.column, row: area.row + index)
      let isTicked = ticked.contains(index)
      let holds = isInHand && index == inHand
      let text = canvas.measure.truncated("[\(isTicked ? "x" : " ")] \(choice)", to: area.columns)
      canvas.put(text, at: place, style: Style(isInHand ? .fieldInHand : .field, bold: isTicked, underlined: holds), within: area)
      if holds { canvas.place(cursor: Position(column: place.column + 1, row: place.row), in: area) }
    }
  }

  private mutating func go(to index: Int) -> FieldOutcome {
    guard choices.indices.contains(index) else { return .refused }
    inHand = index
    return .moved
  }

  private mutating func toggle(_ index: Int) -> FieldOutcome {
    guard choices.indices.contains(index) else { return .refused }
    inHand = index
    if ticked.remove(index) == nil { ticked.insert(index) }
    return .changed
  }
}
