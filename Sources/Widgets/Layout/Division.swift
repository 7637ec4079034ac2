/// How much of a length one part of it gets.
public enum Share: Sendable, Hashable {
  /// So many cells.
  case fixed(Int)
  /// A part of what the fixed ones leave, in proportion to the weights of the others.
  case part(Int)
}

extension Area {
  /// Divides its columns, from left to right, with a gap between the parts.
  public func columns(_ shares: [Share], gap: Int = 0) -> [Area] {
    var left = column
    return Division.lengths(shares, of: columns, gap: gap).map { length in
      defer { left += length + gap }
      return Area(column: min(left, right), row: row, columns: min(length, max(0, right - left)), rows: rows)
    }
  }

  /// Divides its rows, from top to bottom, with a gap between the parts.
  public func rows(_ shares: [Share], gap: Int = 0) -> [Area] {
    var top = row
    return Division.lengths(shares, of: rows, gap: gap).map { length in
      defer { top += length + gap }
      return Area(column: column, row: min(top, bottom), columns: columns, rows: min(length, max(0, bottom - top)))
    }
  }

  /// An area of a size in the middle of this one, cut to it.
  public func centered(_ size: Size) -> Area {
    let columns = min(size.columns, self.columns)
    let rows = min(size.rows, self.rows)
    return Area(column: column + (self.columns - columns) / 2, row: row + (self.rows - rows) / 2, columns: columns, rows: rows)
  }
}

enum Division {
  /// The lengths of parts; fixed ones come first, and no rounding is lost.
  static func lengths(_ shares: [Share], of length: Int, gap: Int) -> [Int] {
    var left = max(0, length - gap * max(0, shares.count - 1))
    var weights = 0
    var lengths = shares.map { share in
      switch share {
      case .fixed(let wanted):
        let given = min(max(0, wanted), left)
        left -= given
        return given
      case .part(let weight):
        weights += max(0, weight)
        return 0
      }
    }
    for (index, share) in shares.enumerated() {
      guard case .part(let weight) = share, weight > 0 else { continue }
      lengths[index] = left * weight / weights
      left -= lengths[index]
      weights -= weight
    }
    return lengths
  }
}
