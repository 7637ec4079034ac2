import GRDB
import Regulation
import Wording

// Departments, organizations and centers, as they stood before an import.
extension ImportUndo {
  mutating func undoDepartments(_ changes: UndoneChanges) throws {
    var made: [Int64: String] = [:]
    for change in changes {
      let name = change.rest(after: 1)
      let key = NameKey(try PlainText(name)).string
      let row = try Row.fetchOne(db, sql: "SELECT id, link FROM department WHERE name_key = ?", arguments: [key])
      guard try isUntouched(name, row?[1]), let id: Int64 = row?[0] else { continue }
      if change.before == nil {
        made[id] = name
      } else {
        try db.execute(
          sql: "UPDATE department SET name = ?, kind = ?, jurisdiction = ?, link = ? WHERE id = ?",
          arguments: [change.old("name"), change.old("kind"), change.old("jurisdiction"), link, id])
      }
      note(change)
    }
    try requireUnused("department", made, parts: [])
    if refusal == nil { try delete(made.keys, from: ["department": "id"]) }
  }

  mutating func undoOrganizations(_ changes: UndoneChanges) throws {
    var made: [Int64: String] = [:]
    for change in changes {
      let name = change.rest(after: 1)
      let key = NameKey(try PlainText(name)).string
      let row = try Row.fetchOne(db, sql: "SELECT id, link FROM organization WHERE name_key = ?", arguments: [key])
      guard try isUntouched(name, row?[1]), let id: Int64 = row?[0] else { continue }
      if change.before == nil { made[id] = name } else { try StoredOrganization.keep(change.restored, link: link, db) }
      note(change)
    }
    try requireUnused("organization", made, parts: ["organization_alias"])
    if refusal == nil { try delete(made.keys, from: ["organization_alias": "organization_id"], ["organization": "id"]) }
  }

  mutating func undoCenters(_ changes: UndoneChanges) throws {
    var names = NameResolver(link: link, expecting: 0)
    let writer = try CenterWriter(db, link: link)
    var made: [Int64: String] = [:]
    for change in changes where change.path[0] == "center" {
      let code = change.rest(after: 1)
      let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT link, id FROM center WHERE code = ?"), arguments: [code])
      guard try isUntouched(code, row?[0]) else { continue }
      if change.before == nil {
        guard let id: Int64 = row?[1] else { continue }
        made[id] = code
        // A name is found by its key alone.
        if let name = change.after.first(where: { $0.name == "name" }) { try CenterNameIndex.remove(id, PlainText(name.value), db) }
      } else if let stored = try CenterStore.center(code: code, db) {
        try writer.update(stored, to: change.center(code), try places(of: change, &names))
      }
      note(change)
    }
    try writer.finish()
    // A host whose centers are all new ones was of another kind before.
    for change in changes where change.path[0] == "organization" {
      let name = change.rest(after: 1)
      guard let row = try Row.fetchOne(db, sql: "SELECT link, kind FROM organization WHERE name = ?", arguments: [name]) else { continue }
      if row[0] == undone {
        try db.execute(sql: "UPDATE organization SET kind = ?, link = ? WHERE name = ?", arguments: [change.old("kind"), link, name])
      }
      note(change)
    }
    try requireUnused("center", made, parts: ["center_co_builder", "center_former_name", "center_name"])
    if refusal != nil { return }
    try delete(
      made.keys, from: ["center_co_builder": "center_id"], ["center_former_name": "center_id"], ["center": "id"])
    try dropNames(departments: true)
  }

  /// Whom a center was tied to before. Who took another name since is known by the old one as well.
  private func places(of change: UndoneChange, _ names: inout NameResolver) throws -> CenterPlaces {
    let host = try CenterStore.organization(named: change.oldText("host"), db).id
    if let kind = HostKind(rawValue: change.old("host_kind")) { _ = try names.host(host, kind: kind, db) }
    return CenterPlaces(
      host: host, department: try names.department(change.oldText("department"), db),
      builders: try change.oldList("co_builders").map { try CenterStore.organization(named: $0, db).id })
  }

  /// Notes that an object stands as it stood before, or is gone.
  mutating func note(_ change: UndoneChange) {
    log.append(object: change.object, before: change.after, after: change.before == nil ? nil : change.restored)
  }

  /// Deletes records and their parts, those first that refer to others.
  func delete(_ keys: some Sequence<some DatabaseValueConvertible & Comparable>, from tables: KeyValuePairs<String, String>...) throws {
    for key in keys.sorted() {
      for (table, column) in tables.flatMap({ $0 }) {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE \(column) = ?").execute(arguments: [key])
      }
    }
  }
}

extension UndoneChange {
  /// The center as it stood before.
  fileprivate func center(_ code: String) throws -> CenterRecord {
    CenterRecord(
      code: try PlainText(code), name: try oldText("name"), host: try oldText("host"),
      hostKind: HostKind(rawValue: old("host_kind")) ?? .other, coBuilders: try oldList("co_builders"),
      department: try oldText("department"),
      field: try oldText("field"), certifiedOn: try CenterStore.day(old("certified_on")), status: CenterStatus(rawValue: old("status")),
      director: try oldText("director"), formerNames: try oldList("former_names"))
  }
}
