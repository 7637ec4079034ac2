import RandomForTests

/// Changes seeds as a fuzzer would, the same way in every run.
struct Mutator {
  private var random: SeededRandom
  private let seeds: [[UInt8]]

  /// Pieces that mean something to somebody.
  private static let tokens: [[UInt8]] =
    [
      "\"", "\"\"", ",", ";", "；", "\t", "\r\n", "\n", "'", "=", "[", "]", "{", "}", ":", "\\u", "\\ud800", "\\udc00", "null", "-", "0",
      "9", "1e9",
      "８．５", "85%", "\u{1B}[", "\u{1B}O", "\u{1B}]52;c;", "\u{1B}P", "\u{1B}\\", "\u{7}", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[<0;3;2M",
      "\u{1B}[1;2R", "\u{9B}2J", "\u{202E}", "\u{200D}", "\u{301}", "👨‍👩‍👧", "🇨🇳", "한", "中", "（", "“", "…", "2026-02-29", "ssh-ed25519 ",
      "code", "\u{FEFF}", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}",
    ].map { Array($0.utf8) } + [
      [0xFF, 0xFE], [0xFE, 0xFF], [0xB0, 0xA1], [0x81, 0x30, 0x81, 0x30], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE4, 0xB8],
    ]

  init(_ seeds: [[UInt8]], seed: UInt64) {
    self.seeds = seeds.isEmpty ? [[]] : seeds
    random = SeededRandom(seed)
  }

  /// The next input: a seed that was changed in some places.
  mutating func next() -> [UInt8] {
    var input = seeds[Int.random(in: 0..<seeds.count, using: &random)]
    for _ in 0...Int.random(in: 0...4, using: &random) { change(&input) }
    return Array(input.prefix(4_096))
  }

  private mutating func change(_ input: inout [UInt8]) {
    let place = Int.random(in: 0...input.count, using: &random)
    let end = min(input.count, place + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0...6, using: &random) {
    case 0 where place < input.count: input[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1 where place < input.count: input[place] = UInt8.random(in: 0...255, using: &random)
    case 2: input.removeSubrange(place..<end)
    case 3: input.insert(contentsOf: input[place..<end], at: place)
    case 4:
      let other = seeds[Int.random(in: 0..<seeds.count, using: &random)]
      input.replaceSubrange(place..., with: other.dropFirst(Int.random(in: 0...other.count, using: &random)))
    default: input.insert(contentsOf: Mutator.tokens[Int.random(in: 0..<Mutator.tokens.count, using: &random)], at: place)
    }
  }
}
