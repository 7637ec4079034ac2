/// A move of the insertion point.
public enum CaretMove: Sendable, Hashable {
  /// By a character.
  case left, right
  /// By a word.
  case wordLeft, wordRight
  /// By lines as they are shown; towards the same column.
  case up(Int)
  /// By lines as they are shown; towards the same column.
  case down(Int)
  /// To an end of the line as it is shown.
  case lineStart, lineEnd
  /// To an end of the text.
  case start, end
}

extension TextEditor {
  /// Moves the insertion point.
  ///
  /// - Parameters:
  ///   - move: where to.
  ///   - isSelecting: whether what lies between is selected.
  ///   - breaker: how lines are broken where it is shown, `nil` for one line.
  /// - Returns: `.refused` where it stands there already.
  @discardableResult
  public mutating func move(_ move: CaretMove, selecting isSelecting: Bool = false, breaker: LineBreaker? = nil) -> FieldOutcome {
    let old = (caret, anchor, staysAtLineEnd)
    history.close()
    // Without Shift, a move by a character leaves the selection at the end it points to.
    if !isSelecting, let selection, move == .left || move == .right {
      settle(move == .left ? selection.lowerBound : selection.upperBound)
      return .moved
    }
    let origin = isSelecting ? anchor ?? caret : nil
    switch move {
    case .left: settle(caret - 1)
    case .right: settle(caret + 1)
    case .wordLeft: settle(WordBoundary.left(of: caret, in: characters))
    case .wordRight: settle(WordBoundary.right(of: caret, in: characters))
    case .start: settle(0)
    case .end: settle(characters.count)
    case .lineStart, .lineEnd: moveInLine(move, breaker)
    case .up(let count): moveByLines(-count, breaker)
    case .down(let count): moveByLines(count, breaker)
    }
    anchor = origin == caret ? nil : origin
    return old == (caret, anchor, staysAtLineEnd) ? .refused : .moved
  }

  /// Puts the insertion point before a character, as a click does.
  public mutating func moveCaret(to index: Int, selecting isSelecting: Bool = false) {
    history.close()
    let origin = isSelecting ? anchor ?? caret : nil
    settle(index)
    anchor = origin == caret ? nil : origin
  }

  /// Selects all.
  public mutating func selectAll() {
    history.close()
    settle(characters.count)
    anchor = characters.isEmpty ? nil : 0
  }

  /// The lines as they are shown; the whole text where there is no breaker.
  public func lines(_ breaker: LineBreaker?) -> [Range<Int>] { breaker?.lines(of: characters) ?? [0..<characters.count] }

  /// The line of the insertion point, counted from 0.
  public func caretLine(in lines: [Range<Int>]) -> Int {
    let line = lines.lastIndex { $0.lowerBound <= caret } ?? 0
    let standsAtEnd = staysAtLineEnd && line > 0 && lines[line].lowerBound == caret && lines[line - 1].upperBound == caret
    return standsAtEnd ? line - 1 : line
  }

  private mutating func moveInLine(_ move: CaretMove, _ breaker: LineBreaker?) {
    let lines = lines(breaker)
    let line = lines[caretLine(in: lines)]
    if move == .lineStart {
      settle(line.lowerBound)
    } else {
      settle(line.upperBound)
      staysAtLineEnd = true
    }
  }

  private mutating func moveByLines(_ count: Int, _ breaker: LineBreaker?) {
    guard let breaker else { return settle(count < 0 ? 0 : characters.count) }
    let lines = breaker.lines(of: characters)
    let line = caretLine(in: lines)
    let target = line + count
    // Beyond the first and the last line the move goes to the end of the text, so that it is never without effect.
    guard target >= 0 else { return settle(0) }
    guard target < lines.count else { return settle(characters.count) }
    let aim = goal ?? columns(of: lines[line].lowerBound..<caret, breaker.measure)
    var index = lines[target].lowerBound
    var column = 0
    while index < lines[target].upperBound {
      let width = breaker.measure.columns(of: characters[index])
      if column + width > aim { break }
      column += width
      index += 1
    }
    settle(index)
    staysAtLineEnd = index == lines[target].upperBound && index > lines[target].lowerBound
    goal = aim
  }

  /// The columns that some characters take.
  func columns(of range: Range<Int>, _ measure: TextMeasure) -> Int {
    characters[range].reduce(0) { $0 + measure.columns(of: $1) }
  }
}
