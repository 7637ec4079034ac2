/// What a terminal answered to the question after widths: the columns where its cursor stood.
struct WidthAnswers {
  private var columns: [Int] = []

  mutating func add(_ column: Int) { columns.append(column) }

  /// What follows from the answers; nil if they did not all come.
  var conclusion: (ambiguousIsWide: Bool, understandsUTF8: Bool)? {
    guard columns.count == TerminalModes.widthAnswers else { return nil }
    return (columns[0] == 3 && columns[1] == 5, columns[1] - columns[0] == 2 && columns[0] <= 3)
  }
}
