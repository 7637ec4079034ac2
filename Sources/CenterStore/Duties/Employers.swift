import Foundation
import GRDB

/// Which organizations go by a name: hundreds of thousands of seats name few employers, and to look each up in the store takes longer than to
/// read them all once.
struct Employers {
  private var numbers = NameNumbers()
  /// The organizations that go by each name that has a number.
  private var owners: [[Int64]] = []

  /// Knows all organizations by their present and former names.
  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT name_key, id FROM organization UNION ALL SELECT name_key, organization_id FROM organization_alias")
    while let row = try rows.next() {
      let number = try number(row, at: 0)
      owners[number].append(row[1])
    }
  }

  /// The organizations that go by the name in a row.
  mutating func owners(_ row: Row, at index: Int) throws -> [Int64] { owners[try number(row, at: index)] }

  private mutating func number(_ row: Row, at index: Int) throws -> Int {
    let (number, isNew) = try row.withUnsafeData(atIndex: index) { data in
      (data ?? Data()).withUnsafeBytes { numbers.number(of: $0) }
    }
    if isNew { owners.append([]) }
    return number
  }
}
