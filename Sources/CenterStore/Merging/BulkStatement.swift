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
  private let db: Database
  // Keeps the handle alive.
  private let statement: Statement
  private let handle: SQLiteStatement
  /// The texts of the row that is being bound, one after the other: SQLite reads them here, where it would else copy each into memory of
  /// its own.
  private var texts: [UInt8] = []
  private var places: [(index: Int32, start: Int, count: Int)] = []

  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// Binds a text; the first parameter is 1.
  func bind(_ index: Int32, _ text: String) {
    let start = texts.count
    texts.append(contentsOf: text.utf8)
    places.append((index, start, texts.count - start))
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

  /// Runs the statement, which gives no rows, with what was bound. Texts are to be bound anew for the next run.
  func run() throws {
    // An empty text needs an address as well, or SQLite would take it for NULL.
    texts.append(0)
    let result = texts.withUnsafeBytes { texts in
      for place in places {
        let start = texts.baseAddress.map { ($0 + place.start).assumingMemoryBound(to: CChar.self) }
        sqlite3_bind_text(handle, place.index, start, Int32(place.count), nil)
      }
      defer { sqlite3_reset(handle) }
      return sqlite3_step(handle)
    }
    texts.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    if result != SQLITE_DONE {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: result), message: String(cString: sqlite3_errmsg(db.sqliteConnection)), sql: statement.sql)
    }
  }
}
