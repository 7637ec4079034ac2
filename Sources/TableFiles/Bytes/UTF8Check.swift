/// Whether bytes are UTF-8 as Unicode defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
  /// Where the first sequence starts that is not UTF-8; nil where all is sound.
  static func firstDamage(in bytes: UnsafeRawBufferPointer) -> Int? {
    let count = bytes.count
    var place = 0
    while place < count {
      // Eight ASCII bytes at a time, and a run of Chinese three bytes at a time: tables are made of these two.
      if place + 8 <= count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) & 0x8080_8080_8080_8080
        if word == 0 {
          place += 8
          continue
        }
        place += word.trailingZeroBitCount >> 3
        while place + 4 <= count {
          let four = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
          // 1110xxxx 10xxxxxx 10xxxxxx; E0 and ED, which have forbidden followers, are left to the slow way.
          guard four & 0x00C0_C0F0 == 0x0080_80E0, four & 0xFF != 0xE0, four & 0xFF != 0xED else { break }
          place += 3
        }
        if place >= count { return nil }
      }
      let length = soundLength(at: place, in: bytes)
      if length == 0 { return place }
      place += length
    }
    return nil
  }

  /// Whether damaged bytes are still UTF-8 for the most part, rather than another encoding.
  ///
  /// In GB18030 text a sequence of three or more bytes that happens to be UTF-8 is rare, and damage is everywhere.
  static func isMostlySound(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var sound = 0
    var damaged = 0
    var place = 0
    while place < bytes.count {
      let length = soundLength(at: place, in: bytes)
      if length >= 3 { sound += 1 }
      if length == 0 { damaged += 1 }
      place += max(length, 1)
    }
    return sound > damaged
  }

  /// The length of the sound sequence that starts here; 0 where none does.
  private static func soundLength(at place: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    func follows(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      place + distance < bytes.count && range.contains(bytes[place + distance])
    }
    switch bytes[place] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}
