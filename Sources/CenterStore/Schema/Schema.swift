import GRDB

/// The tables of the store, version by version. A file a migration; what has been released is never edited.
enum Schema {
  /// Brings a store of any earlier version to the present one.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 registry, rounds, sheets, audit chain", migrate: createVersion1)
    migrator.registerMigration("2 calls and applications", migrate: createVersion2)
    migrator.registerMigration("3 register of documents", migrate: createVersion3)
    migrator.registerMigration("4 preferences", migrate: createVersion4)
    migrator.registerMigration("5 names of centers", migrate: createVersion5)
    migrator.registerMigration("6 evaluation forms and the way of a round", migrate: createVersion6)
    migrator.registerMigration("7 panels, second looks and consequences", migrate: createVersion7)
    migrator.registerMigration("8 rounds of a department", migrate: createVersion8)
    migrator.registerMigration("9 centers by host and department", migrate: createVersion9)
    migrator.registerMigration("10 links of reviews", migrate: createVersion10)
    migrator.registerMigration("11 drafts of forms", migrate: createVersion11)
    migrator.registerMigration("12 applications as they were given back", migrate: createVersion12)
    migrator.registerMigration("13 meetings of panels and links of rounds", migrate: createVersion13)
    migrator.registerMigration("14 links of documents", migrate: createVersion14)
    migrator.registerMigration("15 whom hosts ask to step aside, and what was asked about", migrate: createVersion15)
    migrator.registerMigration("17 matters of centers", migrate: createVersion17)
    migrator.registerMigration("18 duties of centers", migrate: createVersion18)
    migrator.registerMigration("19 links of centers", migrate: createVersion19)
    migrator.registerMigration("20 saved filters", migrate: createVersion20)
    migrator.registerMigration("21 disabled logins", migrate: createVersion21)
    migrator.registerMigration("22 documents of duties", migrate: createVersion22)
    migrator.registerMigration("23 fields, industries and clusters", migrate: createVersion23)
    migrator.registerMigration("24 passwords and attempts", migrate: createVersion24)
    migrator.registerMigration("25 names are compared without what is not seen", migrate: createVersion25)
    migrator.registerMigration("26 lots, commitments of sheets and published files", migrate: createVersion26)
    return migrator
  }

  /// Brings a store to the present version, a step a transaction: whoever is interrupted leaves a whole store of some version, and the next one
  /// goes on from there.
  ///
  /// Several programs may come at once after an upgrade. Each asks which steps are to be taken before it has the lock for the first, so a step may fail
  /// because somebody else took it meanwhile; it left nothing then, and it is asked again. A step may take minutes, for which the others wait.
  static func migrate(_ pool: DatabasePool, _ patience: Patience = .standard) throws {
    var rounds = 0
    while true {
      let before = try pool.read(taken)
      do { return try migrator.migrate(pool) } catch let error as DatabaseError {
        if try pool.read(taken) != before { continue }
        rounds += 1
        if error.resultCode != .SQLITE_BUSY || rounds >= patience.rounds { throw error }
      }
    }
  }

  /// How many steps a store has behind it.
  private static func taken(_ db: Database) throws -> Int {
    try db.tableExists("grdb_migrations") ? Int.fetchOne(db, sql: "SELECT count(*) FROM grdb_migrations") ?? 0 : 0
  }

  /// Whether a store is of an earlier version; one whose making was broken off is of none.
  static func isBefore(_ db: Database) throws -> Bool { try (1..<known).contains(taken(db)) }

  /// How many migrations this program knows.
  private static let known = migrator.migrations.count

  /// Makes sure that no newer program has been at a store since it was opened: what this one would write might not be what that one reads.
  ///
  /// - Throws: ``StoreError/newerStore(path:)``.
  static func requireNoNewer(_ db: Database, _ path: String) throws {
    let count = try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM grdb_migrations")) ?? 0
    if count > known { throw StoreError.newerStore(path: path) }
  }
}
