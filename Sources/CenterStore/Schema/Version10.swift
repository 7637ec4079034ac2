import GRDB

extension Schema {
  /// The tenth version: the links of one application's review are found without reading the whole chain.
  static func createVersion10(_ db: Database) throws {
    try db.execute(sql: "CREATE INDEX audit_of_review ON audit(\(objectOfLink)) WHERE act IN (\(actsOfReview))")
  }

  /// The name of the object that a link is about, which its document begins with; long enough for every application's.
  static let objectOfLink = "substr(change, \("{\"object\":\"".count + 1), 200)"

  /// The acts of a review (articles 11, 回避), in the words of the chain; a query that says the same uses the index.
  static let actsOfReview = "'application.assign', 'application.opinion', 'application.takeback', 'conflict.declare'"
}
