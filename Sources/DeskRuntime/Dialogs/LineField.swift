import Widgets

/// A line of text being written in a dialog of the desk.
struct LineField {
  private(set) var text: String
  private var caret: String.Index

  init(_ text: String = "") {
    self.text = text
    self.caret = text.endIndex
  }

  /// - Returns: whether the text changed.
  mutating func receive(_ key: KeyPress) -> Bool {
    switch key.key {
    case .left where caret > text.startIndex: caret = text.index(before: caret)
    case .right where caret < text.endIndex: caret = text.index(after: caret)
    case .home: caret = text.startIndex
    case .end: caret = text.endIndex
    case .character("a") where key.modifiers == .control: caret = text.startIndex
    case .character("e") where key.modifiers == .control: caret = text.endIndex
    case .character("u") where key.modifiers == .control: return remove(text.startIndex..<caret)
    case .character("w") where key.modifiers == .control: return remove(startOfWord..<caret)
    case .backspace where caret > text.startIndex: return remove(text.index(before: caret)..<caret)
    case .delete where caret < text.endIndex: return remove(caret..<text.index(after: caret))
    case .character(let character) where key.modifiers.isEmpty: return insert(String(character))
    default: break
    }
    return false
  }

  /// Writes a text at the caret, without its controls; line breaks become blanks.
  mutating func insert(_ addition: String) -> Bool {
    var clean = String.UnicodeScalarView()
    for scalar in addition.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: if scalar == "\n" || scalar == "\t" { clean.append(" ") }
      case .lineSeparator, .paragraphSeparator, .surrogate: break
      default: clean.append(scalar)
      }
    }
    guard !clean.isEmpty else { return false }
    // The caret is kept as a distance, in scalars: a mark that is added may join the character before it.
    let before = text[..<caret].unicodeScalars.count + clean.count
    text.insert(contentsOf: String(clean), at: caret)
    let place = text.unicodeScalars.index(text.startIndex, offsetBy: before)
    caret = text.indices.first { $0 >= place } ?? text.endIndex
    return true
  }

  private var startOfWord: String.Index {
    var place = caret
    while place > text.startIndex, text[text.index(before: place)] == " " { place = text.index(before: place) }
    while place > text.startIndex, text[text.index(before: place)] != " " { place = text.index(before: place) }
    return place
  }

  private mutating func remove(_ range: Range<String.Index>) -> Bool {
    guard !range.isEmpty else { return false }
    let rest = String(text[..<range.lowerBound])
    text = rest + text[range.upperBound...]
    let place = text.unicodeScalars.index(text.startIndex, offsetBy: rest.unicodeScalars.count)
    caret = text.indices.first { $0 >= place } ?? text.endIndex
    return true
  }

  /// Draws the part of the text around the caret, and puts the cursor there.
  func draw(on canvas: inout Canvas, in line: Area, look: Look) {
    canvas.fill(line, Style(.fieldInHand))
    let before = canvas.measure.columns(of: text[..<caret])
    let offset = max(0, before - (line.columns - 1))
    canvas.put(text, at: Position(column: line.column - offset, row: line.row), style: Style(.fieldInHand), within: line)
    canvas.cursor = Position(column: line.column + before - offset, row: line.row)
  }
}
