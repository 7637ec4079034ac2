import GRDB
import Regulation

/// The names of the centers as an application's is compared with them (article 9.7), so that one name is looked up and not a hundred thousand.
///
/// It is kept from the first call on: before, nothing can ask for it, and a registry that is filled from a file does not pay for it.
enum CenterNameIndex {
  /// Whether it is kept.
  static func isKept(_ db: Database) throws -> Bool { try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM call)") ?? false }

  /// Before the first call is given out: enters every center.
  static func makeReady(_ db: Database) throws {
    if try !isKept(db) { try add(after: 0, db) }
  }

  /// The highest number of a center; 0 where there is none.
  static func last(_ db: Database) throws -> Int64 { try Int64.fetchOne(db, sql: "SELECT max(id) FROM center") ?? 0 }

  /// Enters the centers whose numbers are higher.
  static func add(after last: Int64, _ db: Database) throws {
    let insertion = try BulkStatement(db, "INSERT INTO center_name(key, center_id) VALUES (?, ?)")
    let rows = try Row.fetchCursor(db, sql: "SELECT id, name FROM center WHERE id > ? ORDER BY id", arguments: [last])
    while let row = try rows.next() {
      insertion.bind(1, CenterNameKey(row[1] as String).string)
      insertion.bind(2, row[0] as Int64)
      try insertion.run()
    }
  }

  /// Notes that a center goes by another name.
  static func rename(_ id: Int64, from old: PlainText, to new: PlainText, _ db: Database) throws {
    let (old, new) = (CenterNameKey(old), CenterNameKey(new))
    if old == new { return }
    try db.cachedStatement(sql: "DELETE FROM center_name WHERE key = ? AND center_id = ?").execute(arguments: [old.string, id])
    try db.cachedStatement(sql: "INSERT INTO center_name(key, center_id) VALUES (?, ?)").execute(arguments: [new.string, id])
  }

  /// Takes out the name of a center that is no more.
  static func remove(_ id: Int64, _ name: PlainText, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM center_name WHERE key = ? AND center_id = ?")
      .execute(arguments: [CenterNameKey(name).string, id])
  }

  /// The active centers whose names are like one.
  static func activeCenters(named name: PlainText, except code: PlainText?, _ db: Database) throws -> [Eligibility.ActiveCenter] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT code, name FROM center_name JOIN center ON center.id = center_id
        WHERE key = ? AND status = 'active' AND code IS NOT ? ORDER BY code
        """)
    return try Row.fetchAll(statement, arguments: [CenterNameKey(name).string, code?.string]).map { row in
      Eligibility.ActiveCenter(code: try PlainText(row[0]), name: try PlainText(row[1]))
    }
  }

  /// The codes of the centers that are not compared by the one name that they bear.
  static func faults(_ db: Database) throws -> [String] {
    var keys: [Int64: [String]] = [:]
    let kept = try Row.fetchCursor(db, sql: "SELECT center_id, key FROM center_name")
    while let row = try kept.next() { keys[row[0], default: []].append(row[1]) }
    var faults: [String] = []
    let centers = try Row.fetchCursor(db, sql: "SELECT id, name, code FROM center ORDER BY code")
    while let row = try centers.next() {
      if keys[row[0]] != [CenterNameKey(row[1] as String).string] { faults.append(row[2]) }
    }
    return faults
  }
}
