import GRDB

extension Schema {
  /// The twenty-first version: since when a login is disabled, and how often an expert took a sheet back, found without reading the whole chain.
  static func createVersion21(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE user ADD COLUMN disabled_on TEXT;
        CREATE INDEX audit_of_takebacks ON audit(login) WHERE act = 'sheet.takeback';
        """)
  }
}
