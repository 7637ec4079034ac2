import GRDB
import Regulation
import Wording

/// An evaluation round (绩效评估) as it stands (articles 25 to 28).
public struct RoundRecord: Sendable, Hashable {
  /// The year of evaluation.
  public let year: Int
  /// How far it has come.
  public let state: RoundState
  /// How a center's score comes from its sheets.
  public let method: RoundMethod
  /// How few submitted sheets are enough.
  public let minimumSheets: Int
  /// The last day for hosts to hand in material.
  public let materialBy: Day?
  /// The last day for departments to report.
  public let reportBy: Day?
  /// The last day for scores.
  public let scoresBy: Day?
  /// Why the round is not two years after the last one, or why it was cancelled; empty where neither is.
  public let reason: String
  /// The third-party agency that carries the round out; empty where the bureau does (article 5(3)).
  public fileprivate(set) var agency: String
  /// The department that carries the round out for its own centers; empty where none does (article 5(3)).
  public fileprivate(set) var department: String
  /// The version of the indicator table that the round pins.
  public let tableVersion: String
  /// Whether hosts are asked for points of their own (自评); they count in nothing.
  public let asksOwnScores: Bool
  /// The day of the announcement.
  public let openedOn: Day
  /// The day on which scores and grades were fixed.
  public let settledOn: Day?
  /// The first day of the public notice.
  public let publishedOn: Day?
  /// The last day of the public notice.
  public let noticeUntil: Day?
  /// The day on which it ended.
  public let closedOn: Day?

  /// Whether hosts may hand in until the settlement, no last day for material being set: nobody is absent before it (article 30(2)), and whom a
  /// result lists as absent would be if the round were settled now.
  public var awaitsMaterial: Bool { state.takesSheets && materialBy == nil }

  /// The word for a center of which neither material nor a sheet is there.
  public var absence: Phrase {
    awaitsMaterial ? Phrase(zh: "未提交", en: "nothing yet") : Phrase(zh: "未参加", en: "absent")
  }

  /// What is said beside the last day of the notice: nothing, or that holidays which are not given out yet could have moved it.
  public var noticeRemark: Phrase {
    guard let publishedOn, let noticeUntil, let calendar = try? WorkingDays.standard.get(),
      calendar.isProvisional(after: publishedOn, through: noticeUntil)
    else { return Phrase(same: "") }
    return WorkingDays.Deadline.provisional
  }
}

extension CenterStore {
  /// Every round, latest first. An agency is not told who carries out another's.
  public func rounds(by who: Acting) throws(StoreError) -> [RoundRecord] {
    try read(by: who) { db, member in try CenterStore.rounds(db).map { try CenterStore.told($0, to: member, db) } }
  }

  /// The round of a year. An agency is not told who carries out another's.
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  public func round(_ year: Int, by who: Acting) throws(StoreError) -> RoundRecord {
    try read(by: who) { db, member in try CenterStore.told(CenterStore.round(year, db), to: member, db) }
  }

  /// A round as somebody may know it: agencies compete, and none learns which round is whose but its own (article 5(3)).
  private static func told(_ round: RoundRecord, to member: Member, _ db: Database) throws -> RoundRecord {
    if try member.role != .agency || isEntrusted(round.year, to: member, db) { return round }
    var told = round
    (told.agency, told.department) = ("", "")
    return told
  }

  static func rounds(_ db: Database) throws -> [RoundRecord] {
    try Row.fetchAll(db.cachedStatement(sql: roundSelection + "ORDER BY year DESC")).map(roundRecord)
  }

  static func round(_ year: Int, _ db: Database) throws -> RoundRecord {
    guard let row = try Row.fetchOne(db.cachedStatement(sql: roundSelection + "WHERE year = ?"), arguments: [year]) else {
      throw StoreError.noSuch(.round, String(year))
    }
    return try roundRecord(row)
  }

  private static let roundSelection = """
    SELECT year, state, method, minimum_sheets, material_by, report_by, scores_by, reason, table_version, opened_on, published_on,
      notice_until, coalesce((SELECT name FROM organization WHERE id = agency_id), ''), asks_own_scores, settled_on, closed_on,
      coalesce((SELECT name FROM department WHERE id = department_id), '')
    FROM round

    """

  private static func roundRecord(_ row: Row) throws -> RoundRecord {
    func day(_ index: Int) throws -> Day? { try (row[index] as String?).map { try CenterStore.day($0) } }
    guard let state = RoundState(rawValue: row[1]), let method = RoundMethod(rawValue: row[2]), let opened = try day(9) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "round \(row[0] as Int)")
    }
    return RoundRecord(
      year: row[0], state: state, method: method, minimumSheets: row[3], materialBy: try day(4), reportBy: try day(5),
      scoresBy: try day(6), reason: row[7], agency: row[12], department: row[16], tableVersion: row[8], asksOwnScores: row[13],
      openedOn: opened,
      settledOn: try day(14), publishedOn: try day(10), noticeUntil: try day(11), closedOn: try day(15))
  }
}
