import GRDB
import Regulation
import Wording

/// An expert (评审专家) as files carry them.
public struct ExpertRecord: Sendable, Hashable {
  /// The login; case-sensitive.
  public var login: PlainText
  /// The name.
  public var name: PlainText
  /// Where the expert works now.
  public var employer: PlainText
  /// Where the expert worked in the last three years. `nil`, here and below, in a file without the column: leave it.
  public var formerEmployers: [PlainText]?
  /// The professional title (职称).
  public var title: PlainText?
  /// The fields of expertise.
  public var fields: [PlainText]?
  /// Technical, management or finance; empty in a file: not known.
  public var kind: ExpertKind??

  /// Makes a record.
  public init(
    login: PlainText, name: PlainText, employer: PlainText, formerEmployers: [PlainText]? = nil, title: PlainText? = nil,
    fields: [PlainText]? = nil, kind: ExpertKind?? = nil
  ) {
    self.login = login
    self.name = name
    self.employer = employer
    self.formerEmployers = formerEmployers
    self.title = title
    self.fields = fields
    self.kind = kind
  }

  var changeFields: Change.Fields {
    [
      ("name", name.string), ("employer", employer.string), ("former_employers", (formerEmployers ?? []).joinedForFile),
      ("title", title?.string ?? ""), ("fields", (fields ?? []).joinedForFile), ("kind", kind.flatMap { $0?.rawValue } ?? ""),
    ]
  }

  func completed(from old: ExpertRecord?) -> ExpertRecord {
    var record = self
    record.formerEmployers = formerEmployers ?? old?.formerEmployers ?? []
    record.title = title ?? old?.title ?? .empty
    record.fields = fields ?? old?.fields ?? []
    record.kind = kind ?? old?.kind ?? .some(nil)
    return record
  }
}

extension CenterStore {
  /// Merges experts from a file, by login; makes the user where there is none, whose login is of the ``Regulation/LoginForm``.
  public func importExperts(
    _ rows: [Numbered<ExpertRecord>], dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    try merge(.importExperts, object: "experts", dryRun: dryRun, by: who) { merge in
      var names = NameResolver(link: merge.link, expecting: rows.count)
      for row in merge.paced(rows) where !merge.repeats(row.record.login.string, row.row, "login", row.record.login.string) {
        try merge.put(row, &names)
      }
    }
  }

  /// Experts, ordered by login: all of them for staff, an expert's own record, the experts of its rounds for an agency.
  public func experts(by who: Acting) throws(StoreError) -> [ExpertRecord] {
    try read(by: who) { db, member in
      let logins: [String]
      switch member.role {
      case .admin, .bureau: logins = try String.fetchAll(db, sql: "SELECT login FROM expert ORDER BY login")
      case .expert: logins = [member.login]
      case .agency: logins = try CenterStore.experts(ofAgency: member, db)
      case .department, .host, .viewer: throw StoreError.notPermitted(nil)
      }
      return try logins.compactMap { try CenterStore.expert($0, db) }
    }
  }

  static func expert(_ login: String, _ db: Database) throws -> ExpertRecord? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT user.login, user.name, organization.name, title, expert.kind
        FROM expert JOIN user USING (login) JOIN organization ON organization.id = employer_id WHERE expert.login = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [login]) else { return nil }
    let former = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT organization.name FROM expert_former_employer JOIN organization ON organization.id = organization_id
          WHERE login = ? ORDER BY position
          """), arguments: [login])
    let fields = try String.fetchAll(
      db.cachedStatement(sql: "SELECT field FROM expert_field WHERE login = ? ORDER BY position"), arguments: [login])
    return ExpertRecord(
      login: try PlainText(row[0]), name: try PlainText(row[1]), employer: try PlainText(row[2]),
      formerEmployers: try former.map { try PlainText($0) }, title: try PlainText(row[3]), fields: try fields.map { try PlainText($0) },
      kind: .some(ExpertKind(rawValue: row[4])))
  }
}

extension Merge {
  /// Merges one expert.
  fileprivate mutating func put(_ row: Numbered<ExpertRecord>, _ names: inout NameResolver) throws {
    let login = row.record.login.string
    let old = try CenterStore.expert(login, db)
    let record = row.record.completed(from: old)
    if let old, old == record { return outcome.unchanged += 1 }
    if old == nil, let shortcoming = LoginForm.shortcoming(of: login) { return refuse(row.row, "login", login, shortcoming) }
    let role = try String.fetchOne(db.cachedStatement(sql: "SELECT role FROM user WHERE login = ?"), arguments: [login])
    if let role, role != Role.expert.rawValue {
      let phrase = Role(rawValue: role)?.phrase ?? Phrase(same: role)
      return refuse(
        row.row, "login", login,
        Phrase(zh: "该账号已用于“\(phrase.zh)”，请另取账号", en: "is the login of a user with the role \(phrase.en) already; choose another"))
    }
    let employer = try names.organization(record.employer, db)
    let former = try (record.formerEmployers ?? []).map { try names.organization($0, db) }
    try db.cachedStatement(
      sql: """
        INSERT INTO user(login, name, role, link) VALUES (?, ?, 'expert', ?)
        ON CONFLICT(login) DO UPDATE SET name = excluded.name, link = excluded.link
        """
    ).execute(arguments: [login, record.name.string, link])
    try db.cachedStatement(
      sql: """
        INSERT INTO expert(login, employer_id, title, kind, link) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT(login) DO UPDATE SET employer_id = excluded.employer_id, title = excluded.title, kind = excluded.kind,
          link = excluded.link
        """
    ).execute(arguments: [login, employer, record.title?.string ?? "", record.kind.flatMap { $0?.rawValue } ?? "", link])
    try db.cachedStatement(sql: "DELETE FROM expert_field WHERE login = ?").execute(arguments: [login])
    for (position, field) in (record.fields ?? []).enumerated() {
      try db.cachedStatement(sql: "INSERT INTO expert_field(login, position, field) VALUES (?, ?, ?)")
        .execute(arguments: [login, position, field.string])
    }
    try db.cachedStatement(sql: "DELETE FROM expert_former_employer WHERE login = ?").execute(arguments: [login])
    for (position, organization) in former.enumerated() {
      try db.cachedStatement(sql: "INSERT INTO expert_former_employer(login, position, organization_id) VALUES (?, ?, ?)")
        .execute(arguments: [login, position, organization])
    }
    note("expert/\(login)", before: old?.changeFields, after: record.changeFields)
  }
}
