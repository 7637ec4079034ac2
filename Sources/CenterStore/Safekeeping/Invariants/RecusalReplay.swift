import GRDB
import Regulation
import Wording

/// Who had to step aside from a center by what was on file when they were assigned to it (回避), and what hosts asked, as the chain tells it.
enum RecusalReplay {
  /// Experts who were assigned to a center at which they had to step aside: by employer, by a declared conflict, by a seat on a committee, by
  /// what a co-builder names, and by what the host asked.
  static func wronglyAssigned(_ db: Database) throws -> [Invariant.Breach] {
    let found = try Row.fetchAll(db, sql: byEmployerOrConflict).map { ($0.text(0), $0.text(1)) } + byPerson(db)
    let pairs = Set(found.map { "\($0.0)\u{0}\($0.1)" })
    return pairs.sorted().map { pair in
      let parts = pair.split(separator: "\u{0}", omittingEmptySubsequences: false)
      return Invariant.Breach(
        object: String(parts[0]),
        phrase: Phrase(zh: "\(parts[1]) 分配时即须回避", en: "\(parts[1]) had to step aside when they were assigned"))
    }
  }

  private static let byEmployerOrConflict = """
        SELECT year || '/' || code, assignment.login FROM assignment
        JOIN center ON center.id = assignment.center_id JOIN expert ON expert.login = assignment.login
        WHERE expert.link < assignment.link AND center.link < assignment.link AND (
          employer_id = host_id
          OR employer_id IN (SELECT organization_id FROM center_co_builder WHERE center_id = center.id)
          OR host_id IN (SELECT organization_id FROM expert_former_employer WHERE login = expert.login)
          OR EXISTS (SELECT 1 FROM center_co_builder JOIN expert_former_employer USING (organization_id)
            WHERE center_id = center.id AND login = expert.login))
        UNION
        SELECT year || '/' || code, assignment.login FROM assignment JOIN conflict USING (center_id, login)
        JOIN center ON center.id = assignment.center_id WHERE conflict.link < assignment.link
        ORDER BY 1, 2
    """

  // MARK: - People

  /// Somebody whom a center names, since a link.
  private struct Named {
    let ties: CenterTies
    let link: Int64
  }

  /// Names alone are compared as they stand: a former name of an employer may have come to be known since.
  private static func byPerson(_ db: Database) throws -> [(String, String)] {
    let named = try named(db)
    if named.isEmpty { return [] }
    var found: [(String, String)] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT year || '/' || code, assignment.login, assignment.center_id, assignment.link, user.name, organization.name FROM assignment
        JOIN center ON center.id = center_id JOIN expert ON expert.login = assignment.login JOIN user ON user.login = assignment.login
        LEFT JOIN organization ON organization.id = employer_id
        WHERE expert.link < assignment.link AND user.link < assignment.link
        """)
    while let row = try rows.next() {
      guard let people = named[row[2]] else { continue }
      let link: Int64 = row[3]
      guard let name = try? PlainText(row.text(4)), let employer = try? PlainText(row.text(5)) else { continue }
      let expert = ExpertTies(login: row.text(1), name: name, employer: employer)
      let isTied = people.contains {
        $0.link < link && !Recusal.reasons(expert: expert, center: $0.ties, names: OrganizationNames([])).isEmpty
      }
      if isTied { found.append((row.text(0), row.text(1))) }
    }
    return found
  }

  private static func named(_ db: Database) throws -> [Int64: [Named]] {
    var named: [Int64: [Named]] = [:]
    func add(_ center: Int64, _ link: Int64, _ change: (inout CenterTies) throws -> Void) rethrows {
      var ties = CenterTies(organizations: [])
      try change(&ties)
      named[center, default: []].append(Named(ties: ties, link: link))
    }
    func person(_ row: Row) throws -> CenterTies.Person {
      CenterTies.Person(name: try PlainText(row.text(2)), employer: try PlainText(row.text(3)))
    }
    let seats = try Row.fetchCursor(db, sql: "SELECT center_id, link, name, employer FROM committee_seat WHERE until IS NULL")
    while let row = try seats.next() {
      try add(row[0], row[1]) { $0.committees = [CenterTies.Seat(body: .empty, person: try person(row))] }
    }
    let requests = try Row.fetchCursor(db, sql: "SELECT center_id, link, person, employer FROM recusal_request")
    while let row = try requests.next() {
      try add(row[0], row[1]) { $0.requests = [CenterTies.Request(person: try person(row), reason: .empty)] }
    }
    let forms = try Row.fetchCursor(
      db,
      sql: """
        SELECT center.id, application.link, form FROM application
        JOIN center ON center.code = json_extract(application.state, '$.state.certified._0.code')
        WHERE application.stage = 'certified' AND json_valid(application.state)
        """)
    while let row = try forms.next() {
      guard let form: ApplicationForm = try? JSONText.decode(row.text(2)) else { continue }
      let people = try CenterSeats(form).coBuilderPeople
      if !people.isEmpty { add(row[0], row[1]) { $0.coBuilderPeople = people } }
    }
    return named
  }

  // MARK: - What hosts ask

  /// The requests that the chain leaves standing, held against those on file; of one person the later reason stands.
  static func alteredRequests(_ db: Database) throws -> [Invariant.Breach] {
    var told: [String: String] = [:]
    let links = try Row.fetchCursor(
      db, sql: "SELECT change FROM audit WHERE act = 'conflict.declare' AND change LIKE '{\"object\":\"recusal/%' ORDER BY seq")
    while let row = try links.next() {
      var text = row.text(0)
      guard let change = text.withUTF8({ ToldChange(UnsafeRawBufferPointer($0)) }) else { continue }
      let center = change.object.dropFirst("recusal/".count)
      let fields = change.after["person"] == nil ? change.before ?? [:] : change.after
      let key = request(String(center), fields["person"] ?? "", fields["employer"] ?? "")
      told[key] = change.after["person"] == nil ? nil : center + " " + (fields["reason"] ?? "")
    }
    var kept: [String: String] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT code, person, employer, reason FROM recusal_request JOIN center ON center.id = center_id")
    while let row = try rows.next() { kept[request(row.text(0), row.text(1), row.text(2))] = "\(row.text(0)) \(row.text(3))" }
    let altered = Set(told.keys).union(kept.keys).filter { told[$0] != kept[$0] }
    return Set(altered.compactMap { $0.split(separator: "\u{0}").first.map(String.init) }).sorted().map {
      Invariant.Breach(object: $0, phrase: Phrase(zh: "回避申请与审计链所记不符", en: "what its host asked is not what the chain says"))
    }
  }

  private static func request(_ center: String, _ person: String, _ employer: String) -> String {
    func key(_ name: String) -> String { (try? PlainText(name)).map { NameKey($0).string } ?? name }
    return "\(center)\u{0}\(key(person))\u{0}\(key(employer))"
  }
}
