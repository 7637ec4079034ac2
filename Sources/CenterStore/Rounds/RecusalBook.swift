import GRDB
import Regulation
import Wording

/// What the store knows of ties between experts and centers, gathered once for many questions; the rule itself is ``Regulation/Recusal``.
struct RecusalBook {
  private let names: OrganizationNames
  private let experts: [String: ExpertTies]
  private let conflicts: [Int64: [CenterTies.Conflict]]
  private let requests: [Int64: [Asked]]
  private let standing: [Int64: [String: Int64]]
  private let seats: [Int64: CenterSeats]

  /// What a host asked, and by which link. Whoever was assigned to its center in a round before that stays in that round: a request undoes no seat
  /// and no sheet.
  private struct Asked {
    let request: CenterTies.Request
    let link: Int64
  }

  /// Why an expert cannot score a center in a round; `nil` where nothing stands in the way. It is asked with every score, so one statement tells first
  /// whether anything could.
  static func reason(expert: String, center: Int64, year: Int, _ db: Database) throws -> Phrase? {
    guard try isPossible(expert: expert, center: center, db) else { return nil }
    return try RecusalBook(db, expert: expert, center: center, year: year).reason(center: center, expert: expert, db)
  }

  /// Whether anything could tie an expert to a center: a conflict, people whom the center names, an organization that both have, or one of either
  /// side that goes by more names than its own. Names are unique by their keys, so without other names two organizations are the same only if they are one.
  static func isPossible(expert: String, center: Int64, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        WITH center_side(id) AS (
          SELECT host_id FROM center WHERE id = ?1 UNION ALL SELECT organization_id FROM center_co_builder WHERE center_id = ?1),
        expert_side(id) AS (
          SELECT employer_id FROM expert WHERE login = ?2
          UNION ALL SELECT organization_id FROM expert_former_employer WHERE login = ?2)
        SELECT EXISTS (SELECT 1 FROM conflict WHERE center_id = ?1 AND login = ?2)
          OR EXISTS (SELECT 1 FROM recusal_request WHERE center_id = ?1) OR \(CenterSeats.areKnown)
          OR EXISTS (SELECT 1 FROM center_side JOIN expert_side USING (id))
          OR EXISTS (SELECT 1 FROM organization_alias WHERE organization_id IN (SELECT id FROM center_side UNION SELECT id FROM expert_side))
        """)
    return try Bool.fetchOne(statement, arguments: [center, expert]) ?? true
  }

  /// Gathers what ties one expert to one center in a round, and nothing else.
  init(_ db: Database, expert login: String, center: Int64, year: Int) throws {
    let statement = try db.cachedStatement(
      sql: """
        WITH tied(id) AS (
          SELECT host_id FROM center WHERE id = ?1 UNION SELECT organization_id FROM center_co_builder WHERE center_id = ?1
          UNION SELECT employer_id FROM expert WHERE login = ?2
          UNION SELECT organization_id FROM expert_former_employer WHERE login = ?2)
        SELECT id, name FROM organization WHERE id IN tied AND id IN (SELECT organization_id FROM organization_alias)
        UNION ALL SELECT organization_id, name FROM organization_alias WHERE organization_id IN tied
        """)
    names = OrganizationNames(try RecusalBook.lists(try Row.fetchCursor(statement, arguments: [center, login])))
    experts = try RecusalBook.ties(of: [login], db)
    let declared = try String.fetchOne(
      db.cachedStatement(sql: "SELECT reason FROM conflict WHERE center_id = ? AND login = ?"), arguments: [center, login])
    conflicts = try declared.map { [center: [CenterTies.Conflict(login: login, reason: try PlainText($0, .paragraphs))]] } ?? [:]
    requests = try RecusalBook.requests(
      try Row.fetchCursor(
        db.cachedStatement(sql: "SELECT center_id, person, employer, reason, link FROM recusal_request WHERE center_id = ?"),
        arguments: [center]))
    let assigned = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT link FROM assignment WHERE year = ? AND center_id = ? AND login = ?"),
      arguments: [year, center, login])
    standing = assigned.map { [center: [login: $0]] } ?? [:]
    seats = [center: try CenterSeats.of(center, db)]
  }

  /// Gathers the ties of all experts in a round.
  init(_ db: Database, year: Int) throws {
    names = try RecusalBook.organizationNames(db)
    experts = try RecusalBook.ties(of: try String.fetchAll(db, sql: "SELECT login FROM expert"), db)
    var conflicts: [Int64: [CenterTies.Conflict]] = [:]
    let declared = try Row.fetchCursor(db, sql: "SELECT center_id, login, reason FROM conflict")
    while let row = try declared.next() {
      conflicts[row[0], default: []].append(CenterTies.Conflict(login: row[1], reason: try PlainText(row[2], .paragraphs)))
    }
    self.conflicts = conflicts
    requests = try RecusalBook.requests(
      try Row.fetchCursor(db, sql: "SELECT center_id, person, employer, reason, link FROM recusal_request"))
    var standing: [Int64: [String: Int64]] = [:]
    let assigned = try Row.fetchCursor(
      db,
      sql: """
        SELECT center_id, login, link FROM assignment WHERE year = ? AND center_id IN (SELECT center_id FROM recusal_request)
        """, arguments: [year])
    while let row = try assigned.next() { standing[row[0], default: [:]][row[1]] = row[2] }
    self.standing = standing
    seats = try CenterSeats.all(db)
  }

  /// The names of every organization that goes by more than one.
  static func organizationNames(_ db: Database) throws -> OrganizationNames {
    // An organization without other names matches by its own, which needs no list.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, name FROM organization WHERE id IN (SELECT organization_id FROM organization_alias)
        UNION ALL SELECT organization_id, name FROM organization_alias
        """)
    return OrganizationNames(try lists(rows))
  }

  /// Rows of an organization's number and one of its names, gathered by number.
  private static func lists(_ rows: RowCursor) throws -> [[PlainText]] {
    var lists: [Int64: [PlainText]] = [:]
    while let row = try rows.next() { lists[row[0], default: []].append(try PlainText(row[1])) }
    return Array(lists.values)
  }

  private static func requests(_ rows: RowCursor) throws -> [Int64: [Asked]] {
    var requests: [Int64: [Asked]] = [:]
    while let row = try rows.next() {
      let request = CenterTies.Request(
        person: CenterTies.Person(name: try PlainText(row[1]), employer: try PlainText(row[2])),
        reason: try PlainText(row[3], .paragraphs))
      requests[row[0], default: []].append(Asked(request: request, link: row[4]))
    }
    return requests
  }

  private static func ties(of logins: [String], _ db: Database) throws -> [String: ExpertTies] {
    var experts: [String: ExpertTies] = [:]
    for login in logins {
      guard let record = try CenterStore.expert(login, db) else { continue }
      experts[login] = ExpertTies(
        login: login, name: record.name, employer: record.employer, formerEmployers: record.formerEmployers ?? [])
    }
    return experts
  }

  /// Why an expert cannot score a center; `nil` where nothing stands in the way.
  func reason(center: Int64, expert: String, _ db: Database) throws -> Phrase? {
    guard let expert = experts[expert] else { return nil }
    return reasons(expert, center, try ties(of: center, db)).first?.phrase
  }

  /// Everybody who cannot score a center, with the first reason, by login.
  func recused(from center: Int64, _ db: Database) throws -> [String: Recusal] {
    let ties = try ties(of: center, db)
    return experts.compactMapValues { reasons($0, center, ties).first }
  }

  /// What ties an expert to a center, without what its host asked after the expert was assigned.
  private func reasons(_ expert: ExpertTies, _ center: Int64, _ ties: CenterTies) -> [Recusal] {
    var ties = ties
    if let since = standing[center]?[expert.login] {
      ties.requests = (requests[center] ?? []).filter { $0.link < since }.map(\.request)
    }
    return Recusal.reasons(expert: expert, center: ties, names: names)
  }

  private func ties(of center: Int64, _ db: Database) throws -> CenterTies {
    let organizations = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT organization.name, 0 FROM center JOIN organization ON organization.id = host_id WHERE center.id = ?1
          UNION ALL SELECT organization.name, 1 FROM center_co_builder JOIN organization ON organization.id = organization_id
          WHERE center_id = ?1
          """), arguments: [center])
    let seats = seats[center] ?? CenterSeats()
    return CenterTies(
      organizations: try organizations.map { CenterTies.Organization(try PlainText($0[0]), $0[1] ? .coBuilder : .host) },
      committees: seats.committees, coBuilderPeople: seats.coBuilderPeople, conflicts: conflicts[center] ?? [],
      requests: (requests[center] ?? []).map(\.request))
  }
}
