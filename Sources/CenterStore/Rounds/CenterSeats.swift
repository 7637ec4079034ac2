import GRDB
import Regulation

/// Who sits on the committees of a center, and whom its co-builders name (回避): of an application as its form says; of a center those who sit on
/// the committees that are on file, and whom the co-builders named in the application of which it came. Nothing is known of a center that was in
/// the registry before and has no committee on file.
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
    var seats = CenterSeats()
    if let form { seats.coBuilderPeople = try CenterSeats(JSONText.decode(form)).coBuilderPeople }
    let rows = try Row.fetchCursor(db.cachedStatement(sql: seated + " AND center_id = ? ORDER BY id"), arguments: [center])
    while let row = try rows.next() { seats.committees.append(try seat(row)) }
    return seats
  }

  /// The seats of every center of which any are known.
  static func all(_ db: Database) throws -> [Int64: CenterSeats] {
    var seats: [Int64: CenterSeats] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT center.id, form FROM application JOIN center ON center.code = \(code) WHERE \(certified)")
    while let row = try rows.next() {
      seats[row[0], default: CenterSeats()].coBuilderPeople = try CenterSeats(JSONText.decode(row[1])).coBuilderPeople
    }
    let members = try Row.fetchCursor(db, sql: seated + " ORDER BY id")
    while let row = try members.next() { seats[row[0], default: CenterSeats()].committees.append(try seat(row)) }
    return seats
  }

  private static func seat(_ row: Row) throws -> CenterTies.Seat {
    let body = CommitteeKind(rawValue: row[1]) ?? .advisory
    return CenterTies.Seat(
      body: try PlainText(body.phrase.zh), person: CenterTies.Person(name: try PlainText(row[2]), employer: try PlainText(row[3])))
  }

  /// Those who sit on a committee now.
  private static let seated = "SELECT center_id, committee, name, employer FROM committee_seat WHERE until IS NULL"

  /// The centers of which the seats are known.
  static func known(_ db: Database) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: """
        SELECT center.id FROM application JOIN center ON center.code = \(code) WHERE \(certified)
        UNION SELECT center_id FROM committee_seat WHERE until IS NULL
        """)
  }

  /// Whether anything is known of a center, as a condition on `?1`.
  static let areKnown = """
    (EXISTS (SELECT 1 FROM committee_seat WHERE center_id = ?1 AND until IS NULL)
      OR EXISTS (SELECT 1 FROM application WHERE \(certified) AND \(code) = (SELECT code FROM center WHERE id = ?1)))
    """

  /// It is asked with every score, so it goes by the index on departments and stages.
  private static let certified = "application.department_id IN (SELECT id FROM department) AND stage = 'certified'"
  private static let code = "json_extract(application.state, '$.state.certified._0.code')"
}
