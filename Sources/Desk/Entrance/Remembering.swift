import CenterStore
import DeskRuntime
import Regulation
import Wording

extension Desk {
  /// How somebody left the desk: language and theme of the last time, where they ever chose any.
  ///
  /// - Parameters:
  ///   - preferences: what holds where nothing was chosen.
  ///   - keepingLanguage: whether the language was asked for at this start, and so holds.
  ///   - keepingTheme: whether the theme was; a terminal without colours gets none.
  public static func remembered(
    by login: String, in store: CenterStore, over preferences: Runtime.Preferences, keepingLanguage: Bool, keepingTheme: Bool
  ) -> Runtime.Preferences {
    var preferences = preferences
    // Whoever is not known is told so when the desk opens.
    guard let chosen = try? store.preferences(by: Acting(login, .desk)) else { return preferences }
    if !keepingLanguage, let language = chosen[.language].flatMap({ Language(rawValue: $0.string) }) { preferences.language = language }
    if !keepingTheme, let theme = chosen[.theme].flatMap({ Theme(rawValue: $0.string) }) {
      preferences.theme = theme
      preferences.isThemeChosen = true
    }
    return preferences
  }
}

extension Sitting {
  /// Keeps what was switched for the next time, behind the screen. Nothing is said where it cannot be kept: the desk does speak the language.
  func keep(_ preferences: Runtime.Preferences) {
    guard !store.isReadOnly else { return }
    var news: [(Preference, String)] = []
    if preferences.language != kept.language { news.append((.language, preferences.language.rawValue)) }
    if preferences.isThemeChosen, preferences.theme != kept.theme { news.append((.theme, preferences.theme.rawValue)) }
    kept = preferences
    let (store, who) = (store, acting)
    for (preference, value) in news {
      guard let value = try? PlainText(value) else { continue }
      runtime.background {
        try store.setPreference(preference, to: value, by: who)
      } then: { _ in
      }
    }
  }
}
