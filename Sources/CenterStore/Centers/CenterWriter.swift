import GRDB
import Regulation

/// The organizations and the department of a center, by their numbers in the store.
struct CenterPlaces {
  let host: Int64
  let department: Int64
  /// `nil`: those that are there stay.
  let builders: [Int64]?
}

/// Writes centers, by statements that are prepared once.
final class CenterWriter {
  /// How many centers one statement writes: it takes little more than half the time of as many statements.
  static let many = 16
  private static let columns = "center(code, name, field, certified_on, status, director, host_id, department_id, link)"

  private let db: Database
  private let link: Int64
  private let one: BulkStatement
  private let several: BulkStatement
  private let builders: BulkRows
  private let formerName: BulkStatement
  /// The highest number of a center before; `nil` where names are not kept for comparison.
  private let last: Int64?

  init(_ db: Database, link: Int64) throws {
    self.db = db
    self.link = link
    last = try CenterNameIndex.isKept(db) ? CenterNameIndex.last(db) : nil
    one = try BulkStatement(db, inserting: 1, into: CenterWriter.columns, columns: 9)
    several = try BulkStatement(db, inserting: CenterWriter.many, into: CenterWriter.columns, columns: 9)
    builders = try BulkRows(db, "center_co_builder(center_id, position, organization_id)", columns: 3)
    formerName = try BulkStatement(db, "INSERT INTO center_former_name(center_id, position, name) VALUES (?, ?, ?)")
  }

  /// Writes centers that are new, and says how many: fewer where the code of the next one is there already.
  ///
  /// - Parameters:
  ///   - places: which of the batch.
  ///   - ties: whom each of them is tied to.
  func insert(_ batch: CenterBatch, _ places: Range<Int>, _ ties: ArraySlice<CenterPlaces>) throws -> Int {
    try batch.texts.withUnsafeBytes { texts in
      if places.count == CenterWriter.many {
        return try insert(by: several, batch, places, ties, texts)
      }
      for (count, (place, tie)) in zip(places, ties).enumerated() {
        if try insert(by: one, batch, place..<place + 1, [tie], texts) == 0 { return count }
      }
      return places.count
    }
  }

  private func insert(
    by statement: BulkStatement, _ batch: CenterBatch, _ places: Range<Int>, _ ties: ArraySlice<CenterPlaces>,
    _ texts: UnsafeRawBufferPointer
  ) throws -> Int {
    var parameter: Int32 = 1
    for (place, tie) in zip(places, ties) {
      let first = batch.rows[place].ends.lowerBound
      for index in first..<first + 6 { statement.bind(parameter + Int32(index - first), inPlace: batch.text(index, of: place, texts)) }
      statement.bind(parameter + 6, tie.host)
      statement.bind(parameter + 7, tie.department)
      statement.bind(parameter + 8, link)
      parameter += 9
    }
    let count = try statement.runWhileUnique(rows: places.count)
    // SQLite gives out numbers one after the other.
    var id = db.lastInsertedRowID - Int64(count)
    for (place, tie) in zip(places.prefix(count), ties) {
      id += 1
      try write(tie.builders ?? [], of: id)
      for (position, index) in batch.rows[place].ends.dropFirst(6).enumerated() {
        formerName.bind(1, id)
        formerName.bind(2, Int64(position))
        formerName.bind(3, inPlace: batch.text(index, of: place, texts))
        try formerName.run()
      }
    }
    return count
  }

  /// Ends the writing: the names of the centers that are new are compared with from here on.
  func finish() throws {
    try builders.finish()
    if let last { try CenterNameIndex.add(after: last, db) }
  }

  /// Writes one center that is new.
  ///
  /// - Throws: `DatabaseError` where its code is there already.
  func insert(_ record: CenterRecord, _ places: CenterPlaces) throws {
    var packer = CenterPacker()
    packer.pack(Numbered(0, record))
    guard try insert(packer.take(), 0..<1, [places]) == 1 else {
      throw DatabaseError(resultCode: .SQLITE_CONSTRAINT_UNIQUE, message: "center.code")
    }
  }

  /// Writes a center in the place of how it stood before.
  func update(_ old: StoredCenter, to record: CenterRecord, _ ties: CenterPlaces) throws {
    let id = old.id
    try builders.finish()
    if last != nil { try CenterNameIndex.rename(id, from: old.record.name, to: record.name, db) }
    try db.cachedStatement(
      sql: """
        UPDATE center SET name = ?, host_id = ?, department_id = ?, field = ?, certified_on = ?, status = ?, director = ?, link = ?
        WHERE id = ?
        """
    ).execute(arguments: [
      record.name.string, ties.host, ties.department, record.field?.string, record.certifiedOn.description,
      (record.status ?? .active).rawValue, record.director?.string, link, id,
    ])
    if let organizations = ties.builders {
      try db.cachedStatement(sql: "DELETE FROM center_co_builder WHERE center_id = ?").execute(arguments: [id])
      try write(organizations, of: id)
    }
    try db.cachedStatement(sql: "DELETE FROM center_former_name WHERE center_id = ?").execute(arguments: [id])
    for (position, name) in (record.formerNames ?? []).enumerated() {
      formerName.bind(1, id)
      formerName.bind(2, Int64(position))
      formerName.bind(3, name.string)
      try formerName.run()
    }
  }

  private func write(_ organizations: [Int64], of id: Int64) throws {
    for (position, organization) in organizations.enumerated() { try builders.add([id, Int64(position), organization]) }
  }
}
