import CenterStore
import Regulation
import Search
import Wording

/// All centers that somebody sees, and those that a filter leaves: by article, county of the host, department and standing.
struct DutyListState: Sendable {
  /// All centers.
  private(set) var all: [CenterDuties] = []
  /// The counties in which hosts of centers here lie; an empty one, where it is not known of some, is the last.
  private(set) var counties: [String] = []
  /// The departments that have centers here.
  private(set) var departments: [String] = []
  /// The article whose duties are looked at; `nil`: all.
  var article: String? { didSet { filter() } }
  /// The county in which the hosts of the centers lie that are looked at, under whichever department; `nil`: any.
  var county: String? { didSet { filter() } }
  /// The department whose centers are looked at; `nil`: all.
  var department: String? { didSet { filter() } }
  /// The standing that a center has to some of the duties; `nil`: any.
  var state: DutyStanding.State? = .behind { didSet { filter() } }
  /// The places among all of those that the filter leaves, by code.
  private(set) var rows: [Int] = []
  /// How many centers have each standing to some of the duties, of those that article, county and department leave.
  private(set) var counts: [DutyStanding.State: Int] = [:]

  /// The standings that can be asked for; the first is that with which the list opens.
  static let states: [DutyStanding.State?] = [.behind, .due, .kept, nil]

  /// Shows what there is now.
  mutating func take(_ centers: [CenterDuties]) {
    all = centers
    counties = Set(all.map(\.county)).inPinyinOrder(of: \.self)
    departments = Set(all.map(\.department)).inPinyinOrder(of: \.self)
    filter()
  }

  /// Shows the first standing that any center has: who owes little is not met by an empty list.
  mutating func beginWhereSomethingIs() {
    state = DutyListState.states.first { state in state.map { (counts[$0] ?? 0) > 0 } ?? true } ?? nil
  }

  /// Goes on to the next standing.
  mutating func turn() {
    let place = DutyListState.states.firstIndex(of: state) ?? 0
    state = DutyListState.states[(place + 1) % DutyListState.states.count]
  }

  /// The center in a row.
  func center(_ row: Int) -> CenterDuties { all[rows[row]] }

  /// How the center in a row stands to those of the duties that the filter asks about.
  func standings(_ row: Int) -> [DutyStanding] {
    let center = center(row)
    let standings = Duty.allCases.filter { article == nil || $0.article == article }.map { center.standing(of: $0) }
    guard let state, state != .kept else { return standings }
    return standings.filter { $0.state == state }
  }

  /// The duty at which the center in a row is opened: the first that it is behind on, else the first that is told.
  func duty(toOpen row: Int) -> Duty? {
    let standings = standings(row)
    return (standings.first { $0.state == .behind } ?? standings.first)?.duty
  }

  private mutating func filter() {
    let duties = DutySet(article: article)
    let told = [DutyStanding.State.behind, .due, .kept]
    var (rows, counts): ([Int], [Int]) = ([], told.map { _ in 0 })
    for (place, center) in all.enumerated() {
      if let county, center.county != county { continue }
      if let department, center.department != department { continue }
      for (index, state) in told.enumerated() where center.states.stands(state, to: duties) { counts[index] += 1 }
      if state.map({ center.states.stands($0, to: duties) }) ?? true { rows.append(place) }
    }
    self.rows = rows
    self.counts = Dictionary(uniqueKeysWithValues: zip(told, counts))
  }
}
