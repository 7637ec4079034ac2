extension TextEditor {
  /// Writes text at the insertion point, in place of what is selected, as far as there is room.
  ///
  /// - Parameter isTyped: whether it was typed, so that it is undone with what was typed before it.
  /// - Returns: `.refused` where nothing of it found room.
  @discardableResult
  public mutating func insert(_ text: String, isTyped: Bool = false) -> FieldOutcome {
    let range = selection ?? caret..<caret
    let room = max(0, limit - characters.count + range.count)
    // A mark takes no room of its own, so a full text can still be given one.
    let isMark = text.unicodeScalars.allSatisfy { CharacterWidth.kind(of: $0) == .mark }
    let fitting = isMark ? text : String(text.prefix(room))
    if fitting.isEmpty { return .refused }
    let isBlank = fitting == " " || fitting == "\n"
    replace(range, with: fitting, isTyped && selection == nil ? .typing : .whole)
    if isBlank { history.close() }
    return .changed
  }

  /// Takes out what is selected.
  ///
  /// - Returns: `.refused` where nothing is selected.
  @discardableResult
  public mutating func deleteSelection() -> FieldOutcome {
    guard let selection else { return .refused }
    replace(selection, with: "", .whole)
    return .changed
  }

  /// Takes out the character before the insertion point, or what is selected.
  @discardableResult
  public mutating func backspace() -> FieldOutcome { erase(caret - 1..<caret, .erasing) }

  /// Takes out the character behind the insertion point, or what is selected.
  @discardableResult
  public mutating func deleteForward() -> FieldOutcome { erase(caret..<caret + 1, .erasing) }

  /// Takes out the word before the insertion point, or what is selected.
  @discardableResult
  public mutating func deleteWordBackward() -> FieldOutcome { erase(WordBoundary.left(of: caret, in: characters)..<caret, .whole) }

  /// Takes out the word behind the insertion point, or what is selected.
  @discardableResult
  public mutating func deleteWordForward() -> FieldOutcome { erase(caret..<WordBoundary.right(of: caret, in: characters), .whole) }

  /// Takes out all from the insertion point to the next line break, or that line break where it stands there.
  @discardableResult
  public mutating func deleteToLineEnd() -> FieldOutcome {
    anchor = nil
    let end = characters[caret...].firstIndex(where: \.isNewline) ?? characters.count
    return erase(caret..<(end == caret ? end + 1 : end), .whole)
  }

  /// Takes out all from the last line break to the insertion point, or that line break where it stands there.
  @discardableResult
  public mutating func deleteToLineStart() -> FieldOutcome {
    anchor = nil
    let start = characters[..<caret].lastIndex(where: \.isNewline).map { $0 + 1 } ?? 0
    return erase((start == caret ? start - 1 : start)..<caret, .whole)
  }

  private mutating func erase(_ range: Range<Int>, _ kind: EditHistory.Kind) -> FieldOutcome {
    if selection != nil { return deleteSelection() }
    let range = range.clamped(to: 0..<characters.count)
    if range.isEmpty { return .refused }
    replace(range, with: "", kind)
    return .changed
  }
}
