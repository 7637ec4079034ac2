import CenterStore
import Regulation
import Widgets
import Wording

/// The applications that somebody may see, narrowed to some of them.
struct ApplicationsState: Sendable {
  /// What is shown.
  enum Narrowing: Sendable, Hashable {
    /// What waits for this person.
    case waiting
    /// What is not over.
    case open
    /// Everything.
    case all
    /// What stands at one stage.
    case stage(ApplicationStage)
  }

  /// All that may be seen, as the store orders it.
  private(set) var all: [ApplicationSummary] = []
  /// What is shown, what stands longest first where it waits for somebody.
  private(set) var shown: [ApplicationSummary] = []
  /// Which of them.
  private(set) var narrowing = Narrowing.waiting
  /// Of which year and department.
  private(set) var filter = ApplicationsFilter()
  /// What is looked for.
  private(set) var search = ApplicationsSearch()
  /// What was shown before something was looked for.
  private var before: Narrowing?
  /// Which one is selected.
  var list = ListState()
  /// The numbers of the marked applications; they stay marked whatever is shown.
  private(set) var marks: Set<String> = []
  private let role: Role

  init(role: Role) { self.role = role }

  /// The selected application.
  var selected: ApplicationSummary? { shown.indices.contains(list.selected) ? shown[list.selected] : nil }

  /// How many wait for this person.
  var waiting: Int { all.count { ApplicationsState.waits($0, for: role) } }

  /// Whether an application waits for somebody of a role.
  static func waits(_ application: ApplicationSummary, for role: Role) -> Bool { application.waits }

  /// Shows what there is now; the same application stays selected.
  mutating func take(_ applications: [ApplicationSummary]) {
    all = applications
    search.take(applications)
    marks.formIntersection(applications.map(\.number))
    // Where nothing waits, an empty list would tell nothing: what is under way is shown, else everything.
    if narrowing == .waiting, waiting == 0, !all.isEmpty { narrowing = all.contains(where: \.stage.isOpen) ? .open : .all }
    arrange(keeping: selected?.number)
  }

  /// Shows others.
  mutating func narrow(to narrowing: Narrowing) {
    self.narrowing = narrowing
    arrange(keeping: selected?.number)
  }

  /// Shows those of a year or a department.
  mutating func narrow(by filter: ApplicationsFilter) {
    self.filter = filter
    arrange(keeping: selected?.number)
  }

  private mutating func arrange(keeping number: String?) {
    let hits = search.hits
    shown = all.enumerated().filter { place, application in
      filter.admits(application) && isShown(application, narrowing) && hits?.contains(place) ?? true
    }.map(\.element)
    if narrowing == .waiting { shown.sort { ($0.dueSince ?? $0.since, $0.number) < ($1.dueSince ?? $1.since, $1.number) } }
    list.setCount(shown.count)
    if let place = shown.firstIndex(where: { $0.number == number }) { list.select(place) } else { list.select(0) }
  }

  private func isShown(_ application: ApplicationSummary, _ narrowing: Narrowing) -> Bool {
    switch narrowing {
    case .waiting: ApplicationsState.waits(application, for: role)
    case .open: application.stage.isOpen
    case .all: true
    case .stage(let stage): application.stage == stage
    }
  }

  /// How many would be shown, of the present year and department.
  func count(_ narrowing: Narrowing) -> Int { all.count { filter.admits($0) && isShown($0, narrowing) } }

  /// The years of the calls, the latest first.
  var years: [Int] { Set(all.map(\.year)).sorted(by: >) }

  /// The departments to which applications were made, in the order of their names.
  var departments: [String] { Set(all.map(\.department)).sorted() }

  // MARK: - Searching

  /// Goes to the search, which looks through everything: who looks for one application does not know how far it has come.
  mutating func beginSearch() {
    search.isInHand = true
    guard search.query.isEmpty else { return }
    before = narrowing
    narrow(to: .all)
  }

  /// Goes back to the list. What was looked for stays.
  mutating func leaveSearch() {
    search.isInHand = false
    if search.query.isEmpty { clearSearch() }
  }

  /// Takes the search away, and shows again what was shown before.
  mutating func clearSearch() {
    search.isInHand = false
    search.field = TextField()
    narrow(to: before ?? narrowing)
    before = nil
  }

  /// Edits what is looked for.
  ///
  /// - Returns: what the field made of it; after `.changed` the list shows the first that matches.
  mutating func editSearch(_ edit: (inout TextField) -> FieldOutcome) -> FieldOutcome {
    let outcome = edit(&search.field)
    if outcome == .changed { arrange(keeping: nil) }
    return outcome
  }

  // MARK: - Marks

  /// The steps that somebody of a role may take with several applications at once, and at which stage.
  static func bulkSteps(for role: Role) -> [(kind: ApplicationStepKind, stage: ApplicationStage)] {
    BulkStep.stages.filter { $0.kind.isTaken(by: role) }
  }

  /// How many of the marked stand at a stage.
  func marked(at stage: ApplicationStage) -> Int { markedNumbers(at: stage).count }

  /// The numbers of the marked that stand at a stage.
  func markedNumbers(at stage: ApplicationStage) -> [String] {
    all.filter { $0.stage == stage && marks.contains($0.number) }.map(\.number)
  }

  /// Marks the selected application, or takes its mark away, and goes on to the next one.
  mutating func toggleMark() {
    guard let number = selected?.number else { return }
    if marks.remove(number) == nil { marks.insert(number) }
    list.move(.down)
  }

  /// Marks all that are shown; where all are marked already, their marks go.
  mutating func markShown() {
    let numbers = shown.map(\.number)
    if marks.isSuperset(of: numbers) { marks.subtract(numbers) } else { marks.formUnion(numbers) }
  }

  /// Takes marks away.
  mutating func unmark(_ numbers: [String]) { marks.subtract(numbers) }

  /// Takes all marks away.
  mutating func clearMarks() { marks = [] }

  /// The stages at which something stands, with how many, in the order of the way.
  var counts: [(stage: ApplicationStage, count: Int)] {
    ApplicationStage.allCases.compactMap { stage in
      let count = all.count { $0.stage == stage }
      return count == 0 ? nil : (stage, count)
    }
  }
}

extension ApplicationsState.Narrowing {
  /// What it is called.
  var phrase: Phrase {
    switch self {
    case .waiting: Phrase(zh: "待我办理", en: "waiting for me")
    case .open: Phrase(zh: "未办结", en: "not over")
    case .all: Phrase(zh: "全部", en: "all")
    case .stage(let stage): stage.phrase
    }
  }
}

extension ApplicationStage {
  /// The colour of the stage.
  var ink: Ink {
    switch self {
    case .certified: .good
    case .declined, .failedCheck, .notProposed, .notApproved, .objectionUpheld: .bad
    case .withdrawn: .muted
    case .returned, .sentBack, .onNotice: .caution
    default: .plain
    }
  }
}
