extension Canvas {
  /// What a row says around a place, as one would note it down: between the rules left and right of it, without bars, and with a tab where
  /// columns are apart, as spreadsheets take rows.
  ///
  /// - Returns: an empty text where nothing stands there.
  public func text(around place: Position) -> String {
    guard area.contains(place) else { return "" }
    let bars = Set(([glyphs.bar, glyphs.barRest, glyphs.threshold] + glyphs.barSteps).flatMap(\.unicodeScalars))
    return withRow(place.row) { cells in
      func isRule(_ column: Int) -> Bool { cells[column].style.ink == .border }
      var (start, end) = (place.column, place.column)
      while start > 0, !isRule(start - 1) { start -= 1 }
      while end < cells.count, !isRule(end) { end += 1 }
      var text = ""
      var gap = 0
      for cell in cells[start..<max(start, end)] where cell.span != .rightHalf {
        if cell.base == " " || !cell.base.isASCII && bars.contains(cell.base) {
          gap += 1
          continue
        }
        if gap > 0, !text.isEmpty { text += gap > 1 ? "\t" : " " }
        gap = 0
        text += cell.text
      }
      return text
    }
  }
}
