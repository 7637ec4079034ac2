/// What an application that is somebody's to take on waits for first, so that nothing is expected of them yet.
public enum ApplicationHold: Sendable, Hashable {
  /// So many of the experts who were named have not handed in their opinions, and without them there are too few (article 11).
  case experts(Int)
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
    let deadline: CallDeadline
    switch state {
    case .draft: deadline = .host
    // What the department takes long over is not the host's delay.
    case .submitted, .returned: deadline = .department
    case .sentBack: deadline = .correction
    case .onNotice(let notice, _): return notice.last
    case .recommended, .checking, .reviewing, .proposed, .approved, .certified, .ended: return nil
    }
    if admitted.contains(deadline) { return nil }
    if case .returned = state, admitted.contains(.host) { return nil }
    return call.lastDays[deadline]
  }
}
