import GRDB
import Proofs
import Regulation

/// One operation under way: an immediate transaction in which somebody who may do it acts.
struct Operation {
  let db: Database
  let member: Member
  let channel: Channel
  let now: Moment
  let randomBytes: (Int) -> [UInt8]

  /// Appends a link to the audit chain and says its number, which every record changed by it carries.
  @discardableResult
  func append(_ act: Act, _ change: Change) throws -> Int64 {
    let (last, previous) = try head()
    let number = last + 1
    let salts = randomBytes(32)
    let whoSalt = Array(salts[..<16])
    let changeSalt = Array(salts[16...])
    let hash = PublicLink.hash(
      previous: previous, number: number, time: now.description, act: act.rawValue, channel: channel.rawValue,
      who: Digest256(of: whoSalt, Array(member.login.utf8)), change: Digest256(of: changeSalt, Array(change.document.utf8)))
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO audit(seq, time, act, channel, login, who_salt, change, change_salt, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      number, now.milliseconds, act.rawValue, channel.rawValue, member.login, Blob(whoSalt), change.document, Blob(changeSalt),
      Blob(hash.bytes),
    ])
    return number
  }

  /// The link that a record bears.
  ///
  /// - Parameter record: its table, and which row of it.
  func link(of record: StaticString, _ arguments: StatementArguments) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT link FROM \(record)", arguments: arguments)
  }

  /// Keeps the rows of a link over many rows, so that it can be opened, shown by center and taken back.
  func keep(rows: RowLog, of link: Int64) throws {
    // Room first, then the bytes: a bound blob would be copied as a whole before it is written.
    try db.execute(sql: "INSERT INTO audit_rows(seq, rows) VALUES (?, zeroblob(?))", arguments: [link, rows.bytes.count])
    try db.fill("rows", of: "audit_rows", link, with: rows.bytes)
  }
}

extension Operation {
  /// The last link's number and hash; number 0 before the first.
  func head() throws -> (number: Int64, hash: Digest256) {
    let statement = try db.cachedStatement(sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return (0, .zero) }
    return (row[0], Digest256(bytes: row.bytes(1)) ?? .zero)
  }

  /// The number that the next link will have.
  func nextNumber() throws -> Int64 { try head().number + 1 }
}

extension CenterStore {
  /// Runs one operation: an immediate transaction for somebody whose role may do the act; durable when it returns.
  func write<T>(_ act: Act, by who: Acting, _ body: (Operation) throws -> T) throws(StoreError) -> T {
    try transact(act, by: who) { (try body($0), .commit) }
  }

  /// Runs one operation that decides itself whether anything is kept.
  ///
  /// - Parameter extent: how much it writes at once.
  func transact<T>(
    _ act: Act, _ extent: ManyRecords.Extent = .few, by who: Acting, _ body: (Operation) throws -> (T, Database.TransactionCompletion)
  ) throws(StoreError) -> T {
    try change(extent) { db in
      let member = try Member.require(who.login, db)
      guard act.roles.contains(member.role) else { throw StoreError.notPermitted(act) }
      try surroundings.keeping?.require(act)
      let result = try body(
        Operation(db: db, member: member, channel: who.channel, now: surroundings.now(), randomBytes: surroundings.randomBytes))
      if result.1 == .commit, let keeping = surroundings.keeping { try keeping.keep(CenterStore.offlineSheets(of: member, db)) }
      return result
    }
  }

  /// Changes something in one immediate transaction: on the store that was opened and no other, while no newer program has been at it and no damage
  /// was met. Whoever may do it is looked up inside.
  func change<T>(
    _ extent: ManyRecords.Extent = .few, _ body: (Database) throws -> (T, Database.TransactionCompletion)
  ) throws(StoreError) -> T {
    if isReadOnly { throw .readOnly(path: path) }
    try damage.requireNone()
    return try StoreError.translating(path, noting: damage) {
      // Idle readers of this process would keep the file from leaving WAL mode.
      if extent == .many { pool.invalidateReadOnlyConnections() }
      return try pool.writeWithoutTransaction { db in
        var result: T?
        let many = extent == .few ? nil : try ManyRecords(db, extent)
        defer { many?.settle() }
        try DiskCause.naming(path) {
          try db.inTransaction(.immediate) {
            try Schema.requireNoNewer(db, path)
            let (value, completion) = try body(db)
            if FileIdentity(path) != identity { throw StoreError.replaced(path: path) }
            result = value
            return completion
          }
        }
        guard let result else { throw StoreError.io(path: path, reason: .internalFault) }
        return result
      }
    }
  }

  /// Reads for somebody, in one snapshot that ends with the call.
  func read<T>(by who: Acting, _ body: (Database, Member) throws -> T) throws(StoreError) -> T {
    try StoreError.translating(path, noting: damage) {
      try pool.read { db in
        do { return try body(db, try Member.require(who.login, db)) } catch let error as DatabaseError
          where error.resultCode == .SQLITE_ERROR
        {
          // Its tables may be a newer program's since.
          try Schema.requireNoNewer(db, path)
          throw error
        }
      }
    }
  }
}
