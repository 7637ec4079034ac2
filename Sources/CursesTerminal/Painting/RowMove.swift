import Widgets

/// Rows of a canvas that stand in the next one, some rows higher or lower: a list that was scrolled. To move them within ncurses is cheaper than to
/// paint them.
struct RowMove: Equatable {
  /// The rows that are found where they stand now.
  let rows: Range<Int>
  /// How many rows higher they stand than before; lower, if less than 0.
  let distance: Int

  /// The rows that take part, those that are left behind among them.
  var region: Range<Int> { min(rows.lowerBound, rows.lowerBound + distance)..<max(rows.upperBound, rows.upperBound + distance) }

  /// Fewer rows are not worth it.
  private static let fewest = 6

  /// Looks where the row in the middle stood, nearest first, and how far the rows around it came with it.
  ///
  /// - Returns: nil where the middle stayed as it was, or was not there before.
  init?(from old: Canvas, to new: Canvas) {
    let count = new.size.rows
    guard old.size == new.size, count >= RowMove.fewest else { return nil }
    let middle = count / 2
    guard !new.rowEquals(middle, of: old) else { return nil }
    func isMoved(_ row: Int, _ distance: Int) -> Bool {
      (0..<count).contains(row) && (0..<count).contains(row + distance) && new.rowEquals(row, of: old, at: row + distance)
    }
    for distance in (1...middle).lazy.flatMap({ [$0, -$0] }) where isMoved(middle, distance) {
      var (first, end) = (middle, middle + 1)
      while isMoved(first - 1, distance) { first -= 1 }
      while isMoved(end, distance) { end += 1 }
      guard end - first >= RowMove.fewest else { return nil }
      self.rows = first..<end
      self.distance = distance
      return
    }
    return nil
  }
}
