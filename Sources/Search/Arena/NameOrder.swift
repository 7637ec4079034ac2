extension SearchArena {
  /// All rows sorted by name as a Chinese index sorts, see ``Pinyin/sortKey``; rows of the same name stay as they were added.
  ///
  /// ```swift
  /// let byName = arena.orderedByName()
  /// let firstPage = byName.rows.prefix(40)
  /// ```
  public func orderedByName() -> Order {
    var rows = Array(0..<Int32(count))
    var open = [Span(range: 0..<count, depth: 0)]
    var pairs: [KeyedRow] = []
    cells.withUnsafeBufferPointer { cells in
      let reader = NameReader(cells: cells, starts: starts, lengths: nameLengths)
      while let span = open.popLast() {
        // Two characters of every name at a time; most names of a city begin with the city's own.
        pairs.removeAll(keepingCapacity: true)
        for row in rows[span.range] { pairs.append(KeyedRow(key: reader.key(of: Int(row), at: span.depth), row: row)) }
        NameOrder.sort(&pairs)
        var start = 0
        for place in pairs.indices {
          rows[span.range.lowerBound + place] = pairs[place].row
          guard place + 1 == pairs.count || pairs[place + 1].key != pairs[place].key else { continue }
          // A second half of zero says that these names have ended.
          if place > start, pairs[place].key & 0xFFFF_FFFF != 0 {
            let lower = span.range.lowerBound
            open.append(Span(range: lower + start..<lower + place + 1, depth: span.depth + 2))
          }
          start = place + 1
        }
      }
    }
    return Order(rows: rows)
  }
}

/// Rows whose names are the same up to a depth.
private struct Span {
  var range: Range<Int>
  var depth: Int
}

private struct NameReader {
  let cells: UnsafeBufferPointer<Cell>
  let starts: [Int32]
  let lengths: [UInt16]

  /// Two characters of a name as one number; zero where the name has ended.
  func key(of row: Int, at depth: Int) -> UInt64 {
    let start = Int(starts[row])
    let length = Int(lengths[row])
    return UInt64(half(start, depth, length)) << 32 | UInt64(half(start, depth + 1, length))
  }

  private func half(_ start: Int, _ offset: Int, _ length: Int) -> UInt32 {
    offset < length ? cells[start + offset].rank : 0
  }
}

private enum NameOrder {
  /// Stable either way: a radix sort pays only where there are many rows.
  static func sort(_ pairs: inout [KeyedRow]) {
    if pairs.count > 2_000 { return RadixSort.sort(&pairs) }
    if pairs.count > 24 { return pairs.sort { ($0.key, $0.row) < ($1.key, $1.row) } }
    for place in pairs.indices.dropFirst() {
      let pair = pairs[place]
      var gap = place
      while gap > 0, pairs[gap - 1].key > pair.key {
        pairs[gap] = pairs[gap - 1]
        gap -= 1
      }
      pairs[gap] = pair
    }
  }
}
