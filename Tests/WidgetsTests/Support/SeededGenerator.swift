import RandomForTests

typealias SeededGenerator = SeededRandom

extension SeededRandom {
  init(seed: UInt64) { self.init(seed) }

  /// A text of characters that are hard on a layout.
  mutating func text(upTo length: Int) -> String {
    let pool: [String] = [
      "a", "Z", "0", " ", "中", "文", "，", "。", "（", "”", "…", "—", "é", "e\u{301}", "क\u{93F}", "👨‍👩‍👧", "🇨🇳", "한", "\u{1100}\u{1161}", "\u{7}",
      "\u{1B}", "\u{202E}", "\u{200D}", "a\u{300}\u{301}\u{302}\u{303}\u{304}", "\u{E000}", "½", "８",
    ]
    return (0..<Int.random(in: 0...length, using: &self)).compactMap { _ in pool.randomElement(using: &self) }.joined()
  }
}
