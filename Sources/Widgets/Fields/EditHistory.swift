/// What was done to a text, in steps that are undone one by one.
struct EditHistory: Sendable, Hashable {
  /// One replacement of characters.
  struct Edit: Sendable, Hashable {
    /// Where it begins, in characters.
    var start: Int
    var removed: [Character]
    var inserted: [Character]
    /// Where the insertion point stood afterwards.
    var caret: Int
  }

  /// What belongs together when it is undone.
  enum Kind: Sendable, Hashable {
    case typing, erasing, whole
  }

  /// Edits that are undone at once, with what was selected before them.
  struct Step: Sendable, Hashable {
    var kind: Kind
    var edits: [Edit]
    var caret: Int
    var anchor: Int?
  }

  /// The most steps that are kept.
  static let depth = 500
  /// The most edits in one step, so that a long run of typing is not undone at once.
  private static let stepLength = 40

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []
  private var isOpen = false

  /// Notes an edit; it joins the step before it where both are of one kind and nothing came between them.
  mutating func note(_ edit: Edit, _ kind: Kind, caret: Int, anchor: Int?) {
    undone = []
    if isOpen, kind != .whole, let last = done.indices.last, done[last].kind == kind, done[last].edits.count < EditHistory.stepLength {
      done[last].edits.append(edit)
      return
    }
    done.append(Step(kind: kind, edits: [edit], caret: caret, anchor: anchor))
    if done.count > EditHistory.depth { done.removeFirst() }
    isOpen = kind != .whole
  }

  /// Ends the step in hand: the insertion point was moved, or a word ended.
  mutating func close() { isOpen = false }

  /// The step to undo; the caller undoes it.
  mutating func takeBack() -> Step? {
    isOpen = false
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  /// The step to do again; the caller does it.
  mutating func takeForward() -> Step? {
    isOpen = false
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }
}
