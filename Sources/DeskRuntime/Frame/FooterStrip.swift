import Widgets
import Wording

extension FooterHints {
  /// What the hints of a footer are made of.
  enum Source: Equatable {
    /// What can be done in the dialog in front.
    case modal([Hint])
    /// What can be done on the visible screen, and what the desk itself does there.
    case screen([KeyBinding], desk: [KeyBinding], isBesideNotice: Bool)
  }
}

/// The footer as it was drawn last: most keys change nothing in it, and to name keys, measure and choose takes longer than to compare.
@MainActor
struct FooterStrip {
  private struct Drawn: Equatable {
    var source: FooterHints.Source
    var columns: Int
    var look: Look
    var glyphs: GlyphSet
  }

  private var drawn: Drawn?
  private var strip = Canvas(size: Size(columns: 0, rows: 0))

  /// The hints, drawn in a line of their own.
  mutating func strip(of source: FooterHints.Source, columns: Int, look: Look, glyphs: GlyphSet) -> Canvas {
    let wanted = Drawn(source: source, columns: columns, look: look, glyphs: glyphs)
    guard wanted != drawn else { return strip }
    strip = Canvas(size: Size(columns: columns, rows: 1), glyphs: glyphs)
    strip.fill(strip.area, Style(.footer))
    let hints: [FooterHints.Hint] =
      switch source {
      case .modal(let hints): hints
      case .screen(let bindings, let desk, let isBesideNotice):
        FooterHints.fitting(
          columns - 2, screen: bindings, desk: desk, isBesideNotice: isBesideNotice, look: look, measure: glyphs.measure)
      }
    var column = 1
    for hint in hints {
      if !hint.key.isEmpty { column += strip.put(hint.key, at: Position(column: column, row: 0), style: Style(.footer, bold: true)) + 1 }
      column += strip.put(hint.label, at: Position(column: column, row: 0), style: Style(.footer)) + FooterHints.gap
    }
    drawn = wanted
    return strip
  }
}
