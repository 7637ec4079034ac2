import CNcurses
import DeskRuntime
import Widgets

/// The attributes and the colour pair of each style, looked up once.
@MainActor
struct InkTable {
  struct Entry {
    var attributes: attr_t
    var pair: CShort
  }

  private let colors: ColorDepth
  private var theme: Theme
  private var entries: [Style: Entry] = [:]
  private var last: (style: Style, entry: Entry)?
  private var pairs: [Pair: CShort] = [:]

  private struct Pair: Hashable {
    var foreground: UInt8?
    var background: UInt8?
  }

  init(theme: Theme, colors: ColorDepth) {
    self.theme = theme
    self.colors = colors
  }

  mutating func use(_ theme: Theme) {
    self.theme = theme
    entries = [:]
    last = nil
  }

  mutating func entry(for style: Style) -> Entry {
    if let last, last.style == style { return last.entry }
    let entry = entries[style] ?? make(style)
    last = (style, entry)
    return entry
  }

  private mutating func make(_ style: Style) -> Entry {
    let appearance = theme.appearance(of: style, colors: colors)
    var attributes: attr_t = 0
    if appearance.isBold { attributes |= cn_bold }
    if appearance.isDim { attributes |= cn_dim }
    if appearance.isReversed { attributes |= cn_reverse }
    if appearance.isUnderlined { attributes |= cn_underline }
    let entry = Entry(attributes: attributes, pair: pair(appearance.foreground, appearance.background))
    entries[style] = entry
    return entry
  }

  /// Pairs are numbered as they are met: all themes together need fewer than 64. A terminal without colours has none to give, and asking it
  /// would end the process.
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
