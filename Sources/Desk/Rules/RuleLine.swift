import DeskRuntime
import Regulation
import Widgets
import Wording

/// A line of the regulation's screen.
struct RuleLine {
  let line: StyledLine
  /// Which entry it belongs to.
  let entry: Int
  /// Whether the entry begins with it.
  let isHeading: Bool

  /// All entries, each with a heading; chapters are set apart.
  static func all(_ entries: [RuleEntry], columns: Int, look: Look, measure: TextMeasure) -> [RuleLine] {
    var lines: [RuleLine] = []
    for (place, entry) in entries.enumerated() {
      if case .chapter = entry, place > 0 { lines.append(RuleLine(line: .blank, entry: place - 1, isHeading: false)) }
      let own = headings(entry, columns, look, measure) + paragraphs(entry, columns, look, measure)
      lines += own.enumerated().map { RuleLine(line: $0.element, entry: place, isHeading: $0.offset == 0) }
    }
    return lines
  }

  private static func headings(_ entry: RuleEntry, _ columns: Int, _ look: Look, _ measure: TextMeasure) -> [StyledLine] {
    let style =
      switch entry {
      case .chapter: Style(.heading, bold: true)
      case .group: Style(.accent, bold: true)
      case .article, .indicator: Style(.plain, bold: true)
      }
    return StyledLine.wrapped(look(entry.heading), to: columns, indent: indent(entry), style, measure: measure)
  }

  /// What the text says, then how the desk reads it, which says so.
  private static func paragraphs(_ entry: RuleEntry, _ columns: Int, _ look: Look, _ measure: TextMeasure) -> [StyledLine] {
    entry.paragraphs.flatMap { words, isRuling in
      let lead = isRuling ? Phrase(zh: "口径：", en: "Ruling: ") : Phrase(same: "")
      return StyledLine.wrapped(
        look(lead + words), to: columns, indent: indent(entry) + 2, Style(isRuling ? .accent : .plain), measure: measure)
    }
  }

  private static func indent(_ entry: RuleEntry) -> Int {
    if case .chapter = entry { return 0 }
    return entry.isBelow ? 3 : 1
  }
}
