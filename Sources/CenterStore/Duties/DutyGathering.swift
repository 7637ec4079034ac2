import GRDB
import Regulation

/// Gathers what is on file of many centers, a statement a duty, each read once from end to end.
struct DutyGathering {
  private let db: Database
  private let day: Day
  private let today: Day
  private let scope: (sql: String, arguments: StatementArguments)
  private var list: [CenterDuties] = []
  /// The place of each center in the list, by its number, which are given out one after the other; -1 where it is not there.
  private var places: [Int32] = []
  /// The hosts of the centers, in the order of the list.
  private var hosts: [Int64] = []
  /// The centers whose co-builders changed some time.
  private var changed: [(place: Int, builders: [CoBuilderHistory.Builder])] = []

  /// - Parameter scope: which centers somebody sees, as a condition on `center`.
  init(_ db: Database, on day: Day, today: Day, scope: (sql: String, arguments: StatementArguments)) {
    self.db = db
    self.day = day
    self.today = today
    self.scope = scope
  }

  /// The centers with everything that was gathered.
  consuming func finish() -> [CenterDuties] {
    for place in list.indices { list[place].sumUp() }
    return list
  }

  /// The centers that owe anything on the day.
  mutating func centers() throws {
    let ends = try DutyEnds(db)
    let founded = try Founding.days(db)
    var counties = try HostCounties()
    let past = [DutySet](repeating: DutySet(), count: max(0, day.year - DutyTerm.firstYear))
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT center.id, code, center.name, host.name, department.name, certified_on, status, director <> '',
          EXISTS (SELECT 1 FROM center_co_builder WHERE center_id = center.id), host_id, \(HostCounties.column)
        FROM center JOIN organization AS host ON host.id = host_id JOIN department ON department.id = department_id
        WHERE certified_on <= ? AND \(scope.sql) ORDER BY code
        """, arguments: [day.description] + scope.arguments)
    while let row = try rows.next() {
      let certifiedOn = max(try CenterStore.day(row[5]), founded[row[0]] ?? Day(number: 0))
      let isActive = row[6] as String == CenterStatus.active.rawValue
      let term = DutyTerm(certifiedOn: certifiedOn, endedOn: isActive ? nil : ends[row[0]] ?? certifiedOn)
      if !term.isOpen(on: day) { continue }
      var center = CenterDuties(
        id: row[0], code: row[1], name: row[2], host: row[3], county: try counties.county(row[10]), department: row[4], day: day,
        term: term, hasCoBuilders: row[8])
      center.past = past
      if row[7] as Bool { center.now.insert(.director) }
      if places.count <= center.id { places += [Int32](repeating: -1, count: max(1_024, Int(center.id) + 1 - places.count)) }
      places[Int(center.id)] = Int32(list.count)
      list.append(center)
      hosts.append(row[9])
    }
    let history = try CoBuilderHistory(db)
    for place in list.indices where !history.isEmpty {
      guard let builders = try history.builders(of: list[place].code, id: list[place].id, db) else { continue }
      changed.append((place, builders))
      list[place].hasCoBuilders = builders.contains { $0.tenure.lasts(on: day) }
    }
  }

  /// Finds out who keeps a duty.
  mutating func gather(_ duty: Duty) throws {
    switch duty.proof {
    case .director: try directors()
    case .meeting(let committee): try meetings(duty, of: committee)
    case .committee(let committee): try rolls(duty, of: committee)
    case .records: duty == .coBuilding ? try coBuilding() : try records(duty)
    }
    // Of these the rule is asked by itself, over all their days.
    if DutyGathering.ofCoBuilders.contains(duty) { for (place, builders) in changed { try tell(duty, at: place, builders) } }
  }

  /// The duties that depend on who co-builds.
  private static let ofCoBuilders = DutySet([.coBuilding, .managementCommittee, .advisoryCommittee])

  /// Asks the rule about one center, by all that is on file.
  private mutating func tell(_ duty: Duty, at place: Int, _ builders: [CoBuilderHistory.Builder]) throws {
    let center = list[place]
    let records = DutyRecords(
      coBuilders: builders.map(\.tenure), tenures: try CenterStore.tenures(of: center.id, among: builders, db),
      records: duty == .coBuilding ? try CenterStore.entries(of: center.id, db).map(\.record) : [])
    if records.missing(of: duty, in: day.year, on: day).isEmpty {
      list[place].now.insert(duty)
    } else {
      list[place].now.remove(duty)
      list[place].lapses[duty] = records.lapse(of: duty, on: day, center.term)
    }
  }

  /// The place of a center in the list; `nil` where it is not there.
  private func place(of center: Int64) -> Int? {
    guard center >= 0, center < places.count, places[Int(center)] >= 0 else { return nil }
    return Int(places[Int(center)])
  }

  /// Notes that a center kept a duty for a year; 0 where it stands once.
  private mutating func note(_ duty: Duty, _ center: Int64, _ year: Int) {
    guard let place = place(of: center) else { return }
    if year == 0 || year == day.year {
      list[place].now.insert(duty)
    } else {
      list[place].past[year - DutyTerm.firstYear].insert(duty)
    }
  }

  /// The rows of a statement over what is on file, of the centers that somebody sees: all are read through, a few are looked up.
  private func rows(_ sql: String, _ arguments: StatementArguments, then order: String = "") throws -> RowCursor {
    let own = scope.arguments.isEmpty ? "" : " AND center_id IN (SELECT id FROM center WHERE \(scope.sql))"
    return try Row.fetchCursor(db, sql: "\(sql)\(own) \(order)", arguments: arguments + scope.arguments)
  }

  /// The registry knows who is director; on a day that is past it may have been another, or nobody.
  private mutating func directors() throws {
    guard day < today else { return }
    let history = try DirectorHistory(db, on: day)
    if history.names.isEmpty { return }
    for place in list.indices {
      guard let name = history.names[list[place].code] else { continue }
      if name.isEmpty { list[place].now.remove(.director) } else { list[place].now.insert(.director) }
    }
  }

  /// A record says of which part it is, and of each there is one: so as many as there are parts are all of them.
  private mutating func records(_ duty: Duty) throws {
    let rows = try rows(
      "SELECT center_id, year FROM duty_record WHERE duty = ? AND (year = 0 OR year BETWEEN ? AND ?) AND day <= ?",
      [duty.rawValue, DutyTerm.firstYear, day.year, day.description],
      then: "GROUP BY center_id, year HAVING count(*) >= \(max(1, duty.parts.count))")
    while let row = try rows.next() { note(duty, row[0], row[1]) }
  }

  private mutating func meetings(_ duty: Duty, of committee: CommitteeKind) throws {
    let rows = try rows(
      "SELECT center_id, CAST(substr(day, 1, 4) AS INTEGER) FROM committee_meeting WHERE committee = ? AND day >= ? AND day <= ?",
      [committee.rawValue, "\(DutyTerm.firstYear)-01-01", day.description])
    while let row = try rows.next() { note(duty, row[0], row[1]) }
  }

  /// The rule counts who sits on a committee; here each is told only by where they come from.
  private mutating func rolls(_ duty: Duty, of committee: CommitteeKind) throws {
    var employers = try Employers(db)
    let builders = try coBuilders()
    var counts = [CommitteeCount?](repeating: nil, count: list.count)
    // Those on which somebody came or went when its first time was over may have been in order before.
    var turned = [Bool](repeating: false, count: list.count)
    let rows = try rows(
      """
      SELECT center_id, office, employer = '', employer_key, until IS NULL OR until > ?2, since > ?3 OR (until > ?3 AND until <= ?2)
      FROM committee_seat WHERE committee = ?1 AND since <= ?2
      """, [committee.rawValue, day.description, "\(DutyTerm.firstYear)-12-31"])
    while let row = try rows.next() {
      guard let place = place(of: row[0]) else { continue }
      if row[5] as Bool? ?? false { turned[place] = true }
      if !(row[4] as Bool) { continue }
      let owners = try employers.owners(row, at: 3)
      let isHost = owners.contains(hosts[place])
      let builder = isHost || owners.isEmpty ? nil : builders[list[place].id]?.firstIndex(where: owners.contains)
      let office = CommitteeMember.Duty(rawValue: row[1])
      counts[place, default: CommitteeCount()].add(
        office,
        from: CommitteeOrigin(isOfficer: office == .officer, hasEmployer: !(row[2] as Bool), isHost: isHost, coBuilder: builder))
    }
    for (place, count) in counts.enumerated() {
      if count?.isLawful(as: committee, coBuilders: builders[list[place].id]?.count ?? 0) == true {
        list[place].now.insert(duty)
      } else if turned[place], day.year > list[place].term.firstYear {
        try tell(duty, at: place, CoBuilderHistory.present(of: list[place].id, db))
      }
    }
  }

  /// The co-builders of each center that has any, in their order.
  private func coBuilders() throws -> [Int64: [Int64]] {
    var builders: [Int64: [Int64]] = [:]
    let rows = try rows("SELECT center_id, organization_id FROM center_co_builder WHERE 1", [], then: "ORDER BY center_id, position")
    while let row = try rows.next() { builders[row[0], default: []].append(row[1]) }
    return builders
  }

  /// Each co-builder has its body, its people and its tasks on file, under any name that it goes by.
  private mutating func coBuilding() throws {
    let rows = try rows(
      """
      SELECT center_id, min((
        SELECT count(DISTINCT part) FROM duty_record WHERE duty_record.center_id = builder.center_id AND duty = ? AND day <= ?
          AND (subject_key = organization.name_key OR EXISTS (
            SELECT 1 FROM organization_alias WHERE organization_id = organization.id AND organization_alias.name_key = subject_key))))
      FROM center_co_builder AS builder JOIN organization ON organization.id = builder.organization_id WHERE 1
      """, [Duty.coBuilding.rawValue, day.description], then: "GROUP BY builder.center_id")
    while let row = try rows.next() {
      if row[1] == Duty.coBuilding.parts.count { note(.coBuilding, row[0], 0) }
    }
  }
}

extension [CommitteeCount?] {
  /// The count at a place, begun where there is none.
  fileprivate subscript(place: Int, default none: @autoclosure () -> CommitteeCount) -> CommitteeCount {
    get { self[place] ?? none() }
    _modify {
      var count = self[place] ?? none()
      self[place] = nil
      yield &count
      self[place] = count
    }
  }
}
