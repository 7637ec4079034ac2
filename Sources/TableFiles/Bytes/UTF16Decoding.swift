/// UTF-16 to UTF-8.
enum UTF16Decoding {
  /// Appends the text and gives nil, or the place of the first code unit that has no partner, or of a last odd byte.
  static func decode(_ bytes: UnsafeRawBufferPointer, lowByteFirst: Bool, into utf8: inout [UInt8]) -> Int? {
    func unit(_ place: Int) -> UInt32 {
      let raw = bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self)
      return UInt32(lowByteFirst ? UInt16(littleEndian: raw) : UInt16(bigEndian: raw))
    }
    var place = 0
    while place + 2 <= bytes.count {
      var value = unit(place)
      var length = 2
      if (0xD800...0xDBFF).contains(value), place + 4 <= bytes.count, (0xDC00...0xDFFF).contains(unit(place + 2)) {
        value = 0x10000 + (value - 0xD800) << 10 + (unit(place + 2) - 0xDC00)
        length = 4
      }
      guard let scalar = Unicode.Scalar(value) else { return place }
      utf8.append(scalar)
      place += length
    }
    return place == bytes.count ? nil : place
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8.
  mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0..<0x80: append(UInt8(value))
    case 0x80..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    default:
      append(UInt8(0xF0 | value >> 18))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }
}
