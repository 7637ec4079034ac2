import Dispatch
import Synchronization

/// Centers of a large file on their way from the thread that reads it to the one that writes them: both work at once.
///
/// The reader ends with ``finish(isSound:)``, whatever happens. Where the file is not sound, the rest of its records are still looked at,
/// so that one run finds every error, and nothing is written. A reader that is far ahead waits.
///
/// ```swift
/// let feed = CenterFeed(expecting: 100_000)
/// DispatchQueue.global().async { … packer.pack(row) … feed.put(packer.take()) … feed.finish(isSound: true) }
/// let outcome = try store.importCenters(feed, by: who)
/// ```
public final class CenterFeed: Sendable {
  private struct State {
    var batches: [CenterBatch] = []
    var isFinished = false
    var isSound = false
    var isCancelled = false
    var count: Int?
  }

  /// How many batches may wait to be written.
  private static let room = 64

  /// About how many records there will be: it decides how the store goes to work, not what comes out.
  public let expected: Int
  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)
  // Filled up in `init`: one that starts with room may not go away while some of it is taken.
  private let free = DispatchSemaphore(value: 0)

  /// An empty feed of about so many records.
  public init(expecting records: Int) {
    expected = records
    for _ in 0..<CenterFeed.room { free.signal() }
  }

  /// A feed of records that are all there.
  init(holding records: [Numbered<CenterRecord>]) {
    expected = records.count
    var packer = CenterPacker()
    for record in records { packer.pack(record) }
    let batch = packer.take()
    state.withLock {
      $0.count = records.count
      $0.batches = [batch]
      $0.isFinished = true
      $0.isSound = true
    }
    ready.signal()
    ready.signal()
  }

  /// How many records there are, where that is known.
  var count: Int? { state.withLock(\.count) }

  /// Whether nobody takes records any more, so that reading on is in vain.
  public var isCancelled: Bool { state.withLock(\.isCancelled) }

  /// Hands over some records, in the order of the file; waits while many are not yet written.
  ///
  /// Called by one thread at a time, and with all that one packer gives.
  public func put(_ batch: CenterBatch) {
    guard !batch.rows.isEmpty, !isCancelled else { return }
    free.wait()
    state.withLock { $0.batches.append(batch) }
    ready.signal()
  }

  /// Says that all records were handed over, and whether no row of the file is wrong.
  public func finish(isSound: Bool) {
    state.withLock {
      $0.isFinished = true
      $0.isSound = isSound
    }
    ready.signal()
  }

  /// Says that no more records will be taken.
  func cancel() {
    state.withLock {
      $0.isCancelled = true
      $0.batches = []
    }
    // At most one reader waits for room.
    free.signal()
  }

  /// Waits for some more records; `nil` at the end.
  func next() -> CenterBatch? {
    ready.wait()
    let batch = state.withLock { $0.batches.isEmpty ? nil : $0.batches.removeFirst() }
    if batch != nil { free.signal() }
    return batch
  }

  /// Whether no row of the file is wrong; known at the end.
  var isSound: Bool { state.withLock { $0.isFinished && $0.isSound } }
}
