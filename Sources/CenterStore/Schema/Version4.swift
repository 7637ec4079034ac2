import GRDB

extension Schema {
  /// The fourth version: how somebody likes the desk to be.
  ///
  /// No `link`: what is kept here says nothing of a center, and no right or figure follows from it, so it is no part of the audit chain.
  static func createVersion4(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE preference(
          login TEXT NOT NULL REFERENCES user,
          name TEXT NOT NULL,
          value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 32),
          PRIMARY KEY (login, name)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
