import Widgets

/// The colours of each theme, a line a meaning.
enum ThemeTable {
  static func appearance(of ink: Ink, in theme: Theme, colors: ColorDepth) -> Appearance {
    var appearance = attributes(of: ink)
    var pair: (UInt8?, UInt8?)
    switch (colors, theme) {
    case (.none, _), (_, .none): return appearance
    case (.many, .dark): pair = dark(ink)
    case (.many, .light): pair = light(ink)
    case (_, .contrast): pair = contrast(ink)
    case (.eight, .light): pair = eightOnLight(ink)
    case (.eight, _): pair = eight(ink)
    }
    // Terminals draw bold in the first eight colours lighter, and bold black as grey; the black of the further ones stays black.
    if pair.0 == 0, colors == .many { pair.0 = 16 }
    if pair.0 == 0 { appearance.isBold = false }
    appearance.foreground = pair.0
    appearance.background = pair.1
    // A background of its own replaces the exchange of colours that stands for it where there are none.
    if pair.1 != nil { appearance.isReversed = false }
    // Faint beside a chosen grey would be too faint.
    if pair.0 != nil { appearance.isDim = false }
    return appearance
  }

  /// What tells meanings apart without any colour.
  static func attributes(of ink: Ink) -> Appearance {
    switch ink {
    case .plain, .good, .fair, .bar: Appearance()
    case .muted, .border, .barRest: Appearance(dim: true)
    case .heading, .accent, .caution, .marked: Appearance(bold: true)
    case .bad, .found: Appearance(bold: true, underlined: true)
    case .selected, .selection: Appearance(reversed: true)
    case .selectedAway: Appearance(bold: true, underlined: true)
    case .title, .footer: Appearance(reversed: true)
    case .field: Appearance(underlined: true)
    case .fieldInHand: Appearance(bold: true, underlined: true)
    }
  }

  private static func dark(_ ink: Ink) -> (UInt8?, UInt8?) {
    switch ink {
    case .plain: (nil, nil)
    case .muted: (245, nil)
    case .heading: (117, nil)
    case .accent: (81, nil)
    case .selected: (231, 25)
    case .selectedAway: (252, 238)
    case .marked: (222, nil)
    case .found: (220, nil)
    case .good: (114, nil)
    case .fair: (180, nil)
    case .caution: (215, nil)
    case .bad: (210, nil)
    case .border: (240, nil)
    case .title: (231, 24)
    case .footer: (250, 236)
    case .field: (252, 235)
    case .fieldInHand: (231, 237)
    case .selection: (16, 153)
    case .bar: (75, nil)
    case .barRest: (238, nil)
    }
  }

  private static func light(_ ink: Ink) -> (UInt8?, UInt8?) {
    switch ink {
    case .plain: (nil, nil)
    case .muted: (241, nil)
    case .heading: (24, nil)
    case .accent: (25, nil)
    case .selected: (231, 25)
    case .selectedAway: (16, 252)
    case .marked: (94, nil)
    case .found: (130, nil)
    case .good: (28, nil)
    case .fair: (94, nil)
    case .caution: (130, nil)
    case .bad: (124, nil)
    case .border: (248, nil)
    case .title: (231, 24)
    case .footer: (236, 253)
    case .field: (235, 255)
    case .fieldInHand: (16, 254)
    case .selection: (231, 31)
    case .bar: (25, nil)
    case .barRest: (250, nil)
    }
  }

  private static func contrast(_ ink: Ink) -> (UInt8?, UInt8?) {
    switch ink {
    case .selected, .selection: (0, 3)
    case .title: (7, 4)
    case .selectedAway: (0, 7)
    case .bad: (7, 1)
    case .fieldInHand: (0, 6)
    default: (nil, nil)
    }
  }

  /// Yellow and cyan cannot be read on a light ground.
  private static func eightOnLight(_ ink: Ink) -> (UInt8?, UInt8?) {
    switch ink {
    case .heading, .accent: (4, nil)
    case .marked, .found, .caution: (5, nil)
    default: eight(ink)
    }
  }

  private static func eight(_ ink: Ink) -> (UInt8?, UInt8?) {
    switch ink {
    case .plain, .muted, .border, .barRest, .field: (nil, nil)
    case .heading, .accent: (6, nil)
    case .selected, .title: (7, 4)
    case .selectedAway: (nil, nil)
    case .marked, .found, .caution: (3, nil)
    case .good: (2, nil)
    case .fair: (nil, nil)
    case .bad: (1, nil)
    case .footer: (nil, nil)
    case .fieldInHand: (0, 6)
    case .selection: (0, 3)
    case .bar: (4, nil)
    }
  }
}
