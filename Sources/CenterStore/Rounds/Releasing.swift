import GRDB
import Regulation
import Wording

/// An expert who was let go from a center of a round.
public struct ReleasedExpert: Sendable, Hashable {
  /// The center's code.
  public let center: String
  /// The login.
  public let login: String
  /// The name.
  public let name: String
  /// Why.
  public let reason: String
  /// The day.
  public let on: Day
  /// Whether they declined themselves; else staff let them go.
  public let isDeclined: Bool
  /// Whether somebody was assigned to the center since.
  public let isReplaced: Bool
}

extension CenterStore {
  /// An expert declines a center, or staff let them go from it; they are not drawn for it again. What was scored stays: with a sheet, an expert
  /// steps aside by declaring a conflict.
  ///
  /// - Throws: ``StoreError/refused(_:)`` without a reason, where a sheet is begun, and in a round that takes no sheets any more;
  ///   ``StoreError/notPermitted(_:)`` for an expert to whom the center is not assigned, whether it exists or not, and for another's task.
  public func releaseExpert(year: Int, center code: String, expert login: String, reason: PlainText, by who: Acting) throws(StoreError) {
    try write(.releaseExpert, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      let place: (id: Int64, state: RoundState)
      if member.role == .expert {
        guard login == member.login else { throw StoreError.notPermitted(.releaseExpert) }
        let task = try SheetTask.require(year: year, center: code, member: member, db)
        place = (task.centerID, task.roundState)
      } else {
        place = (
          try CenterStore.ownCenter(code, year: year, member, .releaseExpert, db), try operation.ownRound(year, .releaseExpert).state
        )
      }
      guard place.state.takesSheets else {
        throw Refusal(
          article: "25", Phrase(zh: "评估\(place.state.phrase.zh)，分配不再变动", en: "the round is \(place.state.phrase.en): nobody is let go"))
      }
      let origin = try String.fetchOne(
        db, sql: "SELECT origin FROM assignment WHERE year = ? AND center_id = ? AND login = ?", arguments: [year, place.id, login])
      guard let origin else { throw StoreError.noSuch(.assignment, "\(code) \(login)") }
      if reason.isEmpty { throw Refusal(article: "25", Phrase(zh: "须写明理由", en: "a reason is needed")) }
      let sheet = try Bool.fetchOne(
        db, sql: "SELECT 1 FROM sheet WHERE year = ? AND center_id = ? AND login = ?", arguments: [year, place.id, login])
      if sheet != nil {
        throw Refusal(
          article: "25",
          Phrase(zh: "\(login) 已开始评分，不能解除；需回避的请申报回避", en: "\(login) has begun a sheet and stays; declare a conflict to step aside"))
      }
      let link = try operation.append(
        .releaseExpert,
        Change(object: "assignment/\(year)/\(code)/\(login)", before: [("origin", origin)], after: [("released", reason.string)]))
      try db.execute(
        sql: "DELETE FROM assignment WHERE year = ? AND center_id = ? AND login = ?", arguments: [year, place.id, login])
      try db.execute(
        sql: """
          INSERT INTO released(year, center_id, login, reason, day, link) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT(year, center_id, login) DO UPDATE SET reason = excluded.reason, day = excluded.day, link = excluded.link
          """, arguments: [year, place.id, login, reason.string, operation.now.day.description, link])
    }
  }

  /// Fills the gap that a center has after somebody fell out: solved again with all else as it stands, and with the seed, the number of sheets
  /// and the wishes of the last draw.
  ///
  /// - Throws: ``StoreError/refused(_:)`` where nothing was drawn yet, and in a round that takes no sheets any more.
  public func drawSubstitutes(year: Int, center code: String, dryRun: Bool = false, by who: Acting) throws(StoreError) -> AssignmentDraw {
    try transact(.assign, by: who) { operation in
      let substitution = try operation.drawSubstitutes(year, code)
      if dryRun { return (substitution.trial.draw, .rollback) }
      return (try operation.write(substitution), .commit)
    }
  }

