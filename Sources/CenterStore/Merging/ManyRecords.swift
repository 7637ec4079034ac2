import GRDB

/// What is set about a store while one transaction writes thousands of records; all of it can be set outside of a transaction only.
///
/// - Its pages must not leave the cache before it ends, or each would be written again and again.
/// - References go unchecked, because it refers only to what it found or made in the same transaction, where nobody else can take anything
///   away meanwhile.
struct ManyRecords {
  private let db: Database

  /// Prepares a connection.
  init(_ db: Database) throws {
    self.db = db
    try db.execute(sql: "PRAGMA cache_size = -262144; PRAGMA foreign_keys = OFF")
  }

  /// Sets everything back.
  func settle() {
    try? db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA cache_size = \(CenterStore.cacheSize)")
  }
}
