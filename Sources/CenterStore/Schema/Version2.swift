import GRDB
import Regulation

extension Schema {
  /// The second version: yearly calls, and applications from the draft to the registry (articles 8 to 12).
  ///
  /// `form`, `state`, `step` and `opinion` are JSON documents of the rules' own types; `stage`, `name` and `field` repeat from them what queues
  /// are counted and ordered by. `application_step` is only ever appended to.
  static func createVersion2(_ db: Database) throws {
    try db.execute(sql: calls + applications + review)
  }

  private static let calls = """
    CREATE TABLE call(
      year INTEGER PRIMARY KEY,
      opens_on TEXT NOT NULL,
      host_by TEXT NOT NULL,
      department_by TEXT NOT NULL,
      correction_by TEXT NOT NULL,
      minimum_experts INTEGER NOT NULL CHECK (minimum_experts >= 1),
      fields TEXT NOT NULL,
      documents TEXT NOT NULL,
      published_on TEXT NOT NULL,
      link INTEGER NOT NULL
    ) STRICT;

    """

  private static let applications = """
    CREATE TABLE application(
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      year INTEGER NOT NULL REFERENCES call,
      host_id INTEGER NOT NULL REFERENCES organization,
      department_id INTEGER NOT NULL REFERENCES department,
      applicant TEXT NOT NULL REFERENCES user,
      form TEXT NOT NULL,
      state TEXT NOT NULL,
      stage TEXT NOT NULL,
      since TEXT NOT NULL,
      name TEXT NOT NULL DEFAULT '',
      field TEXT NOT NULL DEFAULT '',
      group_opinion TEXT NOT NULL DEFAULT '',
      link INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX application_by_year ON application(year, stage);
    CREATE INDEX application_by_host ON application(host_id);
    CREATE INDEX application_by_department ON application(department_id, stage);
    CREATE TABLE application_step(
      application_id INTEGER NOT NULL REFERENCES application,
      position INTEGER NOT NULL,
      step TEXT NOT NULL,
      login TEXT NOT NULL,
      day TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (application_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE judgement(
      application_id INTEGER NOT NULL REFERENCES application,
      subject TEXT NOT NULL,
      document TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (application_id, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE credit_check(
      organization_id INTEGER NOT NULL REFERENCES organization,
      day TEXT NOT NULL,
      link INTEGER NOT NULL,
      document TEXT NOT NULL,
      PRIMARY KEY (organization_id, day, link)
    ) STRICT, WITHOUT ROWID;

    """

  private static let review = """
    CREATE TABLE call_pledge(
      year INTEGER NOT NULL REFERENCES call,
      login TEXT NOT NULL REFERENCES expert,
      time INTEGER NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (year, login)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE application_expert(
      application_id INTEGER NOT NULL REFERENCES application,
      login TEXT NOT NULL REFERENCES expert,
      is_leader INTEGER NOT NULL DEFAULT 0 CHECK (is_leader IN (0, 1)),
      opinion TEXT NOT NULL DEFAULT '',
      is_submitted INTEGER NOT NULL DEFAULT 0 CHECK (is_submitted IN (0, 1)),
      link INTEGER NOT NULL,
      PRIMARY KEY (application_id, login)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX application_expert_by_login ON application_expert(login);
    CREATE TABLE application_conflict(
      application_id INTEGER NOT NULL REFERENCES application,
      login TEXT NOT NULL REFERENCES expert,
      reason TEXT NOT NULL,
      link INTEGER NOT NULL,
      PRIMARY KEY (application_id, login)
    ) STRICT, WITHOUT ROWID;
    """
}
