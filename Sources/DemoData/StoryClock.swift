import CenterStore
import Regulation
import Synchronization

/// The clock of the made-up story: it stands where the story stands and ticks a second at every look, and hands out salts that follow
/// from the seed, so that the same seed and day make the same store, down to the links of its audit chain.
final class StoryClock: Sendable {
  private let state: Mutex<State>

  private struct State {
    var moment: Moment
    var generator: SeededGenerator
  }

  init(_ day: Day, seed: UInt64) {
    state = Mutex(State(moment: Moment(day, seconds: 9 * 3600), generator: SeededGenerator(seed: seed ^ 0xC27C)))
  }

  /// Moves the story on to the morning of a day; it never goes back.
  func move(to day: Day) {
    state.withLock { $0.moment = max($0.moment, Moment(day, seconds: 9 * 3600)) }
  }

  var surroundings: Surroundings {
    Surroundings(
      now: {
        self.state.withLock {
          $0.moment = Moment(milliseconds: $0.moment.milliseconds + 1000)
          return $0.moment
        }
      },
      randomBytes: { count in
        self.state.withLock { state in (0..<count).map { _ in UInt8(truncatingIfNeeded: state.generator.next() >> 24) } }
      })
  }
}
