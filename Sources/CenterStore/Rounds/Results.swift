import GRDB
import Regulation

extension CenterStore {
  /// What a round comes to now: from its submitted sheets (articles 25 to 28).
  ///
  /// From publication on everybody sees all of it but agencies, which see the rounds entrusted to them only. Before, staff and the agency entrusted
  /// with the round do; a department sees its own centers, without ranks.
  ///
  /// - Parameter namesAll: whether centers without a sheet are named as well: of a large registry that is most of the work.
  /// - Throws: ``StoreError/notPermitted(_:)`` for whoever may not see it yet, whether there is such a round or not.
  public func result(
    _ year: Int, namesAll: Bool = true, by who: Acting
  ) throws(StoreError) -> (round: RoundRecord, result: RoundResult) {
    let today = self.today
    return try read(by: who) { db, member in try CenterStore.visibleResult(year, namesAll: namesAll, to: member, today: today, db) }
  }

  static func visibleResult(
    _ year: Int, namesAll: Bool = true, to member: Member, today: Day, _ db: Database
  ) throws -> (round: RoundRecord, result: RoundResult) {
    switch member.role {
    case .admin, .bureau: break
    case .agency where try isEntrusted(year, to: member, db), .department where try isEntrusted(year, to: member, db): break
    case .department:
      let round = try CenterStore.round(year, db)
      if round.state.isPublic { break }
      let own = try String.fetchSet(db, sql: "SELECT code FROM center WHERE department_id = ?", arguments: [member.departmentID])
      return (round, try result(of: round, namesAll: namesAll, today: today, db).unranked(own))
    // An agency sees its round and nothing else (article 5(3)).
    case .agency: throw StoreError.notPermitted(nil)
    case .host, .expert, .viewer:
      let state = try String.fetchOne(db, sql: "SELECT state FROM round WHERE year = ?", arguments: [year])
      guard let state, RoundState(rawValue: state)?.isPublic == true else { throw StoreError.notPermitted(nil) }
    }
    let round = try CenterStore.round(year, db)
    return (round, try result(of: round, namesAll: namesAll, today: today, db))
  }

  static func result(of round: RoundRecord, namesAll: Bool = true, today: Day, _ db: Database) throws -> RoundResult {
    RoundResult(try entries(of: round, namesAll: namesAll, today: today, db), method: round.method, minimum: round.minimumSheets)
  }

  /// The centers that take part in the round of the year `?1`: some sheet is there, be it a draft, or material came in or was admitted late.
  static let takingPart = """
    SELECT center_id FROM sheet WHERE year = ?1
    UNION SELECT center_id FROM material WHERE year = ?1 AND \(cameIn)
    """

  /// Of a row of `material`: that it came in, or was admitted late.
  static let cameIn = "(state <> 'none' OR admitted LIKE '%material%')"

  private static func entries(of round: RoundRecord, namesAll: Bool, today: Day, _ db: Database) throws -> [RoundResult.Entry] {
    if round.state == .cancelled { return [] }
    let sheets = try submittedSheets(round.year, db)
    guard round.state.takesSheets else { return try settledEntries(of: round, sheets, db) }
    let parts = try Set(
      Int64.fetchAll(
        db, sql: CenterStore.takingPart, arguments: [round.year]))
    // Nobody is absent while the last day for material is still to come; without one the result tells what a settlement now would fix.
    let mayComeYet = round.materialBy.map { today <= $0 } ?? false
    var entries: [RoundResult.Entry] = []
    let only = namesAll ? nil : Set(sheets.keys)
    try eachDueCenter(round.year, namingOnly: only, db) { center in
      if center.standing != .due { return }
      entries.append(
        RoundResult.Entry(
          code: center.code, name: center.name, field: center.field, sheets: sheets[center.id] ?? [],
          tookPart: mayComeYet || parts.contains(center.id)))
    }
    return entries
  }

  /// What settlement fixed: who had to take part, and the sheets that each figure came from. Those of a center that an objection re-opened
  /// stand as they were until its figure is fixed anew.
  ///
  /// - Parameter field: whose scored centers are told of; `nil`: all that had to take part.
  private static func settledEntries(
    of round: RoundRecord, field: String? = nil, _ sheets: [Int64: [SubmittedSheet]], _ db: Database
  ) throws -> [RoundResult.Entry] {
    let former = try FormerSheets.reopened(round.year, db)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT center.id, code, name, standing, field FROM roll JOIN center ON center.id = center_id
        WHERE year = ?1 AND \(field == nil ? "standing IN ('scored', 'pending', 'absent')" : scoredInField) ORDER BY code
        """, arguments: field.map { [round.year, $0] } ?? [round.year]
    ).map { row in
      let id: Int64 = row[0]
      return RoundResult.Entry(
        code: row[1], name: row[2], field: row[4], sheets: former[id] ?? sheets[id] ?? [], tookPart: row[3] != RollStanding.absent,
        isPending: row[3] == RollStanding.pending)
    }
  }

  /// Of a row of `roll` with its center: that it was scored and is of the field `?2`. In a large registry most of a round are not.
  private static let scoredInField = "standing = 'scored' AND field = ?2"

  /// What a center of a settled round is read beside: the scored centers of its field.
  static func fieldComparison(of center: Int64, in round: RoundRecord, _ db: Database) throws -> FieldComparison {
    let field = try String.fetchOne(db, sql: "SELECT field FROM center WHERE id = ?", arguments: [center]) ?? ""
    if field.isEmpty { return .noField }
    let entries = try settledEntries(of: round, field: field, try submittedSheets(round.year, field: field, db), db)
    let result = RoundResult(entries, method: round.method, minimum: round.minimumSheets)
    return FieldComparison(of: result.centers.map(\.score.indicators))
  }

  /// The submitted sheets of a round, by center.
  ///
  /// - Parameters:
  ///   - center: one center's only; `nil`: those of all.
  ///   - field: those of the centers of a field that settlement scored; `nil`: of all.
  static func submittedSheets(
    _ year: Int, center: Int64? = nil, field: String? = nil, _ db: Database
  ) throws -> [Int64: [SubmittedSheet]] {
    var sheets: [Int64: [SubmittedSheet]] = [:]
    var (condition, arguments): (String, StatementArguments) = ("", [year])
    if let center {
      condition = "AND center_id = ?2"
      arguments = [year, center]
    } else if let field {
      condition = "AND center_id IN (SELECT center_id FROM roll JOIN center ON center.id = center_id WHERE year = ?1 AND \(scoredInField))"
      arguments = [year, field]
    }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT sheet.id, center_id, login, indicator, points, entered_by <> '' FROM sheet JOIN score ON sheet_id = sheet.id
          WHERE year = ?1 AND state = 'submitted' \(condition) ORDER BY sheet.id
          """), arguments: arguments)
    var current: (id: Int64, center: Int64, login: String, points: PerIndicator<Points?>, isByStaff: Bool)?
    func finish() {
      guard let done = current, let sheet = SubmittedSheet(login: done.login, entries: done.points, isByStaff: done.isByStaff) else {
        return
      }
      sheets[done.center, default: []].append(sheet)
    }
    while let row = try rows.next() {
      let id: Int64 = row[0]
      if current?.id != id {
        finish()
        current = (id, row[1], row[2], PerIndicator(repeating: nil), row[5])
      }
      if let code = IndicatorCode(row[3] as String), let points = row[4] as Int? { current?.points[code] = Points(points) }
    }
    finish()
    return sheets
  }
}
