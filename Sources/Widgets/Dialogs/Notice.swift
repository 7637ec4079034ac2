/// One line that says what has just happened, at the right end of a row, until the owner takes it away.
public struct Notice: Sendable, Hashable {
  /// What happened.
  public var text: String
  /// What kind of thing it is: ``Ink/good``, ``Ink/caution``, ``Ink/bad``.
  public var ink: Ink

  /// Makes a notice.
  public init(_ text: String, _ ink: Ink = .good) {
    self.text = text
    self.ink = ink
  }

  /// Draws the notice at the right end of the last row of an area.
  public func draw(on canvas: inout Canvas, in area: Area) {
    guard !area.isEmpty, !text.isEmpty else { return }
    let shown = " \(canvas.measure.truncated(text, to: area.columns - 2)) "
    let place = Position(column: max(area.column, area.right - canvas.measure.columns(of: shown)), row: area.bottom - 1)
    canvas.put(shown, at: place, style: Style(ink, bold: true), within: area)
  }
}
