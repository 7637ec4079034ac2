/// How sounds are spelled in letters.
///
/// Built once, in some microseconds, from the list of syllables.
struct Spellings: Sendable {
  /// The spelling of each sound, its first letter in the lowest byte; no syllable is longer than six letters. Silence is spelled 0.
  let packed: [UInt64]
  /// The first letter of each sound; of silence, 0.
  let initials: [UInt8]

  static let shared = Spellings()

  private init() {
    var packed: [UInt64] = [0]
    var word: UInt64 = 0
    var shift: UInt64 = 0
    let text = UnsafeBufferPointer(start: Spellings.syllables.utf8Start, count: Spellings.syllables.utf8CodeUnitCount)
    func close() {
      if word != 0 { packed.append(contentsOf: repeatElement(word, count: 5)) }
      (word, shift) = (0, 0)
    }
    for byte in text {
      if byte <= 0x20 {
        close()
      } else {
        word |= UInt64(byte) << shift
        shift += 8
      }
    }
    close()
    self.packed = packed
    initials = packed.map { UInt8(truncatingIfNeeded: $0) }
  }

  /// The letters of a sound.
  func letters(of sound: Sound) -> [UInt8] {
    var letters: [UInt8] = []
    var word = packed[Int(sound)]
    while word != 0 {
      letters.append(UInt8(truncatingIfNeeded: word))
      word >>= 8
    }
    return letters
  }

  /// The sound of a syllable written with its tone, as `bo2`; silence if there is none such.
  func sound(written text: some Sequence<UInt8>) -> Sound {
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for byte in text {
      if (0x31...0x35).contains(byte) {
        guard let first = packed.firstIndex(of: word) else { return 0 }
        return Sound(first) + Sound(byte - 0x31)
      }
      word |= UInt64(byte) << shift
      shift += 8
    }
    return 0
  }
}
