import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Merges centers from a file, by code; makes their department and organizations where these are new.
  public func importCenters(
    _ rows: [Numbered<CenterRecord>], dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    try merge(.importCenters, object: "centers", expecting: rows.count, dryRun: dryRun, by: who) { merge in
      var names = NameResolver(link: merge.link, expecting: rows.count)
      merge.log.reserve(rows: rows.count)
      let writer = try CenterWriter(merge.db, link: merge.link)
      // A handful of rows are looked up one by one; for many, everything is read once.
      let all = rows.count > 200 ? try CenterStore.centersByCode(merge.db) : nil
      for row in rows {
        let code = row.record.code.string
        if merge.repeats(code, row.row, "code", code) { continue }
        let old = try all.map { $0[code] } ?? CenterStore.center(code: code, merge.db)
        try merge.put(row, old: old, &names, writer)
      }
    }
  }
}

extension Merge {
  /// Merges one center.
  fileprivate mutating func put(
    _ row: Numbered<CenterRecord>, old: StoredCenter?, _ names: inout NameResolver, _ writer: CenterWriter
  ) throws {
    let record = row.record.completed(from: old?.record)
    if let old, old.record == record { return outcome.unchanged += 1 }
    let host: Int64
    switch try names.host(record.host, kind: record.hostKind, db) {
    case .success(let id): host = id
    case .failure(let other):
      return refuse(
        row.row, "host_kind", record.hostKind.rawValue,
        Phrase(
          zh: "与本文件中同一依托单位的类型“\(other.kind.phrase.zh)”不一致，请统一",
          en: "differs from the kind of the same host above in this file (\(other.kind.rawValue)); make them agree"))
    }
    let department = try names.department(record.department, db)
    let builders = try (record.coBuilders ?? []).map { try names.organization($0, db) }
    try writer.write(record, host: host, department: department, builders, over: old)
    note("center/" + record.code.string, before: old?.record.fields, after: record.fields)
  }
}

/// Writes centers, by statements that are prepared once.
final class CenterWriter {
  private let db: Database
  private let link: Int64
  private let insertion: BulkStatement
  private let builder: BulkStatement
  private let formerName: BulkStatement

  init(_ db: Database, link: Int64) throws {
    self.db = db
    self.link = link
    insertion = try BulkStatement(
      db,
      """
      INSERT INTO center(code, name, host_id, department_id, field, certified_on, status, director, link)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    builder = try BulkStatement(db, "INSERT INTO center_co_builder(center_id, position, organization_id) VALUES (?, ?, ?)")
    formerName = try BulkStatement(db, "INSERT INTO center_former_name(center_id, position, name) VALUES (?, ?, ?)")
  }

  /// Writes a center and its lists, in the place of how it stood before.
  func write(_ record: CenterRecord, host: Int64, department: Int64, _ builders: [Int64], over old: StoredCenter?) throws {
    let id: Int64
    if let old {
      id = old.id
      try update(record, host: host, department: department, id: id)
    } else {
      id = try insert(record, host: host, department: department)
    }
    for (position, organization) in builders.enumerated() {
      builder.bind(1, id)
      builder.bind(2, Int64(position))
      builder.bind(3, organization)
      try builder.run()
    }
    for (position, name) in (record.formerNames ?? []).enumerated() {
      formerName.bind(1, id)
      formerName.bind(2, Int64(position))
      formerName.bind(3, name.string)
      try formerName.run()
    }
  }

  private func insert(_ record: CenterRecord, host: Int64, department: Int64) throws -> Int64 {
    insertion.bind(1, record.code.string)
    insertion.bind(2, record.name.string)
    insertion.bind(3, host)
    insertion.bind(4, department)
    insertion.bind(5, record.field?.string ?? "")
    insertion.bind(6, record.certifiedOn.description)
    insertion.bind(7, (record.status ?? .active).rawValue)
    insertion.bind(8, record.director?.string ?? "")
    insertion.bind(9, link)
    try insertion.run()
    return db.lastInsertedRowID
  }

  private func update(_ record: CenterRecord, host: Int64, department: Int64, id: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE center SET name = ?, host_id = ?, department_id = ?, field = ?, certified_on = ?, status = ?, director = ?, link = ?
        WHERE id = ?
        """
    ).execute(arguments: [
      record.name.string, host, department, record.field?.string, record.certifiedOn.description, (record.status ?? .active).rawValue,
      record.director?.string, link, id,
    ])
    try db.cachedStatement(sql: "DELETE FROM center_co_builder WHERE center_id = ?").execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM center_former_name WHERE center_id = ?").execute(arguments: [id])
  }
}
