import GRDB

extension Schema {
  /// The seventh version: panels from the draw to their group's opinion, second looks, and what came of a round (articles 25, 29 and 30).
  ///
  /// `assignment_draw` keeps what each applied draw was made with, so that a gap is filled by the same seed; `released` who was let go, who is not
  /// drawn for that center again. `sheet.paper` says which signed paper staff typed a sheet from. `expert_alias` holds the number under which
  /// hosts and the public know an expert of a round; it follows from nothing, so that nobody can work it out.
  static func createVersion7(_ db: Database) throws {
    try db.execute(sql: panels + after)
  }

  private static let panels = """
    ALTER TABLE assignment ADD COLUMN is_second_look INTEGER NOT NULL DEFAULT 0 CHECK (is_second_look IN (0, 1));
    ALTER TABLE assignment ADD COLUMN is_leader INTEGER NOT NULL DEFAULT 0 CHECK (is_leader IN (0, 1));
    ALTER TABLE sheet ADD COLUMN paper TEXT NOT NULL DEFAULT '';
    CREATE TABLE assignment_draw(
      year INTEGER NOT NULL REFERENCES round,
      position INTEGER NOT NULL,
      seed TEXT NOT NULL,
      is_chosen INTEGER NOT NULL CHECK (is_chosen IN (0, 1)),
      per_center INTEGER NOT NULL CHECK (per_center >= 1),
      wishes TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE released(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      login TEXT NOT NULL REFERENCES expert,
      reason TEXT NOT NULL CHECK (reason <> ''),
      day TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id, login)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE group_opinion(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      text TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE site_look(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      position INTEGER NOT NULL,
      visit TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id, position)
    ) STRICT, WITHOUT ROWID;

    """

  private static let after = """
    CREATE TABLE expert_alias(
      year INTEGER NOT NULL REFERENCES round,
      login TEXT NOT NULL REFERENCES expert,
      number INTEGER NOT NULL,
      PRIMARY KEY (year, login)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE incentive(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      kind TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome <> ''),
      day TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id, kind)
    ) STRICT, WITHOUT ROWID;
    """
}
