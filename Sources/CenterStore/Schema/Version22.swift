import GRDB

extension Schema {
  /// The twenty-second version: the register holds documents of a center's duties as well (articles 6, 7 and 14 to 24).
  ///
  /// Such a document has a center and no year. What may stand together in a row is said where a table is made, so the register is made anew.
  static func createVersion22(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE attachment_with_duties(
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
          CHECK (CASE WHEN application_id IS NULL THEN center_id IS NOT NULL ELSE year IS NULL AND center_id IS NULL END)
        ) STRICT;
        INSERT INTO attachment_with_duties
          SELECT id, year, center_id, application_id, title, title_key, kind, date, file, location, size, sha256, link FROM attachment;
        DROP TABLE attachment;
        ALTER TABLE attachment_with_duties RENAME TO attachment;
        CREATE UNIQUE INDEX attachment_of_material ON attachment(year, center_id, title_key) WHERE application_id IS NULL;
        CREATE UNIQUE INDEX attachment_of_application ON attachment(application_id, title_key) WHERE application_id IS NOT NULL;
        CREATE UNIQUE INDEX attachment_of_duties ON attachment(center_id, title_key) WHERE application_id IS NULL AND year IS NULL;
        """)
  }
}
