import Regulation

/// What a store takes from the world around it: the time and random bytes. Handed in, so that a test decides what time it is and a
/// demo store comes out the same for the same seed and day.
public struct Surroundings: Sendable {
  /// The present instant.
  public var now: @Sendable () -> Moment
  /// So many random bytes.
  public var randomBytes: @Sendable (_ count: Int) -> [UInt8]
  /// How much work it takes to try a password.
  public var secretCost = SecretCost.standard
  /// How long one waits for others at the store.
  public var patience = Patience.standard
  /// Where the sheets of an expert are kept in truth, when the store is only made of a file that was taken away (``OfflineKeeping``); `nil`: the store
  /// itself is what is kept.
  public var keeping: OfflineKeeping?

  /// Makes surroundings.
  public init(now: @escaping @Sendable () -> Moment, randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8]) {
    self.now = now
    self.randomBytes = randomBytes
  }

  /// The host's clock and the system's random bytes.
  public static let system = Surroundings(now: { HostClock.now() }, randomBytes: { HostClock.randomBytes($0) })

  /// As `self`, but every day is the given one; hours and minutes stay the host's.
  public func pretending(today: Day) -> Surroundings {
    let now = self.now
    var pretended = self
    pretended.now = {
      let real = now()
      return Moment(milliseconds: Moment(today).milliseconds + real.milliseconds - Moment(real.day).milliseconds)
    }
    return pretended
  }
}
