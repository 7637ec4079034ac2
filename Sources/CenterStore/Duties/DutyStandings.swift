import GRDB
import Regulation

/// A center in the list of who keeps, owes or is behind on which duty.
public struct CenterDuties: Sendable, Hashable {
  /// The center's code.
  public let code: String
  /// The center's name.
  public let name: String
  /// The center's host.
  public let host: String
  /// The center's department.
  public let department: String
  /// The day for which it stands so.
  public let day: Day
  /// From when to when duties are owed.
  public let term: DutyTerm
  /// Whether there are co-builders.
  let hasCoBuilders: Bool
  /// The duties that are kept for the day's year, or stand; and those that were kept for the year before. A bit each.
  var now: UInt32 = 0
  var before: UInt32 = 0

  /// How it stands to a duty.
  public func standing(of duty: Duty) -> DutyStanding {
    term.standing(of: duty, on: day, applies: duty != .coBuilding || hasCoBuilders) { year in
      (year == day.year ? now : before) & duty.bit != 0
    }
  }
}

extension Duty {
  fileprivate static let places = Dictionary(uniqueKeysWithValues: Duty.allCases.enumerated().map { ($1, $0) })
  fileprivate var bit: UInt32 { 1 << UInt32(Duty.places[self] ?? 31) }
}

extension CenterStore {
  /// How every center that somebody may see stands to its duties on a day: a department's its own, a host's its own, staff's all. Centers that
  /// owe nothing on the day are left out.
  ///
  /// A few statements over all centers, whatever their number; ``dutyFile(of:on:by:)`` says of one why it stands so.
  ///
  /// - Parameters:
  ///   - day: what was done until then counts; `nil`: today.
  ///   - article: the duties of one article alone are looked at, and the others stand as if nothing were on file; `nil`: all.
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but hosts, departments and staff.
  public func dutyStandings(on day: Day? = nil, article: String? = nil, by who: Acting) throws(StoreError) -> [CenterDuties] {
    let day = day ?? surroundings.now().day
    return try read(by: who) { db, member in
      guard let scope = CenterStore.dutyCondition(member) else { throw StoreError.notPermitted(nil) }
      var gathering = DutyGathering(db, on: day, scope: scope)
      try gathering.centers()
      for duty in Duty.allCases where article == nil || duty.article == article { try gathering.gather(duty) }
      return gathering.list
    }
  }
}

/// Gathers what is on file of many centers, a statement a duty.
private struct DutyGathering {
  let db: Database
  let day: Day
  let scope: (sql: String, arguments: StatementArguments)
  private(set) var list: [CenterDuties] = []
  private var places: [Int64: Int] = [:]

  init(_ db: Database, on day: Day, scope: (sql: String, arguments: StatementArguments)) {
    self.db = db
    self.day = day
    self.scope = scope
  }

