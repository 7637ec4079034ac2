/// What an application that is somebody's to take on waits for first, so that nothing is expected of them yet.
public enum ApplicationHold: Sendable, Hashable {
  /// So many of the experts who were named have not handed in their opinions, and without them there are too few (article 11).
  case experts(Int)
  /// Experts review it; how far they are is the bureau's to know (article 11).
  case review
  /// The days of the public notice run, and no objection that counts is open (article 12).
  case notice(until: Day)
  /// The last day of who has it in hand is over, and the bureau did not admit it late (article 10).
  case lateSince(Day)
}

extension Application {
  /// What it waits for before a step of whoever has it in hand is expected; `nil` where that step is expected now.
  ///
  /// - Parameters:
  ///   - named: how many experts were named for its review.
  ///   - opinions: how many of them have handed in.
  public func hold(under call: Call, on today: Day, named: Int, opinions: Int) -> ApplicationHold? {
    switch state {
    case .draft, .returned, .sentBack: lastDay(under: call).flatMap { today > $0 ? .lateSince($0) : nil }
    // Who has named too few experts is expected to name more.
    case .reviewing where opinions < call.minimumExperts && named >= call.minimumExperts: .experts(named - opinions)
    case .onNotice(let notice, let objections):
      notice.isOver(on: today) || objections.contains { $0.holdsUp(under: notice) } ? nil : .notice(until: notice.last)
    case .submitted, .recommended, .checking, .reviewing, .proposed, .approved, .certified, .ended: nil
    }
  }

  /// The last day by which whoever has it in hand passes it on (article 10), or on which its notice runs (article 12); `nil` where there is
  /// none, or it was admitted late.
  public func lastDay(under call: Call) -> Day? {
    if case .onNotice(let notice, _) = state { return notice.last }
    guard let deadline = state.stage.deadline, state.stage != .checking else { return nil }
    if admitted.contains(deadline) { return nil }
    if case .returned = state, admitted.contains(.host) { return nil }
    return call.lastDays[deadline]
  }

  /// Since when the next step is somebody's to take: since it came to its stage; of a notice, since the day after it, or since the first
  /// objection came that is still open. `nil` where no step is to come, or none yet.
  ///
  /// - Parameter arrival: when it came to its stage.
  public func isDue(since arrival: Day, on today: Day) -> Day? {
    guard state.stage.isOpen else { return nil }
    guard case .onNotice(let notice, let objections) = state else { return arrival }
    if let first = objections.filter({ $0.holdsUp(under: notice) }).map(\.filedOn).min() { return first }
    return notice.isOver(on: today) ? notice.last.adding(days: 1) : nil
  }
}
