import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The rounds of evaluation and, for staff, their steps.
@MainActor
final class RoundsScreen: Screen {
  let sitting: Sitting
  private(set) var state: RoundsState
  /// The rounds under way as their steps see them, as far as they were read.
  private(set) var files: [Int: RoundFile] = [:]
  private var page: WordsPage?
  /// How often the rounds were read: what was worked out for an earlier reading comes too late.
  private var readings = 0
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)

  /// - Parameter year: the round to begin on; `nil`: the latest.
  init(_ sitting: Sitting, year: Int? = nil) {
    self.sitting = sitting
    state = RoundsState(rounds: [], today: sitting.today, tellsConductor: sitting.member.role != .agency)
    load()
    if let year { state.select(year) }
  }

  var title: Phrase { Phrase(zh: "评估年度", en: "Rounds") }
  var bindings: [KeyBinding] { state.bindings(isStaff: sitting.isStaff) }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("round.", "sheet.", "import.scores", "assign.") { load() }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "ranking":
      if let round = state.selected {
        sitting.runtime.push(RankingScreen(sitting, year: round.year))
      }
    case "progress":
      if let round = state.selected {
        sitting.runtime.push(ProgressScreen(sitting, year: round.year))
      }
    case "file":
      if let round = state.selected {
        sitting.runtime.push(RoundFileScreen(sitting, year: round.year))
      }
    case "materials":
      if let round = state.selected {
        sitting.runtime.push(MaterialsScreen(sitting, year: round.year))
      }
    case "meeting":
      if let round = state.selected { sitting.meet(on: round.year) }
    case "open": open()
    case "proofs": if let round = state.selected { sitting.runtime.push(GivenOutScreen(sitting, year: round.year)) }
    case "lot": if let round = state.selected { sitting.runtime.push(LotScreen(sitting, year: round.year)) }
    case "wishes": if let round = state.selected { assignWithWishes(round) }
    default:
      if let step = RoundStep(rawValue: action.rawValue), let round = state.selected { take(step, round) }
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): return state.list.take(press)
    case .mouse(let press):
      let table = RoundsView(state: state, look: sitting.runtime.look, isStaff: sitting.isStaff).table
      switch state.list.handle(press, in: table.rowsArea(in: RoundsView.tableArea(in: area))) {
      case .committed: perform("ranking")
      case .ignored: return false
      default: break
      }
      return true
    case .paste, .focus: return false
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let page { return page.draw(on: &canvas, in: area, look: look) }
    state.list.layout(rows: RoundsView.tableArea(in: area).rows - 1)
    RoundsView(state: state, look: look, isStaff: sitting.isStaff).draw(on: &canvas, in: area)
  }

  /// Selects the round of a year.
  func select(_ year: Int) { state.select(year) }

  func load() {
    do {
      state.take(rounds: try sitting.store.rounds(by: sitting.acting), today: sitting.today)
      state.conducted = try sitting.store.conductedRounds(by: sitting.acting)
      page = nil
      files = [:]
      lookBehind()
    } catch {
      page = .failed(error)
    }
  }

  /// What the steps of the rounds under way have to look at is worked out behind the screen.
  private func lookBehind() {
    let (store, who) = (sitting.store, sitting.acting)
    readings += 1
    let reading = readings
    for year in state.rounds.filter(\.state.isOpen).map(\.year) where state.conducted.contains(year) {
      sitting.runtime.background(.beside) {
        let submitted = try store.expertProgress(year: year, by: who).reduce(0) { $0 + $1.submitted }
        let result = try store.result(year, namesAll: false, by: who).result
        var situation = RoundsState.Situation(
          submissions: submitted, pending: result.pending.count, scored: result.centers.count, absent: result.absent.count)
        let file = try store.roundFile(year, by: who)
        for entry in file.menu {
          if let step = RoundStep(rawValue: entry.kind.rawValue) { situation.refusals?[step] = entry.refusal?.cited }
        }
        return (situation, file)
      } then: { [weak self] answer in
        guard let self, reading == readings, case .success(let (situation, file)) = answer else { return }
        state.situations[year] = situation
        files[year] = file
      }
    }
  }
}
