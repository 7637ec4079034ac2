import GRDB

extension Schema {
  /// The third version: the register of documents (articles 10 and 27).
  ///
  /// A document belongs to a center's material of a round or to an application, and proves items of it: `3.3.f` a data item, `article/9.2` a
  /// condition, `step/2` the step of that place. `size` is known of files that were kept beside the store; `sha256` may come without one.
  static func createVersion3(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE attachment(
          id INTEGER PRIMARY KEY,
          year INTEGER REFERENCES round,
          center_id INTEGER REFERENCES center,
          application_id INTEGER REFERENCES application,
          title TEXT NOT NULL CHECK (title <> ''),
          title_key TEXT NOT NULL,
          kind TEXT NOT NULL DEFAULT '',
          date TEXT,
          file TEXT NOT NULL DEFAULT '',
          location TEXT NOT NULL DEFAULT '',
          size INTEGER CHECK (size >= 0),
          sha256 BLOB CHECK (length(sha256) = 32),
          link INTEGER NOT NULL,
          CHECK (CASE WHEN application_id IS NULL THEN year IS NOT NULL AND center_id IS NOT NULL
            ELSE year IS NULL AND center_id IS NULL END)
        ) STRICT;
        CREATE UNIQUE INDEX attachment_of_material ON attachment(year, center_id, title_key) WHERE application_id IS NULL;
        CREATE UNIQUE INDEX attachment_of_application ON attachment(application_id, title_key) WHERE application_id IS NOT NULL;
        CREATE TABLE attachment_proof(
          attachment_id INTEGER NOT NULL REFERENCES attachment,
          proof TEXT NOT NULL,
          PRIMARY KEY (attachment_id, proof)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
