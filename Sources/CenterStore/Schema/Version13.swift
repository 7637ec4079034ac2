import GRDB

extension Schema {
  /// The thirteenth version: who was at a panel's meeting, and the links of a round found without
  /// reading the whole chain.
  static func createVersion13(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE attendance(
          year INTEGER NOT NULL REFERENCES round,
          day TEXT NOT NULL,
          login TEXT NOT NULL REFERENCES expert,
          is_present INTEGER NOT NULL CHECK (is_present IN (0, 1)),
          link INTEGER NOT NULL,
          PRIMARY KEY (year, day, login)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX audit_of_round ON audit(\(objectOfLink)) WHERE act IN (\(actsOfRound));
        """)
  }

  /// The acts that the timeline of a round tells beside its steps, in the words of the chain; a query that says the same uses the index.
  static let actsOfRound = """
    'round.open', 'assign.draw', 'assign.release', 'assign.leader', 'assign.second', 'assign.attend', 'sheet.enter', 'sheet.group', \
    'incentive.record'
    """
}
