/// The lines of a list kept by hand: characters, then the written sound of each, divided by blanks.
struct ReadingList: Sequence {
  struct Line {
    var units: [UInt16] = []
    var sounds: [Sound] = []
  }

  private let text: StaticString

  init(_ text: StaticString) { self.text = text }

  func makeIterator() -> IndexingIterator<[Line]> {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    let spellings = Spellings.shared
    let lines = bytes.split(separator: 0x0A).map { line in
      var result = Line()
      for (place, word) in line.split(separator: 0x20).enumerated() {
        if place == 0 {
          Folding.append(utf8: UnsafeBufferPointer(rebasing: word), to: &result.units)
        } else {
          result.sounds.append(spellings.sound(written: word))
        }
      }
      return result
    }
    return lines.makeIterator()
  }
}
