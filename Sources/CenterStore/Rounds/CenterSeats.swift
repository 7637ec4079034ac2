import GRDB
import Regulation

/// Who sits on the committees of a center, and whom its co-builders name (回避): as the application says of which the center came. Nothing is known of
/// a center that was in the registry before.
struct CenterSeats {
  /// Who sits on its committees (articles 14, 15).
  private(set) var committees: [CenterTies.Seat] = []
  /// Whom its co-builders name (article 7).
  private(set) var coBuilderPeople: [CenterTies.Seat] = []

  /// Nobody.
  init() {}

  /// The seats that an application names.
  init(_ form: ApplicationForm) throws {
    for builder in form.coBuilders ?? [] {
      guard let name = builder.name, !name.isEmpty else { continue }
      coBuilderPeople += builder.people.map { CenterTies.Seat(body: name, person: CenterTies.Person(name: $0, employer: .empty)) }
    }
    for (body, members) in [
      (Committees.managementName, form.committees?.management), (Committees.advisoryName, form.committees?.advisory),
    ] {
      let name = try PlainText(body.zh)
      committees += (members ?? []).map {
        CenterTies.Seat(body: name, person: CenterTies.Person(name: $0.name, employer: $0.employer))
      }
    }
  }

  /// The seats of one center.
  static func of(_ center: Int64, _ db: Database) throws -> CenterSeats {
    let form = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT form FROM application WHERE \(certified) AND \(code) = (SELECT code FROM center WHERE id = ?)"),
      arguments: [center])
    return try form.map { try CenterSeats(JSONText.decode($0)) } ?? CenterSeats()
  }

  /// The seats of every center of which any are known.
  static func all(_ db: Database) throws -> [Int64: CenterSeats] {
    var seats: [Int64: CenterSeats] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT center.id, form FROM application JOIN center ON center.code = \(code) WHERE \(certified)")
    while let row = try rows.next() { seats[row[0]] = try CenterSeats(JSONText.decode(row[1])) }
    return seats
  }

  /// The centers of which the seats are known.
  static func known(_ db: Database) throws -> Set<Int64> {
    try Int64.fetchSet(db, sql: "SELECT center.id FROM application JOIN center ON center.code = \(code) WHERE \(certified)")
  }

  /// Whether a center came of an application, as a condition on `?1`.
  static let areKnown = "EXISTS (SELECT 1 FROM application WHERE \(certified) AND \(code) = (SELECT code FROM center WHERE id = ?1))"

  /// It is asked with every score, so it goes by the index on departments and stages.
  private static let certified = "application.department_id IN (SELECT id FROM department) AND stage = 'certified'"
  private static let code = "json_extract(application.state, '$.state.certified._0.code')"
}