  /// Fills the gap as a dry run has shown it. Where others would come by now (somebody declared a conflict, or drew meanwhile) nothing is written.
  ///
  /// - Returns: the draw; where nothing was written, what would be drawn now.
  /// - Throws: as ``drawSubstitutes(year:center:dryRun:by:)``.
  public func drawSubstitutes(
    year: Int, center code: String, as shown: AssignmentDraw, by who: Acting
  ) throws(StoreError) -> AssignmentDraw {
    try transact(.assign, by: who) { operation in
      let substitution = try operation.drawSubstitutes(year, code)
      if substitution.trial.draw.plan != shown.plan { return (substitution.trial.draw, .rollback) }
      return (try operation.write(substitution), .commit)
    }
  }

  /// Who was let go in a round, by center, then login.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round.
  public func releasedExperts(year: Int, by who: Acting) throws(StoreError) -> [ReleasedExpert] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      return try CenterStore.released(year, center: nil, db)
    }
  }

  /// - Parameter center: whose experts; `nil`: of all centers.
  static func released(_ year: Int, center: Int64?, _ db: Database) throws -> [ReleasedExpert] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT code, released.login, user.name, reason, day, audit.login = released.login,
          EXISTS (
            SELECT 1 FROM assignment
            WHERE assignment.year = released.year AND assignment.center_id = released.center_id AND assignment.link > released.link)
        FROM released
        JOIN center ON center.id = center_id JOIN user ON user.login = released.login JOIN audit ON audit.seq = released.link
        WHERE year = ?1 AND coalesce(?2, center_id) = center_id ORDER BY code, released.login
        """, arguments: [year, center]
    ).map { row in
      ReleasedExpert(
        center: row[0], login: row[1], name: row[2], reason: row[3], on: try CenterStore.day(row[4]), isDeclined: row[5], isReplaced: row[6]
      )
    }
  }
}

/// Who fills a gap, and by which lot where there was one.
private struct Substitution {
  let trial: Operation.Trial
  let round: RoundRecord
  let lot: LotReplacement?
}

extension Operation {
  /// Writes down who fills a gap: nobody where nobody is left.
  fileprivate func write(_ substitution: Substitution) throws -> AssignmentDraw {
    let isFilled = !substitution.trial.draw.plan.new.isEmpty
    if isFilled, let lot = substitution.lot { return try lot.draw(self) }
    return try record(substitution.trial, of: substitution.round, isApplied: isFilled)
  }

  /// Tries to fill the gap that a center has, by the last draw of its round.
  fileprivate func drawSubstitutes(_ year: Int, _ code: String) throws -> Substitution {
    _ = try CenterStore.ownCenter(code, year: year, member, .assign, db)
    let round = try assignableRound(year)
    let last = try Row.fetchOne(
      db, sql: "SELECT seed, is_chosen, per_center, wishes FROM assignment_draw WHERE year = ? ORDER BY position DESC LIMIT 1",
      arguments: [year])
    guard let last else {
      throw Refusal(article: "25", Phrase(zh: "本年度尚未抽取专家", en: "no experts were drawn for this round yet"))
    }
    let wishes: AssignmentWishes = try JSONText.decode(last[3])
    let centers = try CenterStore.dueCenters(year, db)
    let (problem, ids, exclusions) = try CenterStore.assignmentProblem(round, centers, perCenter: last[2], wishes, gap: code, db)
    let drawn = try CenterStore.lots(year, db).last { $0.drawn?.outcome.key.text == last[0] as String }
    let lot = try LotReplacement(drawn, of: round, gap: code, perCenter: last[2], wishes, self)
    let plan = lot?.plan ?? AssignmentPlan(problem, lot: AssignmentLot(seed: last[0]))
    let pool = problem.experts.map(\.login)
    let draw = AssignmentDraw(
      perCenter: last[2], seed: last[0], isSeedChosen: last[1], wishes: wishes, plan: plan, isApplied: false,
      roll: try AssignmentRoll(centers.filter { $0.code == code }, of: round, today: now.day, db),
      names: try CenterStore.names(in: plan, pool: pool, db))
    return Substitution(trial: Trial(draw: draw, pool: pool, exclusions: exclusions, ids: ids), round: round, lot: lot)
  }
}
