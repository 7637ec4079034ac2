/// GB 18030 to UTF-8.
///
/// Carried here rather than asked of the system: a host may lack the converter, and a binary that is copied alone must still
/// read what Excel writes.
enum GB18030 {
  /// Appends the text and gives nil, or the place of the first bytes that the standard does not know.
  static func decode(_ bytes: UnsafeRawBufferPointer, into utf8: inout [UInt8]) -> Int? {
    let table = GB18030Table.pairs
    let entries = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    let count = bytes.count
    var place = 0
    while place < count {
      let first = bytes[place]
      if first < 0x80 {
        utf8.append(first)
        place += 1
        continue
      }
      guard (0x81...0xFE).contains(first), place + 1 < count else { return place }
      let second = bytes[place + 1]
      if (0x40...0xFE).contains(second), second != 0x7F {
        // Three bytes an entry; one that is shorter in UTF-8 has a blank before it.
        let entry = 3 * (190 * Int(first - 0x81) + Int(second) - (second < 0x7F ? 0x40 : 0x41))
        if entries[entry] != 0x20 { utf8.append(entries[entry]) }
        utf8.append(entries[entry + 1])
        utf8.append(entries[entry + 2])
        place += 2
      } else {
        guard (0x30...0x39).contains(second), place + 3 < count, (0x81...0xFE).contains(bytes[place + 2]),
          (0x30...0x39).contains(bytes[place + 3])
        else { return place }
        let upper = Int(first - 0x81) * 10 + Int(second - 0x30)
        let lower = Int(bytes[place + 2] - 0x81) * 10 + Int(bytes[place + 3] - 0x30)
        guard let scalar = scalar(ofFour: upper * 1260 + lower) else { return place }
        utf8.append(scalar)
        place += 4
      }
    }
    return nil
  }

  /// The scalar of the four-byte code with this number, counted from `81 30 81 30`.
  private static func scalar(ofFour number: Int) -> Unicode.Scalar? {
    if number >= 189_000 { return Unicode.Scalar(UInt32(number - 189_000 + 0x10000)) }
    let runs = GB18030Table.runs
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].first) <= number { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let run = runs[low - 1]
    let distance = number - Int(run.first)
    return distance < Int(run.count) ? Unicode.Scalar(UInt32(run.scalar) + UInt32(distance)) : nil
  }
}
