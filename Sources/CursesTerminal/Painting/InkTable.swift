import CNcurses
import DeskRuntime
import Widgets

/// The attributes and the colour pair of every style, looked up once for a theme.
struct InkTable {
  struct Entry {
    var attributes: attr_t = 0
    var pair: CShort = 0
    /// What a blank shows of it: blanks of equal grounds look alike, whatever the ink.
    var ground: UInt32 = 0
  }

  /// The pair of the terminal's own two colours. To ncurses, no pair at all means that everything is reset, at twice the bytes of a change of colour.
  static let plainPair: CShort = 1

  private let colors: ColorDepth
  private var entries: [Entry] = []
  /// Pairs are numbered as they are met: all themes together need fewer than 64, which even eight colours allow.
  private var pairs = [Pair(): InkTable.plainPair]

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
    return Entry(
      attributes: attributes, pair: pair(appearance.foreground, appearance.background), ground: InkTable.ground(of: appearance))
  }

  /// A line under a blank, and colours that are exchanged, show the ink as well.
  private static func ground(of appearance: Appearance) -> UInt32 {
    let background = appearance.background.map { UInt32($0) + 1 } ?? 0
    guard appearance.isReversed || appearance.isUnderlined else { return background }
    let foreground = appearance.foreground.map { UInt32($0) + 1 } ?? 0
    let flags = [appearance.isBold, appearance.isDim, appearance.isReversed, appearance.isUnderlined]
    return flags.reduce(background << 9 | foreground) { $0 << 1 | ($1 ? 1 : 0) } | 1 << 31
  }

  /// A terminal without colours has no pairs to give, and asking it would end the process.
  private mutating func pair(_ foreground: UInt8?, _ background: UInt8?) -> CShort {
    guard colors != .none else { return 0 }
    let wanted = Pair(foreground: foreground, background: background)
    if let known = pairs[wanted] { return known }
    let number = CShort(pairs.count + 1)
    guard init_pair(number, CShort(foreground.map(CShort.init) ?? -1), CShort(background.map(CShort.init) ?? -1)) != ERR else { return 0 }
    pairs[wanted] = number
    return number
  }
}
