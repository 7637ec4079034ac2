/// A text that is being edited: characters as people count them, an insertion point, a selection, and what can be undone.
///
/// It knows nothing of where it is drawn. Moves by lines are told how lines break.
public struct TextEditor: Sendable, Hashable {
  /// Whether line breaks are lawful in it.
  public let isMultiline: Bool
  /// The most characters it holds.
  public let limit: Int

  /// The characters, each as people count it.
  public internal(set) var characters: [Character]
  /// Where text is inserted: before the character of that index, or behind the last.
  public internal(set) var caret: Int
  /// The other end of the selection, if there is one.
  public internal(set) var anchor: Int?

  /// Whether the insertion point stands behind the last character of a wrapped line, not before the first of the next.
  var staysAtLineEnd = false
  /// The column that moves by lines aim at.
  var goal: Int?
  var history = EditHistory()

  /// Begins to edit a text, with the insertion point at its end.
  public init(_ text: String = "", isMultiline: Bool = false, limit: Int = 10_000) {
    self.isMultiline = isMultiline
    self.limit = limit
    self.characters = Array(text)
    self.caret = characters.count
  }

  /// The text.
  public var text: String { String(characters) }
  /// Whether nothing is written.
  public var isEmpty: Bool { characters.isEmpty }

  /// The selected characters; `nil` where none is selected.
  public var selection: Range<Int>? {
    guard let anchor, anchor != caret else { return nil }
    return min(anchor, caret)..<max(anchor, caret)
  }

  /// The selected text, empty where none is selected.
  public var selectedText: String { selection.map { String(characters[$0]) } ?? "" }

  /// Puts another text in place of all, as one step that can be undone.
  public mutating func replaceAll(with text: String) { replace(0..<characters.count, with: text, .whole) }

  // MARK: - Undoing

  /// Whether there is something to undo.
  public var canUndo: Bool { !history.done.isEmpty }
  /// Whether there is something to do again.
  public var canRedo: Bool { !history.undone.isEmpty }

  /// Takes the last step back.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  public mutating func undo() -> Bool {
    guard let step = history.takeBack() else { return false }
    for edit in step.edits.reversed() {
      characters.replaceSubrange(edit.start..<edit.start + edit.inserted.count, with: edit.removed)
    }
    settle(step.caret)
    anchor = step.anchor
    return true
  }

  /// Does the step again that was undone last.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  public mutating func redo() -> Bool {
    guard let step = history.takeForward() else { return false }
    for edit in step.edits {
      characters.replaceSubrange(edit.start..<edit.start + edit.removed.count, with: edit.inserted)
      settle(edit.caret)
    }
    return true
  }

  // MARK: - The one way to change the text

  /// Puts a text in place of some characters; the insertion point stands behind it.
  ///
  /// Marks join the character before them. So the neighbours are taken apart and put together again, as far as they might join.
  mutating func replace(_ range: Range<Int>, with text: String, _ kind: EditHistory.Kind) {
    var low = range.lowerBound
    var high = range.upperBound
    if low > 0 { low -= 1 }
    while low > 0, !TextEditor.standsAlone(characters[low]) { low -= 1 }
    while high < characters.count, !TextEditor.standsAlone(characters[high]) { high += 1 }
    let before = String(characters[low..<range.lowerBound]) + text
    let inserted = Array(before + String(characters[range.upperBound..<high]))
    let edit = EditHistory.Edit(
      start: low, removed: Array(characters[low..<high]), inserted: inserted,
      caret: low + TextEditor.count(of: inserted, covering: before.unicodeScalars.count))
    history.note(edit, kind, caret: caret, anchor: anchor)
    characters.replaceSubrange(low..<high, with: inserted)
    settle(edit.caret)
  }

  /// Puts the insertion point somewhere and forgets what hung on the old place.
  mutating func settle(_ index: Int) {
    caret = min(max(0, index), characters.count)
    anchor = nil
    goal = nil
    staysAtLineEnd = false
  }

  /// Whether no neighbour can join a character: Latin without marks, Chinese.
  private static func standsAlone(_ character: Character) -> Bool {
    var scalars = character.unicodeScalars.makeIterator()
    guard let first = scalars.next(), scalars.next() == nil else { return false }
    return first.value < 0x300 || (0x3041...0x9FFF).contains(first.value) || (0xFF01...0xFF5E).contains(first.value)
  }

  /// How many characters it takes to cover a number of code points.
  private static func count(of characters: [Character], covering scalars: Int) -> Int {
    var left = scalars
    for (index, character) in characters.enumerated() {
      if left <= 0 { return index }
      left -= character.unicodeScalars.count
    }
    return characters.count
  }
}
