extension TextEditor {
  /// Does what a key means to a text. The keys are those of a shell's line and of the machines people sit at.
  ///
  /// Enter, Escape, Tab and what else a form uses are left to the owner, but Enter breaks the line of a text of many lines.
  ///
  /// - Parameters:
  ///   - press: the key.
  ///   - breaker: how lines are broken where it is shown, `nil` for one line.
  ///   - page: the lines that a page has.
  public mutating func handle(_ press: KeyPress, breaker: LineBreaker? = nil, page: Int = 1) -> FieldOutcome {
    if let move = caretMove(of: press, page: page) {
      return self.move(move, selecting: press.modifiers.contains(.shift), breaker: breaker)
    }
    let plain = press.modifiers.subtracting(.shift)
    switch (press.key, plain) {
    case (.character(let character), []):
      guard TextEditor.isLawful(character) else { return .refused }
      return insert(String(character), isTyped: true)
    case (.enter, []) where isMultiline: return insert("\n", isTyped: true)
    case (.backspace, []), (.character("h"), .control): return backspace()
    case (.delete, []), (.character("d"), .control): return deleteForward()
    case (.backspace, .alt), (.backspace, .control), (.character("w"), .control): return deleteWordBackward()
    case (.delete, .alt), (.delete, .control), (.character("d"), .alt): return deleteWordForward()
    case (.character("k"), .control): return deleteToLineEnd()
    case (.character("u"), .control): return deleteToLineStart()
    case (.character("_"), .control), (.character("u"), .alt): return undo() ? .changed : .refused
    case (.character("y"), .control), (.character("r"), .alt): return redo() ? .changed : .refused
    case (.character("a"), .alt):
      selectAll()
      return .moved
    default: return .ignored
    }
  }

  /// The move that a key means; `nil` where it means none.
  private func caretMove(of press: KeyPress, page: Int) -> CaretMove? {
    let plain = press.modifiers.subtracting(.shift)
    switch (press.key, plain) {
    case (.left, []), (.character("b"), .control): return .left
    case (.right, []), (.character("f"), .control): return .right
    case (.left, .control), (.left, .alt), (.character("b"), .alt): return .wordLeft
    case (.right, .control), (.right, .alt), (.character("f"), .alt): return .wordRight
    case (.home, []), (.character("a"), .control): return .lineStart
    case (.end, []), (.character("e"), .control): return .lineEnd
    case (.home, .control): return .start
    case (.end, .control): return .end
    case (.up, []) where isMultiline: return .up(1)
    case (.down, []) where isMultiline: return .down(1)
    case (.pageUp, []) where isMultiline: return .up(max(1, page))
    case (.pageDown, []) where isMultiline: return .down(max(1, page))
    default: return nil
    }
  }

  /// Writes text from outside, after a rule has taken out what is not lawful.
  ///
  /// - Parameter rule: what becomes of the text; by default ``lawful(_:isMultiline:limit:)``.
  public mutating func handle(paste text: String, rule: ((String) -> String)? = nil) -> FieldOutcome {
    insert(rule.map { $0(text) } ?? TextEditor.lawful(text, isMultiline: isMultiline, limit: limit))
  }

  /// Text from outside without what cannot be shown: controls are left out, with the rest of the sequences that they begin, tabs are blanks, and so are line breaks in one line.
  ///
  /// - Parameter limit: the most characters that are taken; what comes behind is not even looked at.
  public static func lawful(_ text: String, isMultiline: Bool, limit: Int = .max) -> String {
    var result = ""
    var count = 0
    for character in text.utf8.contains(0x1B) ? withoutSequences(text) : text {
      if count >= limit { break }
      count += 1
      if character.isNewline {
        result.append(isMultiline ? "\n" : " ")
      } else if character == "\t" {
        result.append(" ")
      } else if isLawful(character) {
        // A character can have any number of marks; no writing needs so many.
        result.unicodeScalars.append(contentsOf: character.unicodeScalars.prefix(mostScalars))
      }
    }
    // Line breaks around a line that was copied are no part of it.
    if !isMultiline {
      while result.hasSuffix(" ") { result.removeLast() }
    }
    return result
  }

  /// A text copied from a terminal without its colours and moves: `ESC [ 31 m`.
  private static func withoutSequences(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}", rest.first == "[" else {
        result.append(scalar)
        continue
      }
      rest = rest.dropFirst().drop { (0x20...0x3F).contains($0.value) }
      if let final = rest.first, (0x40...0x7E).contains(final.value) { rest.removeFirst() }
    }
    return String(result)
  }

  /// How many characters of a text from outside are left out because they are controls or turn the direction of writing.
  public static func unlawfulCount(in text: String) -> Int { text.count { !$0.isNewline && $0 != "\t" && !isLawful($0) } }

  /// The most code points of one pasted character.
  private static let mostScalars = 32

  /// Whether a character may stand in a text: no control, no line separator, nothing that turns the direction of writing.
  private static func isLawful(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: false
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
      case 0xFFF9...0xFFFB, 0xE0000...0xE007F: false
      default: true
      }
    }
  }
}
