/// What can be told of a text without reading it: which characters, syllables and letters stand in it, and which follow each other.
///
/// Every feature has a number; ``Signatures`` decides which of them share a column. Whatever a query may be spent on, letter by letter, syllable by
/// syllable, leaves features that a row must have, and the ones that follow each other tell most: hardly a row that lacks the word itself has its
/// syllables side by side.
enum Features {
  /// Letters are 0 to 25, digits 26 to 35, all else 36. `v` counts as `u`: people write ü either way.
  static let classes = 37
  static let otherClass = 36
  /// Room for the syllables: a constant, which the hot loops below need not look up. A test holds it against their number.
  static let syllables = 512
  private static let spread = 2_048

  private static let firstSyllable = classes
  private static let firstPair = firstSyllable + syllables
  private static let firstDigits = firstPair + classes * classes
  private static let firstCharacter = firstDigits + 1_000
  private static let firstGoingOn = firstCharacter + spread
  /// Those of three digits.
  static let digits = firstDigits..<firstCharacter
  /// How many features there are.
  static let count = firstGoingOn + spread * 2

  /// The class of each sound's first letter; of silence, ``otherClass``.
  static let initials: [UInt8] = Spellings.shared.initials.map { $0 == 0 ? UInt8(otherClass) : UInt8(letter(UInt16($0))) }

  /// The class of a unit.
  @inline(__always)
  static func letter(_ unit: UInt16) -> Int {
    switch unit {
    case 0x76: 0x75 - 0x61
    case 0x61...0x7A: Int(unit) - 0x61
    case 0x30...0x39: Int(unit) - 0x30 + 26
    default: otherClass
    }
  }

  /// The syllable of a sound, whatever its tone; sounds begin at 1.
  @inline(__always)
  static func syllable(of sound: Sound) -> Int { (Int(sound) - 1) / 5 }

  /// A letter or digit that is written, or the first letter of a syllable.
  @inline(__always)
  static func of(letter: Int) -> Int { letter }

  /// A syllable.
  @inline(__always)
  static func of(syllable: Int) -> Int { firstSyllable + syllable }

  /// The first letters of two characters side by side.
  @inline(__always)
  static func of(letters first: Int, _ second: Int) -> Int { firstPair + first * classes + second }

  /// Three digits side by side, as in codes and years.
  @inline(__always)
  static func of(digits first: UInt16, _ second: UInt16, _ third: UInt16) -> Int? {
    guard 0x30...0x39 ~= first, 0x30...0x39 ~= second, 0x30...0x39 ~= third else { return nil }
    return firstDigits + Int(first - 0x30) * 100 + Int(second - 0x30) * 10 + Int(third - 0x30)
  }

  /// A character beyond ASCII. Some share a feature.
  @inline(__always)
  static func of(character unit: UInt16) -> Int { firstCharacter + hash(UInt32(unit)) }

  /// A syllable and the first letter of the character after it. Many share a feature.
  @inline(__always)
  static func of(syllable: Int, before letter: Int) -> Int {
    firstGoingOn + hash(UInt32(syllable) << 6 | UInt32(letter)) * 2 + (letter & 1)
  }

  /// Less than `spread`.
  @inline(__always)
  private static func hash(_ number: UInt32) -> Int { Int((number &* 0x9E37_79B1) >> 21) }

  /// Calls for every feature of a row's texts, often more than once. A zero ends a text.
  @inline(__always)
  static func visit(
    _ cells: UnsafeBufferPointer<Cell>, _ range: Range<Int>, _ initials: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void
  ) {
    // Of the character before: the class of its first letter, and its syllable if it has one.
    var (before, syllableBefore) = (-1, -1)
    for place in range {
      let (unit, sound) = (cells[place].unit, cells[place].sound)
      if unit == 0 {
        (before, syllableBefore) = (-1, -1)
        continue
      }
      let letter: Int
      if sound != 0 {
        letter = Int(initials[Int(sound)])
        body(of(syllable: syllable(of: sound)))
      } else {
        letter = self.letter(unit)
        if place - range.lowerBound >= 2, let digits = of(digits: cells[place - 2].unit, cells[place - 1].unit, unit) { body(digits) }
      }
      if unit >= 0x80 { body(of(character: unit)) }
      body(of(letter: letter))
      if before >= 0 { body(of(letters: before, letter)) }
      if syllableBefore >= 0 { body(of(syllable: syllableBefore, before: letter)) }
      (before, syllableBefore) = (letter, sound != 0 ? syllable(of: sound) : -1)
    }
  }
}
