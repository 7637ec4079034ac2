import CenterStore
import Regulation
import Widgets
import Wording

/// How far the scoring of a round has come, by expert and by center.
struct ProgressState: Sendable {
  /// Which table is looked at.
  enum Side: Sendable, Hashable {
    /// The experts.
    case experts
    /// The centers.
    case centers
  }

  /// What a table is sorted by.
  enum Order: Sendable, Hashable, CaseIterable {
    /// Who keeps the round waiting stands first: late, then the least done.
    case urgency
    /// By login, or by code.
    case name
    /// By when something was last entered, the longest ago first; centers by their submitted sheets.
    case last
    /// By how many centers an expert has, the most first; centers by how many experts they have.
    case load
  }

  /// The round.
  private(set) var round: RoundRecord
  /// Today.
  private(set) var today: Day
  /// The experts in the order shown.
  private(set) var experts: [ExpertProgress]
  /// The centers in the order shown.
  private(set) var centers: [CenterProgress]
  /// Which table is looked at.
  var side = Side.experts
  /// What both are sorted by.
  private(set) var order = Order.urgency
  private var expertList = ListState()
  private var centerList = ListState()

  /// Shows progress.
  init(round: RoundRecord, today: Day, experts: [ExpertProgress], centers: [CenterProgress]) {
    self.round = round
    self.today = today
    self.experts = experts
    self.centers = centers
    sort()
  }

  /// The list of the table that is looked at.
  var list: ListState {
    get { side == .experts ? expertList : centerList }
    set { if side == .experts { expertList = newValue } else { centerList = newValue } }
  }

  /// Shows newer progress; the same expert and the same center stay selected.
  mutating func take(round: RoundRecord, today: Day, experts: [ExpertProgress], centers: [CenterProgress]) {
    let kept = (selectedExpert?.login, selectedCenter?.code)
    self.round = round
    self.today = today
    self.experts = experts
    self.centers = centers
    sort()
    select(kept)
  }

  /// Sorts otherwise.
  mutating func sort(by order: Order) {
    let kept = (selectedExpert?.login, selectedCenter?.code)
    self.order = order
    sort()
    select(kept)
  }

  /// The selected expert.
  var selectedExpert: ExpertProgress? { experts.indices.contains(expertList.selected) ? experts[expertList.selected] : nil }
  /// The selected center.
  var selectedCenter: CenterProgress? { centers.indices.contains(centerList.selected) ? centers[centerList.selected] : nil }

  /// Whether the last day for scores is over while sheets are still taken; nobody is late for a round that takes none.
  var isOverdue: Bool { round.state.takesSheets && round.scoresBy.map { $0 < today } ?? false }
  /// How many sheets are assigned.
  var assigned: Int { experts.reduce(0) { $0 + $1.assigned } }
  /// How many sheets are submitted.
  var submitted: Int { experts.reduce(0) { $0 + $1.submitted } }

  /// How many sheets an expert owes although the last day is over.
  func late(_ expert: ExpertProgress) -> Int { isOverdue ? expert.assigned - expert.submitted : 0 }
  /// How many sheets a center lacks to be graded; an absent one lacks none.
  func lacking(_ center: CenterProgress) -> Int { center.isAbsent ? 0 : max(0, round.minimumSheets - center.submitted) }

  /// How many centers took no part (article 30): they lack no sheet, and nobody scores them.
  var absent: Int { centers.count(where: \.isAbsent) }

  /// How many centers an expert has at most.
  var mostAssigned: Int { experts.map(\.assigned).max() ?? 0 }
  /// How many centers an expert has in the mean, among those who have any; 0 where nobody has.
  var meanAssigned: Double {
    let carrying = experts.count { $0.assigned > 0 }
    return carrying == 0 ? 0 : Double(assigned) / Double(carrying)
  }
  /// Whether an expert carries too much beside the others.
  func isLoaded(_ expert: ExpertProgress) -> Bool { ProgressState.isTooMany(expert.assigned, beside: meanAssigned) }

  /// Whether so many centers are too many beside a mean: half as many again, and two more at the least.
  static func isTooMany(_ assigned: Int, beside mean: Double) -> Bool { Double(assigned) >= max(mean * 1.5, mean + 2) }

  private mutating func sort() {
    switch order {
    case .load:
      experts.sort { ($1.assigned, $1.open, $0.login) < ($0.assigned, $0.open, $1.login) }
      centers.sort { ($1.assigned, $0.code) < ($0.assigned, $1.code) }
    case .name:
      experts.sort { $0.login < $1.login }
      centers.sort { $0.code < $1.code }
    case .urgency:
      experts.sort { ($1.open, $0.share, $0.login) < ($0.open, $1.share, $1.login) }
      centers.sort { ($0.isAbsent ? 1 : 0, $0.submitted, $0.code) < ($1.isAbsent ? 1 : 0, $1.submitted, $1.code) }
    case .last:
      experts.sort { ($0.lastEntry?.milliseconds ?? 0, $0.login) < ($1.lastEntry?.milliseconds ?? 0, $1.login) }
      centers.sort { ($1.submitted, $0.code) < ($0.submitted, $1.code) }
    }
    expertList.setCount(experts.count)
    centerList.setCount(centers.count)
  }

  private mutating func select(_ kept: (expert: String?, center: String?)) {
    if let login = kept.expert, let place = experts.firstIndex(where: { $0.login == login }) { expertList.select(place) }
    if let code = kept.center, let place = centers.firstIndex(where: { $0.code == code }) { centerList.select(place) }
  }
}

extension ExpertProgress {
  /// How many sheets are still to come.
  var open: Int { assigned - submitted }
  /// How much of the points is given, in thousandths.
  var share: Int { assigned == 0 ? 1000 : given * 1000 / (assigned * IndicatorCode.count) }
}

extension ProgressState.Order {
  /// What it is sorted by, for people.
  var phrase: Phrase {
    switch self {
    case .urgency: Phrase(zh: "进度落后者在前", en: "furthest behind first")
    case .name: Phrase(zh: "账号／编号", en: "login / code")
    case .last: Phrase(zh: "最久未录入者在前；中心按已交份数", en: "longest silent first; centers by sheets")
    case .load: Phrase(zh: "分派多者在前", en: "most assigned first")
    }
  }
}
