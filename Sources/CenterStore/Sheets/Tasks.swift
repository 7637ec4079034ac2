import GRDB
import Regulation
import Wording

/// A center that is assigned to an expert, as it stands on their home screen.
public struct ExpertTask: Sendable, Hashable {
  /// The year of the round.
  public let year: Int
  /// The state of the round.
  public let roundState: RoundState
  /// The last day for scores.
  public let scoresBy: Day?
  /// The center's code.
  public let center: String
  /// The center's name.
  public let name: String
  /// The units to which an expert may have a tie (回避): the host (依托单位), then the co-builders.
  public let units: [String]
  /// The field of technology.
  public let field: String
  /// How far the sheet has come.
  public let state: Sheet.State
  /// Whether staff entered the sheet in the expert's name, from signed paper or a file.
  public let isByStaff: Bool
  /// How many indicators have points.
  public let given: Int
  /// What the points sum to.
  public let sum: Points
  /// Why the expert has to step aside (回避); `nil` where nothing stands in the way.
  public let recusal: Phrase?
  /// Whether the center is absent as things are now (article 30): nothing is to be scored.
  public let isAbsent: Bool
  /// Why nothing is asked for any more although the round still takes sheets: the center was revoked or went into another (article 26); `nil` for
  /// all others. What was scored is kept and counts for nothing.
  public let ended: Due.Exemption?
  /// Whether an upheld objection re-opened the center (article 25): the sheet may be taken back and changed.
  public let isReopened: Bool
  /// Whether the center was published without a figure for want of sheets, so that they are still taken (article 25).
  public let isAwaited: Bool
  /// Whether the expert came for a second look, since the sheets that were there disagreed.
  public let isSecondLook: Bool
  /// What the expert owes as the leader of the center's experts; `nil` for all others.
  public let leading: Leading?

  /// How far the opinion of a group has come that an expert leads.
  public enum Leading: Sendable, Hashable {
    /// Some expert's sheet is still to come.
    case awaitsSheets
    /// Every sheet is in: the opinion is to be written.
    case isDue
    /// It is written.
    case isWritten
  }
}

extension CenterStore {
  /// What is assigned to an expert, latest round first, then by code; with the centers that ended while their round still takes sheets.
  public func tasks(by who: Acting) throws(StoreError) -> [ExpertTask] {
    try read(by: who) { db, member in
      var rounds: [Int: RoundRecord] = [:]
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT assignment.year, round.state, scores_by, code, name, field, coalesce(sheet.state, 'draft'), count(score.points),
              coalesce(sum(score.points), 0), assignment.center_id, (SELECT name FROM organization WHERE id = host_id),
              (SELECT group_concat(name, char(10)) FROM
                (SELECT organization.name AS name FROM center_co_builder JOIN organization ON organization.id = organization_id
                 WHERE center_co_builder.center_id = assignment.center_id ORDER BY position)),
              is_second_look, is_leader,
              EXISTS (SELECT 1 FROM roll WHERE roll.year = assignment.year AND roll.center_id = assignment.center_id AND reopened IS NOT NULL),
              EXISTS (SELECT 1 FROM roll WHERE roll.year = assignment.year AND roll.center_id = assignment.center_id AND \(CenterStore.awaited)),
              coalesce(sheet.entered_by, '') <> '', CASE WHEN NOT \(CenterStore.isStillScored) THEN center.status END
            FROM assignment JOIN round USING (year) JOIN center ON center.id = assignment.center_id
            LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
            LEFT JOIN score ON sheet_id = sheet.id
            WHERE assignment.login = ? AND round.state <> 'cancelled'
            GROUP BY assignment.year, assignment.center_id ORDER BY assignment.year DESC, code
            """), arguments: [member.login]
      ).map { row in
        let year: Int = row[0]
        let round = try rounds[year] ?? CenterStore.round(year, db)
        rounds[year] = round
        let opinion = row[13] ? try CenterStore.groupOpinion(row[0], row[9], db) : nil
        return ExpertTask(
          year: year, roundState: RoundState(rawValue: row[1]) ?? .closed,
          scoresBy: try (row[2] as String?).map { try CenterStore.day($0) },
          center: row[3], name: row[4], units: [row[10]] + (row[11] as String? ?? "").split(separator: "\n").map(String.init),
          field: row[5], state: Sheet.State(rawValue: row[6]) ?? .draft, isByStaff: row[16], given: row[7],
          sum: Points(row[8]),
          recusal: try RecusalBook.reason(expert: member.login, center: row[9], year: year, db),
          isAbsent: try CenterStore.isAbsent(row[9], from: round, today: today, db),
          ended: (row[17] as String?).flatMap(Due.Exemption.init(rawValue:)), isReopened: row[14],
          isAwaited: row[15], isSecondLook: row[12],
          leading: opinion.map { !$0.text.isEmpty ? .isWritten : $0.isDue ? .isDue : .awaitsSheets })
      }
    }
  }

  /// All of an expert's sheets of a round, ordered by center: the matrix.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but experts; ``StoreError/refused(_:)`` before the pledge (回避).
  public func sheets(year: Int, by who: Acting) throws(StoreError) -> [Sheet] {
    try read(by: who) { db, member in
      if member.role != .expert { throw StoreError.notPermitted(nil) }
      try CenterStore.requirePledge(year, member.login, db)
      let codes = try String.fetchAll(
        db, sql: "SELECT code FROM assignment JOIN center ON center.id = center_id WHERE year = ? AND login = ? ORDER BY code",
        arguments: [year, member.login])
      return try codes.map { try CenterStore.sheet(try SheetTask.require(year: year, center: $0, member: member, db), db) }
    }
  }
}
