/// Which features each row has, a column of bits a column, so that a query that few rows match reads few rows.
///
/// Which features share a column is decided by the rows themselves. What nearly every row has, like the words that all names of a registry end
/// with, says nothing and has no column. Of the rest, frequent ones have columns of their own, and rare ones share with others that are as rare: who looks
/// for what hardly any row has is shown hardly any row. A column can only say that a row is worth reading, or that it is not.
struct Signatures: Sendable {
  static let columns = 1_536
  /// The column of features that tell nothing; its bits mean nothing.
  static let silent = 0
  /// Rows in a block; within one, the eight words of a column are one line of the processor's cache.
  static let blockRows = 512
  /// The rows from which is learnt how frequent features are.
  private static let sample = 4_096

  /// Block after block, column after column.
  let bits: [SIMD8<UInt64>]
  /// The column of each feature.
  private let columns: [UInt16]

  init(cells: [Cell], starts: [Int32]) {
    let rows = starts.count - 1
    let blocks = (rows + Signatures.blockRows - 1) / Signatures.blockRows
    var bits = [UInt64](repeating: 0, count: blocks * Signatures.columns * 8)
    let columns = cells.withUnsafeBufferPointer { Signatures.columns(of: $0, starts) }
    bits.withUnsafeMutableBufferPointer { bits in
      cells.withUnsafeBufferPointer { cells in
        columns.withUnsafeBufferPointer { columns in
          Features.initials.withUnsafeBufferPointer { initials in
            for row in 0..<rows {
              let base = (row / Signatures.blockRows * Signatures.columns) * 8 + row % Signatures.blockRows / 64
              let bit: UInt64 = 1 << UInt64(row % 64)
              Features.visit(cells, Int(starts[row])..<Int(starts[row + 1]), initials) { bits[base + Int(columns[$0]) * 8] |= bit }
            }
          }
        }
      }
    }
    self.bits = bits.withUnsafeBytes { Array($0.bindMemory(to: SIMD8<UInt64>.self)) }
    self.columns = columns
  }

  /// The column of a feature; ``silent`` where it tells nothing.
  func column(of feature: Int) -> Int { Int(columns[feature]) }

  private static func columns(of cells: UnsafeBufferPointer<Cell>, _ starts: [Int32]) -> [UInt16] {
    let rows = starts.count - 1
    let step = max(1, rows / sample)
    var populations = [Int32](repeating: 0, count: Features.count)
    var lastRows = [Int](repeating: -1, count: Features.count)
    var asked: Int32 = 0
    Features.initials.withUnsafeBufferPointer { initials in
      for start in stride(from: 0, to: rows, by: step) {
        // One of each `step` rows, as if at random: what comes in turns, as last digits do, must not hide between them.
        let row = min(rows - 1, start + Int((UInt32(truncatingIfNeeded: start) &* 0x9E37_79B1) >> 8) % step)
        asked += 1
        Features.visit(cells, Int(starts[row])..<Int(starts[row + 1]), initials) { feature in
          if lastRows[feature] != row {
            lastRows[feature] = row
            populations[feature] += 1
          }
        }
      }
    }
    var columns = [UInt16](repeating: UInt16(silent), count: Features.count)
    // What half of the rows have is found on any page. But a list by code has its years one after the other, so figures tell for longer.
    let telling = (0..<Features.count).filter { populations[$0] <= (Features.digits.contains($0) ? asked - asked / 8 : asked / 2) }
      .sorted { (populations[$1], $0) < (populations[$0], $1) }
    // All that the sample lacks is met about as often as what it has only once (Good and Turing).
    let unseen = max(1, telling.count { populations[$0] == 0 })
    let rare = max(1, 64 * telling.count { populations[$0] == 1 } / unseen)
    let weights = telling.map { populations[$0] == 0 ? min(rare, 63) : 64 * Int(populations[$0]) }
    var (low, high) = (1, max(1, weights.reduce(0, +)))
    while low < high {
      let limit = (low + high) / 2
      if (groups(of: weights, limit).last ?? 0) < Signatures.columns - 1 { high = limit } else { low = limit + 1 }
    }
    for (feature, group) in zip(telling, groups(of: weights, high)) { columns[feature] = UInt16(1 + group) }
    return columns
  }

  /// Divides weights that go down into groups whose sums stay within a limit; one above it is a group of its own, and what the sample lacks keeps to
  /// itself.
  private static func groups(of weights: [Int], _ limit: Int) -> [Int] {
    var (group, sum, last) = (0, 0, 0)
    return weights.map { weight in
      if sum > 0, sum + weight > limit || (weight < 64 && last >= 64) { (group, sum) = (group + 1, 0) }
      sum += weight
      last = weight
      return group
    }
  }
}
