/// How well a few typed letters fit a short text, and which characters they fit: for the `:` palette and other short lists.
///
/// The letters must appear in order, with anything between them. A letter stands for itself or for the beginning of a Han character's
/// syllable, so `dc`, `daochu`, `导出` and `export` find the action 导出 Export. Letters in a row, beginnings of words and a match near the start
/// count for more. For large lists see ``SearchSession``, which wants letters in a row and costs less.
public struct FuzzyMatch: Sendable, Hashable {
  /// Greater is better; only scores of the same query compare.
  public let score: Int
  /// The characters (grapheme clusters) that were matched, ascending, as offsets in the text.
  public let characters: [Int]

  /// Matches a query with a text.
  ///
  /// - Returns: `nil` if some letter finds no place; for an empty query a match of score 0 without characters.
  public init?(_ query: String, in text: String) {
    let word = Folding.units(of: query).filter { $0 != 0x20 }.prefix(WordPattern.limit)
    guard !word.isEmpty else {
      (score, characters) = (0, [])
      return
    }
    let subject = FuzzySubject(text)
    guard let best = subject.best(for: Array(word)) else { return nil }
    (score, characters) = best
  }

  /// The texts that match, the best first; texts that match equally well stay in the order given.
  ///
  /// ```swift
  /// FuzzyMatch.ranked("dc", ["导入", "导出", "帮助"]).map(\.index)  // [1]
  /// ```
  public static func ranked(_ query: String, _ texts: [String]) -> [(index: Int, match: FuzzyMatch)] {
    texts.enumerated()
      .compactMap { index, text in FuzzyMatch(query, in: text).map { (index: index, match: $0) } }
      .sorted { ($1.match.score, $0.index) < ($0.match.score, $1.index) }
  }
}

/// A text made ready to be matched letter by letter.
private struct FuzzySubject {
  private var units: [UInt16] = []
  private var spellings: [UInt64] = []
  private var offsets: [Int] = []
  /// Han characters, and letters after a sign, a blank or a Han character.
  private var isBeginning: [Bool] = []

  init(_ text: String) {
    for (offset, character) in text.enumerated() {
      Folding.append(String(character), to: &units)
      offsets += [Int](repeating: offset, count: units.count - offsets.count)
    }
    let sounds = units.withUnsafeBufferPointer { units in
      [Sound](unsafeUninitializedCapacity: units.count) { buffer, count in
        if let base = buffer.baseAddress { PhraseIndex.shared.read(units, into: base) }
        count = units.count
      }
    }
    let packed = Spellings.shared.packed
    spellings = sounds.map { packed[Int($0)] }
    var afterWord = false
    for (unit, sound) in zip(units, sounds) {
      let isWord = sound == 0 && (0x30...0x39 ~= unit || 0x61...0x7A ~= unit)
      isBeginning.append(!(isWord && afterWord))
      afterWord = isWord
    }
  }

  private struct Cell {
    var score: Int
    /// How many letters had been spent before this character.
    var spentBefore: Int
    /// The character matched before this one, or -1.
    var previous: Int
  }

  /// The best of all ways to spend the whole word.
  func best(for word: [UInt16]) -> (score: Int, characters: [Int])? {
    guard !units.isEmpty else { return nil }
    // cells[spent][place]: the best way in which the first `spent` letters are spent, the last of them on the character at `place`.
    var cells = [[Cell?]](repeating: [Cell?](repeating: nil, count: units.count), count: word.count + 1)
    word.withUnsafeBufferPointer { word in
      for before in 0..<word.count {
        // The best way to have spent `before` letters anywhere to the left, kept while going right.
        var reachable: (score: Int, place: Int)? = before == 0 ? (0, -1) : nil
        for place in units.indices {
          if before > 0, place > 0, let cell = cells[before][place - 1], cell.score >= reachable?.score ?? .min {
            reachable = (cell.score, place - 1)
          }
          guard let reachable else { continue }
          var ends = WordPattern.step(word, at: before, unit: units[place], spelling: spellings[place])
          guard ends != 0 else { continue }
          var from = reachable
          var gain = isBeginning[place] ? 8 : 2
          if place == 0 { gain += 6 }
          if before > 0, let neighbour = cells[before][place - 1], neighbour.score + 10 >= reachable.score {
            from = (neighbour.score, place - 1)
            gain += 10
          }
          while ends != 0 {
            let spent = ends.trailingZeroBitCount
            ends &= ends - 1
            // Every letter of a spelled-out syllable is worth a little, so that 导 by `dao` is better than by `d`, `a…`, `o…`.
            let score = from.score + gain + (spent - before - 1) * 9
            if score > cells[spent][place]?.score ?? .min {
              cells[spent][place] = Cell(score: score, spentBefore: before, previous: from.place)
            }
          }
        }
      }
    }
    return trace(cells, from: word.count)
  }

  private func trace(_ cells: [[Cell?]], from letters: Int) -> (score: Int, characters: [Int])? {
    var top: (score: Int, place: Int)?
    for (place, cell) in cells[letters].enumerated() {
      if let cell, cell.score > top?.score ?? .min { top = (cell.score, place) }
    }
    guard let top else { return nil }
    var characters: [Int] = []
    var (spent, place) = (letters, top.place)
    while place >= 0, let cell = cells[spent][place] {
      if characters.last != offsets[place] { characters.append(offsets[place]) }
      (spent, place) = (cell.spentBefore, cell.previous)
    }
    // Of equally good matches the one in the shorter text is meant.
    return (top.score * 64 - min(units.count, 63), characters.reversed())
  }
}
