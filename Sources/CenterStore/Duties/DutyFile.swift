import GRDB
import Regulation
import Wording

/// Who put something on file of a center's duties.
public enum DutyOrigin: String, Sendable, Hashable {
  /// The center's host.
  case host
  /// The bureau, for the host.
  case staff
  /// It was named in the application of which the center came.
  case application
}

/// Something on file of a center's duties, by the number under which it can be corrected or taken out.
public enum DutyItem: Sendable, Hashable {
  /// A seat on a committee.
  case seat(Int64)
  /// A meeting.
  case meeting(Int64)
  /// Any other record.
  case record(Int64)
}

/// A seat on a committee as the store keeps it.
public struct StoredSeat: Sendable, Hashable {
  /// Its number.
  public let id: Int64
  /// Who sits there, from when to when.
  public let tenure: CommitteeTenure
  /// Who put it on file.
  public let origin: DutyOrigin
}

/// A meeting as the store keeps it.
public struct StoredMeeting: Sendable, Hashable {
  /// Its number.
  public let id: Int64
  /// What is on file of it.
  public let meeting: CommitteeMeeting
  /// Who put it on file.
  public let origin: DutyOrigin
}

/// A record of a duty as the store keeps it.
public struct StoredDutyRecord: Sendable, Hashable {
  /// Its number.
  public let id: Int64
  /// What is on file.
  public let record: DutyRecord
  /// Who put it on file.
  public let origin: DutyOrigin
}

/// A center's duties on a day, as those may read them who have a part in it (articles 6, 7 and 14 to 24).
public struct DutyFile: Sendable {
  /// The center's code.
  public let code: String
  /// The center's name.
  public let name: String
  /// The day for which it stands so.
  public let day: Day
  /// From when to when duties are owed.
  public let term: DutyTerm
  /// How it stands to each duty, in the order of the articles.
  public let findings: [DutyFinding]
  /// Everything on file, whatever its day.
  public let records: DutyRecords
  /// Who sits and sat on the committees, the first one first.
  public let seats: [StoredSeat]
  /// The meetings, the latest first.
  public let meetings: [StoredMeeting]
  /// The other records, in the order of duties and parts, the latest first.
  public let entries: [StoredDutyRecord]
  /// The names of the host and the co-builders.
  let units: CommitteeUnits
}

extension CenterStore {
  /// A center's duties as they stand on a day.
  ///
  /// - Parameter day: what was done until then counts; `nil`: today.
  /// - Throws: ``StoreError/notPermitted(_:)`` for a center that is not this person's, whether it exists or not, and for all but hosts, departments
  ///   and staff.
  public func dutyFile(of code: String, on day: Day? = nil, by who: Acting) throws(StoreError) -> DutyFile {
    let today = surroundings.now().day
    let day = day ?? today
    return try read(by: who) { db, member in
      let id = try CenterStore.centerWithVisibleDuties(code, member, db)
      let row = try Row.fetchOne(db, sql: "SELECT id, name, certified_on, director, status FROM center WHERE id = ?", arguments: [id])
      guard let row else { throw StoreError.noSuch(.center, code) }
      return try CenterStore.dutyFile(row, code: code, on: day, today: today, db)
    }
  }

  /// The number of a center whose duties a member sees.
  static func centerWithVisibleDuties(_ code: String, _ member: Member, _ db: Database) throws -> Int64 {
    guard let (condition, own) = dutyCondition(member) else { throw StoreError.notPermitted(nil) }
    let id = try Int64.fetchOne(db, sql: "SELECT id FROM center WHERE code = ? AND \(condition)", arguments: [code] + own)
    if let id { return id }
    if member.role == .admin || member.role == .bureau { throw StoreError.noSuch(.center, code) }
    throw StoreError.notPermitted(nil)
  }

  /// Which centers' duties a member sees: staff all, a department its centers', a host its own; `nil` for who sees none.
  static func dutyCondition(_ member: Member) -> (sql: String, arguments: StatementArguments)? {
    switch member.role {
    case .admin, .bureau: ("1", [])
    case .department: ("center.department_id = ?", [member.departmentID])
    case .host: ("center.host_id = ?", [member.organizationID])
    case .expert, .agency, .viewer: nil
    }
  }

  private static func dutyFile(_ row: Row, code: String, on day: Day, today: Day, _ db: Database) throws -> DutyFile {
    let id: Int64 = row[0]
    let ended = row[4] as String == CenterStatus.active.rawValue ? nil : try DutyEnds(db, center: id)[id]
    let certifiedOn = try CenterStore.day(row[2])
    let isOver = row[4] as String != CenterStatus.active.rawValue
    let begun = max(certifiedOn, try Founding.days(db, of: id)[id] ?? certifiedOn)
    let term = DutyTerm(certifiedOn: begun, endedOn: isOver ? ended ?? begun : nil)
    let builders = try CoBuilderHistory(db, of: code).builders(of: code, id: id, db) ?? CoBuilderHistory.present(of: id, db)
    let seats = try seats(of: id, db)
    let meetings = try meetings(of: id, db)
    let entries = try entries(of: id, db)
    let before = day < today ? try DirectorHistory(db, on: day, of: code).names[code] : nil
    let director: String = before ?? row[3]
    let records = DutyRecords(
      coBuilders: builders.map(\.tenure), director: try PlainText(director), tenures: try tenures(of: id, among: builders, db),
      meetings: meetings.map(\.meeting), records: entries.map(\.record))
    return DutyFile(
      code: code, name: row[1], day: day, term: term, findings: records.findings(on: day, term), records: records, seats: seats,
      meetings: meetings, entries: entries, units: try CommitteeUnits(of: id, among: builders, db))
  }

