extension JSONReader {
  /// The string that starts here with its quotation mark.
  mutating func string() throws(JSONError) -> String {
    place += 1
    let start = place
    try skipPlain()
    if place < end, byte(place) == 0x22 {
      place += 1
      return text(start..<(place - 1))
    }
    var bytes: [UInt8] = []
    var from = start
    while place < end, byte(place) == 0x5C {
      append(from..<place, to: &bytes)
      bytes.append(try escape())
      from = place
      try skipPlain()
    }
    guard place < end else { throw error(.endsEarly) }
    append(from..<place, to: &bytes)
    place += 1
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Goes to the next quotation mark, backslash or the end.
  private mutating func skipPlain() throws(JSONError) {
    while place < end {
      let byte = byte(place)
      if byte == 0x22 || byte == 0x5C { return }
      if byte < 0x20 { throw error(.control) }
      place += 1
    }
  }

  private func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    source.withBytes(range) { bytes.append(contentsOf: $0) }
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = place
    guard place + 1 < end else {
      place = end
      throw error(.endsEarly)
    }
    place += 2
    switch byte(place - 1) {
    case 0x22: return "\""
    case 0x5C: return "\\"
    case 0x2F: return "/"
    case 0x62: return "\u{8}"
    case 0x66: return "\u{C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75:
      let unit = try fourDigits(of: start)
      guard (0xD800...0xDBFF).contains(unit) else {
        guard let scalar = Unicode.Scalar(unit) else { throw error(.loneSurrogate, at: start) }
        return scalar
      }
      guard place + 1 < end, byte(place) == 0x5C, byte(place + 1) == 0x75 else { throw error(.loneSurrogate, at: start) }
      place += 2
      let low = try fourDigits(of: start)
      guard (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) else {
        throw error(.loneSurrogate, at: start)
      }
      return scalar
    default: throw error(.escape, at: start)
    }
  }

  private mutating func fourDigits(of start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard place < end else { throw error(.endsEarly) }
      guard let digit = Unicode.Scalar(byte(place)).hexadecimalDigit else { throw error(.escape, at: start) }
      value = value << 4 | digit
      place += 1
    }
    return value
  }
}

extension Unicode.Scalar {
  fileprivate var hexadecimalDigit: UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0x41...0x46: value - 0x37
    case 0x61...0x66: value - 0x57
    default: nil
    }
  }
}
