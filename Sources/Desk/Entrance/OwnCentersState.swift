import CenterStore
import Regulation
import Widgets
import Wording

/// The centers of a department or a host, and how they stand to the latest round.
struct OwnCentersState: Sendable {
  /// The latest round.
  private(set) var round: RoundRecord?
  /// The latest round that is published; `nil` where none is.
  private(set) var published: Int?
  /// The centers, ordered by code.
  private(set) var centers: [DueCenter] = []
  /// How they came out of it, by code; nothing before it is published.
  private(set) var outcomes: [String: RoundOutcome] = [:]
  /// Where to go from here.
  private(set) var destinations: [Destination] = [.registry, .rounds]
  /// The latest call; `nil` where none is out.
  private(set) var call: Call?
  /// Today.
  private(set) var today = Day(number: 0)
  /// Why a host cannot ask any more that somebody step aside from a center, by code; nothing where it can.
  var refusesRecusal: [String: Phrase] = [:]
  /// The revocations that are proposed for a host's centers, those that can still be replied to first.
  var proposed: [ProposedRevocation] = []
  /// Which center is selected.
  var list = ListState()

  /// The selected center.
  var selected: DueCenter? { centers.indices.contains(list.selected) ? centers[list.selected] : nil }

  /// Shows what there is now; the same center stays selected.
  mutating func take(
    round: RoundRecord?, published: Int?, destinations: [Destination], call: Call? = nil, outcomes: [String: RoundOutcome] = [:],
    centers: [DueCenter], today: Day
  ) {
    let kept = selected?.code
    self.round = round
    self.call = call
    self.published = published
    self.outcomes = outcomes
    self.centers = centers
    self.today = today
    self.destinations = destinations
    list.setCount(centers.count)
    if let place = centers.firstIndex(where: { $0.code == kept }) { list.select(place) }
  }

  /// The ways on from the first screen of a department or a host.
  ///
  /// - Parameter rounds: all that are not cancelled, the latest first.
  /// - Throws: ``StoreError`` where the store cannot be read.
  @MainActor
  static func destinations(_ rounds: [RoundRecord], _ sitting: Sitting) throws(StoreError) -> [Destination] {
    [Destination.applications(sitting)].compactMap(\.self) + Destination.materials(rounds, sitting)
      + (try Destination.charges(rounds, sitting)) + [.registry, .rounds]
      + (rounds.first { $0.state.isPublic }.map { [.ranking($0.year)] } ?? [])
      + [Destination.matters(sitting), .duties, .directories].compactMap(\.self)
  }
}
