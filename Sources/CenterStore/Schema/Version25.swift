import GRDB
import Regulation

extension Schema {
  /// Every column that keeps how a name is compared: its table, the name and the key.
  static let keys: [(table: String, name: String, key: String)] = [
    ("department", "name", "name_key"), ("organization", "name", "name_key"), ("organization_alias", "name", "name_key"),
    ("term", "name", "name_key"), ("attachment", "title", "title_key"), ("recusal_request", "person", "person_key"),
    ("recusal_request", "employer", "employer_key"), ("committee_seat", "employer", "employer_key"),
    ("duty_record", "subject", "subject_key"),
  ]

  /// A name that may be compared by another text than itself: of more than ASCII and Han characters.
  static let uncommon = "*[^ -~一-鿿]*"

  /// The twenty-fifth version: names are compared without characters that are not seen, such as zero-width blanks.
  ///
  /// Two that differed by nothing else stay two, since which of them is meant is for people to say: the second keeps its old key, and the doctor
  /// tells of it.
  static func createVersion25(_ db: Database) throws {
    for column in keys {
      let old = try String.fetchSet(db, sql: "SELECT DISTINCT \(column.name) FROM \(column.table) WHERE \(column.name) GLOB '\(uncommon)'")
      for name in old {
        try db.execute(
          sql: "UPDATE OR IGNORE \(column.table) SET \(column.key) = ?1 WHERE \(column.name) = ?2 AND \(column.key) <> ?1",
          arguments: [NameKey(name).string, name])
      }
    }
    guard try CenterNameIndex.isKept(db) else { return }
    let centers = try Row.fetchAll(db, sql: "SELECT id, name FROM center WHERE name GLOB '\(uncommon)'")
    for row in centers {
      try db.execute(
        sql: "UPDATE center_name SET key = ?1 WHERE center_id = ?2 AND key <> ?1",
        arguments: [CenterNameKey(row[1] as String).string, row[0] as Int64])
    }
  }
}
