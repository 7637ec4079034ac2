/// Breaks text into lines.
///
/// Chinese may break anywhere, but no line begins with closing punctuation or ends with an opening bracket; Latin words and numbers
/// stay whole where a line has room for them. Blanks at the end of a line may hang over its end.
public struct LineBreaker: Sendable, Hashable {
  /// How wide text is.
  public var measure: TextMeasure
  /// How wide a line may be, at least 1.
  public var columns: Int

  /// Makes a breaker of lines.
  public init(measure: TextMeasure, columns: Int) {
    self.measure = measure
    self.columns = max(1, columns)
  }

  /// How a character binds to its neighbours.
  enum Binding {
    case blank, word, free, opening, closing
    /// Like ``opening`` and ``closing``, but a part of the word it touches: `(s)`, `3.5`, `don’t`.
    case opensWord, closesWord
  }

  /// The lines, as ranges of the characters; a line break belongs to no line.
  ///
  /// - Returns: at least one line; an empty one after a line break at the end.
  public func lines(of characters: some Collection<Character>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    // The last place in this line where it may be broken, and the columns before it.
    var lawful = (index: 0, used: 0)
    var previous: Binding?
    var index = 0
    for character in characters {
      if character.isNewline {
        lines.append(start..<index)
        start = index + 1
        (used, lawful, previous) = (0, (start, 0), nil)
        index += 1
        continue
      }
      let (binding, width) = unit(of: character)
      if let previous, LineBreaker.mayBreak(between: previous, and: binding) { lawful = (index, used) }
      if binding != .blank, used + width > columns, index > start {
        if lawful.index > start {
          lines.append(start..<lawful.index)
          start = lawful.index
          used -= lawful.used
        }
        // What is left may still be too wide: a word longer than a line.
        if used + width > columns, index > start {
          lines.append(start..<index)
          start = index
          used = 0
        }
        lawful = (start, 0)
      }
      used += width
      previous = binding
      index += 1
    }
    lines.append(start..<index)
    return lines
  }

  /// How a character binds, and its columns; in one pass, for this is most of the work.
  private func unit(of character: Character) -> (Binding, Int) {
    var scalars = character.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return (.word, 0) }
    let kind = CharacterWidth.kind(of: first)
    var columns = kind.columns(ambiguousIsWide: measure.ambiguousIsWide)
    while let next = scalars.next() { columns += measure.columns(of: next) }
    return (LineBreaker.binding(of: first, kind), columns)
  }

  /// Whether a character is a blank, which may hang over the end of a line.
  static func isBlank(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { binding(of: $0, CharacterWidth.kind(of: $0)) } == .blank
  }

  private static func binding(of scalar: Unicode.Scalar, _ kind: CharacterWidth.Kind) -> Binding {
    switch scalar {
    case "\u{4E00}"..."\u{9FFF}": return .free
    case " ", "\u{3000}", "\t": return .blank
    case "，", "。", "、", "；", "：", "？", "！", "）", "》", "”", "】", "」", "』", "〉", "〕", "］", "｝", "…", "·", "％", "～":
      return .closing
    case ",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "’", "—": return .closesWord
    case "(", "[", "{": return .opensWord
    case "（", "《", "“", "‘", "【", "「", "『", "〈", "〔", "［", "｛": return .opening
    default:
      // Letters of one column make words; a wide character stands for itself.
      return kind == .double || kind == .ambiguous && !isLetter(scalar) ? .free : .word
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  static func mayBreak(between left: Binding, and right: Binding) -> Bool {
    switch (left, right) {
    case (_, .blank), (_, .closing), (.opening, _), (.opensWord, _): false
    case (.blank, _): true
    case (_, .closesWord): false
    case (.word, .word), (.closesWord, .word), (.word, .opensWord), (.closesWord, .opensWord): false
    default: true
    }
  }
}
