import DeskRuntime
import Testing
import Widgets

@Suite("Themes")
struct ThemeTests {
  /// What a person must be able to tell from ordinary text without seeing colours.
  static let distinct: [Ink] = [
    .heading, .accent, .selected, .selectedAway, .marked, .found, .caution, .bad, .title, .footer, .field, .fieldInHand, .selection,
  ]

  private func attributes(_ appearance: Appearance) -> [Bool] {
    [appearance.isBold, appearance.isDim, appearance.isReversed, appearance.isUnderlined]
  }

  @Test("Without colours, what matters differs from ordinary text", arguments: distinct)
  func withoutColors(ink: Ink) {
    let appearance = Theme.none.appearance(of: Style(ink), colors: .many)
    #expect(appearance.foreground == nil && appearance.background == nil)
    #expect(attributes(appearance) != attributes(Theme.none.appearance(of: Style(.plain), colors: .many)))
  }

  @Test("With colours too, what matters differs in more than the colour of the text", arguments: Theme.allCases, [ColorDepth.eight, .many])
  func notByColorOnly(theme: Theme, colors: ColorDepth) {
    let plain = theme.appearance(of: .plain, colors: colors)
    for ink in ThemeTests.distinct {
      let appearance = theme.appearance(of: Style(ink), colors: colors)
      #expect(attributes(appearance) != attributes(plain) || appearance.background != nil, "\(ink)")
    }
  }

  @Test("The selection, the pane that is not in hand and ordinary text are three things", arguments: Theme.allCases, ColorDepth.allCases)
  func selections(theme: Theme, colors: ColorDepth) {
    let looks = [Ink.plain, .selected, .selectedAway].map { theme.appearance(of: Style($0), colors: colors) }
    #expect(Set(looks).count == 3)
  }

  @Test("Eight colours are numbered below eight", arguments: Theme.allCases)
  func eight(theme: Theme) {
    for ink in Ink.allCases {
      let appearance = theme.appearance(of: Style(ink), colors: .eight)
      #expect((appearance.foreground ?? 0) < 8 && (appearance.background ?? 0) < 8)
    }
  }

  @Test("A text never has the colour of what is behind it", arguments: Theme.allCases, ColorDepth.allCases)
  func readable(theme: Theme, colors: ColorDepth) {
    for ink in Ink.allCases {
      let appearance = theme.appearance(of: Style(ink), colors: colors)
      if let foreground = appearance.foreground { #expect(foreground != appearance.background) }
    }
  }

  @Test("With many colours no black is the one that terminals turn grey where it is bold", arguments: Theme.allCases)
  func boldBlack(theme: Theme) {
    for ink in Ink.allCases { #expect(theme.appearance(of: Style(ink, bold: true), colors: .many).foreground != 0) }
  }

  @Test("Bold and underlined are kept in every theme", arguments: Theme.allCases)
  func style(theme: Theme) {
    let appearance = theme.appearance(of: Style(.plain, bold: true, underlined: true), colors: .many)
    #expect(appearance.isBold && appearance.isUnderlined)
  }

  @Test("NO_COLOR counts if it is not empty")
  func noColor() {
    #expect(Theme.initial(environment: ["NO_COLOR": "1"], colors: .many) == .none)
    #expect(Theme.initial(environment: ["NO_COLOR": ""], colors: .many) == .dark)
    #expect(Theme.initial(environment: [:], colors: .none) == .none)
  }

  @Test("Switching goes through all themes and comes back")
  func cycle() {
    var seen: [Theme] = [.dark]
    while let theme = seen.last?.next, theme != .dark { seen.append(theme) }
    #expect(Set(seen) == Set(Theme.allCases))
  }
}
