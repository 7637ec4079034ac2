import GRDB
import Regulation
import Wording

/// A center and whether it has to take part in a round (article 26).
public struct DueCenter: Sendable, Hashable {
  let id: Int64
  /// Its code.
  public let code: String
  /// Its name.
  public let name: String
  /// The field of technology.
  public let field: String
  /// Due, or exempt and why.
  public let standing: Due
}

extension CenterStore {
  /// Which centers have to take part in a year's evaluation, and why others do not, ordered by code; the year needs no round, and
  /// in that of a department its own centers alone are told of.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for experts and viewers; departments and hosts see their own centers.
  public func dueCenters(_ year: Int, by who: Acting) throws(StoreError) -> [DueCenter] {
    try read(by: who) { db, member in
      try CenterStore.requireYear(year)
      let all = try CenterStore.dueCenters(year, db)
      switch member.role {
      case .admin, .bureau: return all
      case .agency:
        guard try CenterStore.isEntrusted(year, to: member, db) else { throw StoreError.notPermitted(nil) }
        return all
      case .department:
        let own = try Set(Int64.fetchAll(db, sql: "SELECT id FROM center WHERE department_id = ?", arguments: [member.departmentID]))
        return all.filter { own.contains($0.id) }
      case .host:
        let own = try Set(Int64.fetchAll(db, sql: "SELECT id FROM center WHERE host_id = ?", arguments: [member.organizationID]))
        return all.filter { own.contains($0.id) }
      case .expert, .viewer: throw StoreError.notPermitted(nil)
      }
    }
  }

  /// The years that can be years of evaluation: from the first that the calendar of the desk knows.
  static let years = 2000...9999

  /// Refuses what is no year of evaluation.
  static func requireYear(_ year: Int) throws(Refusal) {
    if years.contains(year) { return }
    throw Refusal(
      article: "25",
      Phrase(
        zh: "\(year) 不是评估年度；可写 \(years.lowerBound) 至 \(years.upperBound)",
        en: "\(year) is no year of evaluation; write \(years.lowerBound) to \(years.upperBound)"))
  }

  static func dueCenters(_ year: Int, _ db: Database) throws -> [DueCenter] {
    let deferred = try Set(Int64.fetchAll(db, sql: "SELECT center_id FROM deferral WHERE year = ?", arguments: [year]))
    var centers: [DueCenter] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, code, name, field, certified_on, status FROM center
        WHERE coalesce((SELECT department_id FROM round WHERE year = ?), department_id) = department_id ORDER BY code
        """, arguments: [year])
    while let row = try rows.next() {
      let id: Int64 = row[0]
      let due = Due(
        roundYear: year, certified: try day(row[4]), status: CenterStatus(rawValue: row[5]) ?? .active, deferred: deferred.contains(id))
      centers.append(DueCenter(id: id, code: row[1], name: row[2], field: row[3], standing: due))
    }
    return centers
  }
}
