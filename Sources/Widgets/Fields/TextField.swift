/// A field of one line.
///
/// A text wider than the field is shown in part; no wide character is cut in half at its edges.
public struct TextField: Field {
  /// The text and its insertion point.
  public var editor: TextEditor
  /// What stands in the field while it is empty.
  public var placeholder: String
  /// Whether characters are shown as `*`, for passwords.
  public var isSecret: Bool
  /// What becomes of pasted text; `nil` for the common rule (``TextEditor/lawful(_:isMultiline:limit:)``).
  public var pasteRule: (@Sendable (String) -> String)?

  private var view = (columns: 40, measure: TextMeasure())

  /// Makes a field.
  public init(
    _ text: String = "", placeholder: String = "", limit: Int = 10_000, isSecret: Bool = false,
    pasteRule: (@Sendable (String) -> String)? = nil
  ) {
    self.editor = TextEditor(text, limit: limit)
    self.placeholder = placeholder
    self.isSecret = isSecret
    self.pasteRule = pasteRule
  }

  /// What is written.
  public var text: String { editor.text }

  /// Selects what is written, so that what is typed takes its place.
  public mutating func selectAll() { editor.selectAll() }

  /// Remembers the room, which clicks need.
  public mutating func layout(_ size: Size, measure: TextMeasure) { view = (size.columns, measure) }

  /// Edits the text; Enter commits, Escape cancels.
  public mutating func handle(_ press: KeyPress) -> FieldOutcome {
    switch (press.key, press.modifiers) {
    case (.enter, []): .committed
    case (.escape, []): .cancelled
    default: editor.handle(press)
    }
  }

  /// Writes pasted text at the insertion point.
  public mutating func handle(paste text: String) -> FieldOutcome { editor.handle(paste: text, rule: pasteRule) }

  /// Moves the insertion point before the character that was clicked.
  public mutating func click(at place: Position) -> FieldOutcome {
    let shown = shown
    let target = place.column + LineView(shown, columns: view.columns, measure: view.measure).hidden
    editor.moveCaret(to: shown.index(atColumn: target, in: 0..<shown.characters.count, view.measure))
    return .moved
  }

  /// Draws the part of the text around the insertion point.
  public func draw(on canvas: inout Canvas, in area: Area, isInHand: Bool) {
    draw(on: &canvas, in: area, isInHand: isInHand, style: Style(isInHand ? .fieldInHand : .field))
  }

  /// Draws the part of the text around the insertion point, in a style of the caller.
  public func draw(on canvas: inout Canvas, in area: Area, isInHand: Bool, style: Style) {
    let row = area.splitTop(1).top
    guard !row.isEmpty else { return }
    canvas.fill(row, style)
    let shown = shown
    if shown.isEmpty {
      canvas.put(canvas.measure.truncated(placeholder, to: row.columns), at: row.origin, style: Style(.muted), within: row)
    }
    guard isInHand else {
      canvas.put(canvas.measure.truncated(shown.text, to: row.columns), at: row.origin, style: style, within: row)
      return
    }
    let view = LineView(shown, columns: row.columns, measure: canvas.measure)
    canvas.put(0..<shown.characters.count, of: shown, shift: view.hidden, in: row, style: style)
    canvas.place(cursor: Position(column: row.column + view.cursor, row: row.row), in: row)
  }

  /// What is shown in place of the text.
  private var shown: TextEditor {
    guard isSecret else { return editor }
    var shown = TextEditor(String(repeating: "*", count: editor.characters.count))
    shown.caret = editor.caret
    shown.anchor = editor.anchor
    return shown
  }
}

extension TextEditor {
  /// The character at a column of a line; the end of the line beyond it.
  func index(atColumn column: Int, in line: Range<Int>, _ measure: TextMeasure) -> Int {
    var left = column
    for index in line {
      left -= measure.columns(of: characters[index])
      if left < 0 { return index }
    }
    return line.upperBound
  }
}

extension Canvas {
  /// Puts the hardware cursor at a place, or at the nearest one in an area.
  mutating func place(cursor: Position, in area: Area) {
    let clip = area.intersection(self.area)
    guard !clip.isEmpty else { return }
    self.cursor = Position(
      column: min(max(cursor.column, clip.column), clip.right - 1), row: min(max(cursor.row, clip.row), clip.bottom - 1))
  }
}
