import GRDB
import Regulation

/// What an application names of its center's duties stands on file of the center from its certification on: the committees (articles 14 and 15),
/// and of each co-builder body, people and tasks (article 7).
enum DutyTakeover {
  /// Puts it on file.
  static func take(_ form: ApplicationForm, of center: Int64, since day: Day, link: Int64, _ db: Database) throws {
    for (kind, members) in [(CommitteeKind.management, form.committees?.management), (.advisory, form.committees?.advisory)] {
      for member in members ?? [] {
        try StoredSeat.insert(member, on: kind, of: center, since: day, origin: .application, link: link, db)
      }
    }
    for builder in form.coBuilders ?? [] {
      guard let name = builder.name, !name.isEmpty else { continue }
      let people = try PlainText(builder.people.map(\.string).joined(separator: "、"))
      for (part, text) in [(DutyPart.body, builder.body), (.people, people), (.tasks, builder.tasks)] {
        guard let text, !text.isEmpty else { continue }
        let record = try DutyRecord(.coBuilding, part: part, subject: name, on: day, text: text, today: day)
        // Of two entries of one name the later one stands.
        try db.execute(
          sql: "DELETE FROM duty_record WHERE center_id = ? AND duty = ? AND part = ? AND subject_key = ?",
          arguments: [center, record.duty.rawValue, part.rawValue, NameKey(name).string])
        try StoredDutyRecord.insert(record, of: center, origin: .application, link: link, db)
      }
    }
  }
}

extension StoredSeat {
  /// Seats somebody.
  static func insert(
    _ member: CommitteeMember, on kind: CommitteeKind, of center: Int64, since day: Day, origin: DutyOrigin, link: Int64, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO committee_seat(center_id, committee, name, employer, employer_key, office, since, origin, link)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        center, kind.rawValue, member.name.string, member.employer.string, NameKey(member.employer).string, member.duty?.rawValue ?? "",
        day.description, origin.rawValue, link,
      ])
  }
}

extension StoredDutyRecord {
  /// Puts a record on file.
  static func insert(_ record: DutyRecord, of center: Int64, origin: DutyOrigin, link: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO duty_record(center_id, duty, part, subject, subject_key, year, day, text, evidence, origin, link)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        center, record.duty.rawValue, record.part?.rawValue ?? "", record.subject.string, NameKey(record.subject).string, record.year ?? 0,
        record.day.description, record.text.string, record.evidence.string, origin.rawValue, link,
      ])
  }
}
