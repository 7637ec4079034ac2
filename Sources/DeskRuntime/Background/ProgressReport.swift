import Synchronization
import Wording

/// How far long work has come; the work reports, the desk shows it, and the person may ask for its end.
///
///     runtime.progress(Phrase(zh: "导入", en: "Import")) { report in
///       for (index, row) in rows.enumerated() {
///         try report.checkCancelled()
///         try add(row)
///         report.report(index + 1, of: rows.count)
///       }
///     } then: { result in … }
public final class ProgressReport: Sendable {
  struct State: Sendable {
    var done = 0
    var total: Int?
    var text: Phrase?
    var isCancelled = false
  }

  private let state = Mutex(State())

  init() {}

  /// Says how much is done; cheap enough for every row.
  ///
  /// - Parameters:
  ///   - done: how many steps are done.
  ///   - total: how many there are, if that is known.
  ///   - text: what is being done now; nil leaves what was said before.
  public func report(_ done: Int, of total: Int? = nil, _ text: Phrase? = nil) {
    state.withLock { state in
      state.done = done
      state.total = total
      if let text { state.text = text }
    }
  }

  /// Whether the person asked for the end.
  public var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Throws `CancellationError` if the person asked for the end.
  public func checkCancelled() throws {
    if isCancelled { throw CancellationError() }
  }

  var current: State { state.withLock { $0 } }
  func cancel() { state.withLock { $0.isCancelled = true } }
}
