import GRDB

extension Schema {
  /// The seventeenth version: matters of centers that go from hand to hand (articles 16, 30 and 31), and reorganisations (article 4(5)).
  ///
  /// `state` and `step` are JSON documents of the rules' own types; `stage` repeats from them what lists are ordered by, and `subject` says in a
  /// line what the matter is about. `matter_step` is only ever appended to. `department_id` is the department that had the center when the matter
  /// began: it goes on seeing what it handled when the center moves.
  static func createVersion17(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE matter(
          id INTEGER PRIMARY KEY,
          number TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL CHECK (kind = 'change' OR kind = 'director' OR kind = 'revocation'),
          center_id INTEGER NOT NULL REFERENCES center,
          department_id INTEGER NOT NULL REFERENCES department,
          subject TEXT NOT NULL,
          state TEXT NOT NULL,
          stage TEXT NOT NULL,
          is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
          begun_on TEXT NOT NULL,
          begun_by TEXT NOT NULL,
          since TEXT NOT NULL,
          round INTEGER REFERENCES round,
          link INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX matter_by_center ON matter(center_id, kind);
        CREATE INDEX matter_open ON matter(kind, stage) WHERE is_open = 1;
        CREATE TABLE matter_step(
          matter_id INTEGER NOT NULL REFERENCES matter,
          position INTEGER NOT NULL,
          step TEXT NOT NULL,
          login TEXT NOT NULL,
          day TEXT NOT NULL,
          link INTEGER NOT NULL,
          PRIMARY KEY (matter_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reorganisation(
          id INTEGER PRIMARY KEY,
          successor_id INTEGER NOT NULL REFERENCES center,
          document TEXT NOT NULL,
          login TEXT NOT NULL,
          day TEXT NOT NULL,
          link INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX reorganisation_by_successor ON reorganisation(successor_id);
        CREATE TABLE reorganised(
          center_id INTEGER PRIMARY KEY REFERENCES center,
          reorganisation_id INTEGER NOT NULL REFERENCES reorganisation
        ) STRICT;
        """)
  }
}
