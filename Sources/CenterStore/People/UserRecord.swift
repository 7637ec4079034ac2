import GRDB
import Regulation
import Wording

/// Somebody with a login, as files carry them.
public struct UserRecord: Sendable, Hashable, Codable {
  /// The login; case-sensitive.
  public var login: PlainText
  /// The name.
  public var name: PlainText
  /// What they are on the desk.
  public var role: Role
  /// A department user's department, a host or agency user's unit, by name. `nil`, here and below, without the column: leave it.
  public var organization: PlainText?
  /// Public keys, one a line.
  public var sshKeys: PlainText?

  /// Makes a record.
  public init(login: PlainText, name: PlainText, role: Role, organization: PlainText? = nil, sshKeys: PlainText? = nil) {
    self.login = login
    self.name = name
    self.role = role
    self.organization = organization
    self.sshKeys = sshKeys
  }

  var changeFields: Change.Fields {
    [
      ("name", name.string), ("role", role.rawValue), ("organization", organization?.string ?? ""), ("ssh_keys", sshKeys?.string ?? ""),
    ]
  }
}

extension CenterStore {
  /// Merges users from a file, by login.
  ///
  /// A department user's organization must be a department, a host user's an organization of the store; others' are made where new. A user with the
  /// role `expert` needs an expert record as well, which importing experts makes; the last administrator stays one. A new login is of the
  /// ``Regulation/LoginForm``.
  public func importUsers(_ rows: [Numbered<UserRecord>], dryRun: Bool = false, by who: Acting) throws(StoreError) -> ImportOutcome {
    try merge(.importUsers, object: "users", dryRun: dryRun, by: who) { merge in
      var names = NameResolver(link: merge.link, expecting: rows.count)
      let administrators = try Set(String.fetchAll(merge.db, sql: "SELECT login FROM user WHERE role = 'admin' AND disabled_on IS NULL"))
      for row in merge.paced(rows) where !merge.repeats(row.record.login.string, row.row, "login", row.record.login.string) {
        try merge.put(row, &names)
      }
      let isNoneLeft =
        try Bool.fetchOne(merge.db, sql: "SELECT NOT EXISTS (SELECT 1 FROM user WHERE role = 'admin' AND disabled_on IS NULL)") ?? false
      // Of several, the row that takes the last one away.
      if isNoneLeft, let row = rows.last(where: { administrators.contains($0.record.login.string) }) {
        merge.refuse(
          row.row, "role", row.record.role.rawValue, UserRefusal.lastAdministrator)
      }
    }
  }

  /// Users, ordered by login: all of them for staff, an expert's own record, the experts of its rounds for an agency.
  public func users(by who: Acting) throws(StoreError) -> [UserRecord] {
    try read(by: who) { db, member in
      switch member.role {
      case .admin, .bureau:
        try String.fetchAll(db, sql: "SELECT login FROM user ORDER BY login").compactMap { try CenterStore.user($0, db) }
      case .expert: try [CenterStore.user(member.login, db)].compactMap(\.self)
      case .agency: try CenterStore.experts(ofAgency: member, db).compactMap { try CenterStore.user($0, db) }
      case .department, .host, .viewer: throw StoreError.notPermitted(nil)
      }
    }
  }

  static func user(_ login: String, _ db: Database) throws -> UserRecord? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT login, user.name, role, coalesce(department.name, organization.name, ''), ssh_keys
        FROM user LEFT JOIN department ON department.id = department_id LEFT JOIN organization ON organization.id = organization_id
        WHERE login = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [login]), let role = Role(rawValue: row[2]) else { return nil }
    return UserRecord(
      login: try PlainText(row[0]), name: try PlainText(row[1]), role: role, organization: try PlainText(row[3]),
      sshKeys: try PlainText(row[4], .paragraphs))
  }
}

extension Merge {
  /// Merges one user.
  fileprivate mutating func put(_ row: Numbered<UserRecord>, _ names: inout NameResolver) throws {
    let login = row.record.login.string
    let old = try CenterStore.user(login, db)
    var record = row.record
    record.organization = record.organization ?? old?.organization ?? .empty
    record.sshKeys = record.sshKeys ?? old?.sshKeys ?? .empty
    if let old, old == record { return outcome.unchanged += 1 }
    if old == nil, let shortcoming = LoginForm.shortcoming(of: login) { return refuse(row.row, "login", login, shortcoming) }
    if record.sshKeys != old?.sshKeys {
      do { try KeyRing.check(record.sshKeys?.string ?? "", of: login, db) } catch let refusal as Refusal {
        return refuse(row.row, "ssh_keys", record.sshKeys?.string ?? "", refusal.phrase)
      }
    }
    if let old, (old.role == .expert) != (record.role == .expert) {
      return refuse(
        row.row, "role", record.role.rawValue, UserRefusal.expert.phrase)
    }
    let home: UserHome
    do { home = try UserHome(record, &names, db) } catch let refusal as Refusal {
      return refuse(row.row, "organization", record.organization?.string ?? "", refusal.phrase)
    }
    try home.keep(record, link: link, db)
    note("user/\(login)", before: old?.changeFields, after: record.changeFields)
  }
}
