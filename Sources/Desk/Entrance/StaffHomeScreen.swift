import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The first screen of the bureau, the administrator and the agency: the round under way, who and what it waits for, and the ways on.
@MainActor
final class StaffHomeScreen: Screen {
  private let sitting: Sitting
  private var state = StaffHomeState()
  private var failure: WordsPage?
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting) { self.sitting = sitting }

  var title: Phrase { ExpertHomeScreen.deskName }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "go", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "进入", en: "go"),
        explanation: Phrase(zh: "进入所选的一项", en: "go where the selected line leads"), prominence: .first)
    ] + state.destinations.prefix(Destination.digits).enumerated().map { $1.binding(at: $0, isStaff: sitting.isStaff) }
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    guard let news = news as? StoreNews else { return }
    if news.contains(
      "sheet.", "import.", "round.", "assign.", "expert.", "application.", "call.", "change.", "director.", "revocation.")
    {
      load()
    }
  }

  func perform(_ action: ActionName) {
    if action == "go" { return go(to: state.list.selected) }
    for place in state.destinations.indices where action.rawValue == "go.\(place)" { go(to: place) }
  }

  private func go(to place: Int) {
    guard state.destinations.indices.contains(place) else { return }
    state.list.select(place)
    sitting.runtime.push(state.destinations[place].screen(sitting))
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): return state.list.take(press)
    case .mouse(let press):
      switch state.list.handle(press, in: StaffHomeView.menuArea(in: area, count: state.destinations.count)) {
      case .committed: go(to: state.list.selected)
      case .ignored: return false
      default: break
      }
      return true
    case .paste, .focus: return false
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    StaffHomeView(state: state, look: look, isStaff: sitting.isStaff).draw(on: &canvas, in: area)
  }

  private func load() {
    do {
      let (store, who) = (sitting.store, sitting.acting)
      let rounds = try StaffHomeState.rounds(sitting)
      let applications = Destination.applications(sitting)
      var new = try StaffHomeState(
        rounds: rounds, applications: applications, matters: Destination.matters(sitting), isAdmin: sitting.member.role == .admin
      ) {
        [today = sitting.today] round throws(StoreError) in
        ProgressState(
          round: round, today: today, experts: try store.expertProgress(year: round.year, by: who),
          centers: try store.centerProgress(year: round.year, by: who))
      }
      if let round = new.round, round.state.takesSheets {
        new.declined = try store.releasedExperts(year: round.year, by: who).filter { $0.isDeclined && !$0.isReplaced }
      }
      if new.destinations.count == state.destinations.count { new.list = state.list }
      state = new
      failure = nil
    } catch {
      failure = .failed(error)
    }
  }
}
