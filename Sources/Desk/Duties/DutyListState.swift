import CenterStore
import Regulation
import Wording

/// All centers that somebody sees, and those that a filter leaves: by article, department and standing.
struct DutyListState: Sendable {
  /// A center with the duties that the filter asks about.
  struct Row: Sendable, Hashable {
    /// Its place among all.
    let place: Int
    /// How it stands to those of the duties that the filter asks about.
    let standings: [DutyStanding]
  }

  /// All centers.
  private(set) var all: [CenterDuties] = []
  /// The article whose duties are looked at; `nil`: all.
  var article: String? { didSet { filter() } }
  /// The department whose centers are looked at; `nil`: all.
  var department: String? { didSet { filter() } }
  /// The standing that a center has to some of the duties; `nil`: any.
  var state: DutyStanding.State? = .behind { didSet { filter() } }
  /// What the filter leaves, by code.
  private(set) var rows: [Row] = []
  /// How many centers have each standing to some of the duties, of those that article and department leave.
  private(set) var counts: [DutyStanding.State: Int] = [:]

  /// The standings that can be asked for; the first is that with which the list opens.
  static let states: [DutyStanding.State?] = [.behind, .due, .kept, nil]

  /// Shows what there is now.
  mutating func take(_ centers: [CenterDuties]) {
    all = centers
    filter()
  }

  /// Goes on to the next standing.
  mutating func turn() {
    let place = DutyListState.states.firstIndex(of: state) ?? 0
    state = DutyListState.states[(place + 1) % DutyListState.states.count]
  }

  /// The departments that have centers here, those of most centers first come in the order of the registry.
  var departments: [String] { Array(Set(all.map(\.department))).sorted() }

  /// The duties that the filter asks about.
  var duties: [Duty] { Duty.allCases.filter { article == nil || $0.article == article } }

  private mutating func filter() {
    let duties = duties
    var (rows, counts): ([Row], [DutyStanding.State: Int]) = ([], [:])
    for (place, center) in all.enumerated() where department == nil || center.department == department {
      let standings = duties.map { center.standing(of: $0) }
      // All duties of an article are kept, or the article is not.
      let isKept = standings.allSatisfy { $0.state == .kept || $0.state == .notOwed }
      func has(_ state: DutyStanding.State) -> Bool { state == .kept ? isKept : standings.contains { $0.state == state } }
      for state in [DutyStanding.State.behind, .due, .kept] where has(state) { counts[state, default: 0] += 1 }
      guard let wanted = state else {
        rows.append(Row(place: place, standings: standings))
        continue
      }
      if has(wanted) { rows.append(Row(place: place, standings: wanted == .kept ? standings : standings.filter { $0.state == wanted })) }
    }
    (self.rows, self.counts) = (rows, counts)
  }
}
