import GRDB
import Regulation

extension Schema {
  /// The twenty-third version: the lists of fields, of the “2+8” industries and of county clusters, which staff keep (articles 3 and 8).
  ///
  /// They begin with the fields that the program brings; what came so has no `link`, until somebody corrects or retires it. Nothing is ever taken
  /// out: what is on file may name it.
  static func createVersion23(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE term(
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL CHECK (kind IN ('field', 'industry', 'cluster')),
          name TEXT NOT NULL,
          name_key TEXT NOT NULL CHECK (name_key <> ''),
          english TEXT NOT NULL,
          county TEXT NOT NULL DEFAULT '',
          retired_on TEXT,
          link INTEGER,
          UNIQUE (kind, name_key)
        ) STRICT;
        """)
    for field in try Places.standard.get().fields {
      try db.execute(
        sql: "INSERT INTO term(kind, name, name_key, english) VALUES ('field', ?, ?, ?)",
        arguments: [field.zh, NameKey(field.zh).string, field.en])
    }
  }
}
