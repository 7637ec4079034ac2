import GRDB

extension Schema {
  /// The ninth version: the centers of one host or one department are found without reading the whole registry, so that their desk opens as
  /// fast with a hundred thousand centers as with fifty.
  static func createVersion9(_ db: Database) throws { try db.execute(sql: indexesOfCenters) }

  /// What the ninth version adds; the first import of many centers makes it anew at its end.
  static let indexesOfCenters = """
    CREATE INDEX center_by_host ON center(host_id);
    CREATE INDEX center_by_department ON center(department_id);
    """
}
