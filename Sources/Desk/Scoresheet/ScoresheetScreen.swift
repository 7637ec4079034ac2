import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The scoresheet (评分表) of one center by one expert: the nineteen indicators, and beside each what the center says of it.
@MainActor
final class ScoresheetScreen: Screen {
  let sitting: Sitting
  let year: Int
  let center: String
  let writer: SheetWriter
  var state: ScoresheetState
  /// Where things were drawn last, for the mouse.
  var layout = ScoresheetLayout(in: Area(Size(columns: 0, rows: 0)), showsPanel: false)
  /// What of the last frame may stand in the next one.
  private var kept = ScoresheetView.Kept()
  /// Keeps the draft of the comment in hand a moment after the last key.
  let draftPause: SavingPause

  /// - Parameter indicator: the one to begin on; `nil`: the first open one.
  init(_ sitting: Sitting, year: Int, center: String, at indicator: IndicatorCode? = nil) {
    self.sitting = sitting
    self.year = year
    self.center = center
    writer = SheetWriter(sitting.store, year: year, center: center, by: sitting.acting)
    state = ScoresheetState(year: year, center: center, login: sitting.acting.login, system: sitting.system, at: indicator)
    beginsAtFirstOpen = indicator == nil
    draftPause = SavingPause(sitting.runtime, quiet: .seconds(1))
  }

  private var beginsAtFirstOpen: Bool
  private var hasAppeared = false

  var title: Phrase {
    let name = state.dossier.map { " \($0.line.name)" } ?? ""
    return Phrase(zh: "评分表 \(center)\(name)", en: "Scoresheet \(center)\(name)")
  }

  var bindings: [KeyBinding] { ScoresheetKeys.bindings(state) }
  var isCapturing: Bool { state.isCapturing }

  var unsavedReason: Phrase? {
    if !state.unsaved.isEmpty {
      let codes = state.unsaved.keys.sorted().map(\.description)
      return Phrase(
        zh: "\(codes.joined(separator: "、")) 未能保存，离开后将丢失；按 F11 可重试",
        en: "\(codes.joined(separator: ", ")) could not be saved and will be lost; F11 tries again")
    }
    if let entry = state.entry, !entry.isEmpty {
      return Phrase(
        zh: "\(entry.code) 正在输入 \(entry.field.reading)，尚未保存", en: "\(entry.code): \(entry.field.reading) is being typed and not saved yet")
    }
    if let comment = state.comment, case .failed = comment.draft {
      return Phrase(
        zh: "\(comment.code) 的评语草稿未能保存，离开后将丢失", en: "The draft of the comment on \(comment.code) could not be kept and will be lost")
    }
    return nil
  }

  // MARK: - Reading

  func appeared() {
    if hasAppeared { return reload() }
    hasAppeared = true
    // Read at once, not in the background: what is typed right after Enter is meant for this sheet and must not fall on an empty one.
    opened(
      Result {
        let dossier = try Dossier(sitting.store, year: year, center: center, system: sitting.system, by: sitting.acting)
        return (sheet: try writer.read(), dossier: dossier)
      })
    // Scores may still be on their way from an earlier screen of the same sheet.
    reload()
  }

  private func opened(_ result: Result<(sheet: Sheet, dossier: Dossier), any Error>) {
    switch result {
    case .success(let (sheet, dossier)):
      state.problem = nil
      state.dossier = dossier
      takeOver(sheet)
      if beginsAtFirstOpen, let code = IndicatorCode.all.first(where: { sheet.points[$0] == nil }) { state.select(code) }
      readStandings()
    case .failure(let error): state.problem = Sitting.phrase(for: error)
    }
  }

  private func takeOver(_ sheet: Sheet) { writer.saw(sheet, state.take(sheet)) }

  private func readStandings() {
    let (store, year, center, acting) = (sitting.store, year, center, sitting.acting)
    sitting.runtime.background(.beside) {
      try store.peerStandings(year: year, center: center, by: acting)
    } then: { [weak self] result in
      if case .success(let standings) = result { self?.state.dossier?.standings = standings }
    }
  }

