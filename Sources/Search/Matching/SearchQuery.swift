/// What somebody looks for: words divided by blanks, each of which must match.
///
/// A word is Chinese, pinyin, initials, part of a code, or a mixture: `激光`, `jiguang`, `jg`, `ＪＧ`, `激g` and `cz-2024` are all lawful. A word may match
/// in any text of a row, different words in different texts; a match never crosses from one text into another.
public struct SearchQuery: Sendable, Hashable {
  /// The words, folded.
  let words: [WordPattern]

  /// Reads what was typed. Words longer than 63 characters are cut there.
  public init(_ text: String) {
    words = Folding.units(of: text).split(separator: 0x20).map { WordPattern($0) }
  }

  /// Whether nothing is asked, so that every row matches.
  public var isEmpty: Bool { words.isEmpty }

  /// Whether every row that matches this query must match an earlier one, as when letters were added at the end or a word was added.
  public func refines(_ earlier: SearchQuery) -> Bool {
    earlier.words.allSatisfy { word in words.contains { $0.units.starts(with: word.units) } }
  }

  /// Whether a single text matches, by any of its readings: for lists too short for an arena.
  public func matches(_ text: String) -> Bool {
    if isEmpty { return true }
    let name = Pinyin(text)
    let readings = [name] + name.others
    return words.allSatisfy { word in readings.contains { word.firstMatch($0.units, $0.sounds) != nil } }
  }
}
