import CenterStore
import Regulation

/// What happened in the made-up city, in order.
///
/// Many people work at the same time: what each of them will do is planned ahead (``plan(_:_:)``), and happens when the story comes past it.
final class DemoStory {
  let store: CenterStore
  let registry: DemoRegistry
  let clock: StoryClock
  let year: Int
  let today: Day
  /// What is still to happen, in order of time.
  private var ahead: [(moment: Moment, act: () throws -> Void)] = []
  /// The books of the centers whose material came in.
  private var books: [PlainText: DemoFacts] = [:]
  /// The day up to which the centers that were certified are in the registry: of the usual ones, and of the many of a large registry.
  private var enteredUntil: (usual: Day?, many: Day?)

  init(store: CenterStore, registry: DemoRegistry, clock: StoryClock, today: Day) {
    self.store = store
    self.registry = registry
    self.clock = clock
    self.today = today
    year = today.year
  }

  static let admin = Acting("admin", .imported)
  static let bureau = Acting("bureau", .desk)
  static let files = Acting("bureau", .imported)

  /// The centers that take part in a year's round, as far as the story follows them.
  func participants(of year: Int) -> [DemoRegistry.Center] {
    // Of the many of a large registry the desk knew nothing while earlier rounds were held.
    let known = year == self.year ? registry.centers[...] : registry.centers.prefix(DemoStore.usualCenters)
    return Array(
      known.lazy.filter { center in
        year - center.record.certifiedOn.year >= 2 && center.record.status == .active
      }.prefix(DemoStore.mostInRounds))
  }

  /// The books of a center that takes part in rounds: the same in each of them.
  func facts(of center: DemoRegistry.Center, _ generator: inout SeededGenerator) throws -> DemoFacts {
    if let known = books[center.record.code] { return known }
    let facts = try DemoFacts(center, rounds: rounds.filter { $0 - center.record.certifiedOn.year >= 2 }, &generator)
    books[center.record.code] = facts
    return facts
  }

  /// The center of this year that comes into the registry by an application, where a host with a login has one.
  var applicant: DemoRegistry.Center? {
    guard registry.centers.count > DemoRegistry.applicant else { return nil }
    let center = registry.centers[DemoRegistry.applicant]
    return registry.organizations.prefix(DemoPeople.hosts).contains { $0.name == center.record.host } ? center : nil
  }

  // MARK: Time

  /// Plans what somebody does at a moment; of what falls on one moment, what was planned first happens first.
  func plan(_ moment: Moment, _ act: @escaping () throws -> Void) { ahead.append((moment, act)) }

  /// Moves the story on to the morning of a day, past what was planned until then.
  func move(to day: Day) throws {
    try pass(StoryClock.morning(of: day))
    clock.move(to: day)
  }

  /// Moves the story on to its end.
  func finish() throws {
    try pass(Moment(today))
    try enterRegistry(all: true)
  }

  private func pass(_ end: Moment) throws {
    let due = ahead.enumerated().filter { $0.element.moment < end }
    ahead.removeAll { $0.moment < end }
    for (_, planned) in due.sorted(by: { ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset) }) {
      clock.move(to: planned.moment)
      try planned.act()
    }
  }

  // MARK: The registry

  /// Departments, organizations, the centers that are there already, experts, users.
  func register(_ generator: inout SeededGenerator) throws {
    func number<Record>(_ records: [Record]) -> [Numbered<Record>] { records.enumerated().map { Numbered($0 + 2, $1) } }
    try expectClean(store.importDepartments(number(registry.departments), by: Self.admin))
    try expectClean(store.importOrganizations(number(registry.organizations), by: Self.admin))
    try enterRegistry()
    let hosts = registry.organizations.map(\.name)
    try expectClean(store.importExperts(number(DemoPeople.experts(DemoStore.experts, hosts: hosts, &generator)), by: Self.admin))
    try expectClean(store.importUsers(number(DemoPeople.users(registry)), by: Self.admin))
  }

  /// Enters the centers that were certified since the last time; the one of the application comes in by itself.
  ///
  /// - Parameter all: whether the many of a large registry come in as well; they took no part in earlier rounds.
  func enterRegistry(all: Bool = false) throws {
    let now = store.today
    let usual = certified(registry.centers.prefix(DemoStore.usualCenters), since: enteredUntil.usual)
    enteredUntil.usual = now
    var records = usual
    if all {
      records += certified(registry.centers.dropFirst(DemoStore.usualCenters), since: enteredUntil.many)
      enteredUntil.many = now
    }
    if !records.isEmpty { try expectClean(store.importCenters(records.numbered, by: Self.admin)) }
  }

  private func certified(_ centers: ArraySlice<DemoRegistry.Center>, since: Day?) -> [CenterRecord] {
    let (now, applied) = (store.today, applicant?.record.code)
    return centers.lazy.map(\.record).filter { record in
      record.certifiedOn <= now && (since.map { record.certifiedOn > $0 } ?? true) && record.code != applied
    }
  }

  /// An expert and the first center have to be kept apart.
  func declareConflict() throws {
    guard let center = registry.centers.first else { return }
    let conflict = ConflictRecord(
      center: center.record.code, expert: try PlainText("expert2"), reason: try PlainText("与中心主任为博士同门"))
    try expectClean(store.importConflicts([Numbered(2, conflict)], by: Self.files))
  }

  /// The made-up data must be as lawful as anybody's: a problem is an error of this program.
  func expectClean(_ outcome: ImportOutcome) throws {
    if let problem = outcome.problems.first {
      throw Refusal(
        article: nil, .init(same: "demo data, row \(problem.row), \(problem.column) “\(problem.value)”: \(problem.message.en)"))
    }
  }
}
