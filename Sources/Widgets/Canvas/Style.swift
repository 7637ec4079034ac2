/// What the colour of a cell means. Themes decide which colour that is, so that a screen never names one.
public enum Ink: UInt8, Sendable, Hashable, CaseIterable {
  /// Ordinary text.
  case plain
  /// What matters less: units, hints, old values.
  case muted
  /// Headings and column titles.
  case heading
  /// What draws the eye: keys in the footer, the entry point.
  case accent
  /// The selected row or item.
  case selected
  /// The selected row or item of a pane that is not in hand.
  case selectedAway
  /// A marked row.
  case marked
  /// The part of a text that a search found.
  case found
  /// 优秀, passed, kept.
  case good
  /// 合格, open, in progress.
  case fair
  /// A warning: due soon, a doubt.
  case caution
  /// 不合格, failed, an error, behind.
  case bad
  /// Frames, rules and separators.
  case border
  /// The title line.
  case title
  /// The footer line.
  case footer
  /// A field at rest.
  case field
  /// The field in hand.
  case fieldInHand
  /// Selected text inside a field.
  case selection
  /// The full part of a bar.
  case bar
  /// The empty part of a bar.
  case barRest

  /// The letter that stands for it beneath a stored picture.
  public var letter: Character {
    switch self {
    case .plain: "."
    case .muted: "m"
    case .heading: "h"
    case .accent: "a"
    case .selected: "S"
    case .selectedAway: "s"
    case .marked: "k"
    case .found: "f"
    case .good: "g"
    case .fair: "q"
    case .caution: "c"
    case .bad: "b"
    case .border: "-"
    case .title: "T"
    case .footer: "F"
    case .field: "i"
    case .fieldInHand: "I"
    case .selection: "X"
    case .bar: "B"
    case .barRest: "r"
    }
  }
}

/// How a cell is drawn.
public struct Style: Sendable, Hashable {
  /// What its colour means.
  public var ink: Ink
  /// Whether it is bold.
  public var isBold: Bool
  /// Whether it is underlined.
  public var isUnderlined: Bool

  /// Makes a style.
  public init(_ ink: Ink = .plain, bold: Bool = false, underlined: Bool = false) {
    self.ink = ink
    self.isBold = bold
    self.isUnderlined = underlined
  }

  /// Ordinary text.
  public static let plain = Style()
}
