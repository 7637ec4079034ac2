import GRDB

extension Schema {
  /// The fifteenth version: whom a host asks to step aside (回避).
  ///
  /// The host names a person and does not know who the experts are, so that what it named is kept, and held against the experts each time that
  /// somebody asks.
  static func createVersion15(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE recusal_request(
          center_id INTEGER NOT NULL REFERENCES center,
          person_key TEXT NOT NULL,
          employer_key TEXT NOT NULL,
          person TEXT NOT NULL CHECK (person <> ''),
          employer TEXT NOT NULL,
          reason TEXT NOT NULL CHECK (reason <> ''),
          day TEXT NOT NULL,
          link INTEGER NOT NULL,
          PRIMARY KEY (center_id, person_key, employer_key)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
