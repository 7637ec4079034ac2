/// The form in which texts and queries are compared.
///
/// Letters are lower case, full-width letters, digits and signs are ASCII, every blank is one kind of blank, and signs that people type in
/// many ways (quotes, dashes, middle dots, brackets) are one. What has no width is dropped. It is a light form of Unicode's NFKC that works scalar
/// by scalar, so that what was folded before stays as it was when a query grows.
enum Folding {
  /// Appends the folded UTF-16 units of a text. Bytes that are not UTF-8 are dropped.
  static func append(utf8 bytes: UnsafeBufferPointer<UInt8>, to units: inout [UInt16]) {
    // No text has more units than bytes; one append a text is much cheaper than one a unit.
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: bytes.count) { scratch in
      guard let base = scratch.baseAddress else { return }
      let count = fold(bytes, into: base)
      units.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    }
  }

  /// Writes the folded units of a text.
  ///
  /// - Parameter result: has room for as many units as there are bytes.
  /// - Returns: how many units were written.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into result: UnsafeMutablePointer<UInt16>) -> Int {
    var count = 0
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      if lead < 0x80 {
        place += 1
        guard let unit = ascii(lead) else { continue }
        result[count] = unit
        count += 1
        continue
      }
      let (value, length) = scalar(bytes, at: place)
      place += length
      guard let value else { continue }
      if (0x4E00...0x9FFF).contains(value) {
        result[count] = UInt16(value)
        count += 1
      } else {
        for unit in folded(value) {
          result[count] = unit
          count += 1
        }
      }
    }
    return count
  }

  /// Appends the folded UTF-16 units of a text.
  static func append(_ text: String, to units: inout [UInt16]) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { append(utf8: $0, to: &units) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { append(utf8: $0, to: &units) } }
  }

  /// The folded UTF-16 units of a text.
  static func units(of text: String) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(text.utf8.count)
    append(text, to: &units)
    return units
  }

  private static func ascii(_ byte: UInt8) -> UInt16? {
    switch byte {
    case 0x41...0x5A: UInt16(byte) + 0x20
    case 0x09...0x0D: 0x20
    case 0x20...0x7E: UInt16(byte)
    default: nil
    }
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (UInt32?, length: Int) {
    let lead = bytes[place]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(lead), place + length <= bytes.count else { return (nil, 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for step in 1..<length {
      let byte = bytes[place + step]
      guard byte & 0xC0 == 0x80 else { return (nil, step) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }

  /// The units that stand for a scalar that is neither ASCII nor a unified Han character: none, one or the two of a pair.
  private static func folded(_ value: UInt32) -> [UInt16] {
    switch value {
    case 0xFF01...0xFF5E: ascii(UInt8(value - 0xFEE0)).map { [$0] } ?? []
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: [0x20]
    case 0x80...0x9F, 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: []
    case 0x2018, 0x2019: [0x27]
    case 0x201C, 0x201D: [0x22]
    case 0x2010...0x2015, 0x2212: [0x2D]
    case 0x2022, 0x2027, 0x22C5, 0x30FB, 0xFF65: [0xB7]
    case 0x3014: [0x28]
    case 0x3015: [0x29]
    case 0x3010: [0x5B]
    case 0x3011: [0x5D]
    case 0x2460...0x2468: [UInt16(value - 0x2460 + 0x31)]
    default: lowercased(value)
    }
  }

  /// The lower case of a scalar, its first scalar if there are several: never more units than the scalar has bytes.
  private static func lowercased(_ value: UInt32) -> [UInt16] {
    guard let scalar = Unicode.Scalar(value) else { return [] }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return UTF16.encode(lower).map { Array($0) } ?? []
  }
}
