import GRDB

extension Schema {
  /// The twenty-fourth version: by what those come who have no key, and how often somebody tried in vain.
  ///
  /// A secret itself is nowhere: what is kept is what scrypt makes of it, at a cost that stands beside it. Attempts are counted under two bytes
  /// of the digest of the login as it was typed, whether there is such a login or not: so the table stays small whatever is typed, and does not
  /// keep a password that somebody typed in the wrong field.
  static func createVersion24(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE credential(
          login TEXT PRIMARY KEY REFERENCES user,
          kind TEXT NOT NULL CHECK (kind IN ('code', 'password')),
          since TEXT NOT NULL,
          until INTEGER,
          rounds INTEGER NOT NULL CHECK (rounds BETWEEN 1 AND 20),
          block_size INTEGER NOT NULL CHECK (block_size BETWEEN 1 AND 32),
          parallelism INTEGER NOT NULL CHECK (parallelism BETWEEN 1 AND 16),
          salt BLOB NOT NULL CHECK (length(salt) = 16),
          digest BLOB NOT NULL CHECK (length(digest) = 32),
          link INTEGER NOT NULL,
          CHECK ((kind = 'code') = (until IS NOT NULL))
        ) STRICT;
        CREATE TABLE attempts(
          bucket INTEGER PRIMARY KEY CHECK (bucket BETWEEN 0 AND 65535),
          failures INTEGER NOT NULL CHECK (failures > 0),
          last INTEGER NOT NULL,
          barred_until INTEGER
        ) STRICT;
        """)
  }
}
