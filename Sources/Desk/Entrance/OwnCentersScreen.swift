import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The first screen of a competent department or a host unit: its own centers (articles 5 and 6), whether they are due, and the ways on.
@MainActor
final class OwnCentersScreen: Screen {
  let sitting: Sitting
  private var state = OwnCentersState()
  private var failure: WordsPage?
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting) { self.sitting = sitting }

  var title: Phrase { ExpertHomeScreen.deskName }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "档案", en: "file"),
        explanation: Phrase(zh: "打开所选中心的档案", en: "open the file of the selected center"), prominence: .first,
        refusal: state.selected == nil ? Phrase(zh: "没有可打开的中心", en: "there is no center to open") : nil),
      CenterResultScreen.binding(state.selected == nil ? nil : state.published),
    ]
      + (sitting.member.role == .host
        ? [AskingRecusal.binding(isOwn: state.selected != nil, state.selected.flatMap { state.refusesRecusal[$0.code] })] : [])
      + state.destinations.prefix(Destination.digits).enumerated().map { place, destination in
        var binding = destination.binding(at: place, isStaff: sitting.isStaff)
        // What waits is named first, and never pushed out of the footer by what does not.
        binding.prominence = destination.waiting > 0 ? .first : .footer
        return binding
      }
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews,
      news.contains(
        "import.", "round.", "application.", "call.", "material.", "sheet.", "assign.", "expert.", "conflict.", "change.", "director.",
        "revocation.")
    {
      load()
    }
  }

  func perform(_ action: ActionName) {
    if action == "open", let center = state.selected { return sitting.runtime.push(CenterFileScreen(sitting, code: center.code)) }
    if action == "recusal", let center = state.selected { return sitting.askRecusal(center: center.code, name: center.name) }
    if action == "result", let center = state.selected, let year = state.published {
      return sitting.runtime.push(CenterResultScreen(sitting, center: center.code, year: year))
    }
    for (place, destination) in state.destinations.enumerated() where action.rawValue == "go.\(place)" {
      sitting.runtime.push(destination.screen(sitting))
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): return state.list.take(press)
    case .mouse(let press):
      let view = OwnCentersView(state: state, look: sitting.runtime.look, role: sitting.member.role, names: sitting.names)
      switch state.list.handle(press, in: view.table.rowsArea(in: view.tableArea(in: area))) {
      case .committed: perform("open")
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
    let room = OwnCentersView(state: state, look: look, role: sitting.member.role, names: sitting.names).tableArea(in: area)
    state.list.layout(rows: room.rows - 1)
    OwnCentersView(state: state, look: look, role: sitting.member.role, names: sitting.names).draw(on: &canvas, in: area)
  }

  private func load() {
    do {
      let (store, who) = (sitting.store, sitting.acting)
      let rounds = try store.rounds(by: who).filter { $0.state != .cancelled }
      let round = rounds.first
      state.take(
        round: round, published: rounds.first(where: { $0.state.isPublic })?.year,
        destinations: try OwnCentersState.destinations(rounds, sitting),
        call: try store.calls(by: who).first?.call, outcomes: try round.map { try store.ownOutcomes(year: $0.year, by: who) } ?? [:],
        centers: try store.dueCenters(round?.year ?? sitting.today.year, by: who), today: sitting.today)
      if sitting.member.role == .host {
        state.proposed = try sitting.proposedRevocations()
        for center in state.centers { state.refusesRecusal[center.code] = sitting.refusesAskingRecusal(center: center.code) }
      }
      failure = nil
    } catch {
      failure = .failed(error)
    }
  }
}
