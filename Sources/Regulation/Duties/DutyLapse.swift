import Wording

/// Why what stands once is not kept on a day, where that is another reason than that it never was (articles 7, 14 and 15).
public enum DutyLapse: Sendable, Hashable {
  /// It lacks only what co-builders that came later are to do, or what is to be done for them, until that day.
  case arranging(until: Day)
  /// The time of a co-builder that came later is over: that was its last day.
  case late(Day)
  /// It was in order, and is so no more since that day.
  case broken(since: Day)
}

extension DutyRecords {
  /// Why a duty that is not kept on a day is not kept, other than that it never was.
  public func lapse(of duty: Duty, on day: Day, _ term: DutyTerm) -> DutyLapse? {
    switch duty.proof {
    case .committee(let committee): lapse(of: committee, on: day, term)
    case .records where duty == .coBuilding: lapseOfCoBuilders(on: day, term)
    default: nil
    }
  }

  /// Article 7: the first of those that lack something to have no more time.
  private func lapseOfCoBuilders(on day: Day, _ term: DutyTerm) -> DutyLapse? {
    let last = coBuilders.compactMap { builder -> Day? in
      guard let span = builder.spans.first(where: { $0.lasts(on: day) }), !missingParts(of: builder, on: day).isEmpty else { return nil }
      return term.lastDay(span)
    }.min()
    guard let last, last > term.lastDay else { return nil }
    return day <= last ? .arranging(until: last) : .late(last)
  }

  /// Articles 14 and 15: told back from the day over all on which something changed.
  private func lapse(of committee: CommitteeKind, on day: Day, _ term: DutyTerm) -> DutyLapse? {
    if let last = arranging(committee, on: day, term) { return .arranging(until: last) }
    let spans = coBuilders.flatMap(\.spans)
    let seats = tenures.filter { $0.committee == committee }
    let turns =
      seats.map(\.since) + seats.compactMap(\.until) + spans.compactMap(\.since) + spans.compactMap(\.until)
      + spans.map { term.lastDay($0).adding(days: 1) }
    for turn in Set(turns).filter({ term.lastDay < $0 && $0 <= day }).sorted(by: >) {
      let before = turn.adding(days: -1)
      if roll(of: committee, on: before).isLawful == true { return .broken(since: turn) }
      guard let last = arranging(committee, on: before, term) else { continue }
      return last == before ? .late(last) : .broken(since: turn)
    }
    return nil
  }

  /// Until when a committee may stay as it is that is lawful but for co-builders that came later; `nil` where it is unlawful by others, or lawful.
  private func arranging(_ committee: CommitteeKind, on day: Day, _ term: DutyTerm) -> Day? {
    let present = coBuilders.compactMap { $0.spans.first { $0.lasts(on: day) } }
    let lastDays = present.map { term.lastDay($0) }
    let newcomers = present.indices.filter { lastDays[$0] > term.lastDay && day <= lastDays[$0] }
    if newcomers.isEmpty { return nil }
    let roll = roll(of: committee, on: day)
    if roll.isLawful == true { return nil }
    switch committee {
    case .management:
      let count = roll.count
      let absent = present.indices.filter { !count.coBuilders.contains($0) }
      guard count.isOfOwnPeople == true, absent.allSatisfy(newcomers.contains) else { return nil }
      return absent.map { lastDays[$0] }.min()
    case .advisory:
      // Whom a newcomer employs was no member of the host's or a co-builder's when the committee was named.
      let seats = roll.members.map { seat in
        if case .coBuilder(let place) = seat.origin, newcomers.contains(place) { return seat.ofNoCoBuilder }
        return seat
      }
      guard CommitteeRoll(committee, seats, coBuilders: roll.coBuilders).isLawful == true else { return nil }
      return newcomers.map { lastDays[$0] }.min()
    }
  }
}

extension CommitteeRoll.Seat {
  /// The same where the unit is no co-builder.
  var ofNoCoBuilder: CommitteeRoll.Seat { .init(member, from: CommitteeOrigin(of: member, isHost: false, coBuilder: nil)) }
}
