import GRDB
import Regulation

/// A line of the registry (市级技术创新中心管理序列): what everybody may see of a center.
public struct RegistryLine: Sendable, Hashable {
  /// The number under which the store keeps it; stable while the store lives.
  public let id: Int64
  /// The code.
  public let code: String
  /// The name.
  public let name: String
  /// The host unit.
  public let host: String
  /// The competent department.
  public let department: String
  /// The field of technology.
  public let field: String
  /// The day of certification.
  public let certifiedOn: Day
  /// How it stands.
  public let status: CenterStatus
  /// The director.
  public let director: String
  /// The last public result, where there is one.
  public let last: PublicResult?
}

/// A result that everybody may see: published, or of a year before the desk.
public struct PublicResult: Sendable, Hashable {
  /// The year of evaluation.
  public let year: Int
  /// The published score.
  public let score: Points
  /// The grade.
  public let grade: Grade
  /// The rank, where it is known.
  public let rank: Int?
}

extension CenterStore {
  /// How many centers there are.
  public func registryCount(by who: Acting) throws(StoreError) -> Int {
    try read(by: who) { db, _ in try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM center")) ?? 0 }
  }

  /// The centers after a code, in order of code; costs the same anywhere in the registry.
  public func registryPage(after code: String = "", limit: Int, by who: Acting) throws(StoreError) -> [RegistryLine] {
    try read(by: who) { db, _ in
      try Row.fetchAll(
        db.cachedStatement(sql: CenterStore.lineSelection + "WHERE center.code > ? ORDER BY center.code LIMIT ?"), arguments: [code, limit]
      ).map(CenterStore.line)
    }
  }

  /// Some centers, in the order asked for; numbers of which there is no center are left out.
  public func registryLines(_ ids: some Collection<Int64>, by who: Acting) throws(StoreError) -> [RegistryLine] {
    try read(by: who) { db, _ in
      let statement = try db.cachedStatement(sql: CenterStore.lineSelection + "WHERE center.id = ?")
      return try ids.compactMap { try Row.fetchOne(statement, arguments: [$0]).map(CenterStore.line) }
    }
  }

  /// One center's line.
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  public func registryLine(code: String, by who: Acting) throws(StoreError) -> RegistryLine {
    try read(by: who) { db, _ in
      let statement = try db.cachedStatement(sql: CenterStore.lineSelection + "WHERE center.code = ?")
      guard let row = try Row.fetchOne(statement, arguments: [code]) else { throw StoreError.noSuch(.center, code) }
      return try CenterStore.line(row)
    }
  }

  /// Everything that the registry's search and sorting need, in the order in which the store keeps it.
  public func eachRegistryEntry(
    by who: Acting, _ body: (_ id: Int64, _ code: String, _ name: String, _ host: String, _ field: String, _ department: String) -> Void
  ) throws(StoreError) {
    try read(by: who) { db, _ in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT center.id, center.code, center.name, host.name, field, department.name FROM center
          JOIN organization AS host ON host.id = host_id JOIN department ON department.id = department_id ORDER BY center.id
          """)
      while let row = try rows.next() { body(row[0], row[1], row[2], row[3], row[4], row[5]) }
    }
  }

  /// A center's public results, latest year first.
  public func publicResults(center code: String, by who: Acting) throws(StoreError) -> [PublicResult] {
    try read(by: who) { db, _ in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT result.year, score, grade, rank FROM result JOIN center ON center.id = center_id
            WHERE code = ? AND \(CenterStore.isPublic) ORDER BY result.year DESC
            """), arguments: [code])
      return rows.map { row in
        PublicResult(year: row[0], score: Points(row[1]), grade: Grade(rawValue: row[2]) ?? Grade(published: Points(row[1])), rank: row[3])
      }
    }
  }

  /// Among how many centers one is ranked, by year whose results are public; a year of which a file brought in fewer than its last rank counts is
  /// left out. It reads every result: behind the screen, please.
  public func rankedCounts(by who: Acting) throws(StoreError) -> [Int: Int] {
    try read(by: who) { db, _ in try CenterStore.rankedCounts(nil, db) }
  }

  /// - Parameter year: the only one; `nil`: every year whose results are public.
  static func rankedCounts(_ year: Int?, _ db: Database) throws -> [Int: Int] {
    let condition = year == nil ? isPublic : "year = ?"
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT year, count(rank) FROM result WHERE \(condition) GROUP BY year HAVING max(rank) <= count(rank)
        """, arguments: year.map { [$0] } ?? [])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  /// Results of years before the desk, and of rounds that were published.
  static let isPublic = """
    NOT EXISTS (SELECT 1 FROM round WHERE round.year = result.year AND round.state NOT IN ('published', 'closed'))
    """

  private static let lineSelection = """
    SELECT center.id, center.code, center.name, host.name, department.name, field, certified_on, status, director,
      result.year, score, grade, rank
    FROM center JOIN organization AS host ON host.id = host_id JOIN department ON department.id = department_id
    LEFT JOIN result ON result.center_id = center.id AND result.year =
      (SELECT max(year) FROM result WHERE center_id = center.id AND \(isPublic))

    """

  private static func line(_ row: Row) throws -> RegistryLine {
    let last = (row[9] as Int?).map { year in
      PublicResult(year: year, score: Points(row[10]), grade: Grade(rawValue: row[11]) ?? Grade(published: Points(row[10])), rank: row[12])
    }
    return RegistryLine(
      id: row[0], code: row[1], name: row[2], host: row[3], department: row[4], field: row[5], certifiedOn: try day(row[6]),
      status: CenterStatus(rawValue: row[7]) ?? .active, director: row[8], last: last)
  }
}
