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
  public var full: String { joined(separator: nil) { $0 } }

  /// With a blank between syllables: `cang zhou shi`. A run of letters and digits is one word.
  public var spaced: String { joined(separator: 0x20) { $0 } }

  /// The first letter of each syllable: `czs`. Letters and digits of the name itself are all kept.
  public var initials: String { joined(separator: nil) { $0.prefix(1) } }

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
    var key: [UInt8] = []
    key.reserveCapacity(units.count * 4)
    for (unit, sound) in zip(units, sounds) {
      if sound != 0 {
        // A set bit, eleven bits of sound, sixteen of the character.
        let bits = 0x8000_0000 | UInt32(sound) << 20 | UInt32(unit) << 4
        key += [UInt8(bits >> 24), UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
      } else if unit < 0x7F {
        key.append(UInt8(unit))
      } else {
        key += [0x7F, UInt8(unit >> 8), UInt8(unit & 0xFF)]
      }
    }
    return key
  }

  private func joined(separator: UInt8?, _ part: (ArraySlice<UInt8>) -> ArraySlice<UInt8>) -> String {
    let spellings = Spellings.shared
    var bytes: [UInt8] = []
    var inWord = false
    for (unit, sound) in zip(units, sounds) {
      let isWord = sound == 0 && (0x30...0x39 ~= unit || 0x61...0x7A ~= unit)
      guard sound != 0 || isWord else {
        inWord = false
        continue
      }
      if let separator, !bytes.isEmpty, !(isWord && inWord) { bytes.append(separator) }
      if isWord { bytes.append(UInt8(unit)) } else { bytes += part(spellings.letters(of: sound)[...]) }
      inWord = isWord
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
