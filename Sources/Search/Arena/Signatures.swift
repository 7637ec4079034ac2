/// Which features each row has, a column of bits a feature, so that a query that few rows match reads few rows.
///
/// Features are single letters, pairs of letters that can follow each other in any spelling of the text (in full, by initials, mixed), and Han
/// characters. Several share a column; a column can only say that a row is worth reading, or that it is not.
struct Signatures: Sendable {
  static let letterColumns = 32
  static let pairColumns = 352
  static let hanColumns = 384
  static let columns = letterColumns + pairColumns + hanColumns
  /// Rows in a block; within one, eight words of each column lie side by side, which is one line of the processor's cache.
  static let blockRows = 512
  static let blockWords = columns * 8

  /// Block after block, column after column, eight words each.
  let bits: [UInt64]
  /// In how many rows each column is set.
  private let populations: [Int32]
  private let rows: Int

  init(cells: [Cell], starts: [Int32]) {
    let rows = starts.count - 1
    let blocks = (rows + Signatures.blockRows - 1) / Signatures.blockRows
    let features = SpelledFeatures.shared
    var bits = [UInt64](repeating: 0, count: blocks * Signatures.blockWords)
    var populations = [Int32](repeating: 0, count: Signatures.columns)
    bits.withUnsafeMutableBufferPointer { bits in
      cells.withUnsafeBufferPointer { cells in
        features.withReader { reader in
          for row in 0..<rows {
            let base = row / Signatures.blockRows * Signatures.blockWords + (row % Signatures.blockRows) / 64
            let bit: UInt64 = 1 << UInt64(row % 64)
            reader.visit(cells, Int(starts[row])..<Int(starts[row + 1])) { bits[base + $0 * 8] |= bit }
          }
        }
      }
      for (place, word) in bits.enumerated() where word != 0 {
        populations[place % Signatures.blockWords / 8] += Int32(word.nonzeroBitCount)
      }
    }
    (self.bits, self.populations, self.rows) = (bits, populations, rows)
  }

  /// Of the columns that a row must have, the few that tell most: a handful of rare ones leaves hardly a row that does not match.
  func mostTelling(_ columns: some Sequence<Int>) -> [Int] {
    Set(columns).sorted { (populations[$0], $0) < (populations[$1], $1) }
      .prefix { Int(populations[$0]) < rows - rows / 8 }
      .prefix(5).map { $0 }
  }
}
