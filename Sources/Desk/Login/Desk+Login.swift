import CenterStore
import DeskRuntime
import Wording

extension Desk {
  /// Asks who comes, and opens the desk for them; for an SSH account that several share. Whoever is away for a while has to say again that it is
  /// they, and whoever does not come back is not waited for.
  ///
  /// - Parameters:
  ///   - origin: where they come from, for the file: the address that sshd saw.
  ///   - remembering: how somebody left the desk the last time.
  /// - Throws: ``CenterStore/StoreError`` where the store cannot be read.
  public static func runByLogin(
    store: CenterStore, terminal: any Terminal, preferences: Runtime.Preferences = Runtime.Preferences(), from origin: String? = nil,
    rule: LoginRule = LoginRule(), remembering: (_ login: String, Runtime.Preferences) -> Runtime.Preferences = { $1 }
  ) throws -> Runtime.Ending {
    var preferences = preferences
    var typed: [TerminalEvent] = []
    let door = LoginDoor(store: store, origin: origin, rule: rule)
    let identify = ask(on: terminal, &preferences, &typed, rule) { IdentifyScreen($0, door) }
    guard identify.ending == .left, var outcome = identify.screen.outcome else { return identify.ending }
    if case .mustChoose(let login, let code) = outcome {
      let choose = ask(on: terminal, &preferences, &typed, rule) { runtime in
        PasswordScreen(runtime, door, login: login, code: code) { [unowned runtime] in runtime.finish() }
      }
      guard choose.ending == .left, choose.screen.isChosen else { return choose.ending }
      outcome = .entered(login: login, failures: 0)
    }
    guard case .entered(let login, let failures) = outcome else { return .left }
    preferences = remembering(login, preferences)
    return try run(
      store: store, login: login, terminal: terminal, preferences: &preferences, typedAhead: &typed, isOpenedFromElsewhere: false
    ) { sitting in
      if failures > 0 { sitting.runtime.notice(LoginWords.failures(failures), .caution) }
      sitting.lockWhenLeft(by: door)
    }
  }

  /// Shows a screen alone until it has its answer, or nobody is there to give one.
  private static func ask<Asking: Screen>(
    on terminal: any Terminal, _ preferences: inout Runtime.Preferences, _ typed: inout [TerminalEvent], _ rule: LoginRule,
    _ make: (Runtime) -> Asking
  ) -> (screen: Asking, ending: Runtime.Ending) {
    let runtime = Runtime(terminal: terminal, preferences: preferences)
    runtime.typedAhead = typed
    let screen = make(runtime)
    runtime.push(screen)
    runtime.endWhenLeft(for: rule.patience)
    let ending = runtime.run()
    runtime.finishWork()
    (preferences, typed) = (runtime.preferences, runtime.typedAhead)
    return (screen, ending)
  }
}

extension Sitting {
  /// Locks the desk whenever nobody has touched it for a while.
  func lockWhenLeft(by door: LoginDoor) {
    runtime.every(.seconds(1)) { [unowned self] in
      if runtime.idle >= door.rule.lock { lock(door) }
    }
  }

  /// Shows nothing but the question for the password until it is answered. Whoever leaves there leaves the desk; what they had half written in a form
  /// is kept as with a line that drops.
  private func lock(_ door: LoginDoor) {
    let login = member.login
    let screen = runtime.inFront { inner in
      inner.endWhenLeft(for: door.rule.end)
      return IdentifyScreen(inner, door, unlocking: login)
    }
    switch screen.outcome {
    case .entered(_, let failures):
      if failures > 0 { runtime.notice(LoginWords.failures(failures), .caution) }
    // A code that was handed out meanwhile: a password is chosen the next time.
    case .mustChoose: break
    case nil: runtime.finish()
    }
  }
}

extension Runtime {
  /// Ends when nobody has touched a key for a while.
  fileprivate func endWhenLeft(for time: Duration) {
    every(.seconds(1)) { [unowned self] in
      if idle >= time { finish(.terminated) }
    }
  }
}
