/// Finds the bytes at which a cell may end, eight at a time.
///
/// A byte of a word is zero where the word was XORed with the byte that is sought; the classic test of zero bytes is exact for the
/// lowest of them, which is the only one that is used.
struct ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  private let separator: UInt8
  private let separators: UInt64

  /// A scan for a separator, a line feed, a carriage return or a quotation mark.
  @inline(__always)
  init(_ separator: UInt8) {
    self.separator = separator
    separators = UInt64(separator) &* ByteScan.ones
  }

  /// The first place that holds one of them; `end` where none does.
  @inline(__always)
  func next(from start: Int, to end: Int, in base: UnsafeRawPointer) -> Int {
    var place = start
    while place &+ 8 <= end {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let found =
        ByteScan.zeros(word ^ separators) | ByteScan.zeros(word ^ (0x0A &* ByteScan.ones)) | ByteScan.zeros(word ^ (0x0D &* ByteScan.ones))
        | ByteScan.zeros(word ^ (0x22 &* ByteScan.ones))
      if found != 0 { return place &+ found.trailingZeroBitCount >> 3 }
      place &+= 8
    }
    while place < end {
      let byte = base.load(fromByteOffset: place, as: UInt8.self)
      if byte == separator || byte == 0x0A || byte == 0x0D || byte == 0x22 { return place }
      place &+= 1
    }
    return end
  }

  /// The first place that holds a quotation mark; `end` where none does.
  @inline(__always)
  static func nextQuote(from start: Int, to end: Int, in base: UnsafeRawPointer) -> Int {
    var place = start
    while place &+ 8 <= end {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let found = zeros(word ^ (0x22 &* ones))
      if found != 0 { return place &+ found.trailingZeroBitCount >> 3 }
      place &+= 8
    }
    while place < end, base.load(fromByteOffset: place, as: UInt8.self) != 0x22 { place &+= 1 }
    return place
  }

  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
}
