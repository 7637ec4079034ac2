import GRDB
import GRDBSQLite

extension Database {
  /// Writes bytes into a blob that has room for them, from its begin: tens of megabytes are not copied on the way.
  func fill(_ column: String, of table: String, _ row: Int64, with bytes: [UInt8]) throws {
    var blob: OpaquePointer?
    defer { sqlite3_blob_close(blob) }
    try check(sqlite3_blob_open(sqliteConnection, "main", table, column, row, 1, &blob))
    try bytes.withUnsafeBytes { try check(sqlite3_blob_write(blob, $0.baseAddress, Int32($0.count), 0)) }
  }

  private func check(_ result: Int32) throws {
    if result != SQLITE_OK {
      throw DatabaseError(resultCode: ResultCode(rawValue: result), message: String(cString: sqlite3_errmsg(sqliteConnection)))
    }
  }
}
