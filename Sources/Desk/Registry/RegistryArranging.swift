import CenterStore
import DeskRuntime
import Search
import Synchronization
import Wording

/// What changes which centers are shown and in which order, and what is worked out for that behind the screen.
extension RegistryScreen {
  /// Sorts by a key; the same key again turns the order round.
  func sort(by key: RegistrySort.Key) {
    state.remember()
    let turned = state.sort.key == key
    state.sort = RegistrySort(key, descending: turned ? !state.sort.isDescending : key.beginsDescending)
    arrange()
  }

  /// Narrows the list.
  func filter(by filter: RegistryFilter) {
    state.remember()
    state.filter = filter
    state.showsMarkedOnly = false
    arrange()
  }

  /// Shows what was saved: filter, order and search.
  func show(_ saved: SavedFilter) {
    state.remember()
    state.take(saved)
    arrange()
    if let words = state.missing(saved.filter) { sitting.runtime.notice(words, .caution) }
  }

  /// Brings back how the list was arranged before the last change of filter, order, search or marks.
  func undo() {
    guard state.undo() else { return }
    // Nobody is to think that something was undone that was done with the centers.
    sitting.runtime.notice(Phrase(zh: "已恢复先前的筛选、排序、检索和标记", en: "Filter, order, search and marks are as they were before"), .done)
    arrange()
  }

  /// Shows the marked centers alone, whatever the filter; or what was shown before.
  func showMarked() {
    state.remember()
    state.showsMarkedOnly.toggle()
    if state.showsMarkedOnly { state.clearSearch() }
    arrange()
  }

  /// Marks all that are shown; where all of them are marked, takes their marks away.
  func markAll() {
    guard state.isCounted else {
      return sitting.runtime.notice(Phrase(zh: "正在读取，请稍候", en: "Still loading; in a moment"), .caution)
    }
    let ids = state.ids(at: 0..<state.count)
    guard ids.count <= RegistryState.mostMarks else {
      let most = RegistryState.mostMarks.grouped
      return sitting.runtime.notice(
        Phrase(
          zh: "列出 \(ids.count.grouped) 个；一次最多标记 \(most) 个，请先筛选",
          en: "\(ids.count.grouped) are shown, and at most \(most) are marked at once: filter first"), .caution)
    }
    let lines = source.lines
    sitting.runtime.background(.beside, holdsInput: true) {
      try lines(ids)
    } then: { [weak self] result in
      guard let self, case .success(let lines) = result else { return }
      self.state.remember()
      self.state.toggleMarks(lines)
    }
  }

  // MARK: - Behind the screen

  /// Works out the rows of the present order and filter behind the screen; until they come, the old ones stay.
  func arrange() {
    guard let index = shelf.index else { return }
    arrangement += 1
    let marked = state.showsMarkedOnly ? state.marks : nil
    let (number, sort, filter) = (arrangement, state.sort, marked == nil ? state.filter : RegistryFilter())
    var standings: [CenterDuties]?
    if filter.duty != nil {
      sitting.duties.want()
      standings = sitting.duties.standings
      if let error = sitting.duties.failure {
        state.filter.duty = nil
        arrange()
        return sitting.tell(error)
      }
      state.awaitsDuties = standings == nil
      // They are announced when they are there.
      if standings == nil { return }
    }
    state.awaitsDuties = false
    let given = standings
    sitting.runtime.background(.beside) {
      let duties = given.map { index.duties($0) }
      let order = index.order(sort, filter, duties: duties)
      return (order: marked.map { marked in order.filter { marked.contains(index.arena.ids[Int($0)]) } } ?? order, duties: duties)
    } then: { [weak self] result in
      guard let self, number == self.arrangement, case .success(let arranged) = result else { return }
      self.duties = arranged.duties
      self.state.take(index, arranged.order)
      self.countBehind()
    }
  }

  /// Finds what is missing of the first page, and counts the other hits when nobody has typed for a moment.
  func countBehind() {
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
final class CountingTask: Sendable {
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
