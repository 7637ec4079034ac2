extension SearchQuery {
  /// Which characters of a shown text matched, for highlighting: offsets in characters (grapheme clusters), ascending, no two touching.
  ///
  /// For pinyin and initials these are the characters whose sound was typed: `jg` gives 0..<2 in 激光切割. A word that does not match here
  /// (it may have matched in another text of the row) adds nothing.
  ///
  /// ```swift
  /// SearchQuery("jg").ranges(in: "沧州激光中心")  // [2..<4]
  /// ```
  public func ranges(in text: String) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    var characters: [Int] = []
    var units: [UInt16] = []
    for (offset, character) in text.enumerated() {
      Folding.append(String(character), to: &units)
      characters += [Int](repeating: offset, count: units.count - characters.count)
    }
    let name = Pinyin(text)
    guard name.units.count == units.count else { return [] }
    let readings = [name] + name.others
    var found: [Range<Int>] = []
    for word in words {
      for reading in readings {
        guard let range = word.firstMatch(reading.units, reading.sounds) else { continue }
        found.append(characters[range.lowerBound]..<characters[range.upperBound - 1] + 1)
        break
      }
    }
    return SearchQuery.joined(found)
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

extension WordPattern {
  /// The first match in a text, the one that ends first; of those the longest.
  func firstMatch(_ text: [UInt16], _ sounds: [Sound]) -> Range<Int>? {
    let packed = Spellings.shared.packed
    return units.withUnsafeBufferPointer { word in
      // Where the match began that stands in each state.
      var begins = [Int](repeating: .max, count: word.count + 1)
      for place in text.indices {
        begins[0] = place
        var next = [Int](repeating: .max, count: word.count + 1)
        for state in 0..<word.count where begins[state] != .max {
          var mask = WordPattern.step(word, at: state, unit: text[place], spelling: packed[Int(sounds[place])])
          while mask != 0 {
            let after = mask.trailingZeroBitCount
            next[after] = min(next[after], begins[state])
            mask &= mask - 1
          }
        }
        if next[word.count] != .max { return next[word.count]..<place + 1 }
        begins = next
      }
      return nil
    }
  }
}
