/// How a character is spoken: one plus five times the number of its syllable in ``Spellings/syllables``, plus its tone less one (the
/// neutral tone counts as the fifth). Zero is silence: a letter, a digit, a sign, a character that no table knows.
///
/// Sounds compare as dictionaries sort: by syllable, then by tone.
typealias Sound = UInt16

/// The sound of single characters.
enum SoundTable {
  /// The block of unified Han characters that the table covers.
  static let covered: ClosedRange<UInt16> = 0x4E00...0x9FA5

  /// How a character is spoken where no phrase says otherwise.
  static func sound(of unit: UInt16) -> Sound {
    guard covered.contains(unit) else { return unit == 0x3007 ? zero : 0 }
    let place = Int(unit - covered.lowerBound)
    // 64 characters of two letters and a line break make one line.
    return decoded(characters.utf8Start + (place >> 6) * 129 + (place & 63) * 2)
  }

  /// The sound that two letters of a table stand for.
  static func decoded(_ letters: UnsafePointer<UInt8>) -> Sound {
    (Sound(letters[0]) - 35) * 57 + Sound(letters[1]) - 35
  }

  /// 〇 stands outside of the block and is as common as 零 in dates and numbers.
  private static let zero = sound(of: 0x96F6)
}
