import GRDB
import Regulation

/// An organization as it stands in the store, and the fields in which the chain tells what changed of it.
struct StoredOrganization {
  let record: OrganizationRecord

  /// The organization of a number; `nil` where there is none.
  init?(_ id: Int64, _ db: Database) throws {
    let row = try Row.fetchOne(db.cachedStatement(sql: StoredOrganization.selection + "WHERE id = ?"), arguments: [id])
    guard let row else { return nil }
    try self.init(row, db)
  }

  /// The organization of a present name; `nil` where there is none.
  init?(named name: PlainText, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: StoredOrganization.selection + "WHERE name_key = ?"), arguments: [NameKey(name).string])
    guard let row else { return nil }
    try self.init(row, db)
  }

  private static let selection = "SELECT id, name, kind, province, county, contact, phone FROM organization "

  private init(_ row: Row, _ db: Database) throws {
    let aliases = try String.fetchAll(
      db.cachedStatement(sql: "SELECT name FROM organization_alias WHERE organization_id = ? ORDER BY position"),
      arguments: [row[0] as Int64])
    record = OrganizationRecord(
      name: try PlainText(row[1]), kind: .some(HostKind(rawValue: row[2])), province: try PlainText(row[3]), county: try PlainText(row[4]),
      aliases: try aliases.map { try PlainText($0) }, contact: try PlainText(row[5]), phone: try PlainText(row[6]))
  }

  /// Its fields.
  var fields: Change.Fields { StoredOrganization.fields(record, over: nil) }

  /// The fields of a record; what it leaves open is taken from what is stored.
  static func fields(_ record: OrganizationRecord, over old: StoredOrganization?) -> Change.Fields {
    let old = old?.record
    let kind = (record.kind ?? old?.kind ?? nil)?.rawValue ?? ""
    return [
      ("name", record.name.string), ("kind", kind), ("province", (record.province ?? old?.province)?.string ?? ""),
      ("county", (record.county ?? old?.county)?.string ?? ""), ("aliases", (record.aliases ?? old?.aliases ?? []).joinedForFile),
      ("contact", (record.contact ?? old?.contact)?.string ?? ""), ("phone", (record.phone ?? old?.phone)?.string ?? ""),
    ]
  }

  /// Writes an organization, new or known by its name.
  static func keep(_ fields: Change.Fields, link: Int64, _ db: Database) throws {
    let key = NameKey(try PlainText(fields[0].value)).string
    let id = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          INSERT INTO organization(name, name_key, kind, province, county, contact, phone, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT(name_key) DO UPDATE SET name = excluded.name, kind = excluded.kind, province = excluded.province,
            county = excluded.county, contact = excluded.contact, phone = excluded.phone, link = excluded.link
          RETURNING id
          """),
      arguments: [
        fields[0].value, key, fields[1].value, fields[2].value, fields[3].value, fields[5].value, fields[6].value, link,
      ])
    try db.cachedStatement(sql: "DELETE FROM organization_alias WHERE organization_id = ?").execute(arguments: [id])
    for (position, alias) in fields[4].value.split(separator: ";").map(String.init).enumerated() {
      try db.cachedStatement(sql: "INSERT INTO organization_alias(organization_id, position, name, name_key) VALUES (?, ?, ?, ?)")
        .execute(arguments: [id, position, alias, NameKey(try PlainText(alias)).string])
    }
  }
}
