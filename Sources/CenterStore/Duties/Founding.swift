import GRDB
import Regulation

/// When centers began that did not exist before a reorganisation (article 4(5)). Their certification is as old as that of the ones whose place they
/// take, and stays; what a center has to do in operation it owes from the day on which it is there.
enum Founding {
  /// The days, by center.
  ///
  /// - Parameter center: one center's alone; `nil`: all.
  static func days(_ db: Database, of center: Int64? = nil) throws -> [Int64: Day] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT successor_id, code, document FROM reorganisation JOIN center ON center.id = successor_id
        WHERE ?1 IS NULL OR successor_id = ?1
        """, arguments: [center])
    var days: [Int64: Day] = [:]
    for row in rows {
      let decision: Reorganisation = try JSONText.decode(row[2])
      // It was there before, unless the chain says that it came with a decision.
      let start = "center/\(row.text(1))\",\"before\":nul"
      let came = try Bool.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT 1 FROM audit WHERE act IN (\(Schema.actsOfCenters)) AND act = 'center.reorganise'
              AND \(Schema.objectOfLink) >= ?1 || 'l' AND \(Schema.objectOfLink) < ?1 || 'm' LIMIT 1
            """), arguments: [start])
      if came != nil { days[row[0]] = decision.on }
    }
    return days
  }
}
