import GRDB

extension Schema {
  /// The nineteenth version: everything that was done with one center is found without reading the whole chain.
  static func createVersion19(_ db: Database) throws {
    try db.execute(sql: "CREATE INDEX audit_of_centers ON audit(\(objectOfLink)) WHERE act IN (\(actsOfCenters))")
  }

  /// The acts that the timeline of a center tells beside its matters and its steps in rounds, in the words of the chain; a query that says the same
  /// uses the index.
  static let actsOfCenters = """
    'change.step', 'director.step', 'revocation.step', 'center.reorganise', 'duty.enter', 'duty.remove', 'sheet.submit', 'sheet.takeback'
    """
}
