/// How long one waits for others at the store: about twenty seconds for a lock, as long as it takes for an upgrade.
public struct Patience: Sendable, Hashable {
  /// How often a lock is tried, about a millisecond apart, before somebody is told that the store is busy.
  public var tries: Int
  /// How often that is begun anew while another program upgrades the store, whose first reader would find nothing to read before.
  public var rounds: Int
  /// After how many milliseconds of an upgrade, one's own or another's, a word is said.
  public var silence: Int

  /// Sets bounds.
  public init(tries: Int, rounds: Int, silence: Int) { (self.tries, self.rounds, self.silence) = (tries, rounds, silence) }

  /// How often a lock is tried where somebody may be upgrading the store.
  func tries(atUpgrade isUpgrade: Bool) -> Int { isUpgrade ? tries * rounds : tries }

  /// What people are asked to have.
  public static let standard = Patience(tries: 20_000, rounds: 90, silence: 1_000)
}
