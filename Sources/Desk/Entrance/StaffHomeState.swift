import CenterStore
import Regulation
import Widgets

/// What waits for those who run rounds.
struct StaffHomeState: Sendable {
  /// The round that asks most of its people now, the latest one where none is under way; `nil` where there is no round at all.
  var round: RoundRecord?
  /// How far it has come; `nil` where there is no round.
  var progress: ProgressState?
  /// Who declined a center of it in whose place nobody came yet, while it takes sheets.
  var declined: [ReleasedExpert] = []
  /// Where to go from here.
  var destinations: [Destination]
  /// Which destination is selected.
  var list = ListState()

  /// Looks at what there is.
  ///
  /// - Parameters:
  ///   - rounds: those that this person may see, the latest first.
  ///   - isAdmin: whether this person looks after the store itself.
  init(
    rounds: [RoundRecord], applications: Destination? = nil, matters: Destination? = nil, isAdmin: Bool = false,
    progress: (RoundRecord) throws(StoreError) -> ProgressState
  ) throws(StoreError) {
    let round = StaffHomeState.foremost(of: rounds)
    self.round = round
    if let round { self.progress = try progress(round) }
    destinations = StaffHomeState.destinations(
      rounds, foremost: round?.year, applications: applications, matters: matters, isAdmin: isAdmin)
    list.setCount(destinations.count)
  }

  /// Where to go from here.
  ///
  /// - Parameter foremost: the year of the round that is shown.
  private static func destinations(
    _ rounds: [RoundRecord], foremost: Int?, applications: Destination?, matters: Destination?, isAdmin: Bool
  ) -> [Destination] {
    let others = rounds.filter { $0.state.isOpen && $0.year != foremost }
    var ways: [Destination] = []
    if let foremost { ways += [.progress(foremost), .ranking(foremost)] }
    for round in others {
      ways.append(.progress(round.year))
      if round.state == .scoring { ways.append(.ranking(round.year)) }
    }
    ways += [.rounds, .registry]
    if let applications { ways += [applications, .calls] }
    if let matters { ways.append(matters) }
    if applications != nil { ways.append(.duties) }
    if isAdmin { ways.append(.doctor) }
    ways.append(.directories)
    return ways
  }

  /// The ways on from the first screen of those who run rounds.
  ///
  /// - Throws: ``StoreError`` where the store cannot be read.
  @MainActor
  static func destinations(_ sitting: Sitting) throws(StoreError) -> [Destination] {
    let rounds = try rounds(sitting)
    return destinations(
      rounds, foremost: foremost(of: rounds)?.year, applications: .applications(sitting), matters: .matters(sitting),
      isAdmin: sitting.member.role == .admin)
  }

  /// The rounds of the first screen, the latest first. Another's round is no matter of an agency, however pressing.
  @MainActor
  static func rounds(_ sitting: Sitting) throws(StoreError) -> [RoundRecord] {
    let own = try sitting.store.conductedRounds(by: sitting.acting)
    return try sitting.store.rounds(by: sitting.acting).filter { $0.state != .cancelled && own.contains($0.year) }
  }

  /// What there is where no round may be seen: the ways on.
  init() {
    destinations = [.rounds, .registry]
    list.setCount(destinations.count)
  }

  /// Of several rounds under way the one in which people score comes first, then what waits for its notice or its end; a notice that is
  /// merely out comes last. Of several that take sheets the one leads whose last day for them is nearest, else the latest.
  private static func foremost(of rounds: [RoundRecord]) -> RoundRecord? {
    for state in [RoundState.scoring, .settled, .published, .announced] {
      let alike = rounds.filter { $0.state == state }
      let nearest = state.takesSheets ? alike.compactMap(\.scoresBy).min() : nil
      if let round = alike.first(where: { nearest == nil || $0.scoresBy == nearest }) { return round }
    }
    return rounds.first
  }

  /// The experts who still owe sheets, those furthest behind first; none once the round takes none.
  var behind: [ExpertProgress] { round?.state.takesSheets == true ? progress?.experts.filter { $0.open > 0 } ?? [] : [] }
  /// The centers that lack sheets, those that lack most first.
  var short: [CenterProgress] { progress.map { progress in progress.centers.filter { progress.lacking($0) > 0 } } ?? [] }
}
