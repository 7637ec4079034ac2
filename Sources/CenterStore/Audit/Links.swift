import GRDB
import Regulation

extension CenterStore {
  /// The last link's number and hash; number 0 and ``Digest256/zero`` before the first.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators and the bureau.
  public func auditHead(by who: Acting) throws(StoreError) -> (number: Int64, hash: Digest256) {
    try read(by: who) { db, member in
      try CenterStore.requireAuditor(member)
      return try CenterStore.lastLink(db)
    }
  }

  /// The last link's number and hash, as papers print it in their footer: it tells nothing but that the chain was so long.
  ///
  /// - Throws: ``StoreError/unknownLogin(_:)``.
  public func chainHead(by who: Acting) throws(StoreError) -> (number: Int64, hash: Digest256) {
    try read(by: who) { db, _ in try CenterStore.lastLink(db) }
  }

  private static func lastLink(_ db: Database) throws -> (number: Int64, hash: Digest256) {
    guard let row = try Row.fetchOne(db, sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1") else { return (0, .zero) }
    return (row[0], Digest256(bytes: row.bytes(1)) ?? .zero)
  }

  /// Hands over every link after a number, in order, one at a time.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators and the bureau, and what `body` throws.
  public func eachLink(after number: Int64 = 0, by who: Acting, _ body: (Link) throws -> Void) throws(StoreError) {
    try read(by: who) { db, member in
      try CenterStore.requireAuditor(member)
      let cursor = try CenterStore.links(after: number, db)
      while let link = try cursor.next() { try body(link) }
    }
  }

  static func requireAuditor(_ member: Member) throws {
    guard member.role == .admin || member.role == .bureau else { throw StoreError.notPermitted(nil) }
  }

  /// Every link after a number, in order.
  ///
  /// - Throws: `SQLITE_CORRUPT` for one that cannot be read.
  static func links(after number: Int64, _ db: Database) throws -> some Cursor<Link> {
    try linkRows(after: number, db).map { row in
      guard let link = Link(row) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
      return link
    }
  }

  static func linkRows(after number: Int64, _ db: Database) throws -> RowCursor {
    try Row.fetchCursor(
      db, sql: "SELECT seq, time, act, channel, login, who_salt, change, change_salt, hash FROM audit WHERE seq > ? ORDER BY seq",
      arguments: [number])
  }
}

extension Link {
  /// The link of a row; `nil` where a value is of a type that the program never writes, as in a damaged file.
  init?(_ row: Row) {
    func value<T: DatabaseValueConvertible>(_ index: Int) -> T? { T.fromDatabaseValue(row[index]) }
    guard
      let number: Int64 = value(0), let time: Int64 = value(1), let act: String = value(2), let channel: String = value(3),
      let login: String = value(4), let change: String = value(6)
    else { return nil }
    self.init(
      number: number, time: Moment(milliseconds: time), act: act, channel: channel, login: login, whoSalt: row.bytes(5), change: change,
      changeSalt: row.bytes(7), hash: Digest256(bytes: row.bytes(8)) ?? .zero)
  }
}
