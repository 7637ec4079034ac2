import GRDB

extension Schema {
  /// The eleventh version: what somebody has written of a step, and not taken yet.
  ///
  /// No `link`: nothing was done yet. What is done leaves its link, and takes these words away.
  static func createVersion11(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE form_draft(
          login TEXT NOT NULL REFERENCES user,
          form TEXT NOT NULL CHECK (form <> ''),
          field TEXT NOT NULL,
          text TEXT NOT NULL,
          time INTEGER NOT NULL,
          PRIMARY KEY (login, form, field)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
