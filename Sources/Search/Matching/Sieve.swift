/// Which rows are worth reading for a query, told from the signatures alone, a block of rows at a time and only when one of them is asked for.
struct Sieve: Sendable {
  private let words: [SievePlan]
  private var masks: [UInt64]
  private var isReady: [Bool]

  init(_ arena: SearchArena, _ query: SearchQuery) {
    words = query.words.map { SievePlan($0.units, arena.signatures) }.filter { !$0.isIdle }
    let blocks = words.isEmpty ? 0 : (arena.count + Signatures.blockRows - 1) / Signatures.blockRows
    masks = [UInt64](repeating: 0, count: blocks * 8)
    isReady = [Bool](repeating: false, count: blocks)
  }

  /// The first place of some rows, not before `start`, that holds a row that may match; `end` where none does.
  mutating func next(_ rows: UnsafeBufferPointer<Int32>, from start: Int, to end: Int, _ signatures: Signatures) -> Int {
    if words.isEmpty { return start }
    var place = start
    while true {
      place = passed(rows, from: place, to: end)
      guard place < end else { return end }
      let block = Int(rows[place]) / Signatures.blockRows
      if isReady[block] { return place }
      open(block, signatures)
    }
  }

  /// The first place that holds a row that may match, or one of a block that was not opened yet.
  private func passed(_ rows: UnsafeBufferPointer<Int32>, from start: Int, to end: Int) -> Int {
    masks.withUnsafeBufferPointer { masks in
      isReady.withUnsafeBufferPointer { isReady in
        var place = start
        while place < end {
          let row = Int(rows[place])
          if masks[row >> 6] >> UInt64(row & 63) & 1 == 1 || !isReady[row / Signatures.blockRows] { break }
          place &+= 1
        }
        return place
      }
    }
  }

  private mutating func open(_ block: Int, _ signatures: Signatures) {
    isReady[block] = true
    var mask = SIMD8<UInt64>(repeating: .max)
    signatures.bits.withUnsafeBufferPointer { bits in
      let columns = UnsafeBufferPointer(rebasing: bits[block * Signatures.columns..<(block + 1) * Signatures.columns])
      for word in words { mask &= word.rows(columns) }
    }
    for place in 0..<8 { masks[block * 8 + place] = mask[place] }
  }
}
