import Dispatch
import Regulation
import Synchronization

/// The rows of an import of centers for the audit chain, put together beside the thread that writes the centers. Their order is kept.
final class CenterRows: Sendable {
  /// What is noted of a row of a batch.
  enum Entry: Sendable {
    /// The center is new.
    case new(Int)
    /// The center changed.
    case changed(Int, before: CenterRecord, after: CenterRecord)
  }

  private let queue = DispatchQueue(label: "cztic, rows", qos: .userInitiated)
  private let log: Mutex<RowLog>

  /// - Parameter kept: how many rows are kept (``RowLog``).
  init(expecting rows: Int, keeping kept: Int) {
    log = Mutex(RowLog(keeping: kept))
    log.withLock { $0.reserve(rows: rows) }
  }

  /// Takes what is noted of a batch.
  func add(_ batch: CenterBatch, _ entries: [Entry]) {
    queue.async { [self] in
      log.withLock { log in
        if entries.count == batch.rows.count, entries.allSatisfy(\.isNew) {
          return log.append(lines: batch.documents, leaves: batch.leaves)
        }
        for entry in entries {
          switch entry {
          case .new(let place):
            log.append(lines: batch.documents[batch.rows[place].document], leaves: CollectionOfOne(batch.leaves[place]))
          case .changed(let place, let before, let after):
            log.append(object: "center/" + batch.code(place), before: before.fields, after: after.fields)
          }
        }
      }
    }
  }

  /// Waits for the rest, and gives the rows away.
  func finish() -> RowLog {
    queue.sync {
      log.withLock { log in
        defer { log = RowLog() }
        return log
      }
    }
  }
}

extension CenterRows.Entry {
  fileprivate var isNew: Bool {
    if case .new = self { return true }
    return false
  }
}
