import GRDB
import GRDBSQLite

/// A statement that an import runs a hundred thousand times.
///
/// GRDB looks its statements up by their text and checks and boxes every argument, which costs more than SQLite's own work. Here values
/// are bound as they are.
///
///     insert.bind(1, center)
///     insert.bind(2, name)
///     try insert.run()
final class BulkStatement {
  /// SQLite copies a bound text at once, so its bytes need not outlive the call.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private let db: Database
  // Keeps the handle alive.
  private let statement: Statement
  private let handle: SQLiteStatement

  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// Binds a text; the first parameter is 1.
  func bind(_ index: Int32, _ text: String) {
    var text = text
    text.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) { bytes in
        // An empty buffer may have no address, which SQLite would take for NULL.
        bytes.isEmpty
          ? sqlite3_bind_text(handle, index, "", 0, BulkStatement.copied)
          : sqlite3_bind_text(handle, index, bytes.baseAddress, Int32(bytes.count), BulkStatement.copied)
      }
    }
  }

  /// Binds a text that stays where it is until the statement has run: it is read there, not copied.
  func bind(_ index: Int32, inPlace text: UnsafeRawBufferPointer) {
    sqlite3_bind_text(handle, index, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count), nil)
  }

  /// Binds a whole number.
  func bind(_ index: Int32, _ number: Int64) { sqlite3_bind_int64(handle, index, number) }

  /// Runs the statement, which gives no rows, with what was bound.
  func run() throws { try check(step()) }

  /// Runs an `INSERT OR FAIL` of some rows, and says how many of them it wrote: fewer where the next one is there already under a key that must be
  /// unique.
  func runWhileUnique(rows: Int) throws -> Int {
    let result = step()
    if result == ResultCode.SQLITE_CONSTRAINT_UNIQUE.rawValue { return Int(sqlite3_changes(db.sqliteConnection)) }
    try check(result)
    return rows
  }

  private func step() -> Int32 {
    defer { sqlite3_reset(handle) }
    return sqlite3_step(handle)
  }

  private func check(_ result: Int32) throws {
    if result != SQLITE_DONE {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: result), message: String(cString: sqlite3_errmsg(db.sqliteConnection)), sql: statement.sql)
    }
  }
}
