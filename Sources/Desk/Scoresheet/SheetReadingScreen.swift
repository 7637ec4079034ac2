import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// An expert's submitted sheet as those who run the round read it: the same picture that the expert had, and nothing that can be changed.
@MainActor
final class SheetReadingScreen: Screen {
  private let sitting: Sitting
  private let year: Int
  private let center: String
  private let expert: (login: String, name: String)
  private let isBelowCenter: Bool
  private(set) var state: ScoresheetState
  private var layout = ScoresheetLayout(in: Area(Size(columns: 0, rows: 0)), showsPanel: false)
  /// What of the last frame may stand in the next one.
  private var kept = ScoresheetView.Kept()

  /// - Parameter isBelowCenter: whether the screen from which it is opened says already which center it is about.
  init(_ sitting: Sitting, year: Int, center: String, expert: (login: String, name: String), isBelowCenter: Bool = false) {
    self.isBelowCenter = isBelowCenter
    self.sitting = sitting
    self.year = year
    self.center = center
    self.expert = expert
    state = ScoresheetState(year: year, center: center, login: expert.login, system: sitting.system)
    state.reader = Phrase(zh: "\(expert.name)的评语", en: "Comment of \(expert.name)")
  }

  var title: Phrase {
    // Staff typed it from signed paper (article 25): that is said wherever it is seen.
    let typed = state.sheet.enteredBy.isEmpty ? Phrase(same: "") : Phrase(zh: "（代录）", en: ", typed by staff")
    let subject = isBelowCenter ? Phrase(same: "") : Phrase(zh: " \(center)", en: ", \(center)")
    return Phrase(zh: "\(expert.name)的评分表", en: "Sheet of \(expert.name)") + subject + typed
  }

  var bindings: [KeyBinding] {
    state.problem == nil
      ? ScoresheetKeys.reading(state)
      : [
        KeyBinding(
          ScoresheetAction.retry.name, [KeyPress(.function(5)), KeyPress(.enter)], label: Phrase(zh: "重试", en: "try again"),
          prominence: .first)
      ]
  }

  func appeared() {
    load()
    readStandings()
  }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("sheet.", "import.", "round.", "facts.", "attachment.", "assign.") { load() }
  }

  /// A sheet that was taken back meanwhile is the expert's alone again: what was read of it goes.
  private func load() {
    do {
      let sheet = try sitting.store.submittedSheet(of: expert.login, year: year, center: center, by: sitting.acting)
      var dossier = try Dossier(sitting.store, year: year, center: center, system: sitting.system, by: sitting.acting)
      dossier.standings = state.dossier?.standings ?? [:]
      _ = state.take(sheet)
      state.dossier = dossier
      state.problem = nil
    } catch {
      state.dossier = nil
      state.problem = Sitting.phrase(for: error)
    }
  }

  private func readStandings() {
    let (store, year, center, acting) = (sitting.store, year, center, sitting.acting)
    sitting.runtime.background(.beside) {
      try store.peerStandings(year: year, center: center, by: acting)
    } then: { [weak self] result in
      if case .success(let standings) = result { self?.state.dossier?.standings = standings }
    }
  }

  func perform(_ action: ActionName) {
    guard let action = ScoresheetAction(rawValue: action.rawValue) else { return }
    let page = max(1, layout.facts.rows - 2)
    let isInFacts = state.pane == .facts
    switch action {
    case .up: isInFacts ? scroll(to: state.factsTop - 1) : state.move(by: -1)
    case .down: isInFacts ? scroll(to: state.factsTop + 1) : state.move(by: 1)
    case .first: isInFacts ? scroll(to: 0) : state.move(by: -IndicatorCode.count)
    case .last: isInFacts ? scroll(to: Int.max / 2) : state.move(by: IndicatorCode.count)
    case .pageUp: scroll(to: state.factsTop - page)
    case .pageDown: scroll(to: state.factsTop + page)
    case .facts: state.pane = .facts
    case .indicators: state.pane = .indicators
    case .documents:
      sitting.runtime.push(AttachmentsScreen.proving(state.selected, of: center, year: year, sitting))
    case .retry: load()
    default: break
    }
  }

  private func scroll(to line: Int) { state.factsTop = max(0, min(line, layout.factsCount - layout.facts.rows)) }

  func receive(_ event: InputEvent) -> Bool {
    guard case .mouse(let press) = event else { return false }
    switch (press.button, press.phase) {
    case (.wheelUp, _) where layout.facts.contains(press.place): scroll(to: state.factsTop - 3)
    case (.wheelDown, _) where layout.facts.contains(press.place): scroll(to: state.factsTop + 3)
    case (.left, .down):
      if layout.facts.contains(press.place) {
        state.pane = .facts
      } else if let code = layout.indicator(at: press.place) {
        state.pane = .indicators
        state.select(code)
      } else {
        return false
      }
    default: return false
    }
    return true
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    layout = ScoresheetView.draw(state, today: sitting.today, names: sitting.names, on: &canvas, in: area, look: look, kept: &kept)
    scroll(to: state.factsTop)
  }
}
