import Regulation

/// Which centers the registry shows; what is `nil` lets everything through.
public struct RegistryFilter: Sendable, Hashable, Codable {
  /// What a last public result comes to.
  public enum Outcome: Sendable, Hashable, Codable {
    /// It has a grade.
    case graded(Grade)
    /// There is none.
    case unevaluated
  }

  /// How a center stands to its duties today (articles 6, 7 and 14 to 24).
  public struct DutyCondition: Sendable, Hashable, Codable {
    /// The article whose duties are meant; `nil`: all of them.
    public var article: String?
    /// To some of them behind or due, or all of them kept.
    public var state: DutyStanding.State

    /// States a condition.
    public init(article: String?, state: DutyStanding.State) {
      self.article = article
      self.state = state
    }
  }

  /// The field of technology; an empty text: those without one.
  public var field: String?
  /// The county in which the host lies, under whichever department; an empty text: those of which it is not known.
  public var county: String?
  /// The competent department (article 5).
  public var department: String?
  /// How the center stands.
  public var status: CenterStatus?
  /// What the last public result came to.
  public var outcome: Outcome?
  /// The year of certification.
  public var certifiedIn: Int?
  /// The year of the last public result.
  public var evaluatedIn: Int?
  /// How it stands to its duties.
  public var duty: DutyCondition?

  /// Makes a filter.
  public init(
    field: String? = nil, county: String? = nil, department: String? = nil, status: CenterStatus? = nil, outcome: Outcome? = nil,
    certifiedIn: Int? = nil, evaluatedIn: Int? = nil, duty: DutyCondition? = nil
  ) {
    self.field = field
    self.county = county
    self.department = department
    self.status = status
    self.outcome = outcome
    self.certifiedIn = certifiedIn
    self.evaluatedIn = evaluatedIn
    self.duty = duty
  }

  /// Whether everything is let through.
  public var isEmpty: Bool { self == RegistryFilter() }
}

/// How the rows of an index stand to their duties.
public struct DutyColumn: Sendable {
  /// By row; `nil` where a center owes nothing, or this person does not see what it owes.
  let states: [DutyStates?]
}

extension RegistryIndex {
  /// How its rows stand to their duties, of standings that were worked out.
  public func duties(_ standings: [CenterDuties]) -> DutyColumn {
    var states = [DutyStates?](repeating: nil, count: count)
    for center in standings { if let row = row(of: center.id) { states[Int(row)] = center.states } }
    return DutyColumn(states: states)
  }
}

/// A filter, held against the rows of an index.
struct RegistryTest {
  /// The conditions of a filter, a bit each.
  struct Conditions: OptionSet {
    let rawValue: UInt8
    static let field = Conditions(rawValue: 1)
    static let department = Conditions(rawValue: 2)
    static let status = Conditions(rawValue: 4)
    static let outcome = Conditions(rawValue: 8)
    static let certified = Conditions(rawValue: 16)
    static let evaluated = Conditions(rawValue: 32)
    static let duty = Conditions(rawValue: 64)
    static let county = Conditions(rawValue: 128)
  }

  private let index: RegistryIndex
  /// A word that no row has lets nothing through.
  private let field, county, department: Int?
  private let status: CenterStatus?
  private let outcome: RegistryFilter.Outcome?
  private let certifiedIn, evaluatedIn: UInt16?
  private let duty: (duties: DutySet, state: DutyStanding.State)?
  private let column: DutyColumn?

  init(_ filter: RegistryFilter, _ index: RegistryIndex, _ column: DutyColumn?) {
    self.index = index
    self.column = column
    field = filter.field.map { index.fields.terms.firstIndex(of: $0) ?? -1 }
    county = filter.county.map { index.counties.terms.firstIndex(of: $0) ?? -1 }
    department = filter.department.map { index.departments.terms.firstIndex(of: $0) ?? -1 }
    status = filter.status
    outcome = filter.outcome
    certifiedIn = filter.certifiedIn.map { UInt16(clamping: $0) }
    evaluatedIn = filter.evaluatedIn.map { UInt16(clamping: $0) }
    duty = filter.duty.map { (DutySet(article: $0.article), $0.state) }
  }

  /// The conditions that a row does not meet.
  func failed(_ row: Int) -> Conditions {
    var failed: Conditions = []
    if let field, Int(index.fields.numbers[row]) != field { failed.insert(.field) }
    if let county, Int(index.counties.numbers[row]) != county { failed.insert(.county) }
    if let department, Int(index.departments.numbers[row]) != department { failed.insert(.department) }
    if let status, index.statuses[row] != status { failed.insert(.status) }
    if let outcome, index.outcome(of: row) != outcome { failed.insert(.outcome) }
    if let certifiedIn, index.certifiedYears[row] != certifiedIn { failed.insert(.certified) }
    if let evaluatedIn, index.resultYears[row] != evaluatedIn { failed.insert(.evaluated) }
    if let duty, column?.states[row]?.stands(duty.state, to: duty.duties) != true { failed.insert(.duty) }
    return failed
  }
}
