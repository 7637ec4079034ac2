/// The columns of ``Signatures`` that texts and queries touch.
struct SpelledFeatures: Sendable {
  fileprivate struct Edges {
    /// The classes of the first and the last letter of a sound.
    var first: UInt8 = 0
    var last: UInt8 = 0
    /// Whether it begins with zh, ch or sh, whose h may stand before the next initial.
    var isRetroflex = false
  }

  /// The columns within the spelling of a sound, six a sound, `none` after the last.
  private let inner: [UInt16]
  private let edges: [Edges]
  private let pairs: [UInt16]

  fileprivate static let classes = 37
  fileprivate static let none = UInt16.max

  static let shared = SpelledFeatures()

  private init() {
    let classes = SpelledFeatures.classes
    let pairs = (0..<classes * classes).map {
      UInt16(Signatures.letterColumns) + UInt16(((UInt32($0) &* 0x9E37_79B1) >> 12) % UInt32(Signatures.pairColumns))
    }
    let spellings = Spellings.shared
    var inner: [UInt16] = []
    var edges: [Edges] = []
    for sound in spellings.packed.indices {
      let letters = spellings.letters(of: Sound(sound)).map { SpelledFeatures.letter(UInt16($0)) }
      let columns = zip(letters, letters.dropFirst()).map { pairs[Int($0) * classes + Int($1)] }
      inner += columns + [UInt16](repeating: SpelledFeatures.none, count: 6 - columns.count)
      edges.append(Edges(first: letters.first ?? 0, last: letters.last ?? 0, isRetroflex: letters.count > 1 && letters[1] == 7))
    }
    (self.inner, self.edges, self.pairs) = (inner, edges, pairs)
  }

  /// Calls with the tables held open.
  func withReader(_ body: (FeatureReader) -> Void) {
    inner.withUnsafeBufferPointer { inner in
      edges.withUnsafeBufferPointer { edges in
        pairs.withUnsafeBufferPointer { pairs in body(FeatureReader(inner: inner, edges: edges, pairs: pairs)) }
      }
    }
  }

  /// Letters are 0 to 25, digits 26 to 35, all else 36. `v` counts as `u`: people write ü either way.
  fileprivate static func letter(_ unit: UInt16) -> UInt8 {
    switch unit {
    case 0x76: 0x75 - 0x61
    case 0x61...0x7A: UInt8(unit - 0x61)
    case 0x30...0x39: UInt8(unit - 0x30) + 26
    default: 36
    }
  }

  /// Digits share six columns beside the 26 of the letters; other signs have none.
  fileprivate static func column(letter: UInt8) -> Int? {
    letter < 26 ? Int(letter) : letter < 36 ? 26 + Int(letter - 26) % 6 : nil
  }

  fileprivate static func isHan(_ unit: UInt16) -> Bool { unit >= 0x3400 || unit == 0x3007 }

  /// A Han character has two columns, so that two characters rarely share both.
  fileprivate static func columns(han unit: UInt16) -> (Int, Int) {
    let hash = UInt32(unit) &* 0x9E37_79B1
    let base = Signatures.letterColumns + Signatures.pairColumns
    return (base + Int((hash >> 20) % UInt32(Signatures.hanColumns)), base + Int((hash >> 6) % UInt32(Signatures.hanColumns)))
  }

  /// Three digits in a row, as in codes and years, share the columns of pairs: digits have no other reading that could be meant.
  fileprivate static func column(digits first: UInt16, _ second: UInt16, _ third: UInt16) -> Int? {
    guard 0x30...0x39 ~= first, 0x30...0x39 ~= second, 0x30...0x39 ~= third else { return nil }
    let number = UInt32(first) &* 100 &+ UInt32(second) &* 10 &+ UInt32(third)
    return Signatures.letterColumns + Int(((number &* 0x9E37_79B1) >> 12) % UInt32(Signatures.pairColumns))
  }

  /// The columns that a row must have to match every word of a query.
  func columns(of words: [WordPattern]) -> [Int] { words.flatMap { columns(of: $0.units) } }

  private func columns(of word: [UInt16]) -> [Int] {
    var columns: [Int] = []
    var before: UInt16?
    for (place, unit) in word.enumerated() {
      if place >= 2, let column = SpelledFeatures.column(digits: word[place - 2], word[place - 1], unit) { columns.append(column) }
      if SpelledFeatures.isHan(unit) {
        let both = SpelledFeatures.columns(han: unit)
        columns += [both.0, both.1]
        before = nil
        continue
      }
      let letter = SpelledFeatures.letter(unit)
      if let before {
        columns.append(Int(pairs[Int(SpelledFeatures.letter(before)) * SpelledFeatures.classes + Int(letter)]))
      } else if let column = SpelledFeatures.column(letter: letter) {
        columns.append(column)
      }
      before = unit
    }
    return columns
  }
}

/// The tables of ``SpelledFeatures``, held open while many rows are read.
struct FeatureReader {
  fileprivate let inner: UnsafeBufferPointer<UInt16>
  fileprivate let edges: UnsafeBufferPointer<SpelledFeatures.Edges>
  fileprivate let pairs: UnsafeBufferPointer<UInt16>

  /// Calls for every column that a row has, often more than once.
  @inline(__always)
  func visit(
    _ units: UnsafeBufferPointer<UInt16>, _ sounds: UnsafeBufferPointer<Sound>, _ range: Range<Int>, _ body: (Int) -> Void
  ) {
    // The letters that may stand before the next character, as rows of the table of pairs; negative where there is none.
    var (first, last, h) = (-1, -1, -1)
    for place in range {
      let unit = units[place]
      let sound = Int(sounds[place])
      if unit == 0 {
        (first, last, h) = (-1, -1, -1)
        continue
      }
      if SpelledFeatures.isHan(unit) {
        let both = SpelledFeatures.columns(han: unit)
        body(both.0)
        body(both.1)
      }
      var letter: Int
      if sound != 0 {
        for step in sound * 6..<sound * 6 + 6 {
          let column = inner[step]
          if column == SpelledFeatures.none { break }
          body(Int(column))
        }
        letter = Int(edges[sound].first)
        body(letter)
      } else {
        letter = Int(SpelledFeatures.letter(unit))
        if let column = SpelledFeatures.column(letter: UInt8(letter)) { body(column) }
        if place - range.lowerBound >= 2, let column = SpelledFeatures.column(digits: units[place - 2], units[place - 1], unit) {
          body(column)
        }
      }
      if first >= 0 { body(Int(pairs[first + letter])) }
      if last >= 0 { body(Int(pairs[last + letter])) }
      if h >= 0 { body(Int(pairs[h + letter])) }
      first = letter * SpelledFeatures.classes
      if sound != 0 {
        last = Int(edges[sound].last) * SpelledFeatures.classes
        h = edges[sound].isRetroflex ? 7 * SpelledFeatures.classes : -1
      } else {
        (last, h) = (-1, -1)
      }
    }
  }
}
