import GRDB
import Regulation
import Wording

/// What a new round is to be (article 25).
public struct RoundPlan: Sendable, Hashable {
  /// How a center's score comes from its sheets.
  public var method: RoundMethod
  /// How few submitted sheets are enough; `nil`: what the method asks for at least, and three.
  public var minimumSheets: Int?
  /// The last day for hosts to hand in material.
  public var materialBy: Day?
  /// The last day for departments to report.
  public var reportBy: Day?
  /// The last day for scores.
  public var scoresBy: Day?
  /// Why the round is not two years after the last one.
  public var reason: PlainText
  /// The third-party agency that carries the round out, by any of its names; `nil`: the bureau itself (article 5(3)).
  public var agency: PlainText?

  /// Makes a plan.
  public init(
    method: RoundMethod = .mean, minimumSheets: Int? = nil, materialBy: Day? = nil, reportBy: Day? = nil, scoresBy: Day? = nil,
    reason: PlainText = .empty, agency: PlainText? = nil
  ) {
    self.method = method
    self.minimumSheets = minimumSheets
    self.materialBy = materialBy
    self.reportBy = reportBy
    self.scoresBy = scoresBy
    self.reason = reason
    self.agency = agency
  }

  /// The last days that are set.
  public var deadlines: [RoundOpening.Deadline: Day] {
    var days: [RoundOpening.Deadline: Day] = [:]
    days[.material] = materialBy
    days[.report] = reportBy
    days[.scores] = scoresBy
    return days
  }
}

extension CenterStore {
  /// Announces a round, and entrusts it to an agency where the plan names one (articles 5(3), 25, 26).
  ///
  /// - Throws: ``StoreError/refused(_:)`` where the year has one, the gap to others needs a reason, too few sheets are asked for, or the
  ///   last days are out of order; ``StoreError/noSuch(_:_:)`` for an agency that is not on file.
  public func openRound(_ year: Int, _ plan: RoundPlan = RoundPlan(), by who: Acting) throws(StoreError) {
    try write(.roundOpen, by: who) { operation in
      try CenterStore.requireYear(year)
      let rounds = try CenterStore.rounds(operation.db)
      let existing = rounds.filter { $0.state != .cancelled }.map(\.year)
      if let refusal = RoundOpening.refusal(year: year, existing: existing, reason: plan.reason.string) { throw refusal }
      let sheets = plan.minimumSheets ?? plan.method.defaultSheets
      if let refusal = RoundOpening.refusal(sheets: sheets, method: plan.method) { throw refusal }
      if let refusal = RoundOpening.refusals(plan.deadlines, year: year, today: nil).first { throw refusal.refusal }
      let version = try IndicatorSystem.standard.get().version
      let agency = try plan.agency.map { try CenterStore.organization(named: $0, operation.db) }
      // A round that was called off and is announced again keeps what experts and hosts had begun.
      let isBegun = try Bool.fetchOne(operation.db, sql: "SELECT EXISTS (SELECT 1 FROM assignment WHERE year = ?)", arguments: [year])
      let state: RoundState = isBegun ?? false ? .scoring : .announced
      let after: Change.Fields =
        [
          ("state", state.rawValue), ("method", plan.method.rawValue), ("minimum_sheets", String(sheets)),
          ("material_by", plan.materialBy?.description ?? ""), ("report_by", plan.reportBy?.description ?? ""),
          ("scores_by", plan.scoresBy?.description ?? ""), ("reason", plan.reason.string), ("table_version", version),
        ] + (agency.map { [("agency", $0.name)] } ?? [])
      let before = rounds.first { $0.year == year }.map { [(name: "state", value: $0.state.rawValue)] }
      let link = try operation.append(.roundOpen, Change(object: "round/\(year)", before: before, after: after))
      try operation.db.execute(
        sql: """
          INSERT INTO round(year, state, method, minimum_sheets, material_by, report_by, scores_by, reason, table_version, agency_id,
            opened_on, link)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT(year) DO UPDATE SET state = excluded.state, method = excluded.method, minimum_sheets = excluded.minimum_sheets,
            material_by = excluded.material_by, report_by = excluded.report_by, scores_by = excluded.scores_by, reason = excluded.reason,
            table_version = excluded.table_version, agency_id = excluded.agency_id, opened_on = excluded.opened_on, link = excluded.link
          """,
        arguments: [
          year, state.rawValue, plan.method.rawValue, sheets, plan.materialBy?.description, plan.reportBy?.description,
          plan.scoresBy?.description,
          plan.reason.string, version, agency?.id, operation.now.day.description, link,
        ])
    }
  }

  /// Fixes scores and grades; no sheet can be taken back after it.
  public func settleRound(_ year: Int, by who: Acting) throws(StoreError) {
    try step(.settle, of: year, .roundSettle, by: who, set: "settled_on")
  }

  /// Goes back to scoring before publication, so that missing sheets can come in: who had to take part and the scores are no longer fixed.
  public func resumeRound(_ year: Int, by who: Acting) throws(StoreError) {
    try step(.resume, of: year, .roundResume, by: who)
  }

  /// How many working days a public notice may run: five unless it says more (article 12), and no longer than a quarter of a year.
  public static let noticeDays = PublicNotice.lawfulDays

