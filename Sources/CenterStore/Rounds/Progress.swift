import GRDB
import Regulation

/// How far an expert has come in a round.
public struct ExpertProgress: Sendable, Hashable {
  /// The login.
  public let login: String
  /// The name.
  public let name: String
  /// How many centers are assigned, without those that are absent: nothing is to be scored there.
  public let assigned: Int
  /// How many sheets are submitted.
  public let submitted: Int
  /// How many indicators have points, over all assigned centers; of 19 each.
  public let given: Int
  /// Whether the pledge is given.
  public let hasPledged: Bool
  /// When they last entered something themselves; what staff typed from paper or brought in from a file is no work of theirs.
  public let lastEntry: Moment?

  /// Whether sheets are owed though the last day for scores is over (article 25).
  public func isLate(in round: RoundRecord, on today: Day) -> Bool {
    submitted < assigned && round.state.takesSheets && round.scoresBy.map { today > $0 } ?? false
  }
}

/// How far the sheets of a center have come in a round.
public struct CenterProgress: Sendable, Hashable {
  /// The code.
  public let code: String
  /// The name.
  public let name: String
  /// How many experts are assigned.
  public let assigned: Int
  /// How many sheets are submitted.
  public let submitted: Int
  /// Whether it is absent as things are now: its material did not come by the last day, and no sheet exists (articles 26 and 30).
  public let isAbsent: Bool
}

extension CenterStore {
  /// How far every expert of a round has come, ordered by login.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round.
  public func expertProgress(year: Int, by who: Acting) throws(StoreError) -> [ExpertProgress] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      let absent = try CenterStore.absentCenters(CenterStore.round(year, db), today: today, db)
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT login, name, assigned, submitted, given,
              EXISTS (SELECT 1 FROM pledge WHERE pledge.year = ?1 AND pledge.login = progress.login),
              (SELECT time FROM audit WHERE seq = last)
            FROM (
            SELECT assignment.login AS login, user.name AS name,
              count(DISTINCT CASE WHEN assignment.center_id NOT IN (SELECT value FROM json_each(?2)) THEN assignment.center_id END) AS assigned,
              count(DISTINCT CASE WHEN sheet.state = 'submitted' THEN sheet.id END) AS submitted, count(score.points) AS given,
              max(CASE WHEN sheet.entered_by = '' THEN score.link END) AS last
            FROM assignment JOIN user USING (login) JOIN center ON center.id = assignment.center_id JOIN round USING (year)
            LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
            LEFT JOIN score ON sheet_id = sheet.id
            WHERE assignment.year = ?1 AND \(CenterStore.isStillScored) GROUP BY assignment.login) AS progress
            ORDER BY login
            """), arguments: [year, CenterStore.list(absent)]
      ).map { row in
        ExpertProgress(
          login: row[0], name: row[1], assigned: row[2], submitted: row[3], given: row[4], hasPledged: row[5],
          lastEntry: (row[6] as Int64?).map(Moment.init(milliseconds:)))
      }
    }
  }

  /// How far the sheets of every center of a round have come, ordered by code.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round.
  public func centerProgress(year: Int, by who: Acting) throws(StoreError) -> [CenterProgress] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      let absent = try CenterStore.absentCenters(CenterStore.round(year, db), today: today, db)
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT code, name, count(*), count(CASE WHEN sheet.state = 'submitted' THEN 1 END), assignment.center_id
            FROM assignment JOIN center ON center.id = assignment.center_id JOIN round USING (year)
            LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
            WHERE assignment.year = ? AND \(CenterStore.isStillScored) GROUP BY assignment.center_id ORDER BY code
            """), arguments: [year]
      ).map { CenterProgress(code: $0[0], name: $0[1], assigned: $0[2], submitted: $0[3], isAbsent: absent.contains($0[4])) }
    }
  }

  /// Whether an assigned center is still to be scored: one that was revoked or reorganised while the round takes sheets is exempt (article 26), and
  /// nobody is asked for its sheets any more.
  static let isStillScored = "(center.status = 'active' OR round.state NOT IN ('announced', 'scoring'))"

  /// Of the centers that experts are assigned to, those that are absent (article 30): in a round that takes sheets, once the last day for material
  /// is over, those of which neither material nor a sheet is there; in a settled one, those that the settlement found so.
  static func absentCenters(_ round: RoundRecord, today: Day, _ db: Database) throws -> Set<Int64> {
    guard round.state.takesSheets else {
      return try Int64.fetchSet(
        db.cachedStatement(sql: "SELECT center_id FROM roll WHERE year = ? AND standing = 'absent'"), arguments: [round.year])
    }
    guard let last = round.materialBy, today > last else { return [] }
    return try Int64.fetchSet(
      db.cachedStatement(
        sql: """
          SELECT center_id FROM assignment WHERE year = ?1 EXCEPT SELECT center_id FROM (\(CenterStore.takingPart))
          """), arguments: [round.year])
  }

  /// Whether one center is absent, as ``absentCenters(_:today:_:)`` tells it of all: by its own rows, since a round may have 300,000 sheets.
  static func isAbsent(_ center: Int64, from round: RoundRecord, today: Day, _ db: Database) throws -> Bool {
    guard round.state.takesSheets else {
      return try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT standing = 'absent' FROM roll WHERE year = ? AND center_id = ?"), arguments: [round.year, center])
        ?? false
    }
    guard let last = round.materialBy, today > last else { return false }
    return try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM sheet WHERE year = ?1 AND center_id = ?2)
            AND NOT EXISTS (SELECT 1 FROM material WHERE year = ?1 AND center_id = ?2 AND \(CenterStore.cameIn))
          """), arguments: [round.year, center])
      ?? false
  }

  /// Numbers as SQL takes a list of them.
  private static func list(_ numbers: Set<Int64>) -> String { "[" + numbers.sorted().map(String.init).joined(separator: ",") + "]" }

  static func requireConductor(_ year: Int, _ member: Member, _ db: Database) throws {
    switch member.role {
    case .admin, .bureau: _ = try round(year, db)
    case .agency where try isEntrusted(year, to: member, db), .department where try isEntrusted(year, to: member, db): break
    case .agency, .department, .host, .expert, .viewer: throw StoreError.notPermitted(nil)
    }
  }
}
