import Dispatch
import Synchronization

/// Records of a large file on their way from the thread that reads it to the one that merges them: both work at once.
///
/// The reader ends with ``finish(isSound:)``, whatever happens. Where the file is not sound, the rest of its records are still looked at, so
/// that one run finds every error, and nothing is written.
public final class RecordFeed<Record: Sendable>: Sendable {
  private struct State {
    var batches: [[Numbered<Record>]] = []
    var taken = 0
    var isSound = true
    var isCancelled = false
  }

  /// About how many records there will be: it decides how the store goes to work, not what comes out.
  public let expected: Int
  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)

  /// An empty feed of about so many records.
  public init(expecting records: Int) { expected = records }

  /// Whether nobody takes records any more, so that reading on is in vain.
  public var isCancelled: Bool { state.withLock(\.isCancelled) }

  /// Hands over some records, in the order of the file.
  public func put(_ batch: [Numbered<Record>]) {
    guard !batch.isEmpty else { return }
    state.withLock { $0.batches.append(batch) }
    ready.signal()
  }

  /// Says that all records were handed over, and whether no row of the file is wrong.
  public func finish(isSound: Bool) {
    state.withLock {
      $0.isSound = isSound
      $0.batches.append([])
    }
    ready.signal()
  }

  /// Says that no more records will be taken.
  public func cancel() { state.withLock { $0.isCancelled = true } }

  /// Waits for some more records; `nil` at the end.
  func next() -> [Numbered<Record>]? {
    ready.wait()
    return state.withLock { state in
      let batch = state.batches[state.taken]
      // The end stays where it is, so that asking again gives it again.
      if batch.isEmpty {
        ready.signal()
        return nil
      }
      state.batches[state.taken] = []
      state.taken += 1
      return batch
    }
  }

  /// Whether no row of the file is wrong; known at the end.
  var isSound: Bool { state.withLock(\.isSound) }
}
