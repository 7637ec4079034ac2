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
  /// The last day on which it is in time, where it is due, or was, where it is behind; `nil` otherwise, and where it was kept and is not any more.
  public let lastDay: Day?
  /// The years before that one for which it was owed and not kept, the first one first; they stay missed whatever is kept later.
  public let missed: [Int]
  /// The day since which what stands once is not kept any more, its first time being over; `nil` where it never was, and where it is kept.
  public let brokenSince: Day?

  init(_ duty: Duty, _ state: State, year: Int? = nil, lastDay: Day? = nil, missed: [Int] = [], brokenSince: Day? = nil) {
    self.duty = duty
    self.state = state
    self.year = duty.isYearly ? year : nil
    self.lastDay = lastDay
    self.missed = missed
    self.brokenSince = brokenSince
  }

  /// The day from which it is behind, where nothing is done until then, or since which it was to be there; `nil` where it is neither due nor
  /// behind.
  public var behindFrom: Day? { brokenSince ?? lastDay?.adding(days: 1) }
}

/// From when to when a center owes duties.
///
/// The year of certification is not owed, nor any year before the regulation came into force (article 32): a center has until the end of the first
/// year after both to set up what stands once. What was not kept in the year before is behind until it is kept in this one: the standing goes by
/// the latest year, and each earlier year that was missed is told beside it, since a later meeting does not make up for one that was not held.
///
/// A committee that was in order and is so no more is behind from the day on which that changed. A co-builder counts from the day on which it became
/// one (article 31), and has, like a center, until the end of the year after; until then a committee or a co-builder that lacks only that is due.
public struct DutyTerm: Sendable, Hashable {
  /// The year in which the regulation came into force, the first for which anything is owed (article 32).
  public static let firstYear = 2025

  /// When the center was certified; where it came of a reorganisation later, when that was.
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
  ///   - lapse: of what stands once and is not kept, why it is not, where that is another reason than that it never was.
  ///   - isKept: whether the duty was kept by that day, for a calendar year; asked with the day's own year for what stands once, and with each year
  ///     that is owed for what is yearly.
  public func standing(
    of duty: Duty, on day: Day, applies: Bool = true, lapse: @autoclosure () -> DutyLapse? = nil, isKept: (Int) -> Bool
  ) -> DutyStanding {
    guard applies, isOpen(on: day) else { return DutyStanding(duty, .notOwed) }
    let year = day.year
    if duty.isYearly {
      if year < firstYear { return DutyStanding(duty, .notOwed) }
      let missed = (firstYear..<year).filter { !isKept($0) }
      if isKept(year) { return DutyStanding(duty, .kept, year: year, missed: missed) }
      if missed.last == year - 1 {
        return DutyStanding(duty, .behind, year: year - 1, lastDay: .lastDay(of: year - 1), missed: missed.dropLast())
      }
      return DutyStanding(duty, .due, year: year, lastDay: .lastDay(of: year), missed: missed)
    }
    if isKept(year) { return DutyStanding(duty, .kept) }
    if duty.isPermission { return DutyStanding(duty, .notOwed) }
    switch lapse() {
    case .arranging(let last)?: return DutyStanding(duty, .due, lastDay: last)
    case .late(let last)?: return DutyStanding(duty, .behind, lastDay: last)
    case .broken(let since)?: return DutyStanding(duty, .behind, brokenSince: since)
    case nil: return DutyStanding(duty, year > firstYear ? .behind : .due, lastDay: lastDay)
    }
  }
}

extension Day {
  /// 31 December.
  static func lastDay(of year: Int) -> Day { Day(year, 12, 31) ?? Day(number: 0) }
}
