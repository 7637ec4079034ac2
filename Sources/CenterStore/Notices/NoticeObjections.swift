import GRDB
import Regulation

/// An objection to what a public notice names, as somebody may see it (articles 12 and 25).
public struct NoticeObjection: Sendable, Hashable {
  /// The number of the application, or the code of the center whose result it speaks of.
  public let subject: String
  /// The name of the center.
  public let name: String
  /// What it says and how it was settled; without who objected for all but the bureau.
  public let objection: Objection
  /// Whether it counts: in time, signed, with evidence.
  public let counts: Bool

  /// Whether it waits to be settled: one that does not count is only kept on file.
  public var isOpen: Bool { counts && objection.settlement == nil }
}

extension CenterStore {
  /// The objections to an application, which came while it was on notice.
  ///
  /// - Parameter isStaff: whether who asks may know who objected.
  static func objections(
    to number: String, _ name: String, id: Int64, _ application: Application, isStaff: Bool, _ calendar: WorkingDays, _ db: Database
  ) throws -> [NoticeObjection] {
    let steps = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT step, day FROM application_step WHERE application_id = ? ORDER BY position"), arguments: [id]
    ).map { row -> (step: ApplicationStep, on: Day) in (try JSONText.decode(row[0]), try day(row[1])) }
    let trail = ApplicationTrail(application, steps, calendar: calendar)
    guard let notice = trail.notice else { return [] }
    let told = isStaff ? trail.objections : trail.withoutObjectors.objections
    return zip(trail.objections, told).map {
      NoticeObjection(subject: number, name: name, objection: $1, counts: $0.isAdmissible(under: notice))
    }
  }

  /// The objections to the results of a round that somebody may see: staff and who carries the round out all, a department and a host those to
  /// the results of their own centers.
  static func objections(toResultsOf year: Int, _ notice: PublicNotice, _ member: Member, _ db: Database) throws -> [NoticeObjection] {
    let seesAll = try member.isStaff || isEntrusted(year, to: member, db)
    let own: (condition: String, home: Int64?)
    switch member.role {
    case _ where seesAll: own = ("1", nil)
    case .department: own = ("department_id = ?2", member.departmentID)
    case .host: own = ("host_id = ?2", member.organizationID)
    case .admin, .bureau, .agency, .expert, .viewer: return []
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT objection, center.name, ?2 FROM round_objection JOIN center ON center.id = center_id
        WHERE year = ?1 AND \(own.condition) ORDER BY number
        """, arguments: [year, own.home])
    return try rows.map { row in
      let full: RoundObjection = try JSONText.decode(row[0])
      return NoticeObjection(
        subject: full.center, name: row[1], objection: member.isStaff ? full.objection : full.withoutObjector(under: notice).objection,
        counts: full.objection.isAdmissible(under: notice))
    }
  }
}
