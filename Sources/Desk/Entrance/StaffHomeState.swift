import CenterStore
import Regulation
import Widgets

/// What waits for those who run rounds.
struct StaffHomeState: Sendable {
  /// The round under way, the latest one where none is; `nil` where there is no round at all.
  var round: RoundRecord?
  /// How far it has come; `nil` where there is no round.
  var progress: ProgressState?
  /// Where to go from here.
  var destinations: [Destination]
  /// Which destination is selected.
  var list = ListState()

  /// Looks at what there is.
  init(round: RoundRecord?, progress: ProgressState?, applications: Destination? = nil) {
    self.round = round
    self.progress = progress
    destinations =
      (round.map { [.progress($0.year), .ranking($0.year)] } ?? []) + [.rounds, .registry] + (applications.map { [$0, .calls] } ?? [])
    list.setCount(destinations.count)
  }

  /// The experts who still owe sheets, those furthest behind first.
  var behind: [ExpertProgress] { progress?.experts.filter { $0.open > 0 } ?? [] }
  /// The centers that lack sheets, those that lack most first.
  var short: [CenterProgress] { progress.map { progress in progress.centers.filter { progress.lacking($0) > 0 } } ?? [] }
}
