import CenterStore
import DeskRuntime
import Widgets
import Wording

/// The registry (市级技术创新中心管理序列): a hundred thousand centers that feel like fifty.
@MainActor
final class RegistryScreen: Screen {
  let sitting: Sitting
  var state = RegistryState()
  let shelf: RegistryShelf
  /// Where the lines come from.
  var source: RegistrySource { shelf.source }
  var rows: RegistryRows
  private var failure: WordsPage?
  private var isBegun = false
  private var bindingsMemo = Memo<RegistryState.BindingsStanding, [KeyBinding]>()
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  /// Counts what was asked for behind, so that an answer that comes too late is known.
  var arrangement = 0
  var counting: CountingTask?
  /// How the centers stand to their duties, while that is asked about.
  var duties: DutyColumn?
  var isFetchingAhead = false

  /// - Parameter shelf: where lines and index come from, unless it is the sitting's own.
  init(_ sitting: Sitting, shelf: RegistryShelf? = nil) {
    self.sitting = sitting
    rows = RegistryRows(names: sitting.names)
    state.names = sitting.names
    self.shelf = shelf ?? sitting.registry
    state.isGuest = sitting.member.role == .viewer
    state.deeds = CenterDeed.allCases.filter { $0.isOf(sitting.member.role) }
  }

  var names: FieldNames { sitting.names }
  var title: Phrase { Phrase(zh: "管理序列", en: "Registry") }
  var bindings: [KeyBinding] { bindingsMemo(RegistryState.BindingsStanding(state)) { state.bindings } }
  var isCapturing: Bool { state.isSearching }

  func appeared() {
    guard !isBegun else { return }
    isBegun = true
    readPublished()
    do {
      if shelf.index == nil { state.begin(with: try shelf.source.linesAfter("", RegistryScreen.firstLines)) }
    } catch {
      failure = .failed(error)
    }
    shelf.want()
    if shelf.index != nil { arrange() }
  }

  /// How many lines are fetched for the first frame: as many as the tallest common window shows.
  static let firstLines = 60

  func changed(_ news: any Sendable) {
    if news is RegistryIndexed {
      if let error = shelf.failure { failure = .failed(error) } else { failure = nil }
      state.cache.forget()
      arrange()
    } else if news is DutiesSummed {
      if state.filter.duty != nil { arrange() }
    } else if let news = news as? StoreNews {
      if state.filter.duty != nil, DutyShelf.concerns(news) { arrange() }
      if RegistryShelf.concerns(news) { state.cache.forget() }
      if news.contains("round.") { readPublished() }
      if news.contains("term.") { (rows, state.names) = (RegistryRows(names: names), names) }
    }
  }

  /// Guests are told on this screen, their first one, that there are results to be seen.
  private func readPublished() {
    guard state.isGuest else { return }
    state.publishedYear = (try? sitting.store.rounds(by: sitting.acting))?.first { $0.state.isPublic }?.year
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    do {
      try state.fetch(rows: RegistryView.rows(in: area), from: shelf.source)
      RegistryView(state: state, look: look, names: names).draw(on: &canvas, in: area, rows: &rows)
      fetchAhead()
    } catch {
      WordsPage.failed(error).draw(on: &canvas, in: area, look: look)
    }
  }

  // MARK: - Input

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press):
      if state.isSearching { return receiveWhileSearching(press) }
      return state.move { $0.take(press) } || tellNoDeeds(press)
    case .paste(let text):
      state.remember()
      if !state.isSearching { state.beginSearch() }
      edit { $0.handle(paste: text) }
    case .mouse(let press): return receive(press)
    case .focus: return false
    }
    return true
  }

  /// Where there is nothing that this person does with centers, the keys of acts stand in no list, and say so.
  private func tellNoDeeds(_ press: KeyPress) -> Bool {
    guard state.deeds.isEmpty, (press.asciiMeaning ?? press) == .character("b") || press == KeyPress(.function(2)) else { return false }
    sitting.runtime.notice(Phrase(zh: "这里没有您可办理的事项", en: "nothing here is yours to do"), .caution)
    return true
  }

  private func receiveWhileSearching(_ press: KeyPress) -> Bool {
    switch press.key {
    // Home and End belong to the text, all other moves to the list.
    case .up, .down, .pageUp, .pageDown: return state.move { $0.take(press) }
    case .enter: return false
    default: return edit { $0.handle(press) }
    }
  }

  @discardableResult
  private func edit(_ change: (inout TextField) -> FieldOutcome) -> Bool {
    let outcome = state.edit(change)
    if outcome == .changed { countBehind() }
    return outcome != .ignored
  }

  private func receive(_ press: MousePress) -> Bool {
    let look = sitting.runtime.look
    let table = RegistryView(state: state, look: look, names: names).table
    let tableArea = RegistryView.tableArea(in: area)
    if press.button == .left, press.phase == .down {
      if let column = table.title(at: press.place, in: tableArea),
        let key = RegistrySort.Key.allCases.first(where: { $0.column == column })
      {
        sort(by: key)
        return true
      }
      if press.place.row == area.row {
        state.remember()
        if !state.isSearching { state.beginSearch() }
        return true
      }
    }
    switch state.move({ $0.handle(press, in: table.rowsArea(in: tableArea)) }) {
    case .committed: open()
    case .ignored: return false
    default: break
    }
    return true
  }

  func perform(_ action: ActionName) {
    switch action {
    case "open": open()
    case "search":
      state.remember()
      state.beginSearch()
    case "search.leave": state.isSearching = false
    case "search.clear":
      state.remember()
      state.clearSearch()
      countBehind()
    case "filter": chooseFilter()
    case "filter.clear": filter(by: RegistryFilter())
    case "sort": chooseSort()
    case "filter.save": saveFilter()
    case "undo": undo()
    case "mark":
      state.remember()
      state.toggleMark()
    case "mark.all": markAll()
    case "marks.only": showMarked()
    case "marks.clear":
      state.remember()
      state.clearMarks()
      if state.showsMarkedOnly { showMarked() }
    case "marks.act": chooseDeed()
    case "copy": copy()
    case "marks.codes": copyCodes()
    case "marks.rows": copyRows()
    case "rounds": sitting.runtime.push(RoundsScreen(sitting, year: state.publishedYear))
    case "search.field": narrowToField()
    default: break
    }
  }

  private func open() {
    guard let line = state.selected else { return }
    // Who comes back goes on in the list: q is the way out then, and not a letter of the search.
    state.isSearching = false
    sitting.runtime.push(CenterFileScreen(sitting, code: line.code))
  }
}
