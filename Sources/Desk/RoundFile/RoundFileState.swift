import CenterStore
import Regulation
import Widgets
import Wording

/// The file of a round: where each center stands, the objections, what follows, what was done.
struct RoundFileState: Sendable {
  /// What is looked at.
  enum Part: Sendable, Hashable, CaseIterable {
    case centers, objections, consequences, history
  }

  /// Which centers are listed.
  enum Filter: Sendable, Hashable, CaseIterable {
    /// Who has to take part.
    case due
    /// For whom something is still to be done.
    case waiting
    /// Who need not take part.
    case exempt
  }

  /// What follows from the round for a center (articles 29 and 30).
  enum Consequence: Sendable, Hashable {
    /// It shows a ground for revocation, of which nothing is on file yet.
    case proposal(RoundConsequences.Proposal)
    /// The revocation that was proposed when it closed.
    case revocation(MatterSummary)
    case excellent(String)

    /// The center's code.
    var center: String {
      switch self {
      case .proposal(let proposal): proposal.center
      case .revocation(let revocation): revocation.center
      case .excellent(let code): code
      }
    }
  }

  /// The round.
  private(set) var file: RoundFile
  /// What came of the incentives of a closed round, for staff.
  private(set) var closed: RoundConsequencesFile?
  /// All centers with a place in it: by rank where there is one, then by code.
  private(set) var all: [RoundFileRow] = []
  /// How many stand where.
  private(set) var counts = RoundFileCounts()
  /// Those that the filter lets through.
  private(set) var rows: [RoundFileRow] = []
  /// What follows, or as things are now would follow; empty before settlement.
  private(set) var consequences: [Consequence] = []
  /// What is looked at.
  var part = Part.centers
  /// Which centers are listed.
  var filter = Filter.due { didSet { if oldValue != filter { refilter() } } }
  /// Names and hosts of centers, as far as they were looked up.
  var names: [String: RegistryLine] = [:]
  private var lists = [Part: ListState]()
  /// The center that was in hand before a filter left it out, and the one that stood there instead.
  private var leftOut: (center: String, instead: String?)?
  /// The codes of the marked centers; they stay marked whatever is shown.
  private(set) var marks: Set<String> = []

  /// Shows a round.
  init(_ file: RoundFile, _ closed: RoundConsequencesFile? = nil) {
    self.file = file
    self.closed = closed
    gather()
  }

  /// Shows the round as a newer reading has it; what is looked at and selected stays so.
  mutating func take(_ newer: RoundFileState) {
    let kept = selectedRow?.code
    (file, closed, all, counts, consequences) = (newer.file, newer.closed, newer.all, newer.counts, newer.consequences)
    marks.formIntersection(all.map(\.code))
    sift(keeping: kept)
  }

  /// Marks the selected center, or takes its mark away, and goes on to the next one.
  mutating func mark() {
    guard part == .centers, let code = selectedRow?.code else { return }
    if marks.remove(code) == nil { marks.insert(code) }
    list.move(.down)
  }

  /// Marks all centers that are shown; where all are marked already, their marks go.
  mutating func markShown() {
    let codes = rows.map(\.code)
    if marks.isSuperset(of: codes) { marks.subtract(codes) } else { marks.formUnion(codes) }
  }

  /// Takes marks away.
  mutating func unmark(_ codes: [String]) { marks.subtract(codes) }

  /// Takes all marks away.
  mutating func clearMarks() { marks = [] }

  var round: EvaluationRound { file.round }
  var objections: [RoundObjection] { file.round.state.objections }
  /// What happened, by its place in the list: the latest stands first.
  func happening(at place: Int) -> RoundHappening { file.timeline[file.timeline.count - 1 - place] }
  /// The parts that there is something to see in; the others are greyed.
  var parts: [Part] { Part.allCases }

  /// The list of the part that is looked at.
  var list: ListState {
    get { lists[part] ?? ListState() }
    set { lists[part] = newValue }
  }

  /// How many things a part has.
  func count(_ part: Part) -> Int {
    switch part {
    case .centers: rows.count
    case .objections: objections.count
    case .consequences: consequences.count
    case .history: file.timeline.count
    }
  }

  /// Selects the row of a center.
  mutating func select(_ code: String) {
    if let place = rows.firstIndex(where: { $0.code == code }) { lists[.centers, default: ListState()].select(place) }
  }

  /// The row of the selected center.
  var selectedRow: RoundFileRow? { RoundFileState.chosen(rows, lists[.centers]) }
  /// The selected objection.
  var selectedObjection: RoundObjection? { RoundFileState.chosen(objections, lists[.objections]) }
  /// The selected consequence.
  var selectedConsequence: Consequence? { RoundFileState.chosen(consequences, lists[.consequences]) }
  /// What is selected of what happened.
  var selectedEvent: RoundHappening? {
    let place = lists[.history]?.selected ?? 0
    return place < file.timeline.count ? happening(at: place) : nil
  }

