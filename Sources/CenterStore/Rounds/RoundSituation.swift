import GRDB
import Regulation

extension StoredRound {
  /// What a step of the round looks at: the centers of its scope as the registry and the experts know them now.
  func situation(today: Day, _ db: Database) throws -> EvaluationRound.Situation {
    EvaluationRound.Situation(today: today, centers: try centers(db), calendar: try WorkingDays.standard.get())
  }

  /// The codes of the centers of the scope, in order: an index has them so, and to sort a hundred thousand takes longer than all the rest.
  func codes(_ db: Database) throws -> [String] {
    let arguments: StatementArguments = scope.center.map { [record.year, $0] } ?? [record.year]
    return try String.fetchAll(
      db.cachedStatement(sql: "SELECT code FROM center WHERE \(scope.condition) ORDER BY code"), arguments: arguments)
  }

  private func centers(_ db: Database) throws -> [String: EvaluationRound.Center] {
    if case .none = scope { return [:] }
    let year = record.year
    let sheets = try CenterStore.submittedSheets(year, center: scope.center, db)
    let narrowed = scope.center == nil ? "" : "AND center_id = ?2"
    let arguments: StatementArguments = scope.center.map { [year, $0] } ?? [year]
    let drafts = try Set(
      Int64.fetchAll(
        db.cachedStatement(sql: "SELECT center_id FROM sheet WHERE year = ?1 AND state = 'draft' \(narrowed)"), arguments: arguments))
    let looks = record.state.takesSheets ? try CenterStore.secondLookProgress(year, db) : [:]
    var centers: [String: EvaluationRound.Center] = [:]
    // To grow by doubling would hash every code of a large registry twice.
    if scope.center == nil { centers.reserveCapacity(try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM center")) ?? 0) }
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT id, code, certified_on, status FROM center WHERE \(scope.condition)"), arguments: arguments)
    while let row = try rows.next() {
      let id: Int64 = row[0]
      centers[row[1]] = EvaluationRound.Center(
        certified: try CenterStore.day(row[2]), status: CenterStatus(rawValue: row[3]) ?? .active, sheets: sheets[id] ?? [],
        hasDraft: drafts.contains(id), secondLook: looks[id] ?? .none)
    }
    // Only steps about one center look at its form.
    if case .center(let code, let id) = scope, record.state.takesSheets, let center = try CenterStore.center(code: code, db) {
      centers[code]?.form = try EvaluationForm(round: record, center: center, id: id, db).counts
    }
    return centers
  }
}

extension StoredRound.Scope {
  /// Which centers a step looks at; it binds the year as `?1`, and one center as `?2`. Who is on the roll of a settlement stays there, whatever
  /// department it goes to.
  fileprivate var condition: String {
    switch self {
    case .whole:
      "\(CenterStore.coveredCondition) OR id IN (SELECT center_id FROM roll WHERE year = ?1)"
    case .registry: "?1 = ?1"
    case .center: "?1 = ?1 AND id = ?2"
    case .none: "?1 <> ?1"
    }
  }
}
