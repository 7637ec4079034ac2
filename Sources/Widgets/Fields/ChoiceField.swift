/// A field in which one of a few things is chosen.
///
/// Left and Right go from one to its neighbour and stop at the ends; Space goes to the next one, behind the last to the first. A digit takes
/// the one of that number; where letters choose, a letter takes the next one that begins with it. Chinese chooses as a word: what begins with all that
/// was typed in a row, so that 不成立 never ends at 成立. What moves elsewhere (Home, End) chooses nothing.
public struct ChoiceField: Field {
  /// The things to choose from.
  public private(set) var choices: [String]
  /// The index of the chosen one; `nil` where none is yet.
  public private(set) var selected: Int?

  /// Whether a letter or Chinese chooses: not where words that are meant for another field would change an answer unseen. A digit chooses
  /// everywhere, as in every list and dialog.
  public let takesCharacters: Bool

  /// The Chinese that was typed in a row, whether anything begins with it or not.
  private var word = ""
  private var view = (columns: 40, measure: TextMeasure())

  /// Makes a field.
  public init(_ choices: [String], selected: Int? = nil, takesCharacters: Bool = true) {
    self.choices = choices
    self.takesCharacters = takesCharacters
    self.selected = selected.flatMap { choices.indices.contains($0) ? $0 : nil }
  }

  /// The chosen thing, empty where none is.
  public var text: String { selected.map { choices[$0] } ?? "" }

  /// Says the things in other words; the chosen one stays chosen.
  public mutating func say(_ words: [String]) {
    choices = words
    selected = selected.flatMap { words.indices.contains($0) ? $0 : nil }
  }

  /// Whether only the chosen thing has room, so that the others are not to be seen.
  public var isFolded: Bool { spans(columns: view.columns, measure: view.measure) == nil }

  /// Remembers the room, which clicks need.
  public mutating func layout(_ size: Size, measure: TextMeasure) { view = (size.columns, measure) }

  /// Chooses.
  public mutating func handle(_ press: KeyPress) -> FieldOutcome {
    guard press.modifiers.isEmpty else { return .ignored }
    if case .character(let character) = press.key, character.isChinese { return takesCharacters ? goOnTyping(character) : .refused }
    word = ""
    switch press.key {
    case .character(" "), .character("\u{3000}"): return goOn()
    case .right: return step(1)
    case .left: return step(-1)
    case .home, .end: return .refused
    case .enter: return .committed
    case .escape: return .cancelled
    case .character(let character): return choose(by: character)
    default: return .ignored
    }
  }

  /// Chooses the thing that was clicked.
  public mutating func click(at place: Position) -> FieldOutcome {
    guard let spans = spans(columns: view.columns, measure: view.measure) else { return goOn() }
    guard let index = spans.firstIndex(where: { $0.contains(place.column) }) else { return .ignored }
    return choose(index)
  }

  /// Draws all choices where they have room, else the chosen one.
  public func draw(on canvas: inout Canvas, in area: Area, isInHand: Bool) {
    let row = area.splitTop(1).top
    guard !row.isEmpty else { return }
    let style = Style(isInHand ? .fieldInHand : .field)
    canvas.fill(row, style)
    var cursor = row.column
    if let spans = spans(columns: row.columns, measure: canvas.measure) {
      for (index, span) in spans.enumerated() {
        let isChosen = index == selected
        let sign = isChosen ? canvas.glyphs.chosen : canvas.glyphs.unchosen
        let place = Position(column: row.column + span.lowerBound, row: row.row)
        canvas.put("\(sign) \(choices[index])", at: place, style: Style(style.ink, bold: isChosen), within: row)
        if isChosen { cursor = place.column }
      }
    } else {
      // The arrows say that there are others; their width is never in doubt.
      canvas.put("◂", at: row.origin, style: style, within: row)
      canvas.put("▸", at: Position(column: row.right - 1, row: row.row), style: style, within: row)
      let inner = row.inset(columns: 2)
      canvas.put(canvas.measure.truncated(text, to: inner.columns), at: inner.origin, style: style, within: inner)
      cursor = inner.column
    }
    if isInHand { canvas.place(cursor: Position(column: cursor, row: row.row), in: row) }
  }

  /// The columns of each choice; `nil` where there is not enough room for all.
  private func spans(columns: Int, measure: TextMeasure) -> [Range<Int>]? {
    var spans: [Range<Int>] = []
    var column = 0
    for choice in choices {
      let width = 2 + measure.columns(of: choice)
      spans.append(column..<column + width)
      column += width + 2
    }
    return column - 2 <= columns ? spans : nil
  }

  /// To a neighbour; where nothing is chosen yet, to the first.
  private mutating func step(_ step: Int) -> FieldOutcome { choose(selected.map { $0 + step } ?? 0) }

  /// To the next, round the end: one key leads to every choice.
  private mutating func goOn() -> FieldOutcome { choices.isEmpty ? .refused : choose(((selected ?? -1) + 1) % choices.count) }

  private mutating func choose(_ index: Int) -> FieldOutcome {
    guard choices.indices.contains(index), index != selected else { return .refused }
    selected = index
    return .changed
  }

  /// Goes to what begins with the word so far. A character that goes on with no choice is not the beginning of another: 不 before 成立 is no 成立.
  private mutating func goOnTyping(_ character: Character) -> FieldOutcome {
    word.append(character)
    guard let index = choices.firstIndex(where: { $0.hasPrefix(word) }) else { return .refused }
    if let selected, choices[selected].hasPrefix(word) { return .moved }
    return choose(index)
  }

  private mutating func choose(by character: Character) -> FieldOutcome {
    let wanted = NumberField.reading(of: String(character)).lowercased()
    if let digit = Int(wanted) { return choose(digit - 1) }
    guard takesCharacters else { return .refused }
    let start = (selected ?? -1) + 1
    for offset in choices.indices {
      let index = (start + offset) % choices.count
      if choices[index].lowercased().hasPrefix(wanted) { return choose(index) }
    }
    return .refused
  }
}

extension Character {
  /// Whether it is no letter, digit or sign of ASCII, in full width neither.
  fileprivate var isChinese: Bool { !(NumberField.reading(of: String(self)).first?.isASCII ?? true) }
}
