import GRDB

extension Schema {
  /// The fifth version: the names of centers as an application's is compared with them (article 9.7), ``CenterNameIndex``.
  ///
  /// No `link`: what stands here follows from the names themselves.
  static func createVersion5(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE center_name(
          key TEXT NOT NULL,
          center_id INTEGER NOT NULL REFERENCES center,
          PRIMARY KEY (key, center_id)
        ) STRICT, WITHOUT ROWID;
        """)
    if try CenterNameIndex.isKept(db) { try CenterNameIndex.add(after: 0, db) }
  }
}
