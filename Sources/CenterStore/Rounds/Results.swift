import GRDB
import Regulation

extension CenterStore {
  /// What a round comes to now: from its submitted sheets (articles 25 to 28).
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for hosts, experts and viewers before publication; for departments and agencies where
  ///   the round is not theirs.
  public func result(_ year: Int, by who: Acting) throws(StoreError) -> (round: RoundRecord, result: RoundResult) {
    try read(by: who) { db, member in
      let round = try CenterStore.visibleRound(year, to: member, db)
      return (round, try CenterStore.result(of: round, db))
    }
  }

  /// The round of a year, for somebody who may see its results.
  private static func visibleRound(_ year: Int, to member: Member, _ db: Database) throws -> RoundRecord {
    switch member.role {
    case .admin, .bureau: return try round(year, db)
    case .agency where try isEntrusted(year, to: member, db): return try round(year, db)
    case .department, .host, .agency, .expert, .viewer:
      // Whether there is no such round or its results are not public yet is not told apart.
      guard let round = try? round(year, db), round.state.isPublic else { throw StoreError.notPermitted(nil) }
      return round
    }
  }

  static func result(of round: RoundRecord, _ db: Database) throws -> RoundResult {
    RoundResult(try entries(of: round, db), method: round.method, minimum: round.minimumSheets)
  }

  private static func entries(of round: RoundRecord, _ db: Database) throws -> [RoundResult.Entry] {
    let sheets = try submittedSheets(round.year, db)
    let parts = try Set(
      Int64.fetchAll(
        db,
        sql: """
          SELECT center_id FROM sheet WHERE year = ?1
          UNION SELECT center_id FROM material WHERE year = ?1 AND (origin = 'staff' OR submitted_at IS NOT NULL)
          """, arguments: [round.year]))
    return try dueCenters(round.year, db).filter { $0.standing == .due }.map { center in
      RoundResult.Entry(
        code: center.code, name: center.name, sheets: sheets[center.id] ?? [], tookPart: parts.contains(center.id))
    }
  }

  /// The submitted sheets of a round, by center.
  static func submittedSheets(_ year: Int, _ db: Database) throws -> [Int64: [SubmittedSheet]] {
    var sheets: [Int64: [SubmittedSheet]] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT sheet.id, center_id, login, indicator, points FROM sheet JOIN score ON sheet_id = sheet.id
          WHERE year = ? AND state = 'submitted' ORDER BY sheet.id
          """), arguments: [year])
    var current: (id: Int64, center: Int64, login: String, points: PerIndicator<Points?>)?
    func finish() {
      guard let done = current, let sheet = SubmittedSheet(login: done.login, entries: done.points) else { return }
      sheets[done.center, default: []].append(sheet)
    }
    while let row = try rows.next() {
      let id: Int64 = row[0]
      if current?.id != id {
        finish()
        current = (id, row[1], row[2], PerIndicator(repeating: nil))
      }
      if let code = IndicatorCode(row[3] as String), let points = row[4] as Int? { current?.points[code] = Points(points) }
    }
    finish()
    return sheets
  }
}
