/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// A text of characters that are hard on a layout.
  mutating func text(upTo length: Int) -> String {
    let pool: [String] = [
      "a", "Z", "0", " ", "中", "文", "，", "。", "（", "”", "…", "—", "é", "e\u{301}", "क\u{93F}", "👨‍👩‍👧", "🇨🇳", "한", "\u{1100}\u{1161}", "\u{7}",
      "\u{1B}", "\u{202E}", "\u{200D}", "a\u{300}\u{301}\u{302}\u{303}\u{304}", "\u{E000}", "½", "８",
    ]
    return (0..<Int.random(in: 0...length, using: &self)).compactMap { _ in pool.randomElement(using: &self) }.joined()
  }
}
