import GRDB
import Regulation
import Wording

/// How a center came out of a round, as everybody may know it.
public enum RoundOutcome: Sendable, Hashable {
  /// It was graded (article 28).
  case graded(PublicResult)
  /// It took no part (article 30).
  case absent
}

extension CenterStore {
  /// How the centers of a host or a department came out of a round, by code; nothing before the results are published, and nothing of a center
  /// whose figure is still to come.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all who have no centers of their own.
  public func ownOutcomes(year: Int, by who: Acting) throws(StoreError) -> [String: RoundOutcome] {
    try read(by: who) { db, member in
      let owner: (column: String, id: Int64?)
      switch member.role {
      case .department: owner = ("department_id", member.departmentID)
      case .host: owner = ("host_id", member.organizationID)
      case .admin, .agency, .bureau, .expert, .viewer: throw StoreError.notPermitted(nil)
      }
      var outcomes: [String: RoundOutcome] = [:]
      let absent = try String.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT code FROM roll JOIN center ON center.id = center_id JOIN round USING (year)
            WHERE year = ? AND center.\(owner.column) = ? AND standing = 'absent' AND round.state IN ('published', 'closed')
            """), arguments: [year, owner.id])
      while let code = try absent.next() { outcomes[code] = .absent }
      let graded = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT code, score, grade, rank FROM result JOIN center ON center.id = center_id
            WHERE result.year = ? AND center.\(owner.column) = ? AND \(CenterStore.isPublic)
            """), arguments: [year, owner.id])
      while let row = try graded.next() {
        let score = Points(row[1])
        outcomes[row[0]] = .graded(
          PublicResult(year: year, score: score, grade: Grade(rawValue: row[2]) ?? Grade(published: score), rank: row[3]))
      }
      return outcomes
    }
  }
}
