import GRDB
import Regulation
import Wording

/// A user in the list of users.
public struct UserLine: Sendable, Hashable {
  /// Who they are.
  public let record: UserRecord
  /// Since when the login is disabled; `nil`: it is not.
  public let disabledOn: Day?
  /// How they come in without a key; `nil` where they do not.
  public let credential: CredentialStanding?

  /// How many public keys are on file.
  public var keys: Int { record.sshKeys?.string.split(separator: "\n").count ?? 0 }
}

extension CenterStore {
  /// Every user, by login.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators.
  public func userRoll(by who: Acting) throws(StoreError) -> [UserLine] {
    try read(by: who) { db, member in
      if member.role != .admin { throw StoreError.notPermitted(nil) }
      let rows = try Row.fetchAll(db, sql: "SELECT login, disabled_on FROM user ORDER BY login")
      return try rows.compactMap { row in
        guard let record = try CenterStore.user(row[0], db) else { return nil }
        return try line(record, disabledOn: row[1], db)
      }
    }
  }

  /// One user.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators; ``StoreError/noSuch(_:_:)``.
  public func userLine(of login: String, by who: Acting) throws(StoreError) -> UserLine {
    try read(by: who) { db, member in
      if member.role != .admin { throw StoreError.notPermitted(nil) }
      guard let record = try CenterStore.user(login, db) else { throw StoreError.noSuch(.user, login) }
      return try line(
        record, disabledOn: try String.fetchOne(db, sql: "SELECT disabled_on FROM user WHERE login = ?", arguments: [login]), db)
    }
  }

  private func line(_ record: UserRecord, disabledOn day: String?, _ db: Database) throws -> UserLine {
    UserLine(
      record: record, disabledOn: try day.map { try CenterStore.day($0) },
      credential: try CenterStore.standing(of: record.login.string, at: surroundings.now(), db))
  }

  /// Makes a user, or changes name, role, organization or keys of one.
  ///
  /// - Parameters:
  ///   - isNew: whether the login must not be there yet; else it must.
  ///   - expecting: the user as this person saw it (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` for a login that is taken or of no lawful form, a role that a login cannot have or give up, an
  ///   organization that is not on the desk, and where no administrator would be left.
  public func enterUser(_ record: UserRecord, isNew: Bool, expecting: Seen<UserRecord>? = nil, by who: Acting) throws(StoreError) {
    try write(.enterUser, by: who) { operation in
      let (db, login) = (operation.db, record.login.string)
      let old = try CenterStore.user(login, db)
      if isNew, old != nil { throw UserRefusal.taken(login) }
      if !isNew, old == nil { throw StoreError.noSuch(.user, login) }
      if old == nil, let shortcoming = LoginForm.shortcoming(of: login) { throw Refusal(field: "login", shortcoming) }
      if record.name.isEmpty { throw Refusal(field: "name", Phrase(zh: "须填姓名", en: "a name is needed")) }
      // An expert has a record beside the login, which importing experts makes.
      if (old?.role ?? .viewer) != record.role, old?.role == .expert || record.role == .expert { throw UserRefusal.expert }
      var record = record
      record.organization = record.organization ?? old?.organization ?? .empty
      record.sshKeys = record.sshKeys ?? old?.sshKeys ?? .empty
      if let old { record = try operation.join(record, old, expecting) }
      if old == record { return }
      if record.sshKeys != old?.sshKeys { try KeyRing.check(record.sshKeys?.string ?? "", of: login, db) }
      if old?.role == .admin, record.role != .admin { try operation.requireOtherAdministrator(than: login) }
      let link = try operation.nextNumber()
      var names = NameResolver(link: link, expecting: 1)
      let home = try UserHome(record, &names, db)
      try operation.append(.enterUser, Change(object: "user/\(login)", before: old?.changeFields, after: record.changeFields))
      try home.keep(record, link: link, db)
    }
  }

  /// Disables a login: whoever has it is refused everything from then on, as somebody without a login is. What they did stays.
  ///
  /// - Throws: ``StoreError/refused(_:)`` for one's own login, for the last administrator's, and without a reason.
  public func disableUser(_ login: String, reason: PlainText, by who: Acting) throws(StoreError) {
    try write(.disableUser, by: who) { operation in
      let db = operation.db
      guard let old = try CenterStore.user(login, db) else { throw StoreError.noSuch(.user, login) }
      if login == operation.member.login { throw Refusal(Phrase(zh: "不能停用自己的账号", en: "nobody disables their own login")) }
      if reason.isEmpty { throw Refusal(field: "reason", Phrase(zh: "须写明理由", en: "a reason is needed")) }
      if try operation.disabledOn(login) != nil { return }
      if old.role == .admin { try operation.requireOtherAdministrator(than: login) }
      let day = operation.now.day.description
      let link = try operation.append(
        .disableUser,
        Change(object: "user/\(login)", before: [("disabled_on", "")], after: [("disabled_on", day), ("reason", reason.string)]))
      try db.execute(sql: "UPDATE user SET disabled_on = ?, link = ? WHERE login = ?", arguments: [day, link, login])
    }
  }