  /// Reads the sheet anew, in turn with what is being written, so that nothing older than the own last word comes back.
  func reload() {
    let writer = writer
    sitting.runtime.background {
      try writer.read()
    } then: { [weak self] result in
      guard let self, state.dossier != nil else { return }
      switch result {
      case .success(let sheet): takeOver(sheet)
      case .failure(let error): sitting.tell(error)
      }
    }
  }

  func reloadDossier() {
    let (store, year, center, system, acting) = (sitting.store, year, center, sitting.system, sitting.acting)
    sitting.runtime.background(.beside) {
      try Dossier(store, year: year, center: center, system: system, by: acting)
    } then: { [weak self] result in
      guard let self, case .success(var dossier) = result else { return }
      dossier.standings = state.dossier?.standings ?? [:]
      state.dossier = dossier
      readStandings()
    }
  }

  func changed(_ news: any Sendable) {
    guard let news = news as? StoreNews, state.dossier != nil else { return }
    if news.contains("sheet.", "import.scores", "round.") { reload() }
    if news.contains(
      "round.", "revocation.", "center.", "import.facts", "import.centers", "import.results", "facts.", "import.attachments", "attachment.")
    {
      reloadDossier()
    }
  }

  // MARK: - Keys

  func perform(_ action: ActionName) {
    guard let action = ScoresheetAction(rawValue: action.rawValue) else { return }
    switch action {
    case .up: moveArrow(by: -1)
    case .down: moveArrow(by: 1)
    case .first: state.pane == .facts ? scroll(to: 0) : state.move(by: -IndicatorCode.count)
    case .last: state.pane == .facts ? scroll(to: Int.max / 2) : state.move(by: IndicatorCode.count)
    case .pageUp: scroll(to: state.factsTop - max(1, layout.facts.rows - 2))
    case .pageDown: scroll(to: state.factsTop + max(1, layout.facts.rows - 2))
    case .facts: state.pane = .facts
    case .indicators: state.pane = .indicators
    case .enter: beginEntry(text: state.sheet.points[state.selected].map { FigureText.short($0) } ?? "")
    case .share: beginEntry(text: "", isShare: true)
    case .abandon: abandonEntry()
    case .more: nudge(1)
    case .less: nudge(-1)
    case .clear: clear()
    case .next: goToOpen(1)
    case .previous: goToOpen(-1)
    case .undo: undo()
    case .redo: redo()
    case .comment: beginComment()
    case .saveComment: saveComment()
    case .leaveComment: leaveComment()
    case .submit: submit()
    case .takeBack: takeBack()
    case .resolve: resolve()
    case .matrix: sitting.runtime.push(MatrixScreen(sitting, year: year, center: center, at: state.selected))
    case .documents: showDocuments()
    case .retry:
      state.problem = nil
      hasAppeared = false
      appeared()
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    if state.comment != nil { return receiveInComment(event) }
    switch event {
    case .key(let press): return state.entry != nil ? receiveInEntry(press) : beginEntry(by: press)
    case .paste(let text): return paste(text)
    case .mouse(let press): return receive(press)
    case .focus: return false
    }
  }

  private func showDocuments() {
    sitting.runtime.push(AttachmentsScreen.proving(state.selected, of: center, year: year, sitting))
  }

  private func moveArrow(by step: Int) {
    switch state.pane {
    case .indicators: state.move(by: step)
    case .facts: scroll(to: state.factsTop + step)
    }
  }

  private func scroll(to line: Int) { state.factsTop = max(0, min(line, layout.factsCount - layout.facts.rows)) }

  private func receive(_ press: MousePress) -> Bool {
    switch (press.button, press.phase) {
    case (.wheelUp, _) where layout.facts.contains(press.place): scroll(to: state.factsTop - 3)
    case (.wheelDown, _) where layout.facts.contains(press.place): scroll(to: state.factsTop + 3)
    case (.left, .down):
      if layout.facts.contains(press.place) {
        state.pane = .facts
      } else if let code = layout.indicator(at: press.place) {
        if state.entry != nil { guard commitEntry() else { return true } }
        state.pane = .indicators
        state.select(code)
      } else {
        return false
      }
    default: return false
    }
    return true
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    layout = ScoresheetView.draw(state, today: sitting.today, names: sitting.names, on: &canvas, in: area, look: look, kept: &kept)
    state.comment?.area.layout(layout.commentField.size, measure: canvas.measure)
    scroll(to: state.factsTop)
  }
}
