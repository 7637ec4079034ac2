import GRDB
import Regulation
import Wording

/// Organizations by what the chain says of them, held against how they are kept: names, former names, kind, place, whom to ask for.
///
/// Centers and experts that come in bring organizations with them of which they tell the name alone; all else is empty until a file or a hand
/// says it.
enum OrganizationReplay {
  private static let fields = ["name", "province", "county", "aliases", "contact", "phone"]

  static func faults(_ db: Database) throws -> [Invariant.Breach] {
    var told = try told(db)
    let aliases = try CenterStore.aliases(db)
    var found: [Invariant.Breach] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT organization.id, name, name_key, province, county, contact, phone, organization.kind, act FROM organization
        LEFT JOIN audit ON seq = link
        """)
    while let row = try rows.next() {
      let name = row.text(1)
      func breach(_ field: String, _ now: String) {
        let path = "organization/\(name)"
        let (field, now) = (AuditFieldWords.phrase(field), AuditFieldWords.value(now, of: field, path))
        found.append(
          Invariant.Breach(
            object: name, path: path,
            phrase: Phrase(
              zh: "“\(field.zh)”与审计链所记不符：现为“\(now.zh)”", en: "\(field.en) is not what the chain says: it is “\(now.en)” now")))
      }
      if key(name) != row.text(2) { breach("name_key", row.text(2)) }
      let last = told.removeValue(forKey: row.text(2))
      let kept = [
        "name": name, "province": row.text(3), "county": row.text(4), "aliases": (aliases[row[0]] ?? []).joined(separator: ";"),
        "contact": row.text(5), "phone": row.text(6),
      ]
      for field in fields {
        let expected = last?[field] ?? (field == "name" ? name : "")
        if let now = kept[field], now != expected { breach(field, now) }
      }
      // A center's file may say its host's kind since; what a file of organizations or a hand wrote last stands.
      if let kind = last?["kind"], ["import.organizations", Act.correctOrganization.rawValue].contains(row.text(8)), kind != row.text(7) {
        breach("kind", row.text(7))
      }
    }
    found += told.values.compactMap { $0["name"] }.sorted().map {
      Invariant.Breach(object: $0, phrase: Phrase(zh: "审计链所记的单位不在了", en: "the chain knows of it, and it is gone"))
    }
    let others = try Row.fetchCursor(
      db,
      sql:
        "SELECT organization_alias.name, organization_alias.name_key, organization.name FROM organization_alias JOIN organization ON id = organization_id"
    )
    while let row = try others.next() {
      if key(row.text(0)) == row.text(1) { continue }
      found.append(
        Invariant.Breach(
          object: row.text(2), phrase: Phrase(zh: "“\(row.text(0))”检索不到", en: "“\(row.text(0))” is not found under its name")))
    }
    return found
  }

  /// The fields of each organization of which the chain tells, by the key of its name.
  private static func told(_ db: Database) throws -> [String: [String: String]] {
    var told: [String: [String: String]] = [:]
    func note(_ document: UnsafeRawBufferPointer) {
      guard let change = ToldChange(document), change.object.hasPrefix("organization/") else { return }
      let named = String(change.object.dropFirst("organization/".count))
      let old = key(change.before?["name"] ?? named)
      // An import that was taken back.
      if change.after.isEmpty { return _ = told.removeValue(forKey: old) }
      var fields = told.removeValue(forKey: old) ?? ["name": change.before?["name"] ?? named]
      fields.merge(change.after) { $1 }
      // Whoever takes another name keeps the old one among the former ones.
      if let former = fields.removeValue(forKey: "former") {
        fields["aliases"] = [fields["aliases"] ?? "", former].filter { !$0.isEmpty }.joined(separator: ";")
      }
      told[key(fields["name"] ?? named)] = fields
    }
    let links = try Row.fetchCursor(
      db,
      sql: """
        SELECT change, rows FROM audit LEFT JOIN audit_rows USING (seq)
        WHERE act IN ('import.organizations', '\(Act.stepChange.rawValue)', '\(Act.correctOrganization.rawValue)') ORDER BY audit.seq
        """)
    while let row = try links.next() {
      row.bytes(1).withUnsafeBytes { log in
        for line in log.split(separator: 0x0A) { note(UnsafeRawBufferPointer(rebasing: line)) }
      }
      var change = row.text(0)
      change.withUTF8 { note(UnsafeRawBufferPointer($0)) }
    }
    return told
  }

  private static func key(_ name: String) -> String { (try? PlainText(name)).map { NameKey($0).string } ?? name }
}
