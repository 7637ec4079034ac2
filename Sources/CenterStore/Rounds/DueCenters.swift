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
      switch member.role {
      case .admin, .bureau: return try CenterStore.dueCenters(year, db)
      case .agency:
        guard try CenterStore.isEntrusted(year, to: member, db) else { throw StoreError.notPermitted(nil) }
        return try CenterStore.dueCenters(year, db)
      case .department:
        // Of its own round it is told of all centers, one that went to another department meanwhile as well.
        let conducts = try CenterStore.isEntrusted(year, to: member, db)
        return try CenterStore.dueCenters(year, of: conducts ? nil : ("department_id", member.departmentID), db)
      case .host: return try CenterStore.dueCenters(year, of: ("host_id", member.organizationID), db)
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

  /// - Parameter owner: a column of centers and its value: whose centers are told of; `nil`: all.
  static func dueCenters(_ year: Int, of owner: (column: String, id: Int64?)? = nil, _ db: Database) throws -> [DueCenter] {
    var centers: [DueCenter] = []
    try eachDueCenter(year, of: owner, db) { centers.append($0) }
    return centers
  }

  /// Hands over the centers of a year one after the other, by code.
  ///
  /// - Parameters:
  ///   - owner: a column of centers and its value: whose centers are told of; `nil`: all.
  ///   - named: the only ones of which name and field are read; `nil`: of all.
  static func eachDueCenter(
    _ year: Int, of owner: (column: String, id: Int64?)? = nil, namingOnly named: Set<Int64>? = nil, _ db: Database,
    _ body: (DueCenter) throws -> Void
  ) throws {
    let deferred = try Set(Int64.fetchAll(db, sql: "SELECT center_id FROM deferral WHERE year = ?", arguments: [year]))
    let isOwn = owner.map { "\($0.column) = ?2" } ?? "1"
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT id, code, name, field, certified_on, status FROM center WHERE \(isOwn) AND \(coveredCondition) ORDER BY code",
      arguments: owner.map { [year, $0.id] } ?? [year])
    while let row = try rows.next() {
      let id: Int64 = row[0]
      let due = Due(
        roundYear: year, certified: try day(row[4]), status: CenterStatus(rawValue: row[5]) ?? .active, deferred: deferred.contains(id))
      let isNamed = named?.contains(id) ?? true
      try body(DueCenter(id: id, code: row[1], name: isNamed ? row[2] : "", field: isNamed ? row[3] : "", standing: due))
    }
  }
}

extension CenterStore {
  /// That a center has to take part in a round: it is one of those that the round is about (article 5(3)), and nothing exempts it (article 26).
  /// It is asked with every score, in one statement.
  static func requireDue(_ year: Int, _ code: String, _ center: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT certified_on, status, EXISTS (SELECT 1 FROM deferral WHERE year = ?1 AND center_id = center.id),
          \(coveredCondition)
        FROM center WHERE id = ?2
        """)
    guard let row = try Row.fetchOne(statement, arguments: [year, center]) else { throw StoreError.noSuch(.center, code) }
    if !row[3] { try requireCovered(center, code, by: try round(year, db), db) }
    let due = Due(
      roundYear: year, certified: try day(row[0]), status: CenterStatus(rawValue: row[1]) ?? .active, deferred: row[2])
    guard case .exempt(let exemption) = due else { return }
    throw exemption.refusal(of: code, in: year)
  }
}

extension Due.Exemption {
  /// Why nothing of a center is taken in a round (article 26).
  public func refusal(of code: String, in year: Int) -> Refusal {
    Refusal(
      article: "26",
      Phrase(zh: "\(code) 不参加 \(year) 年度评估：\(phrase.zh)", en: "\(code) does not take part in \(year): \(phrase.en)"))
  }

  /// What is wrong with a row of a file that speaks of such a center.
  func problem(in year: Int) -> Phrase {
    Phrase(
      zh: "该中心不参加 \(year) 年度评估：\(phrase.zh)（办法第26条）",
      en: "does not take part in the round of \(year): \(phrase.en) (article 26)")
  }
}
