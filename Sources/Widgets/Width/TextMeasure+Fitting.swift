/// At which side of its room a text stands.
public enum TextAlignment: Sendable, Hashable {
  /// At the left side.
  case left
  /// In the middle; of an odd rest, the smaller half is at the left.
  case center
  /// At the right side, as numbers do.
  case right
}

extension TextMeasure {
  /// The text, cut to a width with an ellipsis where it is wider. No character is cut in half.
  public func truncated(_ text: String, to columns: Int) -> String {
    // A byte takes at most one column: true of ASCII, and of all else in UTF-8 but what ambiguous characters of two bytes may take.
    if !ambiguousIsWide, text.utf8.count <= columns { return text }
    if self.columns(of: text) <= columns { return text }
    guard columns > 0 else { return "" }
    let sign = ellipsis
    let signColumns = self.columns(of: sign)
    if signColumns >= columns { return prefix(of: sign, columns: columns) }
    return prefix(of: text, columns: columns - signColumns) + sign
  }

  /// The text, cut in its middle where it is wider than a width: of names that begin alike, the ends still tell which is which.
  public func truncatedInside(_ text: String, to columns: Int) -> String {
    if self.columns(of: text) <= columns { return text }
    let room = columns - self.columns(of: ellipsis)
    guard room >= 4 else { return truncated(text, to: columns) }
    let end = suffix(of: text, columns: room / 2)
    return prefix(of: text, columns: room - self.columns(of: end)) + ellipsis + end
  }

  /// As many whole characters from the right as a width has room for.
  public func suffix(of text: String, columns: Int) -> String {
    var room = columns
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      room -= self.columns(of: text[before])
      if room < 0 { break }
      start = before
    }
    return String(text[start...])
  }

  /// As many whole characters from the left as a width has room for.
  public func prefix(of text: String, columns: Int) -> String {
    if let simple = simplePrefix(of: text, columns: columns) { return simple }
    var room = columns
    var end = text.startIndex
    while end < text.endIndex {
      room -= self.columns(of: text[end])
      if room < 0 { break }
      end = text.index(after: end)
    }
    return String(text[..<end])
  }

  /// The same for texts of code points that each are a character of their own, as in nearly all there is to be cut: to find the limits of
  /// characters is dear.
  private func simplePrefix(of text: String, columns: Int) -> String? {
    var room = columns
    let scalars = text.unicodeScalars
    var end = scalars.startIndex
    while end < scalars.endIndex {
      switch scalars[end].value {
      case 0x20..<0x7F: room -= 1
      case 0x4E00...0x9FFF, 0xFF08, 0xFF09, 0x3001, 0x3002: room -= 2
      default: return nil
      }
      if room < 0 { break }
      end = scalars.index(after: end)
    }
    return String(text[..<end])
  }

  /// The text at exactly a width: cut with an ellipsis where it is wider, with blanks where it is narrower.
  public func padded(_ text: String, to columns: Int, _ alignment: TextAlignment = .left) -> String {
    let cut = truncated(text, to: columns)
    let rest = max(0, columns - self.columns(of: cut))
    switch alignment {
    case .left: return cut + String(repeating: " ", count: rest)
    case .right: return String(repeating: " ", count: rest) + cut
    case .center: return String(repeating: " ", count: rest / 2) + cut + String(repeating: " ", count: rest - rest / 2)
    }
  }

  /// The text in lines no wider than a width, broken by ``LineBreaker``; blanks at the ends of lines are left out.
  ///
  /// - Returns: at least one line.
  public func wrapped(_ text: String, to columns: Int) -> [String] {
    let characters = Array(text)
    return LineBreaker(measure: self, columns: columns).lines(of: characters).map { line in
      var end = line.upperBound
      while end > line.lowerBound, LineBreaker.isBlank(characters[end - 1]) { end -= 1 }
      return String(characters[line.lowerBound..<end])
    }
  }
}
