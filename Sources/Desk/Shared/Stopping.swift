import Synchronization

/// Work off the screen's thread that can be stopped: it asks now and then whether it is still wanted.
final class Stopping: Sendable {
  private let number = Atomic(0)

  /// Begins another piece of work, which goes on as long as the answer says so.
  func begin() -> @Sendable () -> Bool {
    let own = number.add(1, ordering: .relaxed).newValue
    return { self.number.load(ordering: .relaxed) == own }
  }

  func stop() { number.add(1, ordering: .relaxed) }
}
