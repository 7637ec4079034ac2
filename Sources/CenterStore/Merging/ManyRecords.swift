import GRDB
import Glibc

/// What is set about a store while one transaction writes thousands of records; all of it can be set outside of a transaction only.
///
/// - Its pages must not leave the cache before it ends, or each would be written again and again.
/// - References go unchecked, because it refers only to what it found or made in the same transaction, where nobody else can take anything
///   away meanwhile.
/// - When a store is filled for the first time and nobody else has it open, it leaves WAL mode, in which every page is written twice, to the
///   log and to the file. A rollback journal is as safe, and holds only pages that were there before: next to none. Who comes meanwhile
///   waits until it is done, as a first fill leaves them nothing to read before. SQLite itself refuses to leave WAL mode while others are
///   there. Should the process be killed, whoever opens the store next rolls back what it began, and turns WAL mode on.
///
/// What is only tried is never committed: it holds few pages, which may go to the log and are forgotten there, and bars nobody.
struct ManyRecords {
  /// How much is written at once.
  enum Extent {
    /// A few records, as people write them.
    case few
    /// Thousands.
    case many
    /// Thousands, and none of them stays.
    case tried
  }

  private let db: Database
  private let synchronous: Int

  /// Prepares a connection.
  init(_ db: Database, _ extent: Extent) throws {
    self.db = db
    synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 2
    try db.execute(sql: "PRAGMA cache_size = \(extent == .tried ? -8_192 : -262_144); PRAGMA foreign_keys = OFF")
    if extent == .many, try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM center)") == false {
      // Refused where others are there, and then all is as before. The deletion of a journal must be on disk as well, since it is what
      // commits: `EXTRA` syncs it.
      // A log that stayed would turn WAL mode on again.
      CenterStore.keepLog(of: db, false)
      let mode = try? String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
      if mode == "delete", synchronous > 1 { try db.execute(sql: "PRAGMA synchronous = EXTRA") }
    }
  }

  /// Sets everything back. Should others keep the file from WAL mode for long, whoever opens it next turns that on.
  func settle() {
    try? db.execute(sql: "PRAGMA synchronous = \(synchronous); PRAGMA foreign_keys = ON; PRAGMA cache_size = \(CenterStore.cacheSize)")
    for _ in 0..<1000 {
      do {
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        CenterStore.keepLog(of: db, true)
        return
      } catch {
        usleep(1000)
      }
    }
  }
}
