import CenterStore
import Foundation

/// How a desk at which people say who they are deals with those who take their time.
public struct LoginRule: Sendable, Hashable {
  /// After how long without a key a desk locks itself.
  public var lock: Duration
  /// After how long without a key a locked desk ends.
  public var end: Duration
  /// After how long without a key nobody is taken to be at the question who comes.
  public var patience: Duration
  /// How long a wrong answer takes at least, whatever was wrong with it.
  public var pace: Duration

  /// Makes a rule.
  public init(
    lock: Duration = .seconds(600), end: Duration = .seconds(7200), patience: Duration = .seconds(120), pace: Duration = .seconds(1)
  ) {
    self.lock = lock
    self.end = end
    self.patience = patience
    self.pace = pace
  }

  /// Asks the store whether a secret is right; what is not takes its time, off the screen's thread.
  func admission(_ ask: () throws -> Admission) throws -> Admission {
    let start = ContinuousClock.now
    let admission = try ask()
    switch admission {
    case .refused, .barred:
      let rest = pace - (ContinuousClock.now - start)
      if rest > .zero { Thread.sleep(forTimeInterval: Double(rest.components.seconds) + Double(rest.components.attoseconds) / 1e18) }
    case .entered, .mustChoose, .expired: break
    }
    return admission
  }
}

/// Where somebody says who they are, and what is asked of them.
struct LoginDoor: Sendable {
  /// The store.
  let store: CenterStore
  /// Where they come from, for the file.
  let origin: String?
  /// How long things take.
  let rule: LoginRule
}
