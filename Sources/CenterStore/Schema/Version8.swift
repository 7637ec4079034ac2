import GRDB

extension Schema {
  /// The eighth version: rounds that a department carries out for its own centers (articles 5(3) and 25).
  static func createVersion8(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE round ADD COLUMN department_id INTEGER REFERENCES department")
  }
}
