import CenterStore
import Regulation
import Widgets
import Wording

/// Where the sheets of a round disagree, and how strict or generous each expert is beside the others (article 25).
struct DisagreementState: Sendable {
  /// Which table is looked at.
  enum Side: Sendable, Hashable {
    /// The centers.
    case centers
    /// The experts.
    case experts
  }

  /// What the centers are sorted by.
  enum Order: Sendable, Hashable, CaseIterable {
    /// What wants a second look first, the widest apart before the others.
    case disagreement
    /// Who lies nearest to the line of another grade first.
    case line
    /// By code.
    case code
  }

  /// A center with its sheets and what is found in them.
  struct Center: Sendable, Hashable {
    let code: String
    let name: String
    let sheets: [SubmittedSheet]
    /// What wants a second look; none where the sheets agree.
    let found: [Disagreement]
    /// What the sheets come to; `nil` while there are too few.
    let score: CenterScore?
    /// The highest total minus the lowest.
    let spread: Points
    /// The second look that was taken; `nil` where there was none.
    let look: SecondLook?

    init(_ center: CenterSheets, _ round: RoundRecord, _ look: SecondLook?) {
      self.look = look
      code = center.code
      name = center.name
      sheets = center.sheets
      found = Disagreement.found(in: center.sheets)
      score = CenterScore(center.sheets, method: round.method, minimum: round.minimumSheets)
      let totals = center.sheets.map(\.total)
      spread = (totals.max() ?? .zero) - (totals.min() ?? .zero)
    }

    /// The sheets, the highest total first.
    var ordered: [SubmittedSheet] { sheets.sorted { ($1.total, $0.login) < ($0.total, $1.login) } }

    /// How far the score is from the lines beside it; `nil` while there is none.
    var distance: GradeDistance? { score.map { GradeDistance($0.score) } }
  }

  /// The round.
  private(set) var round: RoundRecord
  /// The centers with a sheet, in the order shown.
  private(set) var centers: [Center]
  /// The experts with a sheet, the most generous first; those of whom nothing can be said stand last.
  private(set) var experts: [ExpertSeverity]
  /// The names of the experts by login.
  private(set) var names: [String: String]
  /// Which table is looked at.
  var side = Side.centers
  /// What the centers are sorted by.
  private(set) var order = Order.disagreement
  private var centerList = ListState()
  private var expertList = ListState()

  /// Looks into the sheets of a round.
  init(round: RoundRecord, sheets: [CenterSheets], looks: [SecondLook], names: [String: String]) {
    self.round = round
    self.names = names
    centers = []
    experts = []
    take(round: round, sheets: sheets, looks: looks, names: names)
  }

  /// Shows newer sheets; the same center and the same expert stay selected.
  mutating func take(round: RoundRecord, sheets: [CenterSheets], looks: [SecondLook], names: [String: String]) {
    let kept = (selectedCenter?.code, selectedExpert?.login)
    self.round = round
    self.names = names
    let looks = Dictionary(looks.map { ($0.center, $0) }, uniquingKeysWith: { first, _ in first })
    centers = sheets.map { Center($0, round, looks[$0.code]) }
    let totals = sheets.flatMap { center in
      center.sheets.map { ExpertSeverity.Total(center: center.code, login: $0.login, total: $0.total) }
    }
    experts = ExpertSeverity.estimates(totals).sorted { DisagreementState.rank($0) > DisagreementState.rank($1) }
    sort()
    if let code = kept.0, let place = centers.firstIndex(where: { $0.code == code }) { centerList.select(place) }
    expertList.setCount(experts.count)
    if let login = kept.1, let place = experts.firstIndex(where: { $0.login == login }) { expertList.select(place) }
  }

  /// Sorts the centers otherwise; the same one stays selected.
  mutating func sort(by order: Order) {
    let kept = selectedCenter?.code
    self.order = order
    sort()
    if let place = centers.firstIndex(where: { $0.code == kept }) { centerList.select(place) }
  }

  /// The list of the table that is looked at.
  var list: ListState {
    get { side == .centers ? centerList : expertList }
    set { if side == .centers { centerList = newValue } else { expertList = newValue } }
  }

  /// The selected center.
  var selectedCenter: Center? { centers.indices.contains(centerList.selected) ? centers[centerList.selected] : nil }
  /// The selected expert.
  var selectedExpert: ExpertSeverity? { experts.indices.contains(expertList.selected) ? experts[expertList.selected] : nil }
  /// How many centers want a second look and nobody was asked yet; none once the results are on notice, when nobody can take one.
  var wanting: Int { round.state.isPublic ? 0 : centers.count { !$0.found.isEmpty && $0.look == nil } }
  /// At how many centers a second look is under way: the further sheet is still to come.
  var underWay: Int { centers.count { $0.look?.progress == .underWay } }
  /// A center as it stands now; `nil` where it has no sheet any more.
  func center(_ code: String) -> Center? { centers.first { $0.code == code } }
  /// An expert's name; the login where it is not known.
  func name(_ login: String) -> String { names[login] ?? login }

  private mutating func sort() {
    switch order {
    case .disagreement:
      centers.sort { ($0.found.isEmpty ? 1 : 0, $1.spread, $0.code) < ($1.found.isEmpty ? 1 : 0, $0.spread, $1.code) }
    case .line:
      // A center that is not graded has no line beside it.
      let farthest = Points(whole: 1000)
      centers.sort { ($0.distance?.nearest ?? farthest, $0.code) < ($1.distance?.nearest ?? farthest, $1.code) }
    case .code: centers.sort { $0.code < $1.code }
    }
    centerList.setCount(centers.count)
  }

  private static func rank(_ expert: ExpertSeverity) -> (Int, Points) {
    switch expert.finding {
    case .estimate(let points, _): (2, points)
    case .notComparable: (1, .zero)
    case .tooFew: (0, .zero)
    }
  }
}

extension DisagreementState.Order {
  /// What it is sorted by, for people.
  var phrase: Phrase {
    switch self {
    case .disagreement: Phrase(zh: "分歧大者在前", en: "widest apart first")
    case .line: Phrase(zh: "离等级线近者在前", en: "nearest to a grade's line first")
    case .code: Phrase(zh: "编号", en: "code")
    }
  }
}

/// How far the sheets of a center agree of which none wants a second look.
enum SheetAgreement: Sendable, Hashable {
  /// One sheet, or none, tells of no agreement.
  case unknown
  /// Those that are there agree; more are to come.
  case soFar
  /// All agree.
  case whole

  /// In a few words.
  var brief: Phrase {
    switch self {
    case .unknown: Phrase(zh: "无从比较", en: "nothing to compare")
    case .soFar: Phrase(zh: "目前一致", en: "agree so far")
    case .whole: Phrase(zh: "一致", en: "agree")
    }
  }

  /// In a sentence.
  var sentence: Phrase {
    switch self {
    case .unknown: Phrase(zh: "评分表不足 2 份，无从比较", en: "fewer than two sheets: there is nothing to compare")
    case .soFar: Phrase(zh: "已交的评分表一致，还有待交的", en: "the sheets that are in agree; more are to come")
    case .whole: Phrase(zh: "评分表一致，无须复核", en: "the sheets agree: no second look is wanted")
    }
  }
}

extension DisagreementState.Center {
  /// How far the sheets agree, where none wants a second look.
  var agreement: SheetAgreement { sheets.count < 2 ? .unknown : score == nil ? .soFar : .whole }

  /// The colour of what was found.
  var ink: Ink {
    look?.progress == .underWay ? .caution : look != nil ? .good : !found.isEmpty ? .caution : agreement == .whole ? .good : .muted
  }
}
