import GRDB
import Regulation

/// What is known of a center's result of a past year that was not evaluated on the desk: as it came in from a file.
public struct PastResult: Sendable, Hashable {
  /// The rank; `nil` where it is not known.
  public let rank: Int?
  /// The center's code.
  public let code: String
  /// The center's present name.
  public let name: String
  /// The published score.
  public let score: Points
  /// The grade (article 28).
  public let grade: Grade
}

extension CenterStore {
  /// The imported results of a past year, by rank, then code. They were published then, so everybody sees them.
  ///
  /// - Returns: none where nothing was imported, or where the year has a round on the desk (``result(_:by:)``).
  public func history(of year: Int, by who: Acting) throws(StoreError) -> [PastResult] {
    try read(by: who) { db, _ in
      if try Bool.fetchOne(db, sql: "SELECT 1 FROM round WHERE year = ?", arguments: [year]) ?? false { return [] }
      return try CenterStore.history(of: year, db)
    }
  }

  static func history(of year: Int, _ db: Database) throws -> [PastResult] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT rank, code, name, score, grade FROM result JOIN center ON center.id = center_id WHERE year = ?
        ORDER BY rank IS NULL, rank, code
        """, arguments: [year]
    ).map { row in
      PastResult(
        rank: row[0], code: row[1], name: row[2], score: Points(row[3]),
        grade: Grade(rawValue: row[4]) ?? Grade(published: Points(row[3])))
    }
  }
}
