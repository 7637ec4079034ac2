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
  /// Which one is selected.
  var list = ListState()
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
    // Where nothing waits, an empty list would tell nothing: what is under way is shown, else everything.
    if narrowing == .waiting, waiting == 0, !all.isEmpty { narrowing = all.contains(where: \.stage.isOpen) ? .open : .all }
    arrange(keeping: selected?.number)
  }

  /// Shows others.
  mutating func narrow(to narrowing: Narrowing) {
    self.narrowing = narrowing
    arrange(keeping: selected?.number)
  }

  private mutating func arrange(keeping number: String?) {
    switch narrowing {
    case .waiting: shown = all.filter { ApplicationsState.waits($0, for: role) }.sorted { ($0.since, $0.number) < ($1.since, $1.number) }
    case .open: shown = all.filter(\.stage.isOpen)
    case .all: shown = all
    case .stage(let stage): shown = all.filter { $0.stage == stage }
    }
    list.setCount(shown.count)
    if let place = shown.firstIndex(where: { $0.number == number }) { list.select(place) } else { list.select(0) }
  }

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
