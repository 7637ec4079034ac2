import GRDB
import Regulation

/// An organization as files carry it: a host unit, a co-builder or an employer of experts.
public struct OrganizationRecord: Sendable, Hashable, Codable {
  /// Its present name.
  public var name: PlainText
  /// What kind of legal person it is; empty in a file: not known. `nil`, here and below: leave it.
  public var kind: HostKind??
  /// The province where it is registered.
  public var province: PlainText?
  /// The county-level unit where it is registered.
  public var county: PlainText?
  /// Former and short names; recusal looks through all of them.
  public var aliases: [PlainText]?
  /// Whom to ask for.
  public var contact: PlainText?
  /// That person's telephone.
  public var phone: PlainText?

  /// Makes a record.
  public init(
    name: PlainText, kind: HostKind?? = nil, province: PlainText? = nil, county: PlainText? = nil, aliases: [PlainText]? = nil,
    contact: PlainText? = nil, phone: PlainText? = nil
  ) {
    self.name = name
    self.kind = kind
    self.province = province
    self.county = county
    self.aliases = aliases
    self.contact = contact
    self.phone = phone
  }

  /// Reads a record; a kind that is not known is told from one that is not said.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try values.decode(PlainText.self, forKey: .name),
      kind: values.contains(.kind) ? .some(try values.decode(HostKind?.self, forKey: .kind)) : nil,
      province: try values.decodeIfPresent(PlainText.self, forKey: .province),
      county: try values.decodeIfPresent(PlainText.self, forKey: .county),
      aliases: try values.decodeIfPresent([PlainText].self, forKey: .aliases),
      contact: try values.decodeIfPresent(PlainText.self, forKey: .contact),
      phone: try values.decodeIfPresent(PlainText.self, forKey: .phone))
  }
}

extension CenterStore {
  /// Merges organizations from a file, by name.
  public func importOrganizations(
    _ rows: [Numbered<OrganizationRecord>], dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    try merge(.importOrganizations, object: "organizations", dryRun: dryRun, by: who) { merge in
      for row in merge.paced(rows) where !merge.repeats(NameKey(row.record.name).string, row.row, "name", row.record.name.string) {
        try merge.put(row.record)
      }
    }
  }

  /// Every organization, ordered by name. Contacts are shown to staff, to the department of a center that it hosts, and to itself;
  /// for others they are empty.
  public func organizations(by who: Acting) throws(StoreError) -> [OrganizationRecord] {
    try read(by: who) { db, member in
      let shown = try CenterStore.contactsShown(to: member, db)
      let aliases = try CenterStore.aliases(db)
      return try Row.fetchAll(db, sql: "SELECT id, name, kind, province, county, contact, phone FROM organization ORDER BY name").map {
        row in
        let id: Int64 = row[0]
        let isShown = shown?.contains(id) ?? true
        return OrganizationRecord(
          name: try PlainText(row[1]), kind: .some(HostKind(rawValue: row[2])), province: try PlainText(row[3]),
          county: try PlainText(row[4]), aliases: try (aliases[id] ?? []).map { try PlainText($0) },
          contact: isShown ? try PlainText(row[5]) : .empty, phone: isShown ? try PlainText(row[6]) : .empty)
      }
    }
  }

  /// The organizations whose contacts a member may see; `nil`: all.
  static func contactsShown(to member: Member, _ db: Database) throws -> Set<Int64>? {
    switch member.role {
    case .admin, .bureau: nil
    case .department:
      try Set(Int64.fetchAll(db, sql: "SELECT host_id FROM center WHERE department_id = ?", arguments: [member.departmentID]))
    case .host: member.organizationID.map { [$0] } ?? []
    case .agency, .expert, .viewer: []
    }
  }

  /// The organization that has a name now, or had it, or is called so for short.
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  static func organization(named name: PlainText, _ db: Database) throws -> (id: Int64, name: String) {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT id, name, 0 FROM organization WHERE name_key = ?1
        UNION ALL SELECT id, organization.name, 1 FROM organization_alias JOIN organization ON id = organization_id
          WHERE organization_alias.name_key = ?1
        ORDER BY 3, 1 LIMIT 1
        """, arguments: [NameKey(name).string])
    guard let row else { throw StoreError.noSuch(.organization, name.string) }
    return (row[0], row[1])
  }

  static func aliases(_ db: Database) throws -> [Int64: [String]] {
    var aliases: [Int64: [String]] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT organization_id, name FROM organization_alias ORDER BY organization_id, position")
    while let row = try rows.next() { aliases[row[0], default: []].append(row[1]) }
    return aliases
  }
}

extension Merge {
  /// Merges one organization.
  fileprivate mutating func put(_ record: OrganizationRecord) throws {
    let old = try StoredOrganization(named: record.name, db)
    let after = StoredOrganization.fields(record, over: old)
    if let old, Change.same(old.fields, after) { return outcome.unchanged += 1 }
    try StoredOrganization.keep(after, link: link, db)
    note("organization/\(record.name)", before: old?.fields, after: after)
  }
}