  /// The centers that owe anything on the day.
  mutating func centers() throws {
    let ends = try DutyEnds(db)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT center.id, code, center.name, organization.name, department.name, certified_on, status, director <> '',
          EXISTS (SELECT 1 FROM center_co_builder WHERE center_id = center.id)
        FROM center JOIN organization ON organization.id = host_id JOIN department ON department.id = department_id
        WHERE certified_on <= ? AND \(scope.sql) ORDER BY code
        """, arguments: [day.description] + scope.arguments)
    while let row = try rows.next() {
      let certifiedOn = try CenterStore.day(row[5])
      let isActive = row[6] as String == CenterStatus.active.rawValue
      let term = DutyTerm(certifiedOn: certifiedOn, endedOn: isActive ? nil : ends[row[0]] ?? certifiedOn)
      if !term.isOpen(on: day) { continue }
      var center = CenterDuties(
        code: row[1], name: row[2], host: row[3], department: row[4], day: day, term: term, hasCoBuilders: row[8])
      if row[7] as Bool { center.now |= Duty.director.bit }
      places[row[0]] = list.count
      list.append(center)
    }
  }

  /// Finds out who keeps a duty.
  mutating func gather(_ duty: Duty) throws {
    switch duty.proof {
    case .director: return
    case .meeting(let committee): try meetings(duty, of: committee)
    case .committee(let committee): try rolls(duty, of: committee)
    case .records: duty == .coBuilding ? try coBuilding() : try records(duty)
    }
  }

  /// Notes that a center kept a duty for a year; 0 where it stands once.
  private mutating func note(_ duty: Duty, _ center: Int64, _ year: Int) {
    guard let place = places[center] else { return }
    if year == 0 || year == day.year { list[place].now |= duty.bit } else { list[place].before |= duty.bit }
  }

  private func rows(_ sql: String, _ arguments: StatementArguments) throws -> RowCursor {
    try Row.fetchCursor(db, sql: sql, arguments: arguments + scope.arguments)
  }

  private mutating func records(_ duty: Duty) throws {
    let rows = try rows(
      """
      SELECT center_id, year FROM duty_record JOIN center ON center.id = center_id
      WHERE duty = ? AND year IN (0, ?, ?) AND day <= ? AND \(scope.sql)
      GROUP BY center_id, year HAVING count(DISTINCT part) >= \(max(1, duty.parts.count))
      """, [duty.rawValue, day.year, day.year - 1, day.description])
    while let row = try rows.next() { note(duty, row[0], row[1]) }
  }

  private mutating func meetings(_ duty: Duty, of committee: CommitteeKind) throws {
    let rows = try rows(
      """
      SELECT center_id, CAST(substr(day, 1, 4) AS INTEGER) FROM committee_meeting JOIN center ON center.id = center_id
      WHERE committee = ? AND day >= ? AND day <= ? AND \(scope.sql)
      """, [committee.rawValue, "\(day.year - 1)-01-01", day.description])
    while let row = try rows.next() { note(duty, row[0], row[1]) }
  }

  /// The rule counts who sits on a committee; here each is told only by where they come from.
  private mutating func rolls(_ duty: Duty, of committee: CommitteeKind) throws {
    let rows = try rows(
      """
      SELECT center_id, office, employer = '', \(CenterStore.placeOfEmployer),
        (SELECT count(*) FROM center_co_builder WHERE center_co_builder.center_id = center.id)
      FROM committee_seat JOIN center ON center.id = center_id
      WHERE committee = ? AND ? BETWEEN since AND coalesce(until, '9999-12-32') AND until IS NOT ? AND \(scope.sql) ORDER BY center_id
      """, [committee.rawValue, day.description, day.description])
    var (center, builders, count) = (Int64(0), 0, CommitteeCount())
    while let row = try rows.next() {
      if row[0] != center {
        if count.isLawful(as: committee, coBuilders: builders) == true { note(duty, center, 0) }
        (center, builders, count) = (row[0], row[4], CommitteeCount())
      }
      let (office, place) = (CommitteeMember.Duty(rawValue: row[1]), row[3] as Int?)
      count.add(
        office,
        from: CommitteeOrigin(
          isOfficer: office == .officer, hasEmployer: !(row[2] as Bool), isHost: place == -1, coBuilder: place == -1 ? nil : place))
    }
    if count.isLawful(as: committee, coBuilders: builders) == true { note(duty, center, 0) }
  }

  /// Each co-builder has its body, its people and its tasks on file, under any name that it goes by.
  private mutating func coBuilding() throws {
    let rows = try rows(
      """
      SELECT builder.center_id, min((
        SELECT count(DISTINCT part) FROM duty_record WHERE duty_record.center_id = builder.center_id AND duty = ? AND day <= ?
          AND (subject_key = organization.name_key OR EXISTS (
            SELECT 1 FROM organization_alias WHERE organization_id = organization.id AND organization_alias.name_key = subject_key))))
      FROM center_co_builder AS builder JOIN organization ON organization.id = builder.organization_id
      JOIN center ON center.id = builder.center_id WHERE \(scope.sql) GROUP BY builder.center_id
      """, [Duty.coBuilding.rawValue, day.description])
    while let row = try rows.next() {
      if row[1] == Duty.coBuilding.parts.count { note(.coBuilding, row[0], 0) }
    }
  }
}
