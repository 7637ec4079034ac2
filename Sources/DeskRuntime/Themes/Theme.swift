import Widgets
import Wording

/// How a cell looks on a terminal: colour numbers and attributes.
public struct Appearance: Sendable, Hashable {
  /// The colour of the text: a number of the 256, or of the 8; nil is the terminal's own.
  public var foreground: UInt8?
  /// The colour behind it; nil is the terminal's own.
  public var background: UInt8?
  /// Whether it is bold.
  public var isBold: Bool
  /// Whether it is faint.
  public var isDim: Bool
  /// Whether text and background change places.
  public var isReversed: Bool
  /// Whether it is underlined.
  public var isUnderlined: Bool

  /// Makes an appearance.
  public init(
    _ foreground: UInt8? = nil, on background: UInt8? = nil, bold: Bool = false, dim: Bool = false, reversed: Bool = false,
    underlined: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = bold
    self.isDim = dim
    self.isReversed = reversed
    self.isUnderlined = underlined
  }
}

/// How meanings become colours and attributes.
///
/// Whatever must be told apart (the selection, a field in hand, a mark, a hit, what is bad) differs in attributes as well as in colour, so that
/// no theme and no terminal hides it.
public enum Theme: String, Sendable, Hashable, CaseIterable {
  /// For dark backgrounds.
  case dark
  /// For light backgrounds.
  case light
  /// Strong and few colours, on either background.
  case contrast
  /// No colours, only attributes: `NO_COLOR`.
  case none

  /// What the theme is called.
  public var name: Phrase {
    switch self {
    case .dark: Phrase(zh: "深色", en: "dark")
    case .light: Phrase(zh: "浅色", en: "light")
    case .contrast: Phrase(zh: "高对比", en: "high contrast")
    case .none: Phrase(zh: "无色", en: "no colours")
    }
  }

  /// The theme that a switch leads to.
  public var next: Theme {
    switch self {
    case .dark: .light
    case .light: .contrast
    case .contrast: .none
    case .none: .dark
    }
  }

  /// The theme to start with: none where `NO_COLOR` is set to something or the terminal has no colours.
  public static func initial(environment: [String: String], colors: ColorDepth) -> Theme {
    if let wish = environment["NO_COLOR"], !wish.isEmpty { return .none }
    return colors == .none ? .none : .dark
  }

  /// How a style looks.
  public func appearance(of style: Style, colors: ColorDepth) -> Appearance {
    var appearance = ThemeTable.appearance(of: style.ink, in: self, colors: self == .none ? .none : colors)
    // Bold black is grey on most terminals of eight colours, and cannot be read on the ground of a selection.
    if style.isBold, appearance.foreground != 0 { appearance.isBold = true }
    if style.isUnderlined { appearance.isUnderlined = true }
    return appearance
  }
}
