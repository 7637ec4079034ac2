import GRDB
import Regulation

/// How far one expert's sheet of a center has come.
public struct SheetProgress: Sendable, Hashable {
  /// The expert's login.
  public let login: String
  /// The expert's name.
  public let name: String
  /// How far the sheet has come.
  public let state: Sheet.State
  /// How many indicators have points.
  public let given: Int
  /// What the sheet sums to, once it is submitted: nobody looks over an expert's shoulder before.
  public let total: Points?
}

extension CenterStore {
  /// A center's public record: all that the registry knows of it.
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  public func center(code: String, by who: Acting) throws(StoreError) -> CenterRecord {
    try read(by: who) { db, _ in
      guard let center = try CenterStore.center(code: code, db) else { throw StoreError.noSuch(.center, code) }
      return center.record
    }
  }

  /// How far the sheets of one center have come, ordered by login.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round.
  public func sheetProgress(year: Int, center code: String, by who: Acting) throws(StoreError) -> [SheetProgress] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT assignment.login, user.name, coalesce(sheet.state, 'draft'), count(score.points), sum(score.points)
            FROM assignment JOIN user USING (login) JOIN center ON center.id = assignment.center_id
            LEFT JOIN sheet ON sheet.year = assignment.year AND sheet.center_id = assignment.center_id AND sheet.login = assignment.login
            LEFT JOIN score ON sheet_id = sheet.id
            WHERE assignment.year = ? AND code = ? GROUP BY assignment.login ORDER BY assignment.login
            """), arguments: [year, code])
      return rows.map { row in
        let state = Sheet.State(rawValue: row[2]) ?? .draft
        return SheetProgress(
          login: row[0], name: row[1], state: state, given: row[3], total: state == .submitted ? (row[4] as Int?).map { Points($0) } : nil)
      }
    }
  }
}
