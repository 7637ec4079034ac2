extension Canvas {
  /// What it shows, a string a row, without the right halves of wide characters and without blanks at the ends.
  public var text: [String] {
    (0..<size.rows).map { row in
      withRow(row) { cells in
        var text = ""
        for cell in cells { text += cell.text }
        while text.hasSuffix(" ") { text.removeLast() }
        return text
      }
    }
  }

  /// The inks of its cells, a letter a column (``Ink/letter``), a string a row.
  public var inkRows: [String] {
    (0..<size.rows).map { row in withRow(row) { String($0.map(\.style.ink.letter)) } }
  }

  /// What would shift or orphan cells in a terminal: it is empty for every canvas that this module drew.
  public var flaws: [String] {
    var flaws: [String] = []
    for row in 0..<size.rows {
      withRow(row) { cells in
        for column in cells.indices {
          let cell = cells[column]
          let next = column + 1 < cells.count ? cells[column + 1] : nil
          let place = "row \(row), column \(column)"
          if cell.span == .wide, next?.span != .rightHalf { flaws.append("\(place): a left half without its right half") }
          if cell.span == .wide, let next, !cell.hasStyle(of: next) { flaws.append("\(place): two halves in two styles") }
          if cell.span == .rightHalf, column == 0 || cells[column - 1].span != .wide {
            flaws.append("\(place): a right half without its left half")
          }
          let kind = CharacterWidth.kind(of: cell.base)
          if kind == .ambiguous, measure.ambiguousIsWide { flaws.append("\(place): a base whose width is in doubt") }
          if kind.columns(ambiguousIsWide: measure.ambiguousIsWide) != max(1, cell.columns) {
            flaws.append("\(place): the base does not have the width of its cell")
          }
          if kind == .unprintable || kind == .dropped || kind == .mark { flaws.append("\(place): not a base") }
        }
      }
    }
    if let cursor, !area.contains(cursor) { flaws.append("the cursor is outside") }
    return flaws
  }
}
