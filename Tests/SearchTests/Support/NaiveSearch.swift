@testable import Search

/// The rule of matching written the slow and obvious way, to hold the automaton against.
enum NaiveSearch {
  static func matches(_ query: String, texts: [String]) -> Bool {
    Folding.units(of: query).split(separator: 0x20).allSatisfy { word in texts.contains { matches(Array(word), $0) } }
  }

  private static func matches(_ word: [UInt16], _ text: String) -> Bool {
    let name = Pinyin(text)
    return ([name] + name.others).contains { reading in
      reading.units.indices.contains { begins(word[...], reading, at: $0) }
    }
  }

  private static func begins(_ word: ArraySlice<UInt16>, _ text: Pinyin, at place: Int) -> Bool {
    guard let first = word.first else { return true }
    guard place < text.units.count else { return false }
    if text.units[place] == first, begins(word.dropFirst(), text, at: place + 1) { return true }
    let letters = Spellings.shared.letters(of: text.sounds[place]).map(UInt16.init)
    for length in stride(from: letters.count, to: 0, by: -1) {
      let part = zip(word, letters.prefix(length)).allSatisfy { $0 == $1 || ($0 == 0x75 && $1 == 0x76) }
      guard part, word.count >= length else { continue }
      let isWhole = length == letters.count
      let isInitial = length == 1 || (length == 2 && letters[1] == 0x68)
      if isWhole || isInitial || length == word.count, begins(word.dropFirst(length), text, at: place + 1) { return true }
    }
    return false
  }
}
