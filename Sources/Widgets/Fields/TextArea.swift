/// A field of many lines, for comments and notes: wrapped, and scrolled where it is longer than its room.
///
/// The rightmost column is kept for the scroll bar and for the insertion point behind a full line.
public struct TextArea: Field {
  /// The text and its insertion point.
  public var editor: TextEditor
  /// What stands in the field while it is empty.
  public var placeholder: String
  /// The rows it asks for: at least, and at most when the text is longer.
  public var wantedRows: ClosedRange<Int>
  /// What becomes of pasted text; `nil` for the common rule (``TextEditor/lawful(_:isMultiline:limit:)``).
  public var pasteRule: (@Sendable (String) -> String)?

  private var room = Size(columns: 78, rows: 4)
  private var measure = TextMeasure()
  private var top = 0

  /// Makes a field.
  public init(
    _ text: String = "", placeholder: String = "", limit: Int = 10_000, rows wantedRows: ClosedRange<Int> = 3...10,
    pasteRule: (@Sendable (String) -> String)? = nil
  ) {
    self.editor = TextEditor(text, isMultiline: true, limit: limit)
    self.placeholder = placeholder
    self.wantedRows = wantedRows
    self.pasteRule = pasteRule
  }

  /// What is written.
  public var text: String { editor.text }
  /// Up and Down move between its lines.
  public var usesVerticalKeys: Bool { true }

  /// The rows of its text, within what it may ask for.
  public func rows(columns: Int, measure: TextMeasure) -> Int {
    let lines = LineBreaker(measure: measure, columns: columns - 1).lines(of: editor.characters).count
    return min(max(lines, wantedRows.lowerBound), wantedRows.upperBound)
  }

  /// Remembers the room, and keeps the insertion point in it.
  public mutating func layout(_ size: Size, measure: TextMeasure) {
    self.room = size
    self.measure = measure
    follow()
  }

  /// Edits the text; Enter breaks the line, Escape cancels.
  public mutating func handle(_ press: KeyPress) -> FieldOutcome {
    if press == KeyPress(.escape) { return .cancelled }
    let outcome = editor.handle(press, breaker: breaker, page: room.rows - 1)
    follow()
    return outcome
  }

  /// Writes pasted text at the insertion point.
  public mutating func handle(paste text: String) -> FieldOutcome {
    let outcome = editor.handle(paste: text, rule: pasteRule)
    follow()
    return outcome
  }

  /// Moves the insertion point before the character that was clicked.
  public mutating func click(at place: Position) -> FieldOutcome {
    let lines = editor.lines(breaker)
    let line = lines[min(max(0, top + place.row), lines.count - 1)]
    editor.moveCaret(to: editor.index(atColumn: place.column, in: line, measure))
    follow()
    return .moved
  }

  /// Draws the lines around the insertion point.
  public func draw(on canvas: inout Canvas, in area: Area, isInHand: Bool) {
    draw(on: &canvas, in: area, isInHand: isInHand, style: Style(isInHand ? .fieldInHand : .field))
  }

  /// Draws the lines around the insertion point, in a style of the caller.
  public func draw(on canvas: inout Canvas, in area: Area, isInHand: Bool, style: Style) {
    guard !area.isEmpty else { return }
    canvas.fill(area, style)
    if editor.isEmpty {
      canvas.put(canvas.measure.truncated(placeholder, to: area.columns), at: area.origin, style: Style(.muted), within: area)
    }
    let lines = LineBreaker(measure: canvas.measure, columns: area.columns - 1).lines(of: editor.characters)
    let caretLine = editor.caretLine(in: lines)
    let top = ScrollMath.top(self.top, showing: caretLine, rows: area.rows, count: lines.count)
    for (offset, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
      let row = Area(column: area.column, row: area.row + offset, columns: area.columns, rows: 1)
      canvas.put(line, of: editor, in: row, style: style)
    }
    if lines.count > area.rows {
      canvas.scrollBar(in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: top, count: lines.count)
    }
    guard isInHand else { return }
    let column = editor.columns(of: lines[caretLine].lowerBound..<editor.caret, canvas.measure)
    canvas.place(cursor: Position(column: area.column + column, row: area.row + caretLine - top), in: area)
  }

  private var breaker: LineBreaker { LineBreaker(measure: measure, columns: room.columns - 1) }

  private mutating func follow() {
    let lines = editor.lines(breaker)
    top = ScrollMath.top(top, showing: editor.caretLine(in: lines), rows: room.rows, count: lines.count)
  }
}
