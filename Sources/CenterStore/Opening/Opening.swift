import Dispatch
import GRDB
import GRDBSQLite
import Glibc
import Regulation
import Wording

extension CenterStore {
  /// Opens the store at a path, and brings an older one to the present schema; while another program is at that, it waits.
  ///
  /// - Parameter upgrading: called once on another thread where that takes more than a second, so that somebody may be told.
  /// - Throws: ``StoreError`` that tells no file, a file that is no store, a store of a newer program, one of an older program that may only be
  ///   read, and a damaged one apart.
  public static func open(
    _ path: String, surroundings: Surroundings = .system, upgrading: @escaping @Sendable () -> Void = {}
  ) throws(StoreError) -> CenterStore {
    let identity = try FileIdentity.require(path)
    let readOnly = access(path, W_OK) != 0
    return try StoreError.translating(path) {
      let work = { try opened(path, identity, readOnly: readOnly, surroundings, upgrading) }
      return try readOnly ? work() : DiskCause.naming(path, work)
    }
  }

  private static func opened(
    _ path: String, _ identity: FileIdentity, readOnly: Bool, _ surroundings: Surroundings, _ upgrading: @escaping @Sendable () -> Void
  ) throws -> CenterStore {
    let source = source(path, readOnly: readOnly)
    let isBefore = try requireStore(source)
    if readOnly, isBefore { throw StoreError.olderStore(path: path) }
    let word = DispatchWorkItem(block: upgrading)
    if isBefore { DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(surroundings.patience.silence), execute: word) }
    defer { word.cancel() }
    let pool = try connect(source, readOnly: readOnly, tries: surroundings.patience.tries(atUpgrade: isBefore), surroundings.patience)
    let isDemo = try pool.read { db in
      if try Schema.migrator.hasBeenSuperseded(db) { throw StoreError.newerStore(path: path) }
      if try !isMade(db) { throw StoreError.unfinished(path: path) }
      return try Bool.fetchOne(db, sql: "SELECT value = 'demo' FROM meta WHERE key = 'kind'") ?? false
    }
    let isOlder = try pool.read { try !Schema.migrator.hasCompletedMigrations($0) }
    if readOnly, isOlder { throw StoreError.olderStore(path: path) }
    if !readOnly {
      try makeDurable(pool)
      if isOlder { try Schema.migrate(pool, surroundings.patience) }
    }
    return CenterStore(
      path: path, identity: identity, isReadOnly: readOnly, isDemo: isDemo, pool: pool, surroundings: surroundings)
  }

  /// Whether a store is more than its tables: with its first link it gets its first user.
  private static func isMade(_ db: Database) throws -> Bool {
    for table in ["audit", "user", "meta"] where try !db.tableExists(table) { return false }
    return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM audit) OR EXISTS (SELECT 1 FROM user)") ?? false
  }

  /// What a new store is for.
  public enum Kind: String, Sendable {
    /// The bureau's own.
    case real
    /// Made-up data; its calendar may be moved.
    case demo
  }

  /// Makes an empty store with the one user `admin`, and its first link.
  ///
  /// - Parameter durably: whether every commit is synced to disk; a throw-away store needs no syncs while it is made.
  /// - Throws: ``StoreError`` where something is at the path already, which is left alone, or nothing can be made there.
  public static func create(
    _ path: String, kind: Kind = .real, durably: Bool = true, surroundings: Surroundings = .system
  ) throws(StoreError) -> CenterStore {
    let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? .alreadyThere(path: path) : .cannotCreate(path: path, reason: SystemReason.phrase(errno))
    }
    Glibc.close(descriptor)
    do {
      let identity = try FileIdentity.require(path)
      return try StoreError.translating(path) {
        let pool = try DatabasePool(path: path, configuration: configuration(readOnly: false))
        if durably { try makeDurable(pool) }
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
        try Schema.migrator.migrate(pool)
        let store = CenterStore(
          path: path, identity: identity, isReadOnly: false, isDemo: kind == .demo, pool: pool, surroundings: surroundings)
        try store.writeFirstLink(kind)
        return store
      }
    } catch {
      for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
      throw error
    }
  }

  private func writeFirstLink(_ kind: Kind) throws {
    try pool.write { db in
      try db.execute(sql: "INSERT INTO meta(key, value) VALUES ('kind', ?)", arguments: [kind.rawValue])
      try db.execute(
        sql: "INSERT INTO user(login, name, role, ssh_keys, link) VALUES ('admin', '管理员', 'admin', '', 1)")
      let admin = Member(login: "admin", name: PlainText(literal: "管理员"), role: .admin, departmentID: nil, organizationID: nil)
      let operation = Operation(db: db, member: admin, channel: .command, now: surroundings.now(), randomBytes: surroundings.randomBytes)
      try operation.append(.storeCreate, Change(object: "store", after: [("kind", kind.rawValue)]))
    }
  }

  /// How many KiB of pages a connection keeps, as SQLite counts them: below zero.
  static let cacheSize = -8000

  static func configuration(readOnly: Bool, _ patience: Patience = .standard) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.maximumReaderCount = 4
    configuration.label = "cztic"
    // Waiting a random moment instead of SQLite's fixed steps keeps forty writers from meeting again and again.
    configuration.busyMode = .callback { tries in
      usleep(UInt32.random(in: 300...1500))
      return tries < patience.tries
    }
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = \(cacheSize); PRAGMA journal_size_limit = 4194304; PRAGMA trusted_schema = OFF")
      keepLog(of: db, true)
    }
    return configuration
  }

  /// Whether the log and its index stay beside the store when its last connection ends, emptied.
  ///
  /// SQLite takes them away by their names. Where the store was put aside meanwhile and another one stands under its name (``restore(_:to:surroundings:by:)``),
  /// those names are the other one's, and what is in its log would be lost.
  static func keepLog(of db: Database, _ isKept: Bool) {
    var flag: CInt = isKept ? 1 : 0
    sqlite3_file_control(db.sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &flag)
  }

  /// Opens the connections, in WAL mode.
  ///
  /// SQLite does not wait when it is to turn WAL mode on: while somebody fills the store for the first time (``ManyRecords``) it is busy at
  /// once. So it is asked again, as often as for a lock.
  private static func connect(_ path: String, readOnly: Bool, tries most: Int, _ patience: Patience) throws -> DatabasePool {
    var tries = 0
    while true {
      do {
        return try DatabasePool(path: path, configuration: configuration(readOnly: readOnly, patience))
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && tries < most {
        tries += 1
        usleep(UInt32.random(in: 300...1500))
      }
    }
  }

  /// GRDB sets `synchronous=NORMAL` for a pool, which may lose the last commits when the power fails. What the desk shows as saved
  /// must not be lost, so the writer syncs every commit.
  private static func makeDurable(_ pool: DatabasePool) throws {
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
  }

  /// By which name SQLite opens a store.
  ///
  /// A store in WAL mode can be read only where its shared memory can be made. Where neither it nor the WAL file is there and the folder is
  /// closed to us, nobody else has the store open: then it is opened as a file that does not change.
  static func source(_ path: String, readOnly: Bool) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
    guard readOnly, access(path + "-wal", F_OK) != 0, access(path + "-shm", F_OK) != 0, access(String(folder), W_OK) != 0 else {
      return path
    }
    let plain = Set("/-_.~abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    let name = path.utf8.map { byte -> String in
      if plain.contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
    return "file:" + name.joined() + "?immutable=1"
  }

  /// Makes sure that a file is a store before anything is changed about it: opening it as one would turn WAL mode on.
  ///
  /// Asked through SQLite and never by reading the file: closing a descriptor of one's own would drop the locks that other connections
  /// of this process hold on it.
  ///
  /// - Returns: whether it is of an earlier version.
  @discardableResult
  static func requireStore(_ path: String) throws -> Bool {
    let (id, isBefore): (Int?, Bool)
    do {
      (id, isBefore) = try look(at: path, readOnly: true)
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK && access(path, W_OK) == 0 {
      // A process was killed in the middle of a first fill. Its journal can be rolled back by a connection that may write only; any program
      // that opens the file would do the same to it.
      (id, isBefore) = try look(at: path, readOnly: false)
    }
    if id != applicationID { throw DatabaseError(resultCode: .SQLITE_NOTADB) }
    return isBefore
  }

  private static func look(at path: String, readOnly: Bool) throws -> (id: Int?, isBefore: Bool) {
    var configuration = configuration(readOnly: readOnly)
    configuration.label = "cztic, looking"
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { (try Int.fetchOne($0, sql: "PRAGMA application_id"), try Schema.isBefore($0)) }
  }
}
