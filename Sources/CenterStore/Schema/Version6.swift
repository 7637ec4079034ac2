import GRDB

extension Schema {
  /// The sixth version: evaluation forms from the first figure to the department's report, and rounds as the rules know them (articles 25 to 28).
  ///
  /// `material.state` says how far a center's form has come, `since` when it came there; `submitted_on` stays through what the department gives
  /// back. `roll` tells of every center what settlement fixed: in `standing` that it was scored, pending or absent, or why it did not have to
  /// take part; in `reopened` the objection that re-opened it. `former_sheet` keeps the sheets of such a center as they stood before.
  /// `round_step` is only ever appended to. `step`, `objection` and `replaced` are JSON documents of the rules' own types.
  ///
  /// What a department found of an item holds for what stood in the form then: it bears a later link than every figure of the item.
  static func createVersion6(_ db: Database) throws {
    try db.execute(sql: forms + checks + steps + kept)
  }

  private static let forms = """
    ALTER TABLE round ADD COLUMN asks_own_scores INTEGER NOT NULL DEFAULT 0 CHECK (asks_own_scores IN (0, 1));
    ALTER TABLE material ADD COLUMN state TEXT NOT NULL DEFAULT 'none'
      CHECK (state = 'none' OR state = 'submitted' OR state = 'returned' OR state = 'reported');
    ALTER TABLE material ADD COLUMN since TEXT;
    ALTER TABLE material ADD COLUMN submitted_on TEXT;
    ALTER TABLE material ADD COLUMN reason TEXT NOT NULL DEFAULT '';
    ALTER TABLE material ADD COLUMN reported_on TEXT;
    ALTER TABLE material ADD COLUMN remark TEXT NOT NULL DEFAULT '';
    ALTER TABLE material ADD COLUMN admitted TEXT NOT NULL DEFAULT '';
    ALTER TABLE material ADD COLUMN declared_by TEXT NOT NULL DEFAULT '';
    ALTER TABLE material ADD COLUMN declared_on TEXT;

    """

  private static let checks = """
    CREATE TABLE fact_remark(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      finding TEXT NOT NULL,
      text TEXT NOT NULL CHECK (text <> ''),
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id, finding)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE fact_verdict(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      code TEXT NOT NULL,
      is_confirmed INTEGER NOT NULL CHECK (is_confirmed IN (0, 1)),
      note TEXT NOT NULL DEFAULT '',
      day TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE own_score(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      indicator TEXT NOT NULL,
      points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 10000),
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id, indicator)
    ) STRICT, WITHOUT ROWID;

    """

  private static let steps = """
    CREATE TABLE round_step(
      year INTEGER NOT NULL REFERENCES round,
      position INTEGER NOT NULL,
      center_id INTEGER REFERENCES center,
      step TEXT NOT NULL,
      login TEXT NOT NULL,
      day TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX round_step_by_center ON round_step(center_id, year) WHERE center_id IS NOT NULL;
    CREATE TABLE round_objection(
      year INTEGER NOT NULL REFERENCES round,
      number INTEGER NOT NULL,
      center_id INTEGER NOT NULL REFERENCES center,
      objection TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE former_sheet(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      objection INTEGER NOT NULL,
      login TEXT NOT NULL REFERENCES expert,
      points TEXT NOT NULL,
      comments TEXT NOT NULL,
      entered_by TEXT NOT NULL DEFAULT '',
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id, objection, login)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE result ADD COLUMN sheets INTEGER;
    ALTER TABLE result ADD COLUMN replaced TEXT NOT NULL DEFAULT '';
    ALTER TABLE roll ADD COLUMN standing TEXT NOT NULL DEFAULT '';
    ALTER TABLE roll ADD COLUMN reopened INTEGER;

    """

  /// What came in before was handed in by staff, on the day of its link. What a round had fixed follows from its sheets and material.
  private static let kept = """
    UPDATE material SET state = 'submitted',
      submitted_on = strftime('%Y-%m-%d', (SELECT time FROM audit WHERE seq = link) / 1000 + 28800, 'unixepoch')
      WHERE origin = 'staff' OR submitted_at IS NOT NULL;
    UPDATE material SET since = submitted_on;
    UPDATE result SET sheets =
      (SELECT count(*) FROM sheet WHERE sheet.year = result.year AND sheet.center_id = result.center_id AND state = 'submitted')
      WHERE year IN (SELECT year FROM round);
    UPDATE roll SET standing = CASE
      WHEN EXISTS (SELECT 1 FROM result WHERE result.year = roll.year AND result.center_id = roll.center_id) THEN 'scored'
      WHEN EXISTS (SELECT 1 FROM sheet WHERE sheet.year = roll.year AND sheet.center_id = roll.center_id)
        OR EXISTS (SELECT 1 FROM material WHERE material.year = roll.year AND material.center_id = roll.center_id AND state <> 'none')
        THEN 'pending'
      ELSE 'absent' END;
    """
}
