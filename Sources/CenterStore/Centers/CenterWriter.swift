import GRDB
import Regulation

/// The organizations and the department of a center, by their numbers in the store.
struct CenterPlaces {
  let host: Int64
  let department: Int64
  let builders: [Int64]
}

/// Writes centers, by statements that are prepared once.
final class CenterWriter {
  private let db: Database
  private let link: Int64
  private let insertion: BulkStatement
  private let builder: BulkStatement
  private let formerName: BulkStatement
  /// The highest number of a center before; `nil` where names are not kept for comparison.
  private let last: Int64?

  init(_ db: Database, link: Int64) throws {
    self.db = db
    self.link = link
    last = try CenterNameIndex.isKept(db) ? CenterNameIndex.last(db) : nil
    insertion = try BulkStatement(
      db,
      """
      INSERT INTO center(code, name, field, certified_on, status, director, host_id, department_id, link)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    builder = try BulkStatement(db, "INSERT INTO center_co_builder(center_id, position, organization_id) VALUES (?, ?, ?)")
    formerName = try BulkStatement(db, "INSERT INTO center_former_name(center_id, position, name) VALUES (?, ?, ?)")
  }

  /// Writes a center that is new, and says its number; `nil` where its code is there already.
  func insert(_ batch: CenterBatch, _ place: Int, _ ties: CenterPlaces) throws -> Int64? {
    let row = batch.rows[place]
    return try batch.texts.withUnsafeBytes { texts in
      var start = row.start
      func next(_ index: Int) -> UnsafeRawBufferPointer {
        defer { start = batch.ends[index] }
        return UnsafeRawBufferPointer(rebasing: texts[start..<batch.ends[index]])
      }
      for index in 0..<6 { insertion.bind(Int32(index + 1), inPlace: next(row.ends.lowerBound + index)) }
      insertion.bind(7, ties.host)
      insertion.bind(8, ties.department)
      insertion.bind(9, link)
      guard try insertion.runIfUnique() else { return nil }
      let id = db.lastInsertedRowID
      try write(ties.builders, of: id)
      for index in row.ends.dropFirst(6) {
        formerName.bind(1, id)
        formerName.bind(2, Int64(index - row.ends.lowerBound - 6))
        formerName.bind(3, inPlace: next(index))
        try formerName.run()
      }
      return id
    }
  }

  /// Ends the writing: the names of the centers that are new are compared with from here on.
  func finish() throws {
    if let last { try CenterNameIndex.add(after: last, db) }
  }

  /// Writes one center that is new.
  ///
  /// - Throws: `DatabaseError` where its code is there already.
  func insert(_ record: CenterRecord, _ places: CenterPlaces) throws {
    var packer = CenterPacker()
    packer.pack(Numbered(0, record))
    guard try insert(packer.take(), 0, places) != nil else {
      throw DatabaseError(resultCode: .SQLITE_CONSTRAINT_UNIQUE, message: "center.code")
    }
  }

  /// Writes a center in the place of how it stood before.
  func update(_ old: StoredCenter, to record: CenterRecord, _ ties: CenterPlaces) throws {
    let id = old.id
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
    try db.cachedStatement(sql: "DELETE FROM center_co_builder WHERE center_id = ?").execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM center_former_name WHERE center_id = ?").execute(arguments: [id])
    try write(ties.builders, of: id)
    for (position, name) in (record.formerNames ?? []).enumerated() {
      formerName.bind(1, id)
      formerName.bind(2, Int64(position))
      formerName.bind(3, name.string)
      try formerName.run()
    }
  }

  private func write(_ builders: [Int64], of id: Int64) throws {
    for (position, organization) in builders.enumerated() {
      builder.bind(1, id)
      builder.bind(2, Int64(position))
      builder.bind(3, organization)
      try builder.run()
    }
  }
}
