/// Which rows are worth reading for a query, told from the signatures alone, a block of rows at a time and only when one of them is asked for.
struct Sieve: Sendable {
  private let columns: [Int]
  private var masks: [UInt64]
  private var isReady: [Bool]

  init(_ arena: SearchArena, _ query: SearchQuery) {
    columns = arena.signatures.mostTelling(SpelledFeatures.shared.columns(of: query.words))
    let blocks = columns.isEmpty ? 0 : (arena.count + Signatures.blockRows - 1) / Signatures.blockRows
    masks = [UInt64](repeating: 0, count: blocks * 8)
    isReady = [Bool](repeating: false, count: blocks)
  }

  /// Whether a row may match.
  @inline(__always)
  mutating func passes(_ row: Int, _ signatures: Signatures) -> Bool {
    if columns.isEmpty { return true }
    let block = row / Signatures.blockRows
    if !isReady[block] { open(block, signatures) }
    return masks[row >> 6] >> UInt64(row & 63) & 1 == 1
  }

  private mutating func open(_ block: Int, _ signatures: Signatures) {
    isReady[block] = true
    for word in 0..<8 {
      var mask = UInt64.max
      for column in columns { mask &= signatures.bits[block * Signatures.blockWords + column * 8 + word] }
      masks[block * 8 + word] = mask
    }
  }
}