  /// Puts the results on public notice for some working days from the day after today on (articles 12, 25).
  ///
  /// - Parameter workingDays: as many as ``noticeDays`` allows.
  /// - Returns: the last day of the notice.
  /// - Throws: ``StoreError/refused(_:)`` for another number.
  @discardableResult
  public func publishRound(_ year: Int, workingDays: Int, by who: Acting) throws(StoreError) -> WorkingDays.Deadline {
    try require(.roundPublish, by: who)
    let until = try StoreError.translating(path) {
      if !CenterStore.noticeDays.contains(workingDays) {
        throw Refusal(
          article: "12",
          Phrase(
            zh: "公示期为 \(CenterStore.noticeDays.lowerBound) 至 \(CenterStore.noticeDays.upperBound) 个工作日，不是 \(workingDays) 个",
            en: "a public notice runs for \(CenterStore.noticeDays.lowerBound) to \(CenterStore.noticeDays.upperBound) working days, "
              + "not \(workingDays)"))
      }
      return try WorkingDays.standard.get().deadline(workingDays, workingDaysAfter: surroundings.now().day)
    }
    try publishRound(year, noticeUntil: until.last, by: who)
    return until
  }

  /// Puts the results on public notice; the days printed on the notice govern.
  ///
  /// - Throws: ``StoreError/refused(_:)`` for a last day that is not after today.
  public func publishRound(_ year: Int, noticeUntil: Day, by who: Acting) throws(StoreError) {
    try step(.publish, of: year, .roundPublish, by: who, set: "published_on", noticeUntil: noticeUntil)
  }

  /// Ends a round whose public notice is over.
  public func closeRound(_ year: Int, by who: Acting) throws(StoreError) {
    try step(.close, of: year, .roundClose, by: who, set: "closed_on")
  }

  /// Calls a round off, while nothing was submitted.
  public func cancelRound(_ year: Int, reason: PlainText, by who: Acting) throws(StoreError) {
    try step(.cancel, of: year, .roundCancel, by: who, reason: reason)
  }

  private func step(
    _ step: RoundStep, of year: Int, _ act: Act, by who: Acting, set column: String? = nil, noticeUntil: Day? = nil,
    reason: PlainText = .empty
  ) throws(StoreError) {
    try write(act, by: who) { operation in
      let db = operation.db
      let round = try operation.ownRound(year, act)
      if let noticeUntil, noticeUntil <= operation.now.day {
        throw Refusal(
          article: "12", Phrase(zh: "公示截止日 \(noticeUntil) 须晚于今天", en: "the last day of the notice, \(noticeUntil), must be after today"))
      }
      let result = try CenterStore.result(of: round, today: operation.now.day, db)
      let submissions = try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM sheet WHERE year = ?1 AND state = 'submitted')
            + (SELECT count(*) FROM material WHERE year = ?1 AND (origin = 'staff' OR submitted_at IS NOT NULL))
          """, arguments: [year])
      let situation = RoundSituation(
        submissions: submissions ?? 0, pending: result.pending.count, noticeEnds: round.noticeUntil, today: operation.now.day,
        reason: reason.string)
      let state = try round.state.after(step, situation)
      let today = operation.now.day.description
      var before: Change.Fields = [("state", round.state.rawValue)]
      var after: Change.Fields = [("state", state.rawValue)]
      if let noticeUntil {
        before.append(("notice_until", round.noticeUntil?.description ?? ""))
        after.append(("notice_until", noticeUntil.description))
      }
      if !reason.isEmpty { after.append(("reason", reason.string)) }
      let link = try operation.append(act, Change(object: "round/\(year)", before: before, after: after))
      try db.execute(
        sql: """
          UPDATE round SET state = ?1, link = ?2, notice_until = coalesce(?3, notice_until),
            reason = CASE WHEN ?4 = '' THEN reason ELSE ?4 END,
            settled_on = CASE WHEN ?1 = 'scoring' THEN NULL WHEN ?5 = 'settled_on' THEN ?6 ELSE settled_on END,
            published_on = CASE ?5 WHEN 'published_on' THEN ?6 ELSE published_on END,
            closed_on = CASE ?5 WHEN 'closed_on' THEN ?6 ELSE closed_on END
          WHERE year = ?7
          """, arguments: [state.rawValue, link, noticeUntil?.description, reason.string, column, today, year])
      if step == .resume {
        for table in ["result", "roll"] { try db.execute(sql: "DELETE FROM \(table) WHERE year = ?", arguments: [year]) }
      }
      if state == .settled { try CenterStore.keep(result, of: year, link: link, db) }
    }
  }

  /// Writes down who had to take part and the settled figures, so that nothing that happens later changes them.
  private static func keep(_ result: RoundResult, of year: Int, link: Int64, _ db: Database) throws {
    let ids = try centerIDs(db)
    for code in result.centers.map(\.code) + result.pending.map(\.code) + result.absent {
      guard let id = ids[code] else { continue }
      try db.cachedStatement(sql: "INSERT INTO roll(year, center_id) VALUES (?, ?)").execute(arguments: [year, id])
    }
    for line in result.centers {
      guard let id = ids[line.code] else { continue }
      try db.cachedStatement(sql: "INSERT INTO result(year, center_id, score, grade, rank, link) VALUES (?, ?, ?, ?, ?, ?)")
        .execute(arguments: [year, id, line.score.score.hundredths, line.score.grade.rawValue, line.rank, link])
    }
  }

  static func centerIDs(_ db: Database) throws -> [String: Int64] {
    var ids: [String: Int64] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT code, id FROM center")
    while let row = try rows.next() { ids[row[0]] = row[1] }
    return ids
  }
}
