import GRDB
import Regulation

extension Schema {
  /// The eighteenth version: what is on file of the duties of centers in operation (articles 6, 7 and 14 to 24).
  ///
  /// `origin` says who put it there; `agenda` holds names of items, parted by blanks; a record's `part` and `subject` are empty and its `year` is 0
  /// where it has none. What applications named of centers that came of them is taken over.
  static func createVersion18(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE committee_seat(
          id INTEGER PRIMARY KEY,
          center_id INTEGER NOT NULL REFERENCES center,
          committee TEXT NOT NULL CHECK (committee = 'management' OR committee = 'advisory'),
          name TEXT NOT NULL,
          employer TEXT NOT NULL,
          employer_key TEXT NOT NULL,
          office TEXT NOT NULL CHECK (office = '' OR office = 'chair' OR office = 'officer'),
          since TEXT NOT NULL,
          until TEXT,
          origin TEXT NOT NULL CHECK (origin = 'host' OR origin = 'staff' OR origin = 'application'),
          link INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX committee_seat_by_center ON committee_seat(center_id, committee);
        CREATE TABLE committee_meeting(
          id INTEGER PRIMARY KEY,
          center_id INTEGER NOT NULL REFERENCES center,
          committee TEXT NOT NULL CHECK (committee = 'management' OR committee = 'advisory'),
          day TEXT NOT NULL,
          agenda TEXT NOT NULL,
          outcome TEXT NOT NULL,
          minutes TEXT NOT NULL,
          origin TEXT NOT NULL CHECK (origin = 'host' OR origin = 'staff'),
          link INTEGER NOT NULL,
          UNIQUE (center_id, committee, day)
        ) STRICT;
        CREATE TABLE duty_record(
          id INTEGER PRIMARY KEY,
          center_id INTEGER NOT NULL REFERENCES center,
          duty TEXT NOT NULL,
          part TEXT NOT NULL,
          subject TEXT NOT NULL,
          subject_key TEXT NOT NULL,
          year INTEGER NOT NULL,
          day TEXT NOT NULL,
          text TEXT NOT NULL,
          evidence TEXT NOT NULL,
          origin TEXT NOT NULL CHECK (origin = 'host' OR origin = 'staff' OR origin = 'application'),
          link INTEGER NOT NULL,
          UNIQUE (center_id, duty, part, subject_key, year)
        ) STRICT;
        CREATE INDEX duty_record_by_duty ON duty_record(duty, center_id, year, day, part);
        """)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT center.id, certified_on, form, application.link FROM application
        JOIN center ON center.code = json_extract(application.state, '$.state.certified._0.code') WHERE stage = 'certified' ORDER BY center.id
        """)
    for row in rows {
      let form: ApplicationForm = try JSONText.decode(row[2])
      try DutyTakeover.take(form, of: row[0], since: try CenterStore.day(row[1]), link: row[3], db)
    }
  }
}
