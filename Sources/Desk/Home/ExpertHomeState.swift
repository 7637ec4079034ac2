import CenterStore
import Regulation
import Widgets
import Wording

/// What waits for an expert: their centers, round by round.
struct ExpertHomeState {
  /// A round with the expert's centers in it.
  struct Round: Hashable {
    let year: Int
    let state: RoundState
    let scoresBy: Day?
    var hasPledged: Bool
    var tasks: [ExpertTask]

    /// The sheets that are asked for: not those of centers to step aside from, nor of centers that are absent or have ended.
    var asked: [ExpertTask] { tasks.filter { $0.ended == nil && ($0.state == .submitted || $0.isAsked) } }
    /// Whether the pledge of who has not given it leads to a sheet: while sheets are taken, and after that for a center published without a
    /// figure, or re-opened.
    var takesPledge: Bool { state.takesSheets || tasks.contains { $0.isAwaited || $0.isReopened } }
    /// The centers that handed nothing in, of which nothing is to be scored (article 30).
    var absent: Int { tasks.count { $0.isAbsent && $0.ended == nil && $0.recusal == nil && $0.state != .submitted } }
    /// How many sheets are submitted.
    var submitted: Int { asked.count { $0.state == .submitted } }
    /// The centers that were revoked or reorganised while their sheets were written.
    var ended: [ExpertTask] { tasks.filter { $0.ended != nil } }
    /// How many sheets are still to be written.
    var open: Int { asked.count - submitted }

    /// The order of rounds (``ExpertHomeState/rounds``).
    static func comesBefore(_ first: Round, _ second: Round) -> Bool {
      func urgency(_ round: Round) -> (Bool, Day?) { (round.state.takesSheets, round.state.takesSheets ? round.scoresBy : nil) }
      let (left, right) = (urgency(first), urgency(second))
      if left.0 != right.0 { return left.0 }
      return switch (left.1, right.1) {
      case (let day?, let other?) where day != other: day < other
      case (.some, nil): true
      case (nil, .some): false
      default: first.year > second.year
      }
    }
  }

  /// The rounds: those that take sheets by their last days for them, the nearest first, then the others, latest first; `nil` while they are being
  /// read.
  private(set) var rounds: [Round]?
  /// How many applications wait for the expert's opinion.
  var reviews = 0
  /// How many applications wait for the group's opinion, which the expert writes as leader.
  var groupReviews = 0
  /// Since when the application waits that waits longest for the expert; `nil` where none does.
  var reviewsSince: Day?
  /// Whether an application waits for the expert.
  var hasReviews: Bool { reviews + groupReviews > 0 }
  /// Why they cannot be read.
  var problem: Phrase?
  /// Which line is selected; the rounds that are over are closed at first.
  var outline = Outline([])

  /// The selected center; `nil` on the heading of a round.
  var selected: ExpertTask? {
    guard case .item(let group, let index) = outline.selected, let rounds else { return nil }
    return rounds[group].tasks[index]
  }

  /// The round of the selected line.
  var selectedRound: Round? {
    guard let rounds, let entry = outline.selected else { return nil }
    switch entry {
    case .heading(let group), .item(let group, _): return rounds.indices.contains(group) ? rounds[group] : nil
    }
  }

  /// A line of the list, whether its round is open or closed: the heading of a round, or a center.
  struct Place: Equatable {
    var year: Int
    /// The center; `nil` on the heading.
    var task: ExpertTask?

    /// Whether it is the same line, whatever is said there now.
    func isSame(as other: Place) -> Bool { year == other.year && task?.center == other.task?.center }
  }

  /// What the list can be searched for: its centers, each behind the heading of its round, which nothing finds.
  var places: [Place] {
    (rounds ?? []).flatMap { round in [Place(year: round.year)] + round.tasks.map { Place(year: round.year, task: $0) } }
  }

  /// Where the selected line stands among them.
  var placeInHand: Int {
    guard let year = selectedRound?.year else { return 0 }
    let center = selected?.center
    return places.firstIndex { $0.year == year && $0.task?.center == center } ?? 0
  }

  /// Selects a line, and opens its round where it is closed.
  mutating func select(_ place: Place) {
    guard let group = rounds?.firstIndex(where: { $0.year == place.year }) else { return }
    guard let task = place.task else {
      outline.select(.heading(group))
      return
    }
    if outline.groups[group].isCollapsed { outline.toggle(group) }
    select(year: place.year, center: task.center)
  }

  /// The round in which sheets are written now: of several the one whose last day is nearest, after those that ask for nothing more.
  var current: Round? {
    let taking = (rounds ?? []).filter(\.state.takesSheets)
    return taking.first { $0.open > 0 } ?? taking.first
  }

  /// The centers that an upheld objection re-opened, and whose sheet the expert may change (article 25).
  var reopened: [ExpertTask] { rounds?.flatMap(\.tasks).filter { $0.isReopened && $0.recusal == nil } ?? [] }

  /// The centers that were published without a figure, and for which the expert's sheet is still to come (article 25).
  var awaited: [ExpertTask] { rounds?.flatMap(\.tasks).filter { $0.isAwaited && $0.state != .submitted && $0.recusal == nil } ?? [] }

  /// How many opinions of groups that the expert leads wait to be written.
  var opinionsDue: Int { (rounds ?? []).filter(\.state.takesSheets).flatMap(\.tasks).count { $0.leading == .isDue } }

  /// Takes what was read; the selection stays on its center.
  mutating func take(_ tasks: [ExpertTask], pledged: Set<Int>) {
    let old = selected.map { ($0.year, $0.center) }
    let years = tasks.map(\.year).reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
    let isFirst = rounds == nil
    let collapsed = Dictionary(
      uniqueKeysWithValues: (rounds ?? []).enumerated().map { ($1.year, outline.groups[$0].isCollapsed) })
    let rounds = years.map { year in
      let own = tasks.filter { $0.year == year }
      return Round(
        year: year, state: own[0].roundState, scoresBy: own[0].scoresBy, hasPledged: pledged.contains(year), tasks: own)
    }.sorted(by: Round.comesBefore)
    self.rounds = rounds
    problem = nil
    outline = Outline(
      rounds.enumerated().map { place, round in
        Outline.Group(
          count: round.tasks.count,
          isCollapsed: collapsed[round.year]
            ?? (place > 0 && !round.state.takesSheets && !round.tasks.contains { $0.isReopened || $0.isAwaited }))
      })
    if let old { select(year: old.0, center: old.1) } else if isFirst { selectUnfinished() }
  }

  private mutating func select(year: Int, center: String) {
    for (group, round) in (rounds ?? []).enumerated() where round.year == year {
      if let index = round.tasks.firstIndex(where: { $0.center == center }) { outline.select(.item(group: group, index: index)) }
    }
  }

  /// Begins on the first sheet that is not finished.
  private mutating func selectUnfinished() {
    if let task = reopened.first ?? awaited.first, current == nil { return select(year: task.year, center: task.center) }
    guard let year = current?.year, let group = rounds?.firstIndex(where: { $0.year == year }),
      let index = rounds?[group].tasks.firstIndex(where: { $0.state != .submitted && $0.isAsked })
    else { return }
    outline.select(.item(group: group, index: index))
  }
}

extension ExpertTask {
  /// Whether a sheet is asked for.
  var isAsked: Bool { recusal == nil && !isAbsent && ended == nil }
}
