import GRDB
import Regulation
import Wording

/// Where a center's material of a round stands, as lists show it (articles 26 and 27).
public struct MaterialSummary: Sendable, Hashable {
  /// The center's code.
  public let code: String
  /// The center's name.
  public let name: String
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
  /// Whether that day is over and binds it no more, since the bureau admitted it late: it may come in until the round is settled (article 27).
  public let isAdmitted: Bool
  /// The codes of the centers in whose place it goes on since the round was announced (article 4(5)).
  public let succeeds: [String]
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
      let items = try CenterStore.materialItems(condition, [year] + arguments, db)
      var since: [Int64: Day] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT center_id, since FROM material WHERE year = ? AND since IS NOT NULL", arguments: [year])
      {
        since[row[0]] = try CenterStore.day(row[1])
      }
      let reorganised = try RoundReorganisations(year: year, db)
      // Of most centers of a large registry nothing is on file: they cost no more than their rows.
      var summaries: [MaterialSummary] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, code, name, certified_on, status FROM center
          WHERE \(condition) AND \(CenterStore.coveredCondition)
          ORDER BY code
          """, arguments: [year] + arguments)
      while let row = try rows.next() {
        let id: Int64 = row[0]
        summaries.append(
          MaterialSummary(
            (code: row[1], name: row[2]), certified: try CenterStore.day(row[3]), status: CenterStatus(rawValue: row[4]) ?? .active,
            since: since[id], items: items[id] ?? (0, 0, 0), kept, reorganised, today: today))
      }
      return summaries
    }
  }

  /// How many data items of each form hold something, how many of these the department has not looked at, how many it asks about.
  private static func materialItems(
    _ condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [Int64: (filled: Int, unchecked: Int, questioned: Int)] {
    var items: [Int64: (filled: Int, unchecked: Int, questioned: Int)] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT fact.center_id, count(*), count(*) FILTER (WHERE verdict.link IS NULL OR verdict.link <= fact.last),
          count(*) FILTER (WHERE verdict.link > fact.last AND NOT is_confirmed)
        FROM (
          SELECT center_id, code, max(link) AS last FROM fact
          WHERE year = ?1 AND center_id IN (SELECT id FROM center WHERE \(condition)) GROUP BY center_id, code) AS fact
        LEFT JOIN fact_verdict AS verdict ON verdict.year = ?1 AND verdict.center_id = fact.center_id AND verdict.code = fact.code
        GROUP BY fact.center_id
        """, arguments: arguments)
    while let row = try rows.next() { items[row[0]] = (row[1], row[2], row[3]) }
    return items
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
    _ center: StoredCenter, _ kept: StoredRound, _ form: EvaluationForm, since: Day?, today: Day, _ db: Database
  ) throws -> MaterialSummary {
    let record = center.record
    let filled = Set(form.sheet.entries.filter(\.value.isFilled).keys.map(\.code)).count
    return MaterialSummary(
      (record.code.string, record.name.string), certified: record.certifiedOn,
      status: record.status ?? .active, since: since, items: (filled, form.unchecked.count, form.questioned.count), kept,
      try RoundReorganisations(year: kept.record.year, db), today: today)
  }
}

extension MaterialSummary {
  fileprivate init(
    _ center: (code: String, name: String), certified: Day, status: CenterStatus, since: Day?,
    items: (filled: Int, unchecked: Int, questioned: Int), _ kept: StoredRound, _ reorganised: RoundReorganisations, today: Day
  ) {
    (code, name) = center
    let file = kept.round[center: code]
    due = Due(roundYear: kept.record.year, certified: certified, status: status, deferred: file.deferral != nil)
    material = file.material
    self.since = since
    admitted = file.admitted
    succeeds = reorganised.succession(of: code)?.predecessors.map(\.string) ?? []
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
    let isOver = lastDay.map { today > $0 } ?? false
    isLate = isOver && file.admitted.isDisjoint(with: admitting)
    isAdmitted = isOver && !isLate
  }
}
