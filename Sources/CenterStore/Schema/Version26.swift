import GRDB

extension Schema {
  /// The twenty-sixth version: what makes a result one that anyone can check.
  ///
  /// A lot is kept as the texts that the chain binds (``Proofs/LotTerms``, ``Proofs/LotOutcome``); whose a ticket is, and why somebody was excluded,
  /// stands beside them and is told in no file. A sheet's commitment keeps what opens it, so that a sheet of an earlier settlement can still be
  /// opened. A published file is kept as it was written: its signature is over its bytes.
  static func createVersion26(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE lot(
          year INTEGER NOT NULL REFERENCES round,
          number INTEGER NOT NULL CHECK (number > 0),
          terms TEXT NOT NULL,
          bound INTEGER NOT NULL,
          witness TEXT NOT NULL DEFAULT '',
          word TEXT,
          outcome TEXT,
          drawn INTEGER,
          PRIMARY KEY (year, number),
          CHECK ((outcome IS NULL) = (drawn IS NULL))
        ) STRICT;
        CREATE TABLE lot_ticket(
          year INTEGER NOT NULL,
          number INTEGER NOT NULL,
          ticket TEXT NOT NULL,
          login TEXT NOT NULL REFERENCES expert,
          salt BLOB NOT NULL CHECK (length(salt) = 32),
          PRIMARY KEY (year, number, ticket),
          FOREIGN KEY (year, number) REFERENCES lot
        ) STRICT;
        CREATE TABLE lot_exclusion(
          year INTEGER NOT NULL,
          number INTEGER NOT NULL,
          center_id INTEGER NOT NULL REFERENCES center,
          ticket TEXT NOT NULL,
          reason TEXT NOT NULL,
          salt BLOB NOT NULL CHECK (length(salt) = 32),
          PRIMARY KEY (year, number, center_id, ticket),
          FOREIGN KEY (year, number, ticket) REFERENCES lot_ticket
        ) STRICT;
        CREATE TABLE sheet_commitment(
          year INTEGER NOT NULL REFERENCES round,
          center_id INTEGER NOT NULL REFERENCES center,
          link INTEGER NOT NULL,
          alias TEXT NOT NULL,
          login TEXT NOT NULL REFERENCES expert,
          points TEXT NOT NULL,
          salt BLOB NOT NULL CHECK (length(salt) = 32),
          commitment BLOB NOT NULL CHECK (length(commitment) = 32),
          PRIMARY KEY (year, center_id, link, alias)
        ) STRICT;
        CREATE TABLE signing_key(
          public BLOB PRIMARY KEY CHECK (length(public) = 32),
          private BLOB NOT NULL CHECK (length(private) = 32),
          link INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE publication(
          year INTEGER NOT NULL REFERENCES round,
          number INTEGER NOT NULL CHECK (number > 0),
          digest BLOB NOT NULL CHECK (length(digest) = 32),
          file BLOB NOT NULL,
          link INTEGER NOT NULL,
          PRIMARY KEY (year, number)
        ) STRICT;
        """)
  }
}
