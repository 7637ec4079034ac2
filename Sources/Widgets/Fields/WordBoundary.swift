/// Where words begin and end: a run of letters and digits is a word, a run of Chinese is one, and so is a run of punctuation.
enum WordBoundary {
  private enum Sort {
    case blank, letters, han, punctuation
  }

  /// The start of the word before a place.
  static func left(of index: Int, in characters: [Character]) -> Int {
    var index = index
    while index > 0, sort(characters[index - 1]) == .blank { index -= 1 }
    guard index > 0 else { return 0 }
    let run = sort(characters[index - 1])
    while index > 0, sort(characters[index - 1]) == run { index -= 1 }
    return index
  }

  /// The start of the word after the one at a place, or the end of the text.
  static func right(of index: Int, in characters: [Character]) -> Int {
    var index = index
    guard index < characters.count else { return characters.count }
    let run = sort(characters[index])
    while index < characters.count, sort(characters[index]) == run { index += 1 }
    while index < characters.count, sort(characters[index]) == .blank { index += 1 }
    return index
  }

  private static func sort(_ character: Character) -> Sort {
    if character.isWhitespace { return .blank }
    guard let scalar = character.unicodeScalars.first else { return .blank }
    if scalar.properties.isIdeographic { return .han }
    return character.isLetter || character.isNumber || character == "_" ? .letters : .punctuation
  }
}
