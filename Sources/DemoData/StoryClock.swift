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
  func move(to day: Day) { move(to: StoryClock.morning(of: day)) }

  /// Moves the story on to a moment; it never goes back.
  func move(to moment: Moment) { state.withLock { $0.moment = max($0.moment, moment) } }

  /// When a day of the story begins.
  static func morning(of day: Day) -> Moment { Moment(day, seconds: 9 * 3600) }

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
