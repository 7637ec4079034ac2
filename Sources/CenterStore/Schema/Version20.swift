import GRDB

extension Schema {
  /// The twentieth version: how somebody wants to see the registry again.
  ///
  /// `document` is JSON of the filter, the order and what was searched. No `link`, as with what somebody likes: nothing is said of a center.
  static func createVersion20(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE saved_filter(
          login TEXT NOT NULL REFERENCES user,
          name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
          document TEXT NOT NULL,
          PRIMARY KEY (login, name)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