  /// Lets a login be used again.
  public func enableUser(_ login: String, by who: Acting) throws(StoreError) {
    try write(.enableUser, by: who) { operation in
      let db = operation.db
      guard try CenterStore.user(login, db) != nil else { throw StoreError.noSuch(.user, login) }
      guard let day = try operation.disabledOn(login) else { return }
      let link = try operation.append(
        .enableUser, Change(object: "user/\(login)", before: [("disabled_on", day)], after: [("disabled_on", "")]))
      try db.execute(sql: "UPDATE user SET disabled_on = NULL, link = ? WHERE login = ?", arguments: [link, login])
    }
  }
}

extension Operation {
  fileprivate func join(_ own: UserRecord, _ old: UserRecord, _ expecting: Seen<UserRecord>?) throws -> UserRecord {
    let login = old.login.string
    let joining = try join(
      Joined(
        Phrase(zh: "用户 \(login)", en: "the user \(login)"), "user/\(login)", expecting, own: own.changeFields, over: old.changeFields,
        \.changeFields), link: link(of: "user WHERE login = ?", [login]))
    var record = own
    record.name = joining.pick("name", own.name, old.name)
    record.role = joining.pick("role", own.role, old.role)
    record.organization = joining.pick("organization", own.organization, old.organization)
    record.sshKeys = joining.pick("ssh_keys", own.sshKeys, old.sshKeys)
    return record
  }

  fileprivate func disabledOn(_ login: String) throws -> String? {
    try String.fetchOne(db, sql: "SELECT disabled_on FROM user WHERE login = ?", arguments: [login])
  }

  fileprivate func requireOtherAdministrator(than login: String) throws {
    let other = try Bool.fetchOne(
      db, sql: "SELECT 1 FROM user WHERE role = 'admin' AND disabled_on IS NULL AND login <> ? LIMIT 1", arguments: [login])
    if other == nil { throw Refusal(field: "role", UserRefusal.lastAdministrator) }
  }
}

/// Why a user cannot be entered so.
enum UserRefusal {
  static let lastAdministrator = Phrase(zh: "至少须保留一名管理员", en: "would leave the store without an administrator; keep one")
  static let expert = Refusal(
    field: "role",
    Phrase(zh: "专家账号与其他账号不能互换，请另建账号", en: "an expert's login cannot take another role, nor another an expert's; make a new login"))

  static func taken(_ login: String) -> Refusal {
    Refusal(field: "login", Phrase(zh: "账号 \(login) 已有人使用", en: "the login \(login) is taken"))
  }
}

/// Where a user belongs.
struct UserHome {
  private let department: Int64?
  private let organization: Int64?

  /// A department user's department and a host user's unit must be on the desk; others' are made where new.
  ///
  /// - Throws: ``Refusal``.
  init(_ record: UserRecord, _ names: inout NameResolver, _ db: Database) throws {
    let name = record.organization ?? .empty
    let key = NameKey(name).string
    switch record.role {
    case .department:
      department = try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM department WHERE name_key = ?"), arguments: [key])
      organization = nil
      if department == nil {
        throw Refusal(
          field: "organization",
          Phrase(zh: "须为已登记的归口管理部门名称，请先导入部门", en: "must be the name of a department that is on the desk; import departments first"))
      }
    case .host:
      department = nil
      organization = try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM organization WHERE name_key = ?"), arguments: [key])
      if organization == nil {
        throw Refusal(
          field: "organization",
          Phrase(
            zh: "须为已登记的单位名称，请先导入单位或中心", en: "must be the name of an organization that is on the desk; import organizations or centers first"
          ))
      }
    case .expert, .bureau, .viewer, .admin, .agency:
      department = nil
      organization = name.isEmpty ? nil : try names.organization(name, db)
    }
  }

  /// Writes the user.
  func keep(_ record: UserRecord, link: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO user(login, name, role, department_id, organization_id, ssh_keys, link) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(login) DO UPDATE SET name = excluded.name, role = excluded.role, department_id = excluded.department_id,
          organization_id = excluded.organization_id, ssh_keys = excluded.ssh_keys, link = excluded.link
        """
    ).execute(arguments: [
      record.login.string, record.name.string, record.role.rawValue, department, organization, record.sshKeys?.string, link,
    ])
  }
}
