import Widgets

/// A table as plain text: columns as wide as they need, the widest ones narrowed until the whole fits.
struct PlainTable {
  private struct Cell {
    var text: String
    let columns: Int
    /// Its class in the page: `figure` stands at the right, `code`, `date` and `figure` are never broken.
    let looks: String

    var isRigid: Bool { ["code", "date", "figure"].contains(looks) }
  }

  private static let measure = TextMeasure()
  /// The narrowest that a column gets.
  private static let narrowest = 4
  private static let gap = 2

  private var rows: [[Cell]] = []
  private var headRows = 0
  /// The cells that reach down from rows above: into how many rows still, by column.
  private var reaching: [Int: Int] = [:]
  private var begun = (columns: 1, looks: "")

  mutating func beginRow() {
    rows.append([])
    fillReached()
  }

  mutating func beginCell(columns: Int, rows span: Int, looks: String) {
    fillReached()
    begun = (max(1, columns), looks)
    reaching[place] = span - 1
  }

  mutating func endCell(_ text: String) {
    if rows.isEmpty { rows.append([]) }
    rows[rows.count - 1].append(Cell(text: text, columns: begun.columns, looks: begun.looks))
  }

  private var place: Int { rows.last?.reduce(0) { $0 + $1.columns } ?? 0 }

  /// Leaves the places open into which a cell of a row above reaches.
  private mutating func fillReached() {
    while let left = reaching[place], left > 0, !rows.isEmpty {
      reaching[place] = left - 1
      rows[rows.count - 1].append(Cell(text: "", columns: 1, looks: ""))
    }
  }

  /// The rows so far are the head, which a rule parts from the rest.
  mutating func endHead() { headRows = rows.count }

  /// The table.
  func lines(columns total: Int) -> [String] {
    let count = rows.map { $0.reduce(0) { $0 + $1.columns } }.max() ?? 0
    if count == 0 { return [] }
    let (natural, rigid) = natural(count)
    let widths = fitted(natural, rigid, to: total - PlainTable.gap * (count - 1))
    var lines: [String] = []
    for (place, row) in rows.enumerated() {
      lines += PlainTable.lines(of: row, widths)
      if place + 1 == headRows { lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")) }
    }
    return lines + [""]
  }

  /// How wide each column would be by itself, and which are never narrowed: those with a cell that is never broken.
  private func natural(_ count: Int) -> (widths: [Int], rigid: Set<Int>) {
    var widths = Array(repeating: 0, count: count)
    var rigid: Set<Int> = []
    for row in rows {
      var place = 0
      for cell in row {
        if cell.columns == 1 {
          let width = cell.text.split(separator: "\n").map { PlainTable.measure.columns(of: $0) }.max() ?? 0
          widths[place] = max(widths[place], width)
          if cell.isRigid { rigid.insert(place) }
        }
        place += cell.columns
      }
    }
    return (widths, rigid)
  }

  /// The widths, the widest columns narrowed in equal steps until all fit.
  private func fitted(_ natural: [Int], _ rigid: Set<Int>, to total: Int) -> [Int] {
    var widths = natural
    let soft = widths.indices.filter { !rigid.contains($0) }
    while widths.reduce(0, +) > total, let widest = soft.map({ widths[$0] }).max(), widest > PlainTable.narrowest {
      let next = max(soft.map { widths[$0] }.filter { $0 < widest }.max() ?? 0, PlainTable.narrowest)
      let those = soft.filter { widths[$0] == widest }
      let over = widths.reduce(0, +) - total
      let step = min(widest - next, (over + those.count - 1) / those.count)
      for place in those { widths[place] -= max(step, 1) }
    }
    return widths
  }

  private static func lines(of row: [Cell], _ widths: [Int]) -> [String] {
    var place = 0
    var blocks: [(lines: [String], width: Int, isFigure: Bool)] = []
    for cell in row {
      let width = widths[place..<min(place + cell.columns, widths.count)].reduce(0, +) + gap * (cell.columns - 1)
      let wrapped = cell.text.split(separator: "\n").flatMap { measure.wrapped(String($0), to: max(width, 1)) }
      blocks.append((wrapped, width, cell.looks == "figure"))
      place += cell.columns
    }
    let height = max(blocks.map(\.lines.count).max() ?? 0, 1)
    return (0..<height).map { line in
      var text = blocks.map { block in
        measure.padded(line < block.lines.count ? block.lines[line] : "", to: block.width, block.isFigure ? .right : .left)
      }.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
