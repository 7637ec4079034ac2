import GRDB
import Regulation

extension CenterStore {
  /// A center, for somebody who may see its facts; costs the same in a registry of any size.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)``, whether the center exists or not; ``StoreError/noSuch(_:_:)`` for who may see all;
  ///   ``Regulation/Refusal`` for an expert before the pledge, or who has to step aside (回避).
  static func centerWithVisibleFacts(year: Int, code: String, _ member: Member, _ db: Database) throws -> StoredCenter {
    let owners = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, department_id, host_id FROM center WHERE code = ?"), arguments: [code])
    func isOwn(_ column: Int, _ own: Int64?) -> Bool { own != nil && owners?[column] == own }
    let isVisible: Bool
    switch member.role {
    case .admin, .bureau: isVisible = true
    case .agency: isVisible = try isEntrusted(year, to: member, db)
    case .department: isVisible = try isOwn(1, member.departmentID) || isStaying(owners?[0], year, with: member, db)
    case .host: isVisible = isOwn(2, member.organizationID)
    case .expert: isVisible = try isAssigned(owners?[0], year, to: member, db)
    case .viewer: isVisible = false
    }
    guard isVisible else { throw StoreError.notPermitted(nil) }
    if member.role == .expert {
      try requirePledge(year, member.login, db)
      if let id: Int64 = owners?[0] { try requireNoRecusal(of: member.login, at: code, id: id, year: year, db) }
    }
    guard let center = try center(code: code, db) else { throw StoreError.noSuch(.center, code) }
    return center
  }

  /// Whether a center that went to another department stays with the round that a department carries out.
  private static func isStaying(_ center: Int64?, _ year: Int, with member: Member, _ db: Database) throws -> Bool {
    guard let center, try isEntrusted(year, to: member, db) else { return false }
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM center WHERE id = ?2 AND \(coveredCondition)")
    return try Bool.fetchOne(statement, arguments: [year, center]) ?? false
  }

  private static func isAssigned(_ center: Int64?, _ year: Int, to member: Member, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM assignment WHERE year = ? AND center_id = ? AND login = ?")
    return try Bool.fetchOne(statement, arguments: [year, center, member.login]) ?? false
  }

  /// The centers whose facts a member may see; `nil`: all.
  static func centersWithVisibleFacts(year: Int, _ member: Member, _ db: Database) throws -> Set<Int64>? {
    func ids(_ sql: String, _ arguments: StatementArguments) throws -> Set<Int64> {
      try Set(Int64.fetchAll(db.cachedStatement(sql: sql), arguments: arguments))
    }
    switch member.role {
    case .admin, .bureau: return nil
    case .department:
      let own = try ids("SELECT id FROM center WHERE department_id = ?", [member.departmentID])
      if try !isEntrusted(year, to: member, db) { return own }
      return try own.union(ids("SELECT id FROM center WHERE \(coveredCondition)", [year]))
    case .host: return try ids("SELECT id FROM center WHERE host_id = ?", [member.organizationID])
    case .expert:
      return try ids("SELECT center_id FROM assignment WHERE year = ? AND login = ?", [year, member.login])
        .filter { try RecusalBook.reason(expert: member.login, center: $0, year: year, db) == nil }
    case .agency:
      if try isEntrusted(year, to: member, db) { return nil }
      throw StoreError.notPermitted(nil)
    case .viewer: throw StoreError.notPermitted(nil)
    }
  }
}
