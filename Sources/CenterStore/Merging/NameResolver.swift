import GRDB
import Regulation

/// Finds organizations and departments by name during an import, and makes those that are new.
///
/// Names are compared after NFKC and trimming. Everything found is remembered; before many rows, all names are read at once.
struct NameResolver {
  private let link: Int64
  private let expected: Int
  private let isLarge: Bool
  private var organizations: [TextKey: Int64]?
  private var departments: [TextKey: Int64] = [:]
  private var kinds: [Int64: HostKind] = [:]
  private var kindsInFile: [Int64: HostKind] = [:]
  /// Texts that were resolved already, so that a name is normalized once.
  private var seen: [TextKey: Int64] = [:]

  private var insertion: BulkStatement?

  /// Makes a resolver for an import of about so many rows, whose records carry `link`.
  init(link: Int64, expecting rows: Int) {
    self.link = link
    expected = rows
    isLarge = rows > 200
  }

  /// A host that was there before, and of another kind.
  struct OtherwiseKnown {
    let name: String
    let before: String
    let after: HostKind
  }

  /// The hosts that were there before and are of another kind since.
  private(set) var hostsOfOtherKind: [OtherwiseKnown] = []

  /// Two rows of one file disagree on what kind a host is.
  struct OtherKind: Error { let kind: HostKind }

  /// The host of a name, with its kind as the file says.
  mutating func host(_ name: PlainText, kind: HostKind, _ db: Database) throws -> Result<Int64, OtherKind> {
    try host(organization(name, db, kind: kind), kind: kind, db)
  }

  /// An organization as a host of a kind.
  mutating func host(_ id: Int64, kind: HostKind, _ db: Database) throws -> Result<Int64, OtherKind> {
    if let other = kindsInFile[id], other != kind { return .failure(OtherKind(kind: other)) }
    if kindsInFile[id] == nil {
      kindsInFile[id] = kind
      let known = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT name, kind FROM organization WHERE id = ?1 AND kind <> ?2"), arguments: [id, kind.rawValue])
      if let known {
        hostsOfOtherKind.append(OtherwiseKnown(name: known[0], before: known[1], after: kind))
        try db.cachedStatement(sql: "UPDATE organization SET kind = ?1, link = ?2 WHERE id = ?3").execute(arguments: [
          kind.rawValue, link, id,
        ])
      }
    }
    return .success(id)
  }

  /// The organization of a name.
  mutating func organization(_ name: PlainText, _ db: Database, kind: HostKind? = nil) throws -> Int64 {
    if let id = seen[TextKey(name.string)] { return id }
    let id = try organization(name.string, key: NameKey(name).string, kind: kind, db)
    seen[TextKey(name.string)] = id
    return id
  }

  /// The organization of a name whose key is known; the caller remembers what it asked for.
  mutating func organization(_ name: String, key: String, kind: HostKind?, _ db: Database) throws -> Int64 {
    if let id = try known(key, db) { return id }
    let made = try make(name, key: key, kind: kind, db)
    organizations?[TextKey(key)] = made
    if let kind { kindsInFile[made] = kind }
    return made
  }

  /// The department of a name; a new one is municipal where the city's list names it, else a county's.
  mutating func department(_ name: PlainText, _ db: Database) throws -> Int64 {
    if let id = departments[TextKey(name.string)] { return id }
    let key = NameKey(name).string
    let id: Int64
    if let found = try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM department WHERE name_key = ?"), arguments: [key]) {
      id = found
    } else {
      let kind: DepartmentKind = try Places.standard.get().isMunicipal(department: name) ? .municipal : .county
      try db.cachedStatement(sql: "INSERT INTO department(name, name_key, kind, link) VALUES (?, ?, ?, ?)")
        .execute(arguments: [name.string, key, kind.rawValue, link])
      id = db.lastInsertedRowID
    }
    departments[TextKey(name.string)] = id
    return id
  }

  private mutating func make(_ name: String, key: String, kind: HostKind?, _ db: Database) throws -> Int64 {
    let insertion =
      try self.insertion ?? BulkStatement(db, "INSERT INTO organization(name, name_key, kind, link) VALUES (?, ?, ?, ?)")
    self.insertion = insertion
    insertion.bind(1, name)
    insertion.bind(2, key)
    insertion.bind(3, kind?.rawValue ?? "")
    insertion.bind(4, link)
    try insertion.run()
    return db.lastInsertedRowID
  }

  private mutating func known(_ key: String, _ db: Database) throws -> Int64? {
    if !isLarge {
      return try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM organization WHERE name_key = ?"), arguments: [key])
    }
    if organizations == nil {
      var all: [TextKey: Int64] = [:]
      all.reserveCapacity(expected / 4)
      let rows = try Row.fetchCursor(db, sql: "SELECT name_key, id FROM organization")
      while let row = try rows.next() { all[TextKey(row[0])] = row[1] }
      organizations = all
    }
    return organizations?[TextKey(key)]
  }
}
