import GRDB

extension Schema {
  /// The fifteenth version: whom a host asks to step aside (回避), and what stood in an item when the department asked about it (article 27).
  ///
  /// The host names a person and does not know who the experts are, so that what it named is kept, and held against the experts each time that
  /// somebody asks. `fact_asked` lets the department see what became of its question, when the form comes again.
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
        CREATE TABLE fact_asked(
          year INTEGER NOT NULL REFERENCES round,
          center_id INTEGER NOT NULL REFERENCES center,
          code TEXT NOT NULL,
          fact_year INTEGER NOT NULL,
          value TEXT NOT NULL,
          note TEXT NOT NULL,
          link INTEGER NOT NULL,
          PRIMARY KEY (year, center_id, code, fact_year)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
