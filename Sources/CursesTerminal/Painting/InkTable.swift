import CNcurses
import DeskRuntime
import Widgets

/// The attributes and the colour pair of every style, looked up once for a theme.
struct InkTable {
  struct Entry {
    var attributes: attr_t = 0
    var pair: CShort = 0
  }

  private let colors: ColorDepth
  private var entries: [Entry] = []
  /// Pairs are numbered as they are met: all themes together need fewer than 64, which even eight colours allow.
  private var pairs: [Pair: CShort] = [:]

  private struct Pair: Hashable {
    var foreground: UInt8?
    var background: UInt8?
  }

  init(theme: Theme, colors: ColorDepth) {
    self.colors = colors
    use(theme)
  }

  mutating func use(_ theme: Theme) {
    var entries = Array(repeating: Entry(), count: Ink.allCases.count * 4)
    for ink in Ink.allCases {
      for isBold in [false, true] {
        for isUnderlined in [false, true] {
          let style = Style(ink, bold: isBold, underlined: isUnderlined)
          entries[InkTable.place(of: style)] = entry(for: theme.appearance(of: style, colors: colors))
        }
      }
    }
    self.entries = entries
  }

  subscript(style: Style) -> Entry { entries[InkTable.place(of: style)] }

  private static func place(of style: Style) -> Int {
    Int(style.ink.rawValue) * 4 + (style.isBold ? 2 : 0) + (style.isUnderlined ? 1 : 0)
  }

  private mutating func entry(for appearance: Appearance) -> Entry {
    var attributes: attr_t = 0
    if appearance.isBold { attributes |= cn_bold }
    if appearance.isDim { attributes |= cn_dim }
    if appearance.isReversed { attributes |= cn_reverse }
    if appearance.isUnderlined { attributes |= cn_underline }
    return Entry(attributes: attributes, pair: pair(appearance.foreground, appearance.background))
  }

  /// A terminal without colours has no pairs to give, and asking it would end the process.
  private mutating func pair(_ foreground: UInt8?, _ background: UInt8?) -> CShort {
    guard colors != .none, foreground != nil || background != nil else { return 0 }
    let wanted = Pair(foreground: foreground, background: background)
    if let known = pairs[wanted] { return known }
    let number = CShort(pairs.count + 1)
    guard init_pair(number, CShort(foreground.map(CShort.init) ?? -1), CShort(background.map(CShort.init) ?? -1)) != ERR else { return 0 }
    pairs[wanted] = number
    return number
  }
}
