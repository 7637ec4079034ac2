import GRDB
import Regulation

/// How far an expert has come in a round.
public struct ExpertProgress: Sendable, Hashable {
  /// The login.
  public let login: String
  /// The name.
  public let name: String
  /// How many centers are assigned.
  public let assigned: Int
  /// How many sheets are submitted.
  public let submitted: Int
  /// How many indicators have points, over all assigned centers; of 19 each.
  public let given: Int
  /// Whether the pledge is given.
  public let hasPledged: Bool
  /// When something was last entered.
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
}

extension CenterStore {
  /// How far every expert of a round has come, ordered by login.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round.
  public func expertProgress(year: Int, by who: Acting) throws(StoreError) -> [ExpertProgress] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT login, name, assigned, submitted, given,
              EXISTS (SELECT 1 FROM pledge WHERE pledge.year = ?1 AND pledge.login = progress.login),
              (SELECT time FROM audit WHERE seq = last)
            FROM (
            SELECT assignment.login AS login, user.name AS name, count(DISTINCT assignment.center_id) AS assigned,
              count(DISTINCT CASE WHEN sheet.state = 'submitted' THEN sheet.id END) AS submitted, count(score.points) AS given,
              max(score.link) AS last
            FROM assignment JOIN user USING (login)
            LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
            LEFT JOIN score ON sheet_id = sheet.id
            WHERE assignment.year = ?1 GROUP BY assignment.login) AS progress
            ORDER BY login
            """), arguments: [year]
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
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT code, name, count(*), count(CASE WHEN sheet.state = 'submitted' THEN 1 END)
            FROM assignment JOIN center ON center.id = assignment.center_id
            LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
            WHERE assignment.year = ? GROUP BY assignment.center_id ORDER BY code
            """), arguments: [year]
      ).map { CenterProgress(code: $0[0], name: $0[1], assigned: $0[2], submitted: $0[3]) }
    }
  }

  static func requireConductor(_ year: Int, _ member: Member, _ db: Database) throws {
    switch member.role {
    case .admin, .bureau: _ = try round(year, db)
    case .agency where try isEntrusted(year, to: member, db), .department where try isEntrusted(year, to: member, db): break
    case .agency, .department, .host, .expert, .viewer: throw StoreError.notPermitted(nil)
    }
  }
}
