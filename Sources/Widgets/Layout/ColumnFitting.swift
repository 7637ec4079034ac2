/// How wide a column of a table may be.
public struct ColumnWidth: Sendable, Hashable {
  /// Below this it is left out.
  public var minimum: Int
  /// Wide enough for what it usually holds.
  public var ideal: Int
  /// Its weight in what is left when all columns have their ideal width; 0 keeps it there.
  public var stretch: Int
  /// Columns of high priority number vanish first in a narrow window; 0 never vanishes.
  public var priority: Int

  /// Makes a width; the ideal is at least the minimum.
  public init(minimum: Int, ideal: Int, stretch: Int = 0, priority: Int = 0) {
    self.minimum = max(1, minimum)
    self.ideal = max(self.minimum, ideal)
    self.stretch = max(0, stretch)
    self.priority = max(0, priority)
  }
}

/// Fits columns into a width.
public enum ColumnFitting {
  /// The width of each column, 0 for one that is left out.
  ///
  /// Columns are left out from the highest priority number down, of equal ones the right one first, until the minima fit. What is
  /// left over brings all columns towards their ideal width in proportion to what they lack, and then stretches those that stretch.
  /// Where even those that never vanish do not fit, the left ones are served first.
  public static func fit(_ columns: [ColumnWidth], into width: Int, gap: Int) -> [Int] {
    var kept = Array(columns.indices)
    func minimum() -> Int { kept.reduce(gap * max(0, kept.count - 1)) { $0 + columns[$1].minimum } }
    while minimum() > width {
      let candidates = kept.filter { columns[$0].priority > 0 }
      guard let worst = candidates.max(by: { (columns[$0].priority, $0) < (columns[$1].priority, $1) }) else { break }
      kept.removeAll { $0 == worst }
    }
    var widths = columns.map { _ in 0 }
    var left = max(0, width - gap * max(0, kept.count - 1))
    for index in kept {
      widths[index] = min(columns[index].minimum, left)
      left -= widths[index]
    }
    let lacks = kept.map { max(0, columns[$0].ideal - widths[$0]) }
    grow(&widths, kept, weights: lacks, by: min(left, lacks.reduce(0, +)), left: &left)
    grow(&widths, kept, weights: kept.map { columns[$0].stretch }, by: left, left: &left)
    return widths
  }

  private static func grow(_ widths: inout [Int], _ kept: [Int], weights: [Int], by amount: Int, left: inout Int) {
    var amount = amount
    var sum = weights.reduce(0, +)
    for (index, weight) in zip(kept, weights) where weight > 0 && sum > 0 {
      let given = amount * weight / sum
      widths[index] += given
      left -= given
      amount -= given
      sum -= weight
    }
  }
}
