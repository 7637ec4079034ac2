import GRDB
import Regulation

/// A center as it stands in the store.
struct StoredCenter {
  let id: Int64
  let record: CenterRecord
}

extension CenterStore {
  private static let selection = """
    SELECT center.id, center.code, center.name, host.name, host.kind, department.name, field, certified_on, status, director
    FROM center JOIN organization AS host ON host.id = host_id JOIN department ON department.id = department_id

    """

  /// Hands over every center, ordered by code. All columns are public.
  public func eachCenter(by who: Acting, _ body: (CenterRecord) throws -> Void) throws(StoreError) {
    try read(by: who) { db, _ in
      let lists = try CenterLists(db)
      let rows = try Row.fetchCursor(db, sql: CenterStore.selection + "ORDER BY center.code")
      while let row = try rows.next() { try body(try CenterStore.center(row, lists).record) }
    }
  }

  /// Every center of the store, by code: for imports of many.
  static func centersByCode(_ db: Database) throws -> [String: StoredCenter] {
    let lists = try CenterLists(db)
    var centers: [String: StoredCenter] = [:]
    let rows = try Row.fetchCursor(db, sql: selection)
    while let row = try rows.next() {
      let center = try center(row, lists)
      centers[center.record.code.string] = center
    }
    return centers
  }

  /// One center.
  static func center(code: String, _ db: Database) throws -> StoredCenter? {
    let statement = try db.cachedStatement(sql: selection + "WHERE center.code = ?")
    guard let row = try Row.fetchOne(statement, arguments: [code]) else { return nil }
    return try center(row, try CenterLists(db, only: row[0]))
  }

  /// The number under which a center's other records stand.
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  static func centerID(_ code: String, _ db: Database) throws -> Int64 {
    guard let id = try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM center WHERE code = ?"), arguments: [code]) else {
      throw StoreError.noSuch(.center, code)
    }
    return id
  }

  private static func center(_ row: Row, _ lists: CenterLists) throws -> StoredCenter {
    let id: Int64 = row[0]
    return StoredCenter(
      id: id,
      record: CenterRecord(
        code: try PlainText(row[1]), name: try PlainText(row[2]), host: try PlainText(row[3]),
        hostKind: HostKind(rawValue: row[4]) ?? .other, coBuilders: try (lists.coBuilders[id] ?? []).map { try PlainText($0) },
        department: try PlainText(row[5]), field: try PlainText(row[6]), certifiedOn: try day(row[7]),
        status: CenterStatus(rawValue: row[8]) ?? .active, director: try PlainText(row[9]),
        formerNames: try (lists.formerNames[id] ?? []).map { try PlainText($0) }))
  }

  /// A day as the store keeps it.
  static func day(_ text: String) throws -> Day {
    guard let day = Day(parsing: text) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "not a day: \(text)") }
    return day
  }
}

/// What stands in lists of its own: co-builders and former names.
struct CenterLists {
  private(set) var coBuilders: [Int64: [String]] = [:]
  private(set) var formerNames: [Int64: [String]] = [:]

  init(_ db: Database, only center: Int64? = nil) throws {
    let builders = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT center_id, organization.name FROM center_co_builder JOIN organization ON organization.id = organization_id
          WHERE center_id >= ? AND center_id <= ? ORDER BY center_id, position
          """), arguments: [center ?? .min, center ?? .max])
    while let row = try builders.next() { coBuilders[row[0], default: []].append(row[1]) }
    let names = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT center_id, name FROM center_former_name WHERE center_id >= ? AND center_id <= ? ORDER BY center_id, position"),
      arguments: [center ?? .min, center ?? .max])
    while let row = try names.next() { formerNames[row[0], default: []].append(row[1]) }
  }
}

extension CenterStore {
  /// How a center ended by what was decided on this desk: what it is since, and the number of the revocation or of the document; `nil` where it did not.
  static func endOnDesk(of center: Int64, _ db: Database) throws -> (status: CenterStatus, by: String)? {
    let revocation = try String.fetchOne(
      db,
      sql:
        "SELECT number FROM matter WHERE center_id = ? AND kind = 'revocation' AND stage IN ('decided', 'published') ORDER BY link DESC LIMIT 1",
      arguments: [center])
    if let revocation { return (.revoked, revocation) }
    let successor = try String.fetchOne(
      db,
      sql: """
        SELECT code FROM reorganised JOIN reorganisation ON reorganisation.id = reorganisation_id JOIN center ON center.id = successor_id
        WHERE center_id = ?
        """, arguments: [center])
    return successor.map { (.reorganised, $0) }
  }
}
