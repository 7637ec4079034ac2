/// The blanks that are taken away at both ends of a cell: ASCII blanks and line breaks, no-break and full-width blanks, and
/// Unicode's other space separators.
enum Blanks {
  /// The part of the bytes that is left without blanks at both ends; the bytes are UTF-8.
  @inline(__always)
  static func trimmed(_ range: Range<Int>, of base: UnsafeRawPointer) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = leading(base + start, end - start)
      if length == 0 { break }
      start += length
    }
    while start < end {
      let length = trailing(base + end, end - start)
      if length == 0 { break }
      end -= length
    }
    return start..<end
  }

  /// The text without blanks at both ends.
  static func trimmed(_ text: String) -> String {
    var copy = text
    return copy.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      guard let base = raw.baseAddress else { return "" }
      let range = trimmed(0..<raw.count, of: base)
      return range.count == raw.count ? text : String(decoding: raw[range], as: UTF8.self)
    }
  }

  @inline(__always)
  private static func leading(_ base: UnsafeRawPointer, _ count: Int) -> Int {
    let first = base.load(as: UInt8.self)
    if first > 0x20 && first < 0xC2 { return 0 }
    if first <= 0x20 { return isASCII(first) ? 1 : 0 }
    return wide(base, count)
  }

  @inline(__always)
  private static func trailing(_ end: UnsafeRawPointer, _ count: Int) -> Int {
    let last = (end - 1).load(as: UInt8.self)
    if last < 0x80 { return isASCII(last) ? 1 : 0 }
    if count >= 3, wide(end - 3, 3) == 3 { return 3 }
    if count >= 2, wide(end - 2, 2) == 2 { return 2 }
    return 0
  }

  @inline(__always)
  private static func isASCII(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The length of the blank of two or three bytes that starts here; 0 where none does.
  private static func wide(_ base: UnsafeRawPointer, _ count: Int) -> Int {
    func byte(_ place: Int) -> UInt8 { place < count ? base.load(fromByteOffset: place, as: UInt8.self) : 0 }
    switch (byte(0), byte(1), byte(2)) {
    case (0xC2, 0xA0, _): return 2
    case (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): return 3
    default: return 0
    }
  }
}
