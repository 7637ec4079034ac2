import GRDB
import Regulation

extension CenterStore {
  /// What a round comes to now: from its submitted sheets (articles 25 to 28).
  ///
  /// From publication on everybody sees all of it. Before, staff and the agency entrusted with the round do; a department sees its own
  /// centers, without ranks.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for whoever may not see it yet, whether there is such a round or not.
  public func result(_ year: Int, by who: Acting) throws(StoreError) -> (round: RoundRecord, result: RoundResult) {
    let today = self.today
    return try read(by: who) { db, member in try CenterStore.visibleResult(year, to: member, today: today, db) }
  }

  static func visibleResult(_ year: Int, to member: Member, today: Day, _ db: Database) throws -> (round: RoundRecord, result: RoundResult)
  {
    switch member.role {
    case .admin, .bureau: break
    case .agency where try isEntrusted(year, to: member, db): break
    case .department:
      let round = try CenterStore.round(year, db)
      if round.state.isPublic { break }
      let own = try String.fetchSet(db, sql: "SELECT code FROM center WHERE department_id = ?", arguments: [member.departmentID])
      return (round, try result(of: round, today: today, db).unranked(own))
    case .agency, .host, .expert, .viewer:
      let state = try String.fetchOne(db, sql: "SELECT state FROM round WHERE year = ?", arguments: [year])
      guard let state, RoundState(rawValue: state)?.isPublic == true else { throw StoreError.notPermitted(nil) }
    }
    let round = try CenterStore.round(year, db)
    return (round, try result(of: round, today: today, db))
  }

  static func result(of round: RoundRecord, today: Day, _ db: Database) throws -> RoundResult {
    RoundResult(try entries(of: round, today: today, db), method: round.method, minimum: round.minimumSheets)
  }

  private static func entries(of round: RoundRecord, today: Day, _ db: Database) throws -> [RoundResult.Entry] {
    let sheets = try submittedSheets(round.year, db)
    let parts = try Set(
      Int64.fetchAll(
        db,
        sql: """
          SELECT center_id FROM sheet WHERE year = ?1
          UNION SELECT center_id FROM material WHERE year = ?1 AND (origin = 'staff' OR submitted_at IS NOT NULL)
          """, arguments: [round.year]))
    // Nobody is absent while the last day for material is still to come.
    let mayComeYet = round.state.isOpen && !round.state.isPublic && round.materialBy.map { today <= $0 } ?? false
    return try roll(of: round, db).map { center in
      RoundResult.Entry(
        code: center.code, name: center.name, sheets: sheets[center.id] ?? [], tookPart: mayComeYet || parts.contains(center.id))
    }
  }

  /// The centers that have to take part: those due now or, once the round is settled, those that were due then; in a round that was called
  /// off, nobody has to.
  private static func roll(of round: RoundRecord, _ db: Database) throws -> [(id: Int64, code: String, name: String)] {
    if round.state == .cancelled { return [] }
    if round.state.takesSheets {
      return try dueCenters(round.year, db).filter { $0.standing == .due }.map { ($0.id, $0.code, $0.name) }
    }
    return try Row.fetchAll(
      db, sql: "SELECT id, code, name FROM roll JOIN center ON center.id = center_id WHERE year = ? ORDER BY code",
      arguments: [round.year]
    ).map { ($0[0], $0[1], $0[2]) }
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
