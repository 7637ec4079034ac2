import GRDB
import Wording

extension ImportUndo {
  /// Makes sure that nothing refers to records that the import made, but what goes with them: each that is used is noted, with who did it.
  ///
  /// - Parameters:
  ///   - keys: what others refer to them by, each with its name for people.
  ///   - parts: the tables that are a part of such a record, and go with it.
  mutating func requireUnused<Key: Hashable & DatabaseValueConvertible>(
    _ table: String, _ keys: [Key: String], parts: Set<String>
  ) throws {
    for (key, link) in try ImportUndo.uses(of: table, keys, parts: parts, db) {
      object(Phrase(same: keys[key] ?? "") + (try since(by: link, Phrase(zh: "使用", en: "used"))))
    }
  }

  /// The records to which something refers, each with the link of what does, where that bears one.
  ///
  /// Whatever refers to a table says so in the schema: so none is forgotten that is made later.
  static func uses<Key: Hashable & DatabaseValueConvertible>(
    of table: String, _ keys: [Key: String], parts: Set<String>, _ db: Database
  ) throws -> [(Key, Int64?)] {
    if keys.isEmpty { return [] }
    var found: [Key: Int64?] = [:]
    let references = try Row.fetchAll(
      db,
      sql: """
        SELECT list.name, key."from", EXISTS (SELECT 1 FROM pragma_table_info(list.name) WHERE name = 'link')
        FROM pragma_table_list AS list JOIN pragma_foreign_key_list(list.name) AS key
        WHERE list.schema = 'main' AND list.type = 'table' AND key."table" = ? ORDER BY list.name, key."from"
        """, arguments: [table])
    for reference in references where !parts.contains(reference[0]) {
      let (child, column, bearsLink): (String, String, Bool) = (reference[0], reference[1], reference[2])
      let rows = try Row.fetchCursor(
        db, sql: "SELECT \"\(column)\", \(bearsLink ? "link" : "NULL") FROM \"\(child)\" WHERE \"\(column)\" IS NOT NULL")
      while let row = try rows.next() {
        let key: Key = row[0]
        if keys[key] != nil, found[key] == nil { found[key] = .some(row[1]) }
      }
    }
    return found.map { ($0.key, $0.value) }.sorted { keys[$0.0] ?? "" < keys[$1.0] ?? "" }
  }

  /// Takes away the organizations and departments that the import made for their names alone, where nothing else speaks of them by now: what
  /// others refer to since stays, as a name.
  func dropNames(organizations: Bool = true, departments: Bool = false) throws {
    func drop(_ table: String, parts: Set<String>, _ rest: String = "") throws {
      let made = try Int64.fetchAll(db, sql: "SELECT id FROM \(table) WHERE link = ?", arguments: [undone])
      let keys = Dictionary(uniqueKeysWithValues: made.map { ($0, "") })
      let used = Set(try ImportUndo.uses(of: table, keys, parts: parts, db).map(\.0))
      for id in made where !used.contains(id) {
        for part in parts.sorted() {
          try db.cachedStatement(sql: "DELETE FROM \(part) WHERE \(table)_id = ?").execute(arguments: [id])
        }
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE id = ?").execute(arguments: [id])
      }
    }
    if organizations { try drop("organization", parts: ["organization_alias"]) }
    if departments { try drop("department", parts: []) }
  }
}