  /// Where the employer of a seat stands among the units of its center: -1 the host, 0 and up a co-builder, `NULL` none of them.
  static let placeOfEmployer = """
    CASE WHEN EXISTS (
      SELECT 1 FROM organization WHERE organization.id = center.host_id AND (name_key = employer_key OR EXISTS (
        SELECT 1 FROM organization_alias WHERE organization_id = organization.id AND organization_alias.name_key = employer_key)))
    THEN -1 ELSE (
      SELECT min(position) FROM center_co_builder AS builder JOIN organization ON organization.id = builder.organization_id
      WHERE builder.center_id = center.id AND (name_key = employer_key OR EXISTS (
        SELECT 1 FROM organization_alias WHERE organization_id = organization.id AND organization_alias.name_key = employer_key))) END
    """

  static func seats(of center: Int64, _ db: Database) throws -> [StoredSeat] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT committee_seat.id, committee, committee_seat.name, employer, office, since, until, origin, \(placeOfEmployer)
        FROM committee_seat JOIN center ON center.id = center_id WHERE center_id = ? ORDER BY committee_seat.id
        """, arguments: [center]
    ).map { row in
      let member = CommitteeMember(
        name: try PlainText(row[2]), employer: try PlainText(row[3]), duty: CommitteeMember.Duty(rawValue: row[4]))
      let place: Int? = row[8]
      let origin = CommitteeOrigin(of: member, isHost: place == -1, coBuilder: place == -1 ? nil : place)
      return StoredSeat(
        id: row[0],
        tenure: CommitteeTenure(
          try word(row[1]), .init(member, from: origin), since: try CenterStore.day(row[5]),
          until: try (row[6] as String?).map { try CenterStore.day($0) }), origin: try dutyOrigin(row[7]))
    }
  }

  static func meetings(of center: Int64, _ db: Database) throws -> [StoredMeeting] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, committee, day, agenda, outcome, minutes, origin FROM committee_meeting WHERE center_id = ? ORDER BY day DESC, id DESC
        """, arguments: [center]
    ).map { row in
      let day = try CenterStore.day(row[2])
      let agenda = (row[3] as String).split(separator: " ").compactMap { AgendaItem(rawValue: String($0)) }
      return StoredMeeting(
        id: row[0],
        meeting: try CommitteeMeeting(
          of: try word(row[1]), on: day, agenda: agenda, outcome: try PlainText(row[4], .paragraphs), minutes: try PlainText(row[5]),
          today: day), origin: try dutyOrigin(row[6]))
    }
  }

  static func entries(of center: Int64, _ db: Database) throws -> [StoredDutyRecord] {
    let entries = try Row.fetchAll(
      db,
      sql: """
        SELECT duty_record.id, duty, part, coalesce((
          SELECT organization.name FROM center_co_builder JOIN organization ON organization.id = organization_id
          WHERE center_co_builder.center_id = duty_record.center_id AND (name_key = subject_key OR EXISTS (
            SELECT 1 FROM organization_alias WHERE organization_id = organization.id AND organization_alias.name_key = subject_key))
          ), subject), year, day, text, evidence, origin FROM duty_record WHERE center_id = ? ORDER BY year DESC, day DESC, duty_record.id
        """, arguments: [center]
    ).map { row in
      let (day, year) = (try CenterStore.day(row[5]), row[4] as Int)
      return StoredDutyRecord(
        id: row[0],
        record: try DutyRecord(
          try word(row[1]), part: DutyPart(rawValue: row[2]), subject: try PlainText(row[3]), year: year == 0 ? nil : year, on: day,
          text: try PlainText(row[6], .paragraphs), evidence: try PlainText(row[7], .paragraphs), today: day),
        origin: try dutyOrigin(row[8]))
    }
    return Duty.allCases.flatMap { duty in entries.filter { $0.record.duty == duty } }
  }

  private static func word<T: Term>(_ text: String) throws -> T {
    guard let term = T(rawValue: text) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "not a word: \(text)") }
    return term
  }

  private static func dutyOrigin(_ text: String) throws -> DutyOrigin {
    guard let origin = DutyOrigin(rawValue: text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "not an origin: \(text)")
    }
    return origin
  }
}

/// Since when centers are none any more, by revocation or reorganisation on this desk; of others that is not known.
struct DutyEnds {
  private let days: [Int64: Day]

  init(_ db: Database, center: Int64? = nil) throws {
    var days: [Int64: Day] = [:]
    let own = center.map { " AND center_id = \($0)" } ?? ""
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT center_id, day FROM matter_step JOIN matter ON matter.id = matter_id
        WHERE kind = 'revocation' AND json_type(step, '$.revoke') IS NOT NULL\(own)
        UNION ALL SELECT center_id, json_extract(document, '$.on') FROM reorganised
        JOIN reorganisation ON reorganisation.id = reorganisation_id WHERE 1\(own)
        """)
    while let row = try rows.next() {
      let day = try CenterStore.day(row[1])
      days[row[0]] = min(day, days[row[0]] ?? day)
    }
    self.days = days
  }

  subscript(center: Int64) -> Day? { days[center] }
}
