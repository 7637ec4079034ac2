/// How a Chinese name is read aloud, for finding and for sorting.
///
/// Phrases are read as phrases, so 银行 is `yinhang` and 厦门 is `xiamen`; names of places nearby and words of trades that general tables
/// read wrong have their own list. Letters and digits stand for themselves, in lower case and half width; `ü` is written `v`.
///
/// ```swift
/// let name = Pinyin("沧州银行ＡＩ实验室")
/// name.full      // "cangzhouyinhangaishiyanshi"
/// name.initials  // "czyhaisys"
/// ```
public struct Pinyin: Sendable, Hashable {
  let units: [UInt16]
  var sounds: [Sound]

  /// Reads a name.
  public init(_ name: String) {
    let units = Folding.units(of: name)
    self.units = units
    sounds = [Sound](unsafeUninitializedCapacity: units.count) { buffer, count in
      if let base = buffer.baseAddress { units.withUnsafeBufferPointer { PhraseIndex.shared.read($0, into: base) } }
      count = units.count
    }
  }

  /// Everything in one piece: `cangzhoushi`. Signs and blanks are left out.
  public var full: String { joined(separator: nil, kept: .max) }

  /// With a blank between syllables: `cang zhou shi`. A run of letters and digits is one word.
  public var spaced: String { joined(separator: 0x20, kept: .max) }

  /// The first letter of each syllable: `czs`. Letters and digits of the name itself are all kept.
  public var initials: String { joined(separator: nil, kept: 0xFF) }

  /// The other ways in which the name may be read: a surname, or the first character of a place, can have two readings.
  public var others: [Pinyin] {
    guard let unit = units.first, let sound = sounds.first else { return [] }
    return OtherReadings.shared.readings(of: unit, besides: sound).map { other in
      var copy = self
      copy.sounds[0] = other
      return copy
    }
  }

  /// Bytes that compare as a Chinese index sorts: character by character, by syllable, then tone, then character, with letters and digits
  /// before all Han characters. Since whole syllables are compared, 西安 (xi an) stands before 先 (xian).
  ///
  /// They can be kept as a `BLOB`, whose comparison is the same.
  public var sortKey: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: units.count * 4) { key, count in
      func put(_ byte: UInt32) {
        key.initializeElement(at: count, to: UInt8(truncatingIfNeeded: byte))
        count += 1
      }
      for place in units.indices {
        let unit = UInt32(units[place])
        let sound = UInt32(sounds[place])
        if sound != 0 {
          // A set bit, eleven bits of sound, sixteen of the character.
          let bits = 0x8000_0000 | sound << 20 | unit << 4
          put(bits >> 24)
          put(bits >> 16)
          put(bits >> 8)
          put(bits)
        } else if unit < 0x7F {
          put(unit)
        } else {
          put(0x7F)
          put(unit >> 8)
          put(unit)
        }
      }
    }
  }

  /// - Parameter kept: which of the letters of a packed spelling are wanted.
  private func joined(separator: UInt8?, kept: UInt64) -> String {
    let spellings = Spellings.shared.packed
    // Six letters and a separator at most.
    return String(unsafeUninitializedCapacity: units.count * 7) { bytes in
      var count = 0
      var inWord = false
      for place in units.indices {
        let unit = units[place]
        let sound = sounds[place]
        let isWord = sound == 0 && (0x30...0x39 ~= unit || 0x61...0x7A ~= unit)
        guard sound != 0 || isWord else {
          inWord = false
          continue
        }
        if let separator, count > 0, !(isWord && inWord) {
          bytes.initializeElement(at: count, to: separator)
          count += 1
        }
        var letters = isWord ? UInt64(unit) : spellings[Int(sound)] & kept
        while letters != 0 {
          bytes.initializeElement(at: count, to: UInt8(truncatingIfNeeded: letters))
          count += 1
          letters >>= 8
        }
        inWord = isWord
      }
      return count
    }
  }
}