  /// The code of the center in hand, whichever part is looked at.
  var center: String? {
    switch part {
    case .centers: selectedRow?.code
    case .objections: selectedObjection?.center
    case .consequences: selectedConsequence?.center
    case .history: selectedEvent?.matter.center
    }
  }

  /// The place of a center.
  func row(of code: String) -> RoundFileRow? { all.first { $0.code == code } }
  /// How many centers have a rank.
  var ranked: Int { all.count { $0.rank != nil } }
  /// The objections that are not settled.
  var open: [RoundObjection] { objections.filter { $0.objection.settlement == nil } }
  /// Those of them that hold something up until they are settled; the others are only kept on file (article 12).
  var waiting: [RoundObjection] { round.state.notice.map { notice in open.filter { $0.objection.holdsUp(under: notice) } } ?? [] }

  private static func chosen<Thing>(_ things: [Thing], _ list: ListState?) -> Thing? {
    let place = list?.selected ?? 0
    return things.indices.contains(place) ? things[place] : nil
  }

  private mutating func gather() {
    let settled = round.state.settlement?.ranking.map { ($0.code, $0.rank) }
    var waiting: [String: Int] = [:]
    for objection in self.waiting { waiting[objection.center, default: 0] += 1 }
    let standings = file.codes.compactMap { code in round.standing(of: code, file.situation).map { (code, $0) } }
    // Until settlement the ranks are those of the sheets as they are now, as in the ranking; the order stays that of the codes.
    let ranks = Dictionary(settled ?? RoundFileState.provisional(standings), uniquingKeysWith: { first, _ in first })
    all = standings.map { code, standing in
      RoundFileRow(
        code: code, standing: standing, file: round[center: code], sheets: file.situation.centers[code]?.sheets.count ?? 0,
        rank: ranks[code], openObjections: waiting[code] ?? 0, reopenedBy: round.state.settlement?.reopened[code])
    }
    if settled != nil {
      // The ranked first; all others are by code already.
      let ranked = all.filter { $0.rank != nil }.sorted { left, right in
        left.rank == right.rank ? left.code.utf8.lexicographicallyPrecedes(right.code.utf8) : (left.rank ?? 0) < (right.rank ?? 0)
      }
      all = ranked + all.filter { $0.rank == nil }
    }
    counts = RoundFileCounts(all)
    let found = round.state.settlement.map { settlement in
      RoundConsequences(
        figures: settlement.figures.mapValues(\.score), absent: settlement.absent, status: file.situation.centers.mapValues(\.status))
    }
    let proposals = closed?.proposals ?? found?.proposals ?? []
    let excellent = closed?.excellent.map(\.center) ?? found?.excellent ?? []
    let revocations = closed?.revocations ?? []
    let onFile = Set(revocations.map(\.center))
    consequences =
      revocations.map { .revocation($0) } + proposals.filter { !onFile.contains($0.center) }.map { .proposal($0) }
      + excellent.map { .excellent($0) }
    sift(keeping: nil)
  }

  private static func provisional(_ standings: [(String, RoundStanding)]) -> [(String, Int)] {
    let scored = standings.compactMap { code, standing in
      if case .scored(let score) = standing { (code: code, score: score.score) } else { nil }
    }
    return Ranking.ranked(scored, score: \.score, code: \.code).map { ($0.thing.code, $0.rank) }
  }

  /// Lists the centers of another filter: the one in hand stays in hand where it is among them, and comes back when it is again.
  private mutating func refilter() {
    let inHand = selectedRow?.code
    let wanted = leftOut.flatMap { $0.instead == inHand ? $0.center : nil } ?? inHand
    lists[.centers] = ListState()
    sift(keeping: wanted)
    leftOut = wanted.flatMap { selectedRow?.code == $0 ? nil : ($0, selectedRow?.code) }
  }

  private mutating func sift(keeping code: String?) {
    rows =
      switch filter {
      case .due: all.filter { !$0.isExempt }
      case .waiting: all.filter(\.isWaiting)
      case .exempt: all.filter(\.isExempt)
      }
    for part in Part.allCases { lists[part, default: ListState()].setCount(count(part)) }
    if let code { select(code) }
  }
}

extension RoundFileState.Part {
  /// What it is called.
  var phrase: Phrase {
    switch self {
    case .centers: Phrase(zh: "中心", en: "Centers")
    case .objections: Phrase(zh: "异议", en: "Objections")
    case .consequences: Phrase(zh: "结果运用", en: "Consequences")
    case .history: Phrase(zh: "办理经过", en: "History")
    }
  }
}

extension RoundFileState.Filter {
  /// Who is listed.
  var phrase: Phrase {
    switch self {
    case .due: Phrase(zh: "应评", en: "due")
    case .waiting: Phrase(zh: "待办", en: "waiting")
    case .exempt: Phrase(zh: "免评", en: "exempt")
    }
  }
}
