/// The phrases that are read otherwise than their characters alone: 银行 is yin hang, though 行 is xing.
///
/// Built once, in some tens of microseconds.
struct PhraseIndex: Sendable {
  private struct Phrase {
    var offset: Int32
    var length: Int32
    var next: Int32
  }

  private var units: [UInt16] = []
  private var sounds: [Sound] = []
  private var phrases: [Phrase] = []
  /// The newest phrase of each chain, by a hash of its first two characters.
  private var heads = [Int32](repeating: -1, count: 4_096)
  /// One bit a character of the block: whether any phrase begins with it. Most do not, so most characters cost one look.
  private var beginnings = [UInt64](repeating: 0, count: 0x5200 / 64)

  static let shared = PhraseIndex()

  private init() {
    let text = UnsafeBufferPointer(start: PhraseIndex.table.utf8Start, count: PhraseIndex.table.utf8CodeUnitCount)
    var place = 0
    while place < text.count {
      let start = units.count
      while place + 2 < text.count, text[place] >= 0xE0 {
        units.append(UInt16(text[place] & 0xF) << 12 | UInt16(text[place + 1] & 0x3F) << 6 | UInt16(text[place + 2] & 0x3F))
        place += 3
      }
      guard let base = text.baseAddress, units.count > start else {
        place += 1  // a line break
        continue
      }
      for _ in start..<units.count {
        sounds.append(SoundTable.decoded(base + place))
        place += 2
      }
      link(from: start)
    }
    // Later phrases win over earlier ones of the same length.
    for line in ReadingList(PhraseIndex.local) where line.units.count == line.sounds.count && line.units.count > 1 {
      let start = units.count
      units += line.units
      sounds += line.sounds
      link(from: start)
    }
  }

  private mutating func link(from start: Int) {
    let slot = PhraseIndex.slot(units[start], units[start + 1])
    phrases.append(Phrase(offset: Int32(start), length: Int32(units.count - start), next: heads[slot]))
    heads[slot] = Int32(phrases.count - 1)
    let place = Int(units[start] - SoundTable.covered.lowerBound)
    beginnings[place >> 6] |= 1 << UInt64(place & 63)
  }

  private static func slot(_ first: UInt16, _ second: UInt16) -> Int {
    Int(((UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1) >> 20)
  }

  /// Writes the sounds of a text beneath it: the longest phrase first, then the characters alone.
  ///
  /// - Parameter result: has room for as many sounds as the text has units.
  func read(_ text: UnsafeBufferPointer<UInt16>, into result: UnsafeMutablePointer<Sound>) {
    var place = 0
    while place < text.count {
      let unit = text[place]
      guard SoundTable.covered.contains(unit) else {
        result[place] = unit == 0x3007 ? SoundTable.sound(of: unit) : 0
        place += 1
        continue
      }
      let offset = Int(unit - SoundTable.covered.lowerBound)
      if beginnings[offset >> 6] >> UInt64(offset & 63) & 1 == 1, let phrase = longest(at: place, in: text) {
        for step in 0..<Int(phrase.length) { result[place + step] = sounds[Int(phrase.offset) + step] }
        place += Int(phrase.length)
      } else {
        result[place] = SoundTable.sound(of: unit)
        place += 1
      }
    }
  }

  private func longest(at place: Int, in text: UnsafeBufferPointer<UInt16>) -> Phrase? {
    guard place + 1 < text.count else { return nil }
    var best: Phrase?
    var next = heads[PhraseIndex.slot(text[place], text[place + 1])]
    while next >= 0 {
      let phrase = phrases[Int(next)]
      let length = Int(phrase.length)
      if place + length <= text.count, phrase.length > best?.length ?? 0,
        (0..<length).allSatisfy({ units[Int(phrase.offset) + $0] == text[place + $0] })
      {
        best = phrase
      }
      next = phrase.next
    }
    return best
  }
}
