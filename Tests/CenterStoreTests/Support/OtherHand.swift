import CenterStore
import Crypto
import Foundation
import GRDB

/// Another hand in the file: SQL that goes past the store's operations, and looks at everything that is there.
struct OtherHand {
  private let queue: DatabaseQueue

  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(10)
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Runs some SQL.
  func run(_ sql: String, _ arguments: StatementArguments = []) throws {
    try queue.write { try $0.execute(sql: sql, arguments: arguments) }
  }

  /// Copies the whole store into a new file.
  func copy(to path: String) throws { try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) } }

  // One query is its own snapshot. A reading transaction of GRDB would turn `query_only` on and off, which makes SQLite prepare every statement
  // of the connection anew: for one of a hundred lines that takes ten times as long as its rows.

  /// The rows of a query.
  func rows(_ sql: String) throws -> [Row] { try queue.unsafeRead { try Row.fetchAll($0.cachedStatement(sql: sql)) } }

  /// The first column of a query.
  func texts(_ sql: String, _ arguments: StatementArguments = []) throws -> [String] {
    try queue.unsafeRead { try String.fetchAll($0.cachedStatement(sql: sql), arguments: arguments) }
  }

  /// A number.
  func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    try queue.unsafeRead { try Int.fetchOne($0.cachedStatement(sql: sql), arguments: arguments) } ?? 0
  }

  /// SQLite's own count of what others committed: equal where nobody wrote a single page of the file meanwhile.
  func version() throws -> Int { try number("PRAGMA data_version") }

  /// A digest of every row of every table: equal where nothing at all changed. SQLite writes the rows out itself, which is many times faster than
  /// describing each value here.
  func digest() throws -> String {
    try queue.writeWithoutTransaction { db in
      var hash = SHA256()
      try db.inTransaction(.deferred) {
        for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") {
          hash.update(data: Data(table.utf8))
          let columns = try String.fetchAll(db, sql: "SELECT 'quote(\"' || name || '\")' FROM pragma_table_info(?)", arguments: [table])
          let rows = try String.fetchCursor(db, sql: "SELECT \(columns.joined(separator: " || ',' || ")) FROM \"\(table)\"")
          while let row = try rows.next() { hash.update(data: Data(row.utf8)) }
        }
        return .commit
      }
      return hex(hash.finalize())
    }
  }
}

extension Scratch {
  /// Every link of the chain.
  func links() throws -> [Link] {
    var links: [Link] = []
    try store.eachLink(by: Scratch.admin) { links.append($0) }
    return links
  }

  /// Another hand in this store.
  func otherHand() throws -> OtherHand { try OtherHand(store.path) }
}

/// Bytes as hexadecimal digits.
func hex(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

/// SHA-256 over some pieces, one after the other, in hexadecimal digits.
func sha256(_ pieces: Data...) -> String { hex(SHA256.hash(data: pieces.reduce(Data(), +))) }
