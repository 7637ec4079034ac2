import GRDB

extension Schema {
  /// The twelfth version: what an application was like when it was given back, so that whoever gets it again sees what was changed. Steps of
  /// before know nothing of it.
  static func createVersion12(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE application_step ADD COLUMN was TEXT")
  }
}
