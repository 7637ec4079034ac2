/// How far a long work has come.
public struct ProgressBar: Sendable, Hashable {
  /// What is being done.
  public var text: String
  /// How much is done.
  public var done: Int
  /// How much there is to do; `nil` where nobody knows.
  public var total: Int?

  /// Makes a progress.
  public init(_ text: String, done: Int = 0, total: Int? = nil) {
    self.text = text
    self.done = done
    self.total = total
  }

  /// The done part of all, 0 to 1; 1 where there is nothing to do, `nil` where nobody knows.
  public var fraction: Double? {
    total.map { $0 <= 0 ? 1 : min(1, max(0, Double(done) / Double($0))) }
  }

  /// The done part of all as whole percents, never 100 before all is done.
  public var percent: Int? {
    guard let total else { return nil }
    return total <= 0 || done >= total ? 100 : max(0, done) * 100 / total
  }

  /// Draws the text, and beneath it a bar with its percents; in an area of one row both beside each other.
  public func draw(on canvas: inout Canvas, in area: Area) {
    guard !area.isEmpty else { return }
    let count = percent.map { "\($0)%" } ?? "\(done)"
    let countColumns = max(5, canvas.measure.columns(of: count) + 1)
    let isFlat = area.rows == 1
    let textColumns = isFlat ? min(canvas.measure.columns(of: text), area.columns / 2) : area.columns
    canvas.put(canvas.measure.truncated(text, to: textColumns), at: area.origin, within: area)
    let left = isFlat ? area.column + textColumns + 1 : area.column
    let bar = Area(
      column: left, row: isFlat ? area.row : area.row + 1, columns: max(0, area.right - left - countColumns), rows: 1)
    if let fraction { canvas.bar(fraction, in: bar) }
    let place = Position(column: area.right - countColumns, row: bar.row)
    canvas.put(canvas.measure.padded(count, to: countColumns, .right), at: place, within: area)
  }
}
