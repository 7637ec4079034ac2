import GRDB
import Regulation
import Wording

/// A competent department in the list of departments (article 5).
public struct DepartmentLine: Sendable, Hashable {
  /// What it is.
  public let record: DepartmentRecord
  /// How many centers it looks after, by how they stand.
  public let centers: [CenterStatus: Int]
  /// Who has a login for it, by login; empty for all but staff.
  public let people: [String]

  /// How many centers it looks after or looked after, revoked and reorganised ones included.
  public var total: Int { centers.values.reduce(0, +) }
}

extension CenterStore {
  /// Every department by name, with its centers; its logins are told to staff.
  public func departmentRoll(by who: Acting) throws(StoreError) -> [DepartmentLine] {
    try read(by: who) { db, member in
      var centers: [Int64: [CenterStatus: Int]] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT department_id, status, count(*) FROM center GROUP BY department_id, status") {
        if let status = CenterStatus(rawValue: row[1]) { centers[row[0], default: [:]][status] = row[2] }
      }
      var people: [Int64: [String]] = [:]
      if member.role == .admin || member.role == .bureau {
        for row in try Row.fetchAll(
          db, sql: "SELECT department_id, login || ' ' || name FROM user WHERE department_id IS NOT NULL ORDER BY login")
        {
          people[row[0], default: []].append(row[1])
        }
      }
      return try Row.fetchAll(db, sql: "SELECT id, name, kind, jurisdiction FROM department ORDER BY name").map { row in
        let id: Int64 = row[0]
        return DepartmentLine(
          record: DepartmentRecord(
            name: try PlainText(row[1]), kind: DepartmentKind(rawValue: row[2]) ?? .county, jurisdiction: try PlainText(row[3])),
          centers: centers[id] ?? [:], people: people[id] ?? [])
      }
    }
  }

  /// The first centers that a department looks after, by code: code, name and how each stands.
  ///
  /// - Parameter limit: how many at most.
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  public func departmentCenters(_ name: String, limit: Int, by who: Acting) throws(StoreError) -> [OrganizationFile.Center] {
    try read(by: who) { db, _ in
      let key = NameKey(try PlainText(name)).string
      guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM department WHERE name_key = ?", arguments: [key]) else {
        throw StoreError.noSuch(.department, name)
      }
      return try Row.fetchAll(
        db, sql: "SELECT code, name, status FROM center WHERE department_id = ? ORDER BY code LIMIT ?", arguments: [id, limit]
      ).map { OrganizationFile.Center(code: $0[0], name: $0[1], status: CenterStatus(rawValue: $0[2]) ?? .active, isHosted: false) }
    }
  }

  /// Corrects kind and jurisdiction of a department (article 5).
  ///
  /// - Parameter expecting: the department as this person saw it (``Seen``).
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  public func correctDepartment(
    _ record: DepartmentRecord, expecting: Seen<DepartmentRecord>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.correctDepartment, by: who) { operation in
      let (db, key) = (operation.db, NameKey(record.name).string)
      let row = try Row.fetchOne(db, sql: "SELECT name, kind, jurisdiction FROM department WHERE name_key = ?", arguments: [key])
      guard let row else { throw StoreError.noSuch(.department, record.name.string) }
      let before: Change.Fields = [("name", row[0]), ("kind", row[1]), ("jurisdiction", row[2])]
      let own: Change.Fields = [
        before[0], ("kind", record.kind.rawValue), ("jurisdiction", record.jurisdiction?.string ?? before[2].value),
      ]
      let (name, object) = (before[0].value, "department/\(before[0].value)")
      let joining = try operation.join(
        Joined(Phrase(zh: "归口管理部门 \(name)", en: "the department \(name)"), object, expecting, own: own, over: before) { seen in
          [before[0], ("kind", seen.kind.rawValue), ("jurisdiction", seen.jurisdiction?.string ?? "")]
        }, link: operation.link(of: "department WHERE name_key = ?", [key]))
      let after = joining.pick(own, before)
      if Change.same(before, after) { return }
      let link = try operation.append(
        .correctDepartment, Change(object: object, before: before, after: after))
      try db.execute(
        sql: "UPDATE department SET kind = ?, jurisdiction = ?, link = ? WHERE name_key = ?",
        arguments: [after[1].value, after[2].value, link, key])
    }
  }
}
