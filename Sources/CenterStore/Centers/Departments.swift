import GRDB
import Regulation

/// A competent department (归口管理部门) as files carry it (article 5).
public struct DepartmentRecord: Sendable, Hashable, Codable {
  /// Its name.
  public var name: PlainText
  /// Municipal, or of a county.
  public var kind: DepartmentKind
  /// Whose centers it looks after; `nil` in a file without the column: leave it.
  public var jurisdiction: PlainText?

  /// Makes a record.
  public init(name: PlainText, kind: DepartmentKind, jurisdiction: PlainText? = nil) {
    self.name = name
    self.kind = kind
    self.jurisdiction = jurisdiction
  }
}

extension CenterStore {
  /// Merges departments from a file, by name.
  public func importDepartments(
    _ rows: [Numbered<DepartmentRecord>], dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    try merge(.importDepartments, object: "departments", dryRun: dryRun, by: who) { merge in
      for row in merge.paced(rows) where !merge.repeats(NameKey(row.record.name).string, row.row, "name", row.record.name.string) {
        try merge.put(row.record)
      }
    }
  }

  /// Every department, ordered by name.
  public func departments(by who: Acting) throws(StoreError) -> [DepartmentRecord] {
    try read(by: who) { db, _ in
      try Row.fetchAll(db, sql: "SELECT name, kind, jurisdiction FROM department ORDER BY name").map { row in
        DepartmentRecord(
          name: try PlainText(row[0]), kind: DepartmentKind(rawValue: row[1]) ?? .county, jurisdiction: try PlainText(row[2]))
      }
    }
  }
}

extension CenterStore {
  /// The department to which a host most likely applies: that of the county in which it stands (article 5), else the one of its latest
  /// application; `nil` for who is no host, or of whom neither is known.
  public func ownDepartment(by who: Acting) throws(StoreError) -> PlainText? {
    try read(by: who) { db, member in
      guard member.role == .host, let host = member.organizationID else { return nil }
      let ofCounty = try String.fetchOne(
        db,
        sql: """
          SELECT department.name FROM organization
          JOIN department ON jurisdiction = county OR department.name = county || '科学技术局'
          WHERE organization.id = ? AND county <> '' ORDER BY department.name
          """, arguments: [host])
      let name =
        try ofCounty
        ?? String.fetchOne(
          db,
          sql: """
            SELECT department.name FROM application JOIN department ON department.id = department_id
            WHERE host_id = ? ORDER BY application.id DESC
            """, arguments: [host])
      return try name.map { try PlainText($0) }
    }
  }
}

extension Merge {
  /// Merges one department.
  fileprivate mutating func put(_ record: DepartmentRecord) throws {
    let key = NameKey(record.name).string
    let old = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, name, kind, jurisdiction FROM department WHERE name_key = ?"), arguments: [key])
    let before = old.map { row -> Change.Fields in [("name", row[1]), ("kind", row[2]), ("jurisdiction", row[3])] }
    let jurisdiction = record.jurisdiction?.string ?? before?[2].value ?? ""
    let after: Change.Fields = [("name", record.name.string), ("kind", record.kind.rawValue), ("jurisdiction", jurisdiction)]
    if let before, Change.same(before, after) { return outcome.unchanged += 1 }
    try db.cachedStatement(
      sql: """
        INSERT INTO department(name, name_key, kind, jurisdiction, link) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT(name_key) DO UPDATE SET name = excluded.name, kind = excluded.kind, jurisdiction = excluded.jurisdiction,
          link = excluded.link
        """
    ).execute(arguments: [record.name.string, key, record.kind.rawValue, jurisdiction, link])
    note("department/\(record.name)", before: before, after: after)
  }
}
