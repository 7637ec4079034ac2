import DeskRuntime
import Widgets
import Wording

/// A part of what a page of the directories tells: a heading, and lines beneath it.
struct RecordSection: Sendable {
  /// A line.
  struct Entry: Sendable {
    /// What it tells, a piece for each column.
    let cells: [Phrase]
    var ink = Ink.plain
    /// Where it leads; `nil`: nowhere.
    var reference: Reference?
  }

  let heading: Phrase
  /// What stands above the columns; empty where they need no titles.
  var titles: [Phrase] = []
  var entries: [Entry]
  /// What is said where there are none.
  var empty = Phrase(zh: "没有", en: "none")

  /// A label and what belongs to it.
  static func pair(_ label: Phrase, _ text: Phrase, _ ink: Ink = .plain, to reference: Reference? = nil) -> Entry {
    Entry(cells: [label.asLabel, text], ink: ink, reference: reference)
  }
}

/// A line of a page as it is drawn.
struct RecordLine: Hashable {
  var line: StyledLine
  /// Where Enter leads on it.
  var reference: Reference?
  /// Whether it goes on with what the line before says.
  var isContinued = false
  /// What is copied of it.
  var text = ""
}

/// Lays sections out in lines.
struct RecordLayout {
  let look: Look
  let measure: TextMeasure
  let columns: Int

  /// The lines of all sections.
  func lines(_ sections: [RecordSection]) -> [RecordLine] {
    var lines: [RecordLine] = []
    for section in sections {
      if !lines.isEmpty { lines.append(RecordLine(line: .blank)) }
      lines.append(RecordLine(line: StyledLine(look(section.heading), Style(.heading, bold: true)), text: look(section.heading)))
      if section.entries.isEmpty {
        lines.append(RecordLine(line: StyledLine(look(section.empty), Style(.muted), at: RecordLayout.indent)))
        continue
      }
      let widths = widths(of: section)
      if !section.titles.isEmpty { lines.append(RecordLine(line: row(section.titles, widths) { _ in Style(.muted) })) }
      for entry in section.entries { lines += self.lines(entry, widths, isTable: !section.titles.isEmpty) }
    }
    return lines
  }

  private static let indent = 2
  private static let gap = 2

  /// How wide each column is; where there is no room for all, the widest gives way.
  private func widths(of section: RecordSection) -> [Int] {
    let rows = section.entries.map(\.cells) + (section.titles.isEmpty ? [] : [section.titles])
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { place in rows.map { $0.indices.contains(place) ? measure.columns(of: look($0[place])) : 0 }.max() ?? 0 }
    // A label leaves room for what it labels, which is broken into lines.
    if section.titles.isEmpty, count > 1 {
      widths[0] = min(widths[0], max(16, columns / 3))
      widths[count - 1] = min(
        widths[count - 1], max(8, columns - RecordLayout.indent - widths.dropLast().reduce(0) { $0 + $1 + RecordLayout.gap }))
      return widths
    }
    let room = columns - RecordLayout.indent - RecordLayout.gap * max(0, count - 1)
    while widths.reduce(0, +) > room, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 6 {
      widths[widest] -= 1
    }
    return widths
  }

  private func row(_ cells: [Phrase], _ widths: [Int], _ style: (Int) -> Style) -> StyledLine {
    var column = RecordLayout.indent
    var line = StyledLine()
    for (place, cell) in cells.enumerated() where widths.indices.contains(place) {
      let text = measure.truncatedInside(look(cell), to: widths[place])
      if !text.isEmpty { line.pieces.append(StyledLine.Piece(column: column, text: text, style: style(place))) }
      column += widths[place] + RecordLayout.gap
    }
    return line
  }

  private func lines(_ entry: RecordSection.Entry, _ widths: [Int], isTable: Bool) -> [RecordLine] {
    let text = entry.cells.map { look($0) }.joined(separator: "\t")
    if isTable {
      return [RecordLine(line: row(entry.cells, widths) { _ in Style(entry.ink) }, reference: entry.reference, text: text)]
    }
    let last = entry.cells.count - 1
    let start = RecordLayout.indent + widths.prefix(last).reduce(0) { $0 + $1 + RecordLayout.gap }
    var lines = StyledLine.wrapped(look(entry.cells[last]), to: columns, indent: start, Style(entry.ink), measure: measure)
    if lines.isEmpty { lines = [.blank] }
    lines[0].pieces.insert(contentsOf: row(entry.cells.dropLast(), widths) { _ in Style(.muted) }.pieces, at: 0)
    let copied = last > 0 ? look(entry.cells[last]) : text
    return lines.enumerated().map { RecordLine(line: $1, reference: entry.reference, isContinued: $0 > 0, text: copied) }
  }
}
