import GRDB
import Regulation
import Wording

/// One of an expert's sheets in a round, as those who run the round follow it.
public struct ExpertSheet: Sendable, Hashable {
  /// The center's code.
  public let center: String
  /// The center's name.
  public let name: String
  /// How far the sheet has come.
  public let state: Sheet.State
  /// How many indicators have points.
  public let given: Int
  /// What the sheet sums to, once it is submitted: nobody looks over an expert's shoulder before.
  public let total: Points?
  /// The day on which it was submitted.
  public let submittedOn: Day?
  /// Who entered it for the expert, from signed paper or a file; empty: the expert.
  public let enteredBy: String

  /// Makes a line.
  public init(center: String, name: String, state: Sheet.State, given: Int, total: Points?, submittedOn: Day?, enteredBy: String = "") {
    self.center = center
    self.name = name
    self.state = state
    self.given = given
    self.total = total
    self.submittedOn = submittedOn
    self.enteredBy = enteredBy
  }
}

extension CenterStore {
  /// What is assigned to one expert of a round and how far each sheet has come, ordered by center; none for who has no part in it.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round.
  public func expertSheets(of login: String, year: Int, by who: Acting) throws(StoreError) -> [ExpertSheet] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT code, name, coalesce(sheet.state, 'draft'), count(score.points), sum(score.points), submitted_at,
              coalesce(entered_by, '')
            FROM assignment JOIN center ON center.id = assignment.center_id
            LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
            LEFT JOIN score ON sheet_id = sheet.id
            WHERE assignment.year = ? AND assignment.login = ? GROUP BY assignment.center_id ORDER BY code
            """), arguments: [year, login])
      return rows.map { row in
        let state = Sheet.State(rawValue: row[2]) ?? .draft
        let isIn = state == .submitted
        return ExpertSheet(
          center: row[0], name: row[1], state: state, given: row[3], total: isIn ? (row[4] as Int?).map { Points($0) } : nil,
          submittedOn: isIn ? (row[5] as Int64?).map { Moment(milliseconds: $0).day } : nil, enteredBy: row[6])
      }
    }
  }

  /// One expert's sheet as it was submitted, to read.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round;
  ///   ``StoreError/noSuch(_:_:)`` for a center that is not assigned to the expert; ``StoreError/refused(_:)`` for a sheet that is not
  ///   submitted (article 25).
  public func submittedSheet(of login: String, year: Int, center code: String, by who: Acting) throws(StoreError) -> Sheet {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      let task = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT center.id, round.state FROM center JOIN assignment ON center_id = center.id JOIN round USING (year)
            WHERE code = ? AND year = ? AND login = ?
            """), arguments: [code, year, login])
      guard let task, let state = RoundState(rawValue: task[1]) else { throw StoreError.noSuch(.assignment, "\(code) \(login)") }
      let sheet = try CenterStore.sheet(
        SheetTask(year: year, center: code, centerID: task[0], login: login, roundState: state), db)
      guard sheet.state == .submitted else { throw CenterStore.unsubmitted }
      return sheet
    }
  }

  /// Why a sheet that is being filled in is nobody's but the expert's.
  public static let unsubmitted = Refusal(
    article: "25", Phrase(zh: "评分表提交后才能查看", en: "a sheet can be read once it is submitted"))
}
