import GRDB

/// Rows of whole numbers on their way into a table, sixteen by one statement: to run one costs SQLite more than to write a short row.
///
///     let builders = try BulkRows(db, "center_co_builder(center_id, position, organization_id)", columns: 3)
///     try builders.add([center, 0, organization])
///     try builders.finish()
final class BulkRows {
  private static let many = 16

  private let columns: Int
  private let one: BulkStatement
  private let several: BulkStatement
  /// What is not written yet.
  private var waiting: [Int64] = []

  /// Rows for a table, which is named with its columns.
  init(_ db: Database, _ table: String, columns: Int) throws {
    self.columns = columns
    one = try BulkStatement(db, inserting: 1, into: table, columns: columns)
    several = try BulkStatement(db, inserting: BulkRows.many, into: table, columns: columns)
  }

  /// Adds a row, which is written sooner or later.
  ///
  /// - Precondition: it has a number for each column.
  func add(_ row: [Int64]) throws {
    waiting += row
    if waiting.count == columns * BulkRows.many { try write(waiting.count, by: several) }
  }

  /// Writes what waits. After it, others may read or change the table.
  func finish() throws {
    while !waiting.isEmpty { try write(columns, by: one) }
  }

  private func write(_ count: Int, by statement: BulkStatement) throws {
    for index in 0..<count { statement.bind(Int32(index + 1), waiting[index]) }
    try statement.run()
    waiting.removeFirst(count)
  }
}

extension BulkStatement {
  /// A statement that writes some rows into a table, which is named with its columns; those before one that fails stay.
  convenience init(_ db: Database, inserting rows: Int, into table: String, columns: Int) throws {
    let row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
    try self.init(db, "INSERT OR FAIL INTO \(table) VALUES " + Array(repeating: row, count: rows).joined(separator: ", "))
  }
}
