import GRDB
import Regulation

extension CenterStore {
  /// Loads the index of the registry: all of it public, so it is the same for everybody. Some hundred milliseconds for 100,000 centers, in one
  /// snapshot.
  public func registryIndex(by who: Acting) throws(StoreError) -> RegistryIndex {
    try read(by: who) { db, _ in
      // The unique index on the code alone answers both.
      let byCode = try Int64.fetchAll(db, sql: "SELECT id FROM center ORDER BY code")
      let scores = try CenterStore.lastPublicScores(db)
      let formerNames = try CenterStore.formerNames(db)
      var counties = try HostCounties()
      var builder = RegistryIndex.Builder(rows: byCode.count)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT center.id, code, center.name, host.name, field, department.name, certified_on, status,
            \(HostCounties.column) FROM center
          JOIN organization AS host ON host.id = host_id JOIN department ON department.id = department_id ORDER BY center.id
          """)
      while let row = try rows.next() {
        let id: Int64 = row[0]
        let last = scores[id]
        builder.add(
          id: id, code: row[1], name: row[2], host: row[3], others: formerNames[id] ?? [], field: row[4],
          county: try counties.county(row[8]), department: row[5], certifiedOn: try CenterStore.day(row[6]),
          status: CenterStatus(rawValue: row[7]) ?? .active, score: last?.score, scoredIn: last?.year)
      }
      return builder.finish(byCode: byCode)
    }
  }

  private static func formerNames(_ db: Database) throws -> [Int64: [String]] {
    var names: [Int64: [String]] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT center_id, name FROM center_former_name ORDER BY center_id, position")
    while let row = try rows.next() { names[row[0], default: []].append(row[1]) }
    return names
  }

  private static func lastPublicScores(_ db: Database) throws -> [Int64: (score: Points, year: Int)] {
    var scores: [Int64: (score: Points, year: Int)] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT center_id, score, year FROM result WHERE \(isPublic) ORDER BY year")
    while let row = try rows.next() { scores[row[0]] = (Points(row[1]), row[2]) }
    return scores
  }
}
