import GRDB

extension Schema {
  /// The first version: audit chain, registry, people, rounds, facts and sheets.
  ///
  /// Every record carries `link`, the number of the audit link that last changed it. Days are `YYYY-MM-DD`, instants are
  /// milliseconds since 1970 UTC, points and money are whole hundredths. `roll` holds the centers that were due when a round was
  /// settled: what happens to a center later changes nothing about a result that stands. `name_key` is a name as it is compared (NFKC, trimmed).
  static func createVersion1(_ db: Database) throws {
    try db.execute(sql: audit + registry + people + rounds + sheets)
  }

  /// That a column holds one of some words. From three words on SQLite builds a table anew for every `IN` of every row, which took half
  /// the time of a large import.
  private static func oneOf(_ column: String, _ words: String...) -> String {
    words.map { "\(column) = '\($0)'" }.joined(separator: " OR ")
  }

  private static let audit = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE audit(
      seq INTEGER PRIMARY KEY,
      time INTEGER NOT NULL,
      act TEXT NOT NULL,
      channel TEXT NOT NULL,
      login TEXT NOT NULL,
      who_salt BLOB NOT NULL,
      change TEXT NOT NULL,
      change_salt BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE TABLE audit_rows(seq INTEGER PRIMARY KEY REFERENCES audit, rows BLOB NOT NULL) STRICT;

    """

  private static let registry = """
    CREATE TABLE department(
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('municipal', 'county')),
      jurisdiction TEXT NOT NULL DEFAULT '',
      link INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE organization(
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL DEFAULT '' CHECK (\(oneOf("kind", "", "enterprise", "university", "institute", "technical", "other"))),
      province TEXT NOT NULL DEFAULT '',
      county TEXT NOT NULL DEFAULT '',
      contact TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      link INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE organization_alias(
      organization_id INTEGER NOT NULL REFERENCES organization,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      PRIMARY KEY (organization_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE center(
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      host_id INTEGER NOT NULL REFERENCES organization,
      department_id INTEGER NOT NULL REFERENCES department,
      field TEXT NOT NULL DEFAULT '',
      certified_on TEXT NOT NULL,
      status TEXT NOT NULL DEFAULT 'active' CHECK (\(oneOf("status", "active", "revoked", "reorganised"))),
      director TEXT NOT NULL DEFAULT '',
      link INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE center_co_builder(
      center_id INTEGER NOT NULL REFERENCES center,
      position INTEGER NOT NULL,
      organization_id INTEGER NOT NULL REFERENCES organization,
      PRIMARY KEY (center_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE center_former_name(
      center_id INTEGER NOT NULL REFERENCES center,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (center_id, position)
    ) STRICT, WITHOUT ROWID;

    """

  private static let people = """
    CREATE TABLE user(
      login TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (\(oneOf("role", "expert", "bureau", "department", "host", "agency", "viewer", "admin"))),
      department_id INTEGER REFERENCES department,
      organization_id INTEGER REFERENCES organization,
      ssh_keys TEXT NOT NULL DEFAULT '',
      link INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE expert(
      login TEXT PRIMARY KEY REFERENCES user,
      employer_id INTEGER NOT NULL REFERENCES organization,
      title TEXT NOT NULL DEFAULT '',
      kind TEXT NOT NULL DEFAULT '' CHECK (\(oneOf("kind", "", "technical", "management", "finance"))),
      link INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE expert_field(
      login TEXT NOT NULL REFERENCES expert,
      position INTEGER NOT NULL,
      field TEXT NOT NULL,
      PRIMARY KEY (login, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE expert_former_employer(
      login TEXT NOT NULL REFERENCES expert,
      position INTEGER NOT NULL,
      organization_id INTEGER NOT NULL REFERENCES organization,
      PRIMARY KEY (login, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE conflict(
      center_id INTEGER NOT NULL REFERENCES center,
      login TEXT NOT NULL REFERENCES expert,
      reason TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (center_id, login)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX conflict_by_login ON conflict(login);

    """

  private static let rounds = """
    CREATE TABLE round(
      year INTEGER PRIMARY KEY,
      state TEXT NOT NULL CHECK (\(oneOf("state", "announced", "scoring", "settled", "published", "closed", "cancelled"))),
      method TEXT NOT NULL CHECK (method IN ('mean', 'trimmed')),
      minimum_sheets INTEGER NOT NULL CHECK (minimum_sheets >= 1),
      material_by TEXT,
      report_by TEXT,
      scores_by TEXT,
      reason TEXT NOT NULL DEFAULT '',
      table_version TEXT NOT NULL,
      agency_id INTEGER REFERENCES organization,
      opened_on TEXT NOT NULL,
      settled_on TEXT,
      published_on TEXT,
      notice_until TEXT,
      closed_on TEXT,
      link INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE deferral(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      reason TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE assignment(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      login TEXT NOT NULL REFERENCES expert,
      origin TEXT NOT NULL CHECK (\(oneOf("origin", "draw", "hand", "import"))),
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id, login)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX assignment_by_login ON assignment(login, year);
    CREATE TABLE pledge(
      year INTEGER NOT NULL REFERENCES round,
      login TEXT NOT NULL REFERENCES expert,
      time INTEGER NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, login)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE result(
      year INTEGER NOT NULL,
      center_id INTEGER NOT NULL REFERENCES center,
      score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10000),
      grade TEXT NOT NULL CHECK (\(oneOf("grade", "excellent", "qualified", "unqualified"))),
      rank INTEGER,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX result_by_center ON result(center_id, year);
    CREATE TABLE roll(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      PRIMARY KEY (year, center_id)
    ) STRICT, WITHOUT ROWID;

    """

  private static let sheets = """
    CREATE TABLE sheet(
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      login TEXT NOT NULL REFERENCES expert,
      state TEXT NOT NULL CHECK (state IN ('draft', 'submitted')),
      entered_by TEXT NOT NULL DEFAULT '',
      submitted_at INTEGER,
      link INTEGER NOT NULL,
      UNIQUE (year, center_id, login)
    ) STRICT;
    CREATE TABLE score(
      sheet_id INTEGER NOT NULL REFERENCES sheet,
      indicator TEXT NOT NULL,
      points INTEGER CHECK (points BETWEEN 0 AND 10000),
      comment TEXT NOT NULL DEFAULT '',
      link INTEGER NOT NULL,
      PRIMARY KEY (sheet_id, indicator)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE comment_draft(
      year INTEGER NOT NULL,
      center_id INTEGER NOT NULL REFERENCES center,
      login TEXT NOT NULL REFERENCES expert,
      indicator TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (year, center_id, login, indicator)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE material(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      origin TEXT NOT NULL CHECK (origin IN ('host', 'staff')),
      submitted_at INTEGER,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE fact(
      year INTEGER NOT NULL REFERENCES round,
      center_id INTEGER NOT NULL REFERENCES center,
      code TEXT NOT NULL,
      fact_year INTEGER NOT NULL,
      value TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      link INTEGER NOT NULL,
      PRIMARY KEY (year, center_id, code, fact_year)
    ) STRICT, WITHOUT ROWID;
    """
}
