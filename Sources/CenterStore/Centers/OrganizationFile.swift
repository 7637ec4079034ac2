import GRDB
import Regulation
import Search
import Wording

/// An organization in the list of organizations.
public struct OrganizationLine: Sendable, Hashable {
  /// What it is, without whom to ask for.
  public let record: OrganizationRecord
  /// How many centers it hosts.
  public let hosted: Int
  /// How many centers it co-builds.
  public let coBuilt: Int
}

/// What is on file of one organization.
public struct OrganizationFile: Sendable, Hashable {
  /// A center with which it has to do.
  public struct Center: Sendable, Hashable {
    /// The code.
    public let code: String
    /// The name.
    public let name: String
    /// How it stands.
    public let status: CenterStatus
    /// Whether the organization hosts it; else it co-builds it.
    public let isHosted: Bool
  }

  /// Somebody of it: an expert who works or worked there, or who has a login for it.
  public struct Person: Sendable, Hashable {
    /// The login.
    public let login: String
    /// The name.
    public let name: String
    /// What they are on the desk.
    public let role: Role
    /// Whether they work there no more.
    public let isFormer: Bool
  }

  /// What it is; whom to ask for is empty for who may not see it.
  public let record: OrganizationRecord
  /// Whether whom to ask for may be seen.
  public let showsContact: Bool
  /// Its centers, those that it hosts first, by code.
  public let centers: [Center]
  /// Its people, for staff; empty for others.
  public let people: [Person]
}

extension CenterStore {
  /// Every organization by name, in the order of pinyin, with the number of its centers; all of it is public.
  public func organizationRoll(by who: Acting) throws(StoreError) -> [OrganizationLine] {
    try read(by: who) { db, _ in
      func counts(_ sql: String) throws -> [Int64: Int] {
        var counts: [Int64: Int] = [:]
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() { counts[row[0]] = row[1] }
        return counts
      }
      let hosted = try counts("SELECT host_id, count(*) FROM center GROUP BY host_id")
      let coBuilt = try counts("SELECT organization_id, count(*) FROM center_co_builder GROUP BY organization_id")
      let aliases = try CenterStore.aliases(db)
      let lines = try Row.fetchAll(db, sql: "SELECT id, name, kind, province, county FROM organization").map { row in
        let id: Int64 = row[0]
        return OrganizationLine(
          record: OrganizationRecord(
            name: try PlainText(row[1]), kind: .some(HostKind(rawValue: row[2])), province: try PlainText(row[3]),
            county: try PlainText(row[4]), aliases: try (aliases[id] ?? []).map { try PlainText($0) }),
          hosted: hosted[id] ?? 0, coBuilt: coBuilt[id] ?? 0)
      }
      return lines.inPinyinOrder(of: \.record.name.string)
    }
  }

  /// What is on file of the organization of a name: whom to ask for is told as ``organizations(by:)`` does, its people to staff.
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  public func organizationFile(_ name: String, by who: Acting) throws(StoreError) -> OrganizationFile {
    try read(by: who) { db, member in
      let (id, _) = try CenterStore.organization(named: PlainText(name), db)
      guard let stored = try StoredOrganization(id, db) else { throw StoreError.noSuch(.organization, name) }
      let isShown = try CenterStore.contactsShown(to: member, db)?.contains(id) ?? true
      var record = stored.record
      if !isShown { (record.contact, record.phone) = (.empty, .empty) }
      let centers = try Row.fetchAll(
        db,
        sql: """
          SELECT code, name, status, 1 FROM center WHERE host_id = ?1
          UNION ALL SELECT code, name, status, 0 FROM center_co_builder JOIN center ON center.id = center_id WHERE organization_id = ?1
          ORDER BY 4 DESC, 1
          """, arguments: [id]
      ).map {
        OrganizationFile.Center(code: $0[0], name: $0[1], status: CenterStatus(rawValue: $0[2]) ?? .active, isHosted: $0[3])
      }
      let isStaff = member.role == .admin || member.role == .bureau
      return OrganizationFile(
        record: record, showsContact: isShown, centers: centers, people: isStaff ? try CenterStore.people(of: id, db) : [])
    }
  }

  private static func people(of organization: Int64, _ db: Database) throws -> [OrganizationFile.Person] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT login, name, role, 0 FROM expert JOIN user USING (login) WHERE employer_id = ?1
        UNION ALL SELECT login, name, role, 1 FROM expert_former_employer JOIN user USING (login)
          WHERE expert_former_employer.organization_id = ?1
        UNION ALL SELECT login, name, role, 0 FROM user WHERE organization_id = ?1 AND role <> 'expert' ORDER BY 4, 1
        """, arguments: [organization]
    ).map { OrganizationFile.Person(login: $0[0], name: $0[1], role: Role(rawValue: $0[2]) ?? .viewer, isFormer: $0[3]) }
  }

  /// Corrects what is on file of an organization: kind, place, other names, whom to ask for. Its name changes by a request for changes only
  /// (article 31).
  ///
  /// - Parameters:
  ///   - record: its present name, and what there is to be from now on; what is `nil` stays.
  ///   - expecting: the organization as this person saw it (``Seen``).
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  public func correctOrganization(
    _ record: OrganizationRecord, expecting: Seen<OrganizationRecord>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.correctOrganization, by: who) { operation in
      guard let stored = try StoredOrganization(named: record.name, operation.db) else {
        throw StoreError.noSuch(.organization, record.name.string)
      }
      var record = record
      record.name = stored.record.name
      let (before, own) = (stored.fields, StoredOrganization.fields(record, over: stored))
      let joining = try operation.join(
        Joined(
          Phrase(zh: "单位 \(record.name)", en: "the organization \(record.name)"), "organization/\(record.name)", expecting, own: own,
          over: before
        ) { seen in
          var seen = seen
          seen.name = stored.record.name
          return StoredOrganization.fields(seen, over: nil)
        }, link: operation.link(of: "organization WHERE name = ?", [record.name.string]))
      let after = joining.pick(own, before)
      if Change.same(before, after) { return }
      let link = try operation.append(
        .correctOrganization, Change(object: "organization/\(record.name)", before: before, after: after))
      try StoredOrganization.keep(after, link: link, operation.db)
    }
  }
}
