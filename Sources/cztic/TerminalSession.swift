import CenterStore
import CursesTerminal
import Desk
import DeskRuntime
import Foundation
import Wording

/// The desk on the terminal in front of the person.
enum TerminalSession {
  /// Makes sure that there is a terminal, before anything is made for somebody who has none.
  static func require() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw TerminalError.notATerminal }
  }

  /// Opens the desk, and gives the terminal back however it ends.
  ///
  /// - Parameters:
  ///   - isLanguageGiven: whether the language was asked for on the command line: then it holds against what was chosen the last time.
  ///   - visit: how long one may stay; `nil`: as long as one likes.
  ///   - mayChoose: whether the person chooses who to be on the first screen (a demo without `--as`).
  static func open(
    _ store: CenterStore, login: String?, language: Language, isLanguageGiven: Bool, mayChoose: Bool, visit: VisitRule? = nil
  ) throws {
    try MainActor.assumeIsolated {
      let environment = ProcessInfo.processInfo.environment
      let terminal = try CursesTerminal.open(environment: environment)
      defer { terminal.close() }
      let hasColors = (environment["NO_COLOR"] ?? "").isEmpty
      let preferences = Runtime.Preferences(language: language, theme: hasColors ? .dark : .none)
      if login == nil, mayChoose {
        _ = try Desk.runByChoice(store: store, terminal: terminal, preferences: preferences, visit: visit)
      } else {
        let login = login ?? "admin"
        let remembered = Desk.remembered(
          by: login, in: store, over: preferences, keepingLanguage: isLanguageGiven, keepingTheme: !hasColors)
        _ = try Desk.run(store: store, login: login, terminal: terminal, preferences: remembered, reachesFiles: !RemoteClient.isRemote)
      }
    }
  }
}
