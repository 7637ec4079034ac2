/// The part of a long line that a narrow field shows.
///
/// The view moves by half its width, so that it depends on the insertion point alone and not on how it came there.
struct LineView {
  /// The columns hidden at the left.
  let hidden: Int
  /// The column of the insertion point in the view.
  let cursor: Int

  /// Chooses the part that shows the insertion point, and all of the character behind it.
  init(_ editor: TextEditor, columns: Int, measure: TextMeasure) {
    let before = editor.columns(of: 0..<editor.caret, measure)
    let after = editor.caret < editor.characters.count ? max(1, measure.columns(of: editor.characters[editor.caret])) : 1
    let excess = before + after - max(1, columns)
    let step = max(1, columns / 2)
    hidden = excess <= 0 ? 0 : (excess + step - 1) / step * step
    cursor = before - hidden
  }
}

extension Canvas {
  /// Draws characters of a text in a row, with its selection.
  ///
  /// - Parameters:
  ///   - shift: the columns of the line that are hidden at the left.
  mutating func put(_ line: Range<Int>, of editor: TextEditor, shift: Int = 0, in area: Area, style: Style) {
    let selection = (editor.selection ?? line.lowerBound..<line.lowerBound).clamped(to: line)
    var column = area.column - shift
    for (part, isSelected) in [
      (line.lowerBound..<selection.lowerBound, false), (selection, true), (selection.upperBound..<line.upperBound, false),
    ] where !part.isEmpty {
      let partStyle = isSelected ? Style(.selection) : style
      column += put(
        String(editor.characters[part]), at: Position(column: column, row: area.row), style: partStyle, within: area)
    }
  }
}
