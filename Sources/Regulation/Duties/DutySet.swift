/// Several duties: what is asked of every center of a large registry is asked of all its duties at once.
public struct DutySet: Sendable, Hashable {
  /// A bit each.
  private var bits: UInt32

  private init(bits: UInt32) { self.bits = bits }

  /// None.
  public init() { bits = 0 }

  /// Some.
  public init(_ duties: some Sequence<Duty>) { bits = duties.reduce(0) { $0 | $1.bit } }

  /// All of them.
  public static let all = DutySet(Duty.allCases)
  /// Those that are owed anew in each year.
  static let yearly = DutySet(Duty.allCases.filter(\.isYearly))
  /// What is no more than permitted.
  static let permissions = DutySet(Duty.allCases.filter(\.isPermission))

  /// Those that an article knows; all of them without one.
  public init(article: String?) { self.init(Duty.allCases.filter { article == nil || $0.article == article }) }

  /// Whether there is none.
  public var isEmpty: Bool { bits == 0 }
  /// Whether a duty is among them.
  public func contains(_ duty: Duty) -> Bool { bits & duty.bit != 0 }
  /// Adds a duty.
  public mutating func insert(_ duty: Duty) { bits |= duty.bit }
  /// Takes a duty away.
  public mutating func remove(_ duty: Duty) { bits &= ~duty.bit }
  /// Those that are in both.
  public func intersection(_ other: DutySet) -> DutySet { DutySet(bits: bits & other.bits) }
  /// Those that are in either.
  public func union(_ other: DutySet) -> DutySet { DutySet(bits: bits | other.bits) }
  /// Those that are in this one only.
  public func subtracting(_ other: DutySet) -> DutySet { DutySet(bits: bits & ~other.bits) }
  /// Whether some are in both.
  public func meets(_ other: DutySet) -> Bool { bits & other.bits != 0 }
}

extension Duty {
  /// A bit of its own.
  fileprivate var bit: UInt32 {
    switch self {
    case .assessment: 1 << 0
    case .coBuilding: 1 << 1
    case .managementCommittee: 1 << 2
    case .managementMeeting: 1 << 3
    case .advisoryCommittee: 1 << 4
    case .advisoryMeeting: 1 << 5
    case .director: 1 << 6
    case .autonomy: 1 << 7
    case .researchGroups: 1 << 8
    case .plan: 1 << 9
    case .sharing: 1 << 10
    case .cooperation: 1 << 11
    case .rules: 1 << 12
    case .accounts: 1 << 13
    case .attribution: 1 << 14
    }
  }
}

/// How a center stands to all its duties on a day: what is in none of the sets is not owed.
public struct DutyStates: Sendable, Hashable {
  /// What is kept.
  public var kept = DutySet()
  /// What is still in time.
  public var due = DutySet()
  /// What is late.
  public var behind = DutySet()

  /// Nothing is owed.
  public init(kept: DutySet = DutySet(), due: DutySet = DutySet(), behind: DutySet = DutySet()) {
    self.kept = kept
    self.due = due
    self.behind = behind
  }

  /// Whether it stands so to any of some duties; for ``DutyStanding/State/kept``: whether it owes none of them any more, for an article is kept
  /// when all of it is.
  public func stands(_ state: DutyStanding.State, to duties: DutySet) -> Bool {
    switch state {
    case .behind: behind.meets(duties)
    case .due: due.meets(duties)
    case .kept: !behind.meets(duties) && !due.meets(duties)
    case .notOwed: !duties.subtracting(kept.union(due).union(behind)).isEmpty
    }
  }
}

extension DutyTerm {
  /// How it stands to all duties at once: the same as ``standing(of:on:applies:lapse:isKept:)`` says of each.
  ///
  /// - Parameters:
  ///   - idle: the duties for which there is nothing to do at all.
  ///   - now: what was kept by that day for its year, and what stands once and was there.
  ///   - before: what was kept for the year before.
  ///   - arranging: what lacks only what co-builders that came later still have time for.
  public func states(on day: Day, idle: DutySet, now: DutySet, before: DutySet, arranging: DutySet = DutySet()) -> DutyStates {
    guard isOpen(on: day) else { return DutyStates() }
    let (year, first) = (day.year, firstYear)
    let asked = DutySet.all.subtracting(year < first ? idle.union(.yearly) : idle)
    let kept = asked.intersection(now)
    let open = asked.subtracting(kept).subtracting(.permissions)
    // What is owed yearly and was kept for the year before has all of this one.
    let behind = year > first ? open.subtracting(DutySet.yearly.intersection(before)).subtracting(arranging) : DutySet()
    return DutyStates(kept: kept, due: open.subtracting(behind), behind: behind)
  }
}
