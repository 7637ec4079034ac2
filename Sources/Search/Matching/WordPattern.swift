/// One word of a query as an automaton over texts.
///
/// Every unit of the word stands for itself. Letters may also be spent on a Han character: on its whole syllable, on its initial (`z` or `zh`),
/// and, at the end of the word, on any beginning of its syllable. So `激光`, `jiguang`, `jg`, `jiguan`, `jguang` and `激g` all find 激光, while
/// `angu` does not find 昌固 (changgu): a syllable is entered at its beginning.
///
/// If a word matches a text, so does each beginning of the word; refining a search rests on it.
struct WordPattern: Sendable, Hashable {
  /// The longest word; what is longer is cut, so a state of the automaton is one machine word.
  static let limit = 63

  let units: [UInt16]

  init(_ units: some Sequence<UInt16>) {
    self.units = Array(units.prefix(WordPattern.limit))
  }

  /// The states (places in the word, a bit each) that follow when a character is read in one state.
  ///
  /// - Returns: a mask that holds the bit after the last place if the word is complete.
  @inline(__always)
  static func step(
    _ word: UnsafeBufferPointer<UInt16>, at place: Int, unit: UInt16, spelling: UInt64
  ) -> UInt64 {
    var next: UInt64 = word[place] == unit ? 1 << UInt64(place + 1) : 0
    guard spelling != 0 else { return next }
    var rest = spelling
    var end = place
    while end < word.count, rest != 0, same(word[end], UInt16(rest & 0xFF)) {
      end += 1
      rest >>= 8
    }
    guard end > place else { return next }
    // The initial alone, the whole syllable, or as far as the word goes.
    next |= 1 << UInt64(place + 1)
    if rest == 0 || end == word.count { next |= 1 << UInt64(end) }
    if end >= place + 2, word[place + 1] == 0x68 { next |= 1 << UInt64(place + 2) }
    return next
  }

  /// Input methods write ü as v, people often as u.
  @inline(__always)
  private static func same(_ typed: UInt16, _ letter: UInt16) -> Bool {
    typed == letter || (letter == 0x76 && typed == 0x75)
  }

  /// Whether any of the texts of a row matches; a zero ends a text, and no match crosses it.
  @inline(__always)
  static func matches(_ word: UnsafeBufferPointer<UInt16>, _ texts: UnsafeBufferPointer<Cell>, _ tables: MatchTables) -> Bool {
    let first = word[0]
    let complete: UInt64 = 1 << UInt64(word.count)
    var active: UInt64 = 0
    for cell in texts {
      let unit = cell.unit
      let sound = Int(cell.sound)
      if active == 0, unit != first, UInt16(tables.initials[sound]) != first { continue }
      // The zero after a text equals no letter and has no sound, so every match that is under way ends there by itself.
      var states = active | 1
      active = 0
      repeat {
        active |= step(word, at: states.trailingZeroBitCount, unit: unit, spelling: tables.spellings[sound])
        states &= states - 1
      } while states != 0
      if active & complete != 0 { return true }
    }
    return false
  }
}

/// The tables of ``Spellings``, held open while many rows are read.
struct MatchTables {
  let spellings: UnsafePointer<UInt64>
  let initials: UnsafePointer<UInt8>

  static func open(_ body: (MatchTables) -> Void) {
    let shared = Spellings.shared
    shared.packed.withUnsafeBufferPointer { packed in
      shared.initials.withUnsafeBufferPointer { initials in
        guard let packed = packed.baseAddress, let initials = initials.baseAddress else { return }
        body(MatchTables(spellings: packed, initials: initials))
      }
    }
  }
}
