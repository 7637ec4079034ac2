import Dispatch
import Synchronization

/// Makes the documents of a large import, and the tree over them, beside the thread that writes its records.
///
/// The order of the rows is kept. Rows are handed over by the hundred: one at a time would cost more than the work itself.
final class DocumentWriter: Sendable {
  /// An object that is new or changed.
  struct Entry: Sendable {
    let code: String
    let before: CenterRecord?
    let after: CenterRecord
  }

  private let queue = DispatchQueue(label: "cztic, documents", qos: .userInitiated)
  private let log = Mutex(RowLog())

  init(expecting rows: Int) { log.withLock { $0.reserve(rows: rows) } }

  /// Takes some more rows.
  func add(_ entries: [Entry]) {
    queue.async { [self] in
      log.withLock { log in
        for entry in entries { log.append(object: "center/" + entry.code, before: entry.before?.fields, after: entry.after.fields) }
      }
    }
  }

  /// Waits for the rest, and gives the log away.
  func finish() -> RowLog {
    queue.sync {
      log.withLock { log in
        defer { log = RowLog() }
        return log
      }
    }
  }
}
