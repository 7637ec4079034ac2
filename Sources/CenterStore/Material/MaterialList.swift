import GRDB
import Regulation
import Wording

/// Where a center's material of a round stands, as lists show it (articles 26 and 27).
public struct MaterialSummary: Sendable, Hashable {
  /// The center's code.
  public let code: String
  /// The center's name.
  public let name: String
  /// The host (依托单位).
  public let host: String
  /// The competent department.
  public let department: String
  /// Whether the center has to take part, and why not.
  public let due: Due
  /// How far the material has come.
  public let material: MaterialState
  /// Since when it stands there; `nil` while nobody has begun.
  public let since: Day?
  /// The last days that do not bind it, because the bureau admitted it late.
  public let admitted: Set<RoundOpening.Deadline>
  /// The last day of whoever has it in hand; `nil` where none is set, or nobody is waited for.
  public let lastDay: Day?
  /// Whether that day is over and nothing was admitted.
  public let isLate: Bool
  /// How many data items hold something.
  public let filled: Int
  /// How many of them the department has not looked at since they were written.
  public let unchecked: Int
  /// How many the department asks about.
  public let questioned: Int
}

extension CenterStore {
  /// Where the material of every center stands that somebody may see, by code: all of them for staff and the agency entrusted with the round,
  /// those of its jurisdiction for a department, its own for a host. Exempt centers stand in it as well.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for experts and viewers, and for an agency to which the round is not entrusted.
  public func materials(year: Int, by who: Acting) throws(StoreError) -> [MaterialSummary] {
    let today = self.today
    return try read(by: who) { db, member in
      let (condition, arguments) = try CenterStore.materialCondition(year, member, db)
      let round = try CenterStore.round(year, db)
      let kept = try StoredRound(round, .whole, db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          WITH item AS (
            SELECT fact.center_id AS id, count(*) AS filled,
              count(*) FILTER (WHERE verdict.link IS NULL OR verdict.link <= fact.last) AS unchecked,
              count(*) FILTER (WHERE verdict.link > fact.last AND NOT is_confirmed) AS questioned
            FROM (
              SELECT center_id, code, max(link) AS last FROM fact
              WHERE year = ?1 AND center_id IN (SELECT id FROM center WHERE \(condition)) GROUP BY center_id, code) AS fact
            LEFT JOIN fact_verdict AS verdict
              ON verdict.year = ?1 AND verdict.center_id = fact.center_id AND verdict.code = fact.code
            GROUP BY fact.center_id)
          SELECT center.code, center.name, (SELECT name FROM organization WHERE id = host_id),
            (SELECT name FROM department WHERE id = department_id), certified_on, status, since, coalesce(filled, 0),
            coalesce(unchecked, 0), coalesce(questioned, 0)
          FROM center LEFT JOIN item USING (id) LEFT JOIN material ON material.year = ?1 AND material.center_id = center.id
          WHERE \(condition) AND \(CenterStore.coveredCondition)
          ORDER BY center.code
          """, arguments: [year] + arguments)
      return try rows.map { row in
        try MaterialSummary(
          (code: row[0], name: row[1], host: row[2], department: row[3]), certified: CenterStore.day(row[4]),
          status: CenterStatus(rawValue: row[5]) ?? .active, since: (row[6] as String?).map { try CenterStore.day($0) },
          items: (row[7], row[8], row[9]), kept, today: today)
      }
    }
  }

  private static func materialCondition(
    _ year: Int, _ member: Member, _ db: Database
  ) throws -> (sql: String, arguments: StatementArguments) {
    switch member.role {
    case .admin, .bureau: return ("1", [])
    case .agency where try isEntrusted(year, to: member, db), .department where try isEntrusted(year, to: member, db): return ("1", [])
    case .department: return ("department_id = ?2", [member.departmentID])
    case .host: return ("host_id = ?2", [member.organizationID])
    case .agency, .expert, .viewer: throw StoreError.notPermitted(nil)
    }
  }

  static func materialSummary(
    _ center: StoredCenter, _ kept: StoredRound, _ form: EvaluationForm, since: Day?, today: Day
  ) throws -> MaterialSummary {
    let record = center.record
    let filled = Set(form.sheet.entries.filter(\.value.isFilled).keys.map(\.code)).count
    return MaterialSummary(
      (record.code.string, record.name.string, record.host.string, record.department.string), certified: record.certifiedOn,
      status: record.status ?? .active, since: since, items: (filled, form.unchecked.count, form.questioned.count), kept, today: today)
  }
}

extension MaterialSummary {
  fileprivate init(
    _ center: (code: String, name: String, host: String, department: String), certified: Day, status: CenterStatus, since: Day?,
    items: (filled: Int, unchecked: Int, questioned: Int), _ kept: StoredRound, today: Day
  ) {
    (code, name, host, department) = center
    let file = kept.round[center: code]
    due = Due(roundYear: kept.record.year, certified: certified, status: status, deferred: file.deferral != nil)
    material = file.material
    self.since = since
    admitted = file.admitted
    (filled, unchecked, questioned) = items
    let isWaitedFor = due == .due && kept.record.state.takesSheets
    let (deadline, admitting): (RoundOpening.Deadline?, Set<RoundOpening.Deadline>) =
      switch file.material {
      case .none: (.material, [.material])
      case .submitted: (.report, [.report])
      // What was given back comes in until the department's own last day, or late where either was admitted.
      case .returned: (.report, [.material, .report])
      case .reported: (nil, [])
      }
    lastDay = isWaitedFor ? deadline.flatMap { kept.round.terms.lastDays[$0] } : nil
    isLate = lastDay.map { today > $0 && file.admitted.isDisjoint(with: admitting) } ?? false
  }
}
