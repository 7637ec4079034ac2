import GRDB
import Regulation

/// Somebody who has a login, as the store knows them.
public struct Member: Sendable, Hashable {
  /// The login; case-sensitive.
  public let login: String
  /// The name.
  public let name: PlainText
  /// What they are on the desk.
  public let role: Role
  /// A department user's own department.
  public let departmentID: Int64?
  /// A host user's own unit, an agency user's agency.
  public let organizationID: Int64?

  /// Whether this is the bureau, or the administrator.
  var isStaff: Bool { role == .bureau || role == .admin }

  /// The member with a login that is not disabled.
  ///
  /// - Throws: ``StoreError/unknownLogin(_:)``.
  static func require(_ login: String, _ db: Database) throws -> Member {
    let statement = try db.cachedStatement(
      sql: """
        SELECT login, name, role, department_id, organization_id FROM user WHERE login = ? AND disabled_on IS NULL
        """)
    guard let row = try Row.fetchOne(statement, arguments: [login]), let role = Role(rawValue: row[2]) else {
      throw StoreError.unknownLogin(login)
    }
    return Member(login: row[0], name: try PlainText(row[1]), role: role, departmentID: row[3], organizationID: row[4])
  }
}

extension CenterStore {
  /// Who has a login, unless it is disabled.
  ///
  /// - Throws: ``StoreError/unknownLogin(_:)``.
  public func member(_ login: String) throws(StoreError) -> Member {
    try StoreError.translating(path) { try pool.read { try Member.require(login, $0) } }
  }
}
