import GRDB
import GRDBSQLite

/// A statement that an import runs a hundred thousand times.
///
/// GRDB looks its statements up by their text and checks and boxes every argument, which costs more than SQLite's own work. Here values
/// are bound as they are.
///
///     try insert.run { $0.bind(1, center); $0.bind(2, name) }
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

  /// Binds a whole number.
  func bind(_ index: Int32, _ number: Int64) { sqlite3_bind_int64(handle, index, number) }

  /// Runs the statement with bytes bound to a parameter, which SQLite reads where they are: tens of megabytes are not copied.
  func run(binding bytes: [UInt8], to index: Int32) throws {
    try bytes.withUnsafeBytes { buffer in
      sqlite3_bind_blob64(handle, index, buffer.baseAddress, sqlite3_uint64(buffer.count), nil)
      defer { sqlite3_clear_bindings(handle) }
      try run()
    }
  }

  /// Runs the statement, which gives no rows, with what was bound.
  func run() throws {
    let result = sqlite3_step(handle)
    sqlite3_reset(handle)
    if result != SQLITE_DONE {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: result), message: String(cString: sqlite3_errmsg(db.sqliteConnection)), sql: statement.sql)
    }
  }
}
