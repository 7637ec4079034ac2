/// A row and the number by which it is sorted.
struct KeyedRow {
  var key: UInt64
  var row: Int32
}

/// Sorts rows by whole numbers without comparing any: stable, and linear in the number of rows.
enum RadixSort {
  /// The rows by ascending key.
  static func sorted(_ pairs: [KeyedRow]) -> [Int32] {
    var pairs = pairs
    sort(&pairs)
    return pairs.map(\.row)
  }

  /// Sorts by ascending key.
  static func sort(_ pairs: inout [KeyedRow]) {
    guard pairs.count > 1 else { return }
    // Only digits in which any two keys differ need a pass.
    var all = UInt64.max
    var any: UInt64 = 0
    for pair in pairs {
      all &= pair.key
      any |= pair.key
    }
    let varying = all ^ any
    var spare = pairs
    for shift in stride(from: UInt64(0), to: 64, by: 11) where varying >> shift & 2_047 != 0 {
      pass(shift, from: pairs, to: &spare)
      swap(&pairs, &spare)
    }
  }

  private static func pass(_ shift: UInt64, from source: [KeyedRow], to target: inout [KeyedRow]) {
    var places = [Int](repeating: 0, count: 2_049)
    for pair in source { places[Int(pair.key >> shift & 2_047) + 1] += 1 }
    for digit in 1..<2_049 { places[digit] += places[digit - 1] }
    for pair in source {
      let digit = Int(pair.key >> shift & 2_047)
      target[places[digit]] = pair
      places[digit] += 1
    }
  }
}
