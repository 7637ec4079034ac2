import DeskRuntime
import Synchronization

/// Work that waits until a test lets it happen, so that what is seen meanwhile can be looked at.
final class HeldWorkers: Workers {
  private let held = Mutex<[@Sendable () -> Void]>([])

  func perform(_ order: WorkOrder, _ work: @escaping @Sendable () -> Void) { held.withLock { $0.append(work) } }

  func finish() { release() }

  /// Whether nothing waits.
  var isIdle: Bool { held.withLock(\.isEmpty) }

  /// Does all that waits, in the order in which it was asked for.
  func release() {
    let works = held.withLock { held in
      defer { held = [] }
      return held
    }
    for work in works { work() }
  }
}
