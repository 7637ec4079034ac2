import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Widgets
import Wording

@testable import Desk

/// A terminal at which somebody without a key says who they are.
@MainActor
final class LoginScene {
  static let password = "运河边的铸造厂 1958"
  static let rule = LoginRule(pace: .zero)

  let fixture: DeskFixture
  let store: CenterStore
  let terminal: TestTerminal
  let runtime: Runtime

  init(columns: Int = 80, rows: Int = 24, language: Language = .zh) throws {
    fixture = try DeskFixture()
    var surroundings = DeskFixture.surroundings(on: DeskFixture.day("2026-06-01"))
    surroundings.secretCost = SecretCost(rounds: 1, blockSize: 1, parallelism: 1)
    store = fixture.store.under(surroundings)
    terminal = TestTerminal(columns: columns, rows: rows)
    runtime = Runtime.forTests(on: terminal, preferences: Runtime.Preferences(language: language))
  }

  var door: LoginDoor { LoginDoor(store: store, origin: nil, rule: LoginScene.rule) }

  /// Gives somebody a password.
  func choose(for login: String) throws {
    let code = try store.handOutCode(to: login, by: Acting("admin", .desk)).description
    _ = try store.choosePassword(LoginScene.password, for: login, proving: code)
  }

  /// Shows a screen.
  func open(_ screen: any Screen) {
    runtime.push(screen)
    runtime.settle()
  }

  /// Types, a line feed being Enter.
  @discardableResult
  func type(_ text: String) -> Runtime.Ending? {
    terminal.feed(text.map { .input(.key($0 == "\n" ? KeyPress(.enter) : .character($0))) })
    return runtime.settle()
  }
}
