import CenterStore
import DeskRuntime
import Search
import Synchronization
import Widgets
import Wording

/// The registry (市级技术创新中心管理序列): a hundred thousand centers that feel like fifty.
@MainActor
final class RegistryScreen: Screen {
  let sitting: Sitting
  var state = RegistryState()
  private let shelf: RegistryShelf
  /// Where the lines come from.
  var source: RegistrySource { shelf.source }
  let names: FieldNames
  var rows: RegistryRows
  private var failure: WordsPage?
  private var isBegun = false
  private var bindingsMemo = Memo<RegistryState.BindingsStanding, [KeyBinding]>()
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  /// Counts what was asked for behind, so that an answer that comes too late is known.
  private var arrangement = 0
  private var counting: CountingTask?
  var isFetchingAhead = false

  /// - Parameter shelf: where lines and index come from, unless it is the sitting's own.
  init(_ sitting: Sitting, shelf: RegistryShelf? = nil) {
    self.sitting = sitting
    names = FieldNames()
    rows = RegistryRows(names: names)
    self.shelf = shelf ?? sitting.registry
    state.isGuest = sitting.member.role == .viewer
  }

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
    } else if let news = news as? StoreNews {
      if RegistryShelf.concerns(news) { state.cache.forget() }
      if news.contains("round.") { readPublished() }
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
      return state.move { $0.take(press) }
    case .paste(let text):
      state.isSearching = true
      edit { $0.handle(paste: text) }
    case .mouse(let press): return receive(press)
    case .focus: return false
    }
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
        state.isSearching = true
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
    case "search": state.isSearching = true
    case "search.leave": state.isSearching = false
    case "search.clear":
      state.clearSearch()
      countBehind()
    case "filter": chooseFilter()
    case "filter.clear": filter(by: RegistryFilter())
    case "sort": chooseSort()
    case "mark": state.toggleMark()
    case "marks.clear": state.clearMarks()
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

  // MARK: - Behind the screen

  /// Sorts by a key; the same key again turns the order round.
  func sort(by key: RegistrySort.Key) {
    let turned = state.sort.key == key
    state.sort = RegistrySort(key, descending: turned ? !state.sort.isDescending : key.beginsDescending)
    arrange()
  }

  /// Narrows the list.
  func filter(by filter: RegistryFilter) {
    state.filter = filter
    arrange()
  }

  /// Works out the rows of the present order and filter behind the screen; until they come, the old ones stay.
  private func arrange() {
    guard let index = shelf.index else { return }
    arrangement += 1
    let (number, sort, filter) = (arrangement, state.sort, state.filter)
    sitting.runtime.background(.beside) {
      index.order(sort, filter)
    } then: { [weak self] result in
      guard let self, number == self.arrangement, case .success(let order) = result else { return }
      self.state.take(index, order)
      self.countBehind()
    }
  }

  /// Finds what is missing of the first page, and counts the other hits when nobody has typed for a moment.
  private func countBehind() {
    counting?.cancel()
    counting = nil
    guard let session = state.session, !session.isComplete else { return }
    let task = CountingTask()
    counting = task
    if session.hits.count < state.page {
      let page = state.page
      behind(task) { $0.firstPage(page, of: session) }
    } else {
      sitting.runtime.after(RegistryScreen.pause) { [weak self] in
        guard let self, self.counting === task, let session = self.state.session else { return }
        self.behind(task) { $0.finish(session) }
      }
    }
  }

  /// How long nobody must type before hits are counted: to count for every letter would hold up the next one.
  static let pause = Duration.milliseconds(150)

  private func behind(_ task: CountingTask, _ search: @escaping @Sendable (CountingTask) -> SearchSession?) {
    sitting.runtime.background(.beside) {
      search(task)
    } then: { [weak self] result in
      guard let self, self.counting === task, case .success(.some(let further)) = result else { return }
      self.state.take(further)
      self.countBehind()
    }
  }
}

/// A search that goes on behind the screen, unless the next letter makes it worthless.
private final class CountingTask: Sendable {
  private let isCancelled = Mutex(false)

  func cancel() { isCancelled.withLock { $0 = true } }

  /// Searches as far as the first page.
  func firstPage(_ page: Int, of session: SearchSession) -> SearchSession? {
    var session = session
    while !session.isComplete, session.hits.count < page {
      if isCancelled.withLock({ $0 }) { return nil }
      _ = session.firstHits(page, effort: 4_000)
    }
    return session
  }

  /// Searches to the end, in steps short enough to be given up at once.
  func finish(_ session: SearchSession) -> SearchSession? {
    var session = session
    while !session.isComplete {
      if isCancelled.withLock({ $0 }) { return nil }
      session.advance(rows: 20_000)
    }
    return session
  }
}
