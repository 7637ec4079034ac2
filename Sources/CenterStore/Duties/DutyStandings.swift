import GRDB
import Regulation

/// A center in the list of who keeps, owes or is behind on which duty.
public struct CenterDuties: Sendable, Hashable {
  /// The center's number in the registry.
  public let id: Int64
  /// The center's code.
  public let code: String
  /// The center's name.
  public let name: String
  /// The center's host.
  public let host: String
  /// The county in which the host lies, whoever is the department; empty where that is not known.
  public let county: String
  /// The center's department.
  public let department: String
  /// The day for which it stands so.
  public let day: Day
  /// From when to when duties are owed.
  public let term: DutyTerm
  /// Whether there are co-builders.
  var hasCoBuilders: Bool
  /// The duties that are kept for the day's year, or stand.
  var now = DutySet()
  /// Those that were kept for each year before, from ``DutyTerm/firstYear`` on; a year that is not there kept none.
  var past: [DutySet] = []
  /// Why what stands once is not kept, of those duties that once were, or have time for co-builders that came later.
  var lapses: [Duty: DutyLapse] = [:]
  /// How it stands to all of them.
  public internal(set) var states = DutyStates()

  /// How it stands to a duty.
  public func standing(of duty: Duty) -> DutyStanding {
    term.standing(of: duty, on: day, applies: duty != .coBuilding || hasCoBuilders, lapse: lapses[duty]) { year in
      (year == day.year ? now : kept(for: year)).contains(duty)
    }
  }

  /// The duties that were kept for a year before the day's.
  private func kept(for year: Int) -> DutySet {
    let place = year - DutyTerm.firstYear
    return past.indices.contains(place) ? past[place] : DutySet()
  }

  private static let coBuilding = DutySet([.coBuilding])

  /// Sums up what was gathered.
  mutating func sumUp() {
    let arranging = DutySet(
      lapses.compactMap { duty, lapse in
        if case .arranging = lapse { duty } else { nil }
      })
    states = term.states(
      on: day, idle: hasCoBuilders ? DutySet() : CenterDuties.coBuilding, now: now, before: kept(for: day.year - 1), arranging: arranging)
  }
}

extension CenterStore {
  /// How every center that somebody may see stands to its duties on a day: a department's its own, a host's its own, staff's all. Centers that
  /// owe nothing on the day are left out. By code.
  ///
  /// A few statements over all centers, whatever their number; ``dutyFile(of:on:by:)`` says of one why it stands so. A second or so for 100,000
  /// centers with everything on file: behind the screen, please.
  ///
  /// - Parameters:
  ///   - day: what was done until then counts; `nil`: today.
  ///   - article: the duties of one article alone are looked at, and the others stand as if nothing were on file; `nil`: all.
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but hosts, departments and staff.
  public func dutyStandings(on day: Day? = nil, article: String? = nil, by who: Acting) throws(StoreError) -> [CenterDuties] {
    let today = surroundings.now().day
    let day = day ?? today
    return try read(by: who) { db, member in
      guard let scope = CenterStore.dutyCondition(member) else { throw StoreError.notPermitted(nil) }
      var gathering = DutyGathering(db, on: day, today: today, scope: scope)
      try gathering.centers()
      for duty in Duty.allCases where article == nil || duty.article == article { try gathering.gather(duty) }
      return gathering.finish()
    }
  }
}
