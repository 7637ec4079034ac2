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
  /// The department that carries the round out for its own centers; `nil`: none does (article 5(3)).
  public var department: PlainText?
  /// Whether hosts are asked for points of their own (自评); they count in nothing.
  public var asksOwnScores: Bool

  /// Makes a plan.
  public init(
    method: RoundMethod = .mean, minimumSheets: Int? = nil, materialBy: Day? = nil, reportBy: Day? = nil, scoresBy: Day? = nil,
    reason: PlainText = .empty, agency: PlainText? = nil, department: PlainText? = nil,
    asksOwnScores: Bool = false
  ) {
    self.method = method
    self.minimumSheets = minimumSheets
    self.materialBy = materialBy
    self.reportBy = reportBy
    self.scoresBy = scoresBy
    self.reason = reason
    self.agency = agency
    self.department = department
    self.asksOwnScores = asksOwnScores
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
  /// Announces a round, and entrusts it to an agency or a department where the plan names one (articles 5(3), 25, 26).
  ///
  /// - Throws: ``StoreError/refused(_:)`` where the year has one, the gap to others needs a reason, too few sheets are asked for, or the
  ///   last days are out of order; ``StoreError/noSuch(_:_:)`` for an agency or a department that is not on file.
  public func openRound(_ year: Int, _ plan: RoundPlan = RoundPlan(), by who: Acting) throws(StoreError) {
    try write(.roundOpen, by: who) { operation in
      try CenterStore.requireYear(year)
      let rounds = try CenterStore.rounds(operation.db)
      let existing = rounds.filter { $0.state != .cancelled }.map(\.year)
      let version = try IndicatorSystem.standard.get().version
      let agency = try plan.agency.map { try CenterStore.organization(named: $0, operation.db) }
      if agency != nil, plan.department != nil {
        throw Refusal(
          article: "25", Phrase(zh: "评估由第三方机构或归口管理部门之一组织", en: "either an agency or a department carries a round out, not both"))
      }
      let department = try plan.department.map { (id: try CenterStore.departmentID($0, operation.db), name: $0) }
      let terms = try RoundTerms(
        year: year, method: plan.method, minimumSheets: plan.minimumSheets, lastDays: plan.deadlines,
        conductor: agency.map { .agency(try PlainText($0.name)) } ?? department.map { .department($0.name) } ?? .bureau,
        tableVersion: version, asksOwnScores: plan.asksOwnScores,
        reason: plan.reason)
      _ = try EvaluationRound.announced(terms, existing: existing)
      let sheets = terms.minimumSheets
      // A round that was called off and is announced again keeps what experts and hosts had begun.
      let isBegun = try Bool.fetchOne(operation.db, sql: "SELECT EXISTS (SELECT 1 FROM assignment WHERE year = ?)", arguments: [year])
      let state: RoundState = isBegun ?? false ? .scoring : .announced
      var after: Change.Fields = [
        ("state", state.rawValue), ("method", plan.method.rawValue), ("minimum_sheets", String(sheets)),
        ("material_by", plan.materialBy?.description ?? ""), ("report_by", plan.reportBy?.description ?? ""),
        ("scores_by", plan.scoresBy?.description ?? ""), ("reason", plan.reason.string), ("table_version", version),
      ]
      if let agency { after.append(("agency", agency.name)) }
      if let department { after.append(("department", department.name.string)) }
      if plan.asksOwnScores { after.append(("own_scores", "yes")) }
      let before = rounds.first { $0.year == year }.map { [(name: "state", value: $0.state.rawValue)] }
      let link = try operation.append(.roundOpen, Change(object: "round/\(year)", before: before, after: after))
      try operation.db.execute(
        sql: """
          INSERT INTO round(year, state, method, minimum_sheets, material_by, report_by, scores_by, reason, table_version, agency_id,
            opened_on, asks_own_scores, department_id, link)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT(year) DO UPDATE SET state = excluded.state, method = excluded.method, minimum_sheets = excluded.minimum_sheets,
            material_by = excluded.material_by, report_by = excluded.report_by, scores_by = excluded.scores_by, reason = excluded.reason,
            table_version = excluded.table_version, agency_id = excluded.agency_id, opened_on = excluded.opened_on,
            asks_own_scores = excluded.asks_own_scores, department_id = excluded.department_id, link = excluded.link
          """,
        arguments: [
          year, state.rawValue, plan.method.rawValue, sheets, plan.materialBy?.description, plan.reportBy?.description,
          plan.scoresBy?.description,
          plan.reason.string, version, agency?.id, operation.now.day.description, plan.asksOwnScores, department?.id, link,
        ])
    }
  }

  /// Fixes scores and grades; no sheet can be taken back after it.
  public func settleRound(_ year: Int, by who: Acting) throws(StoreError) { try stepRound(year, .settle, by: who) }

  /// Goes back to scoring before publication, so that missing sheets can come in: who had to take part and the scores are no longer fixed.
  public func resumeRound(_ year: Int, by who: Acting) throws(StoreError) { try stepRound(year, .resume, by: who) }

  /// How many working days a public notice may run: five unless it says more (article 12), and no longer than a quarter of a year.
  public static let noticeDays = PublicNotice.lawfulDays

  /// Puts the results on public notice for some working days from the day after today on (articles 12, 25).
  ///
  /// - Parameter workingDays: as many as ``noticeDays`` allows.
  /// - Returns: the last day of the notice.
  /// - Throws: ``StoreError/refused(_:)`` for another number, and while a center may still hand in its material.
  @discardableResult
  public func publishRound(_ year: Int, workingDays: Int, by who: Acting) throws(StoreError) -> WorkingDays.Deadline {
    try write(.roundPublish, by: who) { operation in
      let round = try operation.take(.publish(workingDays: workingDays), in: year)
      guard let notice = round.state.notice else { throw StoreError.noSuch(.round, String(year)) }
      return notice.deadline
    }
  }

  /// Puts the results on public notice up to a day, which is counted in working days.
  ///
  /// - Throws: ``StoreError/refused(_:)`` for a last day that is not after today, or too soon after it.
  public func publishRound(_ year: Int, noticeUntil: Day, by who: Acting) throws(StoreError) {
    let today = self.today
    try write(.roundPublish, by: who) { operation in
      if noticeUntil <= today {
        throw Refusal(
          article: "12", Phrase(zh: "公示截止日 \(noticeUntil) 须晚于今天", en: "the last day of the notice, \(noticeUntil), must be after today"))
      }
      let days = try WorkingDays.standard.get().count(after: today, through: noticeUntil)
      _ = try operation.take(.publish(workingDays: days), in: year)
    }
  }

  /// Ends a round whose public notice is over.
  public func closeRound(_ year: Int, by who: Acting) throws(StoreError) { try stepRound(year, .close, by: who) }

  /// Calls a round off, while nothing was submitted.
  public func cancelRound(_ year: Int, reason: PlainText, by who: Acting) throws(StoreError) {
    try stepRound(year, .cancel(reason: reason), by: who)
  }

  static func centerIDs(_ db: Database) throws -> [String: Int64] {
    var ids: [String: Int64] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT code, id FROM center")
    while let row = try rows.next() { ids[row[0]] = row[1] }
    return ids
  }
}
