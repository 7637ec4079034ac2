/// The columns of ``Signatures`` that texts and queries touch.
struct SpelledFeatures: Sendable {
  /// What a sound touches, laid out so that the most frequent path has no branch.
  fileprivate struct Inner {
    /// The column of the first letter and those of the first three pairs of letters; a shorter syllable repeats some.
    var columns: (UInt16, UInt16, UInt16, UInt16) = (0, 0, 0, 0)
    /// The columns of the fourth and the fifth pair, or `none`.
    var more: (UInt16, UInt16) = (none, none)
    /// The class of the first letter, and the rows of ``pairs`` for the letters that may stand before the next character: the first, the last, and the h of
    /// zh, ch, sh (else the first again).
    var first: UInt16 = 0
    var before: (UInt16, UInt16, UInt16) = (0, 0, 0)
  }

  private let inner: [Inner]
  /// The column of each pair of classes; the last row stands for the beginning of a text.
  private let pairs: [UInt16]

  fileprivate static let classes = 37
  fileprivate static let beginning = UInt16(classes * classes)
  fileprivate static let none = UInt16.max

  static let shared = SpelledFeatures()

  private init() {
    let classes = SpelledFeatures.classes
    var pairs = (0..<classes * classes).map {
      UInt16(Signatures.letterColumns) + UInt16(((UInt32($0) &* 0x9E37_79B1) >> 12) % UInt32(Signatures.pairColumns))
    }
    // Nothing stands before the first character: what is touched then is touched anyway, or says nothing.
    pairs += (0..<classes).map { UInt16(SpelledFeatures.column(letter: UInt8($0)) ?? Int(pairs[classes * classes - 1])) }
    let spellings = Spellings.shared
    inner = spellings.packed.indices.map { sound in
      let letters = spellings.letters(of: Sound(sound)).map { SpelledFeatures.letter(UInt16($0)) }
      guard let first = letters.first, let last = letters.last else { return Inner() }
      let row = { (letter: UInt8) in UInt16(letter) * UInt16(classes) }
      let columns = zip(letters, letters.dropFirst()).map { pairs[Int(row($0)) + Int($1)] }
      let column = { (place: Int) in place < columns.count ? columns[place] : columns.last ?? UInt16(first) }
      var result = Inner()
      result.columns = (UInt16(first), column(0), column(1), columns.count > 2 ? columns[2] : UInt16(first))
      if columns.count > 3 { result.more = (columns[3], column(4)) }
      result.first = UInt16(first)
      result.before = (row(first), row(last), letters.count > 1 && letters[1] == 7 ? row(7) : row(first))
      return result
    }
    self.pairs = pairs
  }

  /// Calls with the tables held open.
  func withReader(_ body: (FeatureReader) -> Void) {
    inner.withUnsafeBufferPointer { inner in
      pairs.withUnsafeBufferPointer { pairs in body(FeatureReader(inner: inner, pairs: pairs)) }
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
    let size = UInt32(Signatures.hanColumns)
    // Sixteen bits of the hash, stretched over the columns: cheaper than a remainder.
    return (base + Int(((hash >> 16) * size) >> 16), base + Int(((hash & 0xFFFF) * size) >> 16))
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
  fileprivate let inner: UnsafeBufferPointer<SpelledFeatures.Inner>
  fileprivate let pairs: UnsafeBufferPointer<UInt16>

  /// Calls for every column that a row has, often more than once.
  @inline(__always)
  func visit(_ cells: UnsafeBufferPointer<Cell>, _ range: Range<Int>, _ body: (Int) -> Void) {
    let beginning = (SpelledFeatures.beginning, SpelledFeatures.beginning, SpelledFeatures.beginning)
    var before = beginning
    for place in range {
      let unit = cells[place].unit
      let sound = Int(cells[place].sound)
      if SpelledFeatures.isHan(unit) {
        let both = SpelledFeatures.columns(han: unit)
        body(both.0)
        body(both.1)
      }
      if sound != 0 {
        let spelled = inner[sound]
        body(Int(spelled.columns.0))
        body(Int(spelled.columns.1))
        body(Int(spelled.columns.2))
        body(Int(spelled.columns.3))
        if spelled.more.0 != SpelledFeatures.none {
          body(Int(spelled.more.0))
          body(Int(spelled.more.1))
        }
        visitPairs(before, spelled.first, body)
        before = spelled.before
      } else if unit == 0 {
        before = beginning
      } else {
        let letter = SpelledFeatures.letter(unit)
        if let column = SpelledFeatures.column(letter: letter) { body(column) }
        if place - range.lowerBound >= 2,
          let column = SpelledFeatures.column(digits: cells[place - 2].unit, cells[place - 1].unit, unit)
        {
          body(column)
        }
        visitPairs(before, UInt16(letter), body)
        let row = UInt16(letter) * UInt16(SpelledFeatures.classes)
        before = (row, row, row)
      }
    }
  }

  @inline(__always)
  private func visitPairs(_ before: (UInt16, UInt16, UInt16), _ letter: UInt16, _ body: (Int) -> Void) {
    body(Int(pairs[Int(before.0 + letter)]))
    body(Int(pairs[Int(before.1 + letter)]))
    body(Int(pairs[Int(before.2 + letter)]))
  }
}
