import Wording

/// How a center stands to one of its duties on a day.
public struct DutyStanding: Sendable, Hashable {
  /// Whether it has kept it.
  public enum State: String, Term, Codable {
    /// 已落实
    case kept
    /// 待落实: there is still time.
    case due
    /// 逾期
    case behind
    /// 不适用
    case notOwed = "not_owed"

    /// The word for people.
    public var phrase: Phrase {
      switch self {
      case .kept: Phrase(zh: "已落实", en: "kept")
      case .due: Phrase(zh: "待落实", en: "due")
      case .behind: Phrase(zh: "逾期", en: "behind")
      case .notOwed: Phrase(zh: "不适用", en: "not owed")
      }
    }
  }

  /// Which duty.
  public let duty: Duty
  /// Whether it is kept.
  public let state: State
  /// The calendar year for which it is kept, due or behind; `nil` for what stands once, and where nothing is owed.
  public let year: Int?
  /// The last day on which it is in time, where it is due, or was, where it is behind; `nil` otherwise.
  public let lastDay: Day?

  init(_ duty: Duty, _ state: State, year: Int? = nil, lastDay: Day? = nil) {
    self.duty = duty
    self.state = state
    self.year = duty.isYearly ? year : nil
    self.lastDay = lastDay
  }

  /// The day from which it is behind, where nothing is done until then, or since which it was to be there; `nil` where it is neither due nor
  /// behind.
  public var behindFrom: Day? { lastDay?.adding(days: 1) }
}

/// From when to when a center owes duties.
///
/// The year of certification is not owed, nor any year before the regulation came into force (article 32): a center has until the end of the first
/// year after both to set up what stands once. What was not kept in the year before is behind until it is kept in this one; a year that passed
/// stays missed, and is told by looking at the standing of that year's end.
public struct DutyTerm: Sendable, Hashable {
  /// The year in which the regulation came into force, the first for which anything is owed (article 32).
  public static let firstYear = 2025

  /// When the center was certified.
  public let certifiedOn: Day
  /// The day from which it is no center any more, being revoked or reorganised; `nil` while it is one.
  public let endedOn: Day?

  /// Names the days.
  public init(certifiedOn: Day, endedOn: Day? = nil) {
    self.certifiedOn = certifiedOn
    self.endedOn = endedOn
  }

  /// The first calendar year for which something is owed.
  public var firstYear: Int { max(certifiedOn.year + 1, DutyTerm.firstYear) }

  /// Whether the center owes duties on a day: it is certified, and neither revoked nor reorganised.
  public func isOpen(on day: Day) -> Bool { day >= certifiedOn && (endedOn.map { day < $0 } ?? true) }

  /// How it stands to a duty at the end of what is on file for a day.
  ///
  /// - Parameters:
  ///   - applies: whether there is anything to do at all; no co-builders owe nothing.
  ///   - isKept: whether the duty was kept by that day, for a calendar year; asked with the day's own year for what stands once.
  public func standing(of duty: Duty, on day: Day, applies: Bool = true, isKept: (Int) -> Bool) -> DutyStanding {
    guard applies, isOpen(on: day) else { return DutyStanding(duty, .notOwed) }
    let year = day.year
    if duty.isYearly {
      if year < firstYear { return DutyStanding(duty, .notOwed) }
      if isKept(year) { return DutyStanding(duty, .kept, year: year) }
      if year > firstYear, !isKept(year - 1) { return DutyStanding(duty, .behind, year: year - 1, lastDay: .lastDay(of: year - 1)) }
      return DutyStanding(duty, .due, year: year, lastDay: .lastDay(of: year))
    }
    if isKept(year) { return DutyStanding(duty, .kept) }
    if duty.isPermission { return DutyStanding(duty, .notOwed) }
    return DutyStanding(duty, year > firstYear ? .behind : .due, lastDay: .lastDay(of: firstYear))
  }
}

extension Day {
  /// 31 December.
  static func lastDay(of year: Int) -> Day { Day(year, 12, 31) ?? Day(number: 0) }
}
