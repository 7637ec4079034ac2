import GRDB
import Synchronization

/// Whether damage of the file was met since it was opened.
///
/// SQLite takes back what it was about to write where it meets damage, and goes on. What it writes the next time may land on pages that are in use,
/// where the list of free ones is wrong. So nothing more is written to a store in which damage was met.
final class DamageMet: Sendable {
  private let error = Mutex<StoreError?>(nil)

  /// Remembers an error that tells of damage of the file.
  ///
  /// - Parameter cause: what SQLite said. A single document that cannot be read was put there by another hand: that is said without SQLite, and is
  ///   no fault of pages.
  func note(_ error: StoreError, _ cause: DatabaseError) {
    if case .damaged = error, cause.sql != nil { self.error.withLock { $0 = error } }
  }

  /// Makes sure that none was met.
  ///
  /// - Throws: ``StoreError/damaged(path:reason:)``.
  func requireNone() throws(StoreError) {
    if let error = error.withLock(\.self) { throw error }
  }
}
