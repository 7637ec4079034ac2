import GRDB

extension Schema {
  /// The fourteenth version: what was done with the documents of one application is found without reading the whole chain.
  static func createVersion14(_ db: Database) throws {
    try db.execute(sql: "CREATE INDEX audit_of_documents ON audit(\(objectOfLink)) WHERE act IN (\(actsOfDocuments))")
  }

  /// The acts on documents (articles 10 and 27), in the words of the chain; a query that says the same uses the index.
  static let actsOfDocuments = "'attachment.enter', 'attachment.correct', 'attachment.remove'"
}
