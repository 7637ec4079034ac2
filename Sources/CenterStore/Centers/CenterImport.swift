import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Merges centers from a file, by code; makes their department and organizations where these are new.
  public func importCenters(
    _ rows: [Numbered<CenterRecord>], dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> ImportOutcome {
    try merge(.importCenters, object: "centers", dryRun: dryRun, by: who) { merge in
      var names = NameResolver(link: merge.link, expecting: rows.count)
      // A handful of rows are looked up one by one; for many, everything is read once.
      let all = rows.count > 200 ? try CenterStore.centersByCode(merge.db) : nil
      for row in rows {
        let code = row.record.code.string
        if merge.repeats(code, row.row, "code", code) { continue }
        let old = try all.map { $0[code] } ?? CenterStore.center(code: code, merge.db)
        try merge.put(row, old: old, &names)
      }
    }
  }
}

extension Merge {
  /// Merges one center.
  fileprivate mutating func put(_ row: Numbered<CenterRecord>, old: StoredCenter?, _ names: inout NameResolver) throws {
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
    let id = try save(record, host: host, department: department, id: old?.id)
    if let old {
      try replaceLists(of: id, builders, record, wasEmpty: (old.record.coBuilders ?? []).isEmpty && (old.record.formerNames ?? []).isEmpty)
    } else {
      try replaceLists(of: id, builders, record, wasEmpty: true)
    }
    note("center/\(record.code)", before: old?.record.fields, after: record.fields)
  }

  private func save(_ record: CenterRecord, host: Int64, department: Int64, id: Int64?) throws -> Int64 {
    let status = (record.status ?? .active).rawValue
    let day = record.certifiedOn.description
    if let id {
      try db.cachedStatement(
        sql: """
          UPDATE center SET name = ?, host_id = ?, department_id = ?, field = ?, certified_on = ?, status = ?, director = ?, link = ?
          WHERE id = ?
          """
      ).execute(arguments: [
        record.name.string, host, department, record.field?.string, day, status, record.director?.string, link, id,
      ])
      return id
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO center(code, name, host_id, department_id, field, certified_on, status, director, link)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      record.code.string, record.name.string, host, department, record.field?.string, day, status, record.director?.string, link,
    ])
    return db.lastInsertedRowID
  }

  private func replaceLists(of id: Int64, _ builders: [Int64], _ record: CenterRecord, wasEmpty: Bool) throws {
    if !wasEmpty {
      try db.cachedStatement(sql: "DELETE FROM center_co_builder WHERE center_id = ?").execute(arguments: [id])
      try db.cachedStatement(sql: "DELETE FROM center_former_name WHERE center_id = ?").execute(arguments: [id])
    }
    for (position, builder) in builders.enumerated() {
      try db.cachedStatement(sql: "INSERT INTO center_co_builder(center_id, position, organization_id) VALUES (?, ?, ?)")
        .execute(arguments: [id, position, builder])
    }
    for (position, name) in (record.formerNames ?? []).enumerated() {
      try db.cachedStatement(sql: "INSERT INTO center_former_name(center_id, position, name) VALUES (?, ?, ?)")
        .execute(arguments: [id, position, name.string])
    }
  }
}
