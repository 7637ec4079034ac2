/// In which ways one word of a query can be spent on a text, and what columns a row needs for each: ``WordPattern`` without reading the row.
///
/// A way goes over steps: from a place of the word to a later one, as a unit that stands for itself, the first letter of a syllable, a syllable, or at
/// the end of the word the beginning of one. A row is worth reading where all steps of one way have their columns.
struct SievePlan: Sendable {
  private struct Step: Sendable {
    var end: Int
    /// The syllable that is spelled whole; −1 for a step of another kind.
    var syllable = -1
    /// A row needs one of these; any row will do if there are none.
    var either: [Int] = []
    /// The columns of what stands side by side with whatever comes next.
    var goingOn: [Int] = []
  }

  /// The steps from each place of the word.
  private var steps: [[Step]]
  /// The columns that every way needs.
  private var needed: [Int] = []

  /// Whether it lets every row through.
  private(set) var isIdle = false

  init(_ word: [UInt16], _ signatures: Signatures) {
    steps = [[Step]](repeating: [], count: word.count)
    for start in word.indices.reversed() {
      if start + 2 < word.count, let digits = Features.of(digits: word[start], word[start + 1], word[start + 2]) {
        needed.append(signatures.column(of: digits))
      }
      for var step in SievePlan.steps(from: start, word, signatures) {
        // Before and after a step stands a first letter, unless the word names the character itself.
        if step.end < word.count, word[start] < 0x80, word[step.end] < 0x80 {
          let next = Features.letter(word[step.end])
          step.goingOn.append(signatures.column(of: Features.of(letters: Features.letter(word[start]), next)))
          if step.syllable >= 0 { step.goingOn.append(signatures.column(of: Features.of(syllable: step.syllable, before: next))) }
          step.goingOn.removeAll { $0 == Signatures.silent }
        }
        steps[start].append(step)
      }
    }
    needed.removeAll { $0 == Signatures.silent }
    var isFree = [Bool](repeating: true, count: word.count + 1)
    for start in word.indices.reversed() {
      isFree[start] = steps[start].contains { $0.either.isEmpty && $0.goingOn.isEmpty && isFree[$0.end] }
    }
    isIdle = needed.isEmpty && isFree[0]
  }

  /// The rows of a block that are worth reading.
  func rows(_ columns: UnsafeBufferPointer<SIMD8<UInt64>>) -> SIMD8<UInt64> {
    withUnsafeTemporaryAllocation(of: SIMD8<UInt64>.self, capacity: steps.count + 1) { found in
      found.initialize(repeating: SIMD8(repeating: .max))
      for start in steps.indices.reversed() {
        var rows = SIMD8<UInt64>.zero
        for step in steps[start] {
          var own = found[step.end]
          for column in step.goingOn { own &= columns[column] }
          if !step.either.isEmpty {
            var either = SIMD8<UInt64>.zero
            for column in step.either { either |= columns[column] }
            own &= either
          }
          rows |= own
        }
        found[start] = rows
      }
      var rows = found[0]
      for column in needed { rows &= columns[column] }
      return rows
    }
  }

  /// The letters of each syllable.
  private static let syllables: [[UInt8]] = stride(from: 1, to: Spellings.shared.packed.count, by: 5).map {
    Spellings.shared.letters(of: Sound($0))
  }

  private static func steps(from start: Int, _ word: [UInt16], _ signatures: Signatures) -> [Step] {
    let unit = word[start]
    let letter = Features.letter(unit)
    // A unit for itself, the first letter of a syllable, a syllable of one letter, or its beginning.
    var alone = Step(end: start + 1)
    if unit >= 0x80 {
      alone.either = [signatures.column(of: Features.of(character: unit))]
    } else if letter != Features.otherClass {
      alone.either = [signatures.column(of: Features.of(letter: letter))]
    }
    var steps = [alone]
    var unfinished: Set<Int> = []
    for (syllable, letters) in syllables.enumerated() where letters.count > 1 && same(unit, letters[0]) {
      var end = start
      while end < word.count, end - start < letters.count, same(word[end], letters[end - start]) { end += 1 }
      let column = signatures.column(of: Features.of(syllable: syllable))
      if end - start == letters.count {
        steps.append(Step(end: end, syllable: syllable, either: [column]))
      } else if end == word.count, end - start > 1 {
        unfinished.insert(column)
      }
      if end >= start + 2, letters[1] == 0x68, !steps.contains(where: { $0.end == start + 2 && $0.syllable < 0 }) {
        // The first letter that is written with two.
        steps.append(Step(end: start + 2, either: alone.either))
      }
    }
    if !unfinished.isEmpty { steps.append(Step(end: word.count, either: unfinished.sorted())) }
    for place in steps.indices where steps[place].either.contains(Signatures.silent) { steps[place].either = [] }
    return steps
  }

  private static func same(_ typed: UInt16, _ letter: UInt8) -> Bool { typed == UInt16(letter) || (letter == 0x76 && typed == 0x75) }
}
