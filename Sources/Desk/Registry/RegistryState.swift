import CenterStore
import Search
import Widgets

/// What the registry shows: which centers in which order, which of them are seen, selected and marked, and what is being searched.
///
/// It knows rows by number; until the index has come, it knows the first lines by code.
struct RegistryState {
  /// The rows that the list runs over.
  private(set) var list = ListState()
  /// The lines at hand.
  var cache = LineCache()
  /// How the list is sorted.
  var sort = RegistrySort()
  /// What it is narrowed to.
  var filter = RegistryFilter()
  /// The centers that are marked, by number: they stay marked whatever is searched, sorted or filtered.
  var marks: Set<Int64> = []
  /// The codes of the marked centers, in order.
  var markedCodes: [String] = []
  /// Whether the marked centers alone are shown, whatever the filter.
  var showsMarkedOnly = false
  /// How the list was arranged before the last changes, the latest last.
  var past: [Arrangement] = []
  /// What is searched; it stays when the list is in hand again.
  var field = TextField()
  /// Whether what is typed goes into the search.
  var isSearching = false
  /// The index, once it has come.
  private(set) var index: RegistryIndex?
  /// The rows that filter and order leave.
  private(set) var order = Order.natural(0)
  /// The search over `order`; `nil` where nothing is searched.
  private(set) var session: SearchSession?
  /// The fields of technology that what is searched may mean.
  private(set) var suggested: [FieldFinder.Found] = []
  /// How fields are called.
  var names = FieldNames()
  private var finder = FieldFinder()
  /// Whether a condition on a duty waits for what is worked out behind the screen; until then the old rows stay.
  var awaitsDuties = false
  /// What this person may do with several centers at once.
  var deeds: [CenterDeed] = []
  /// Whether somebody looks who has nothing to do here but look (访客): then published results are offered first.
  var isGuest = false
  /// The latest year whose results are public, told to guests; `nil` where there is none.
  var publishedYear: Int?
  /// The first lines by code, until the index has come.
  private var first: [Int64] = []
  /// The code of the last of them; `nil` where no center comes after it.
  private var lastCode: String?
  /// The center to select as soon as it is found.
  private var wanted: Int64?

  /// What is searched.
  var query: SearchQuery { SearchQuery(field.text) }
  /// Whether the number of hits is final.
  var isCounted: Bool { index != nil && session?.isComplete ?? true }
  /// How many centers there are in the registry; `nil` while that is not known.
  var total: Int? { index?.count }
  /// How many centers the list runs over, as far as they are counted.
  var count: Int { list.count }

  private var rows: [Int32] { session?.hits ?? order.rows }

  /// The number of the center at a place of the list.
  func id(at place: Int) -> Int64? {
    guard let index else { return first.indices.contains(place) ? first[place] : nil }
    let rows = rows
    return rows.indices.contains(place) ? index.arena.ids[Int(rows[place])] : nil
  }

  /// The numbers of the centers at some places of the list, those that it has.
  func ids(at places: Range<Int>) -> [Int64] {
    guard let index else { return Array(first[places.clamped(to: first.indices)]) }
    let (rows, ids) = (rows, index.arena.ids)
    return rows[places.clamped(to: rows.indices)].map { ids[Int($0)] }
  }

  /// The number of the selected center.
  var selectedID: Int64? { id(at: list.selected) }
  /// The line of the selected center.
  var selected: RegistryLine? { selectedID.flatMap { cache[$0] } }
  /// The line at a place of the list, if it is at hand.
  func line(at place: Int) -> RegistryLine? { id(at: place).flatMap { cache[$0] } }

  // MARK: - Rows

  /// Shows the first lines by code, before there is an index.
  mutating func begin(with lines: [RegistryLine]) {
    first = []
    goOn(with: lines)
  }

  /// Adds the lines that come after those that are known, before there is an index. No lines: there are no more.
  mutating func goOn(with lines: [RegistryLine]) {
    guard index == nil else { return }
    first += lines.map(\.id)
    lastCode = lines.last?.code
    cache.keep(lines)
    list.setCount(first.count)
  }

  /// The code after which lines should be fetched, before there is an index: while more than two pages behind what is seen are known, there is none.
  var knownEnd: String? { index == nil && first.count < list.visible.upperBound + 2 * list.rows ? lastCode : nil }

  /// Takes an index, with the rows that the present filter and order leave of it. The selected center stays selected where it still is.
  mutating func take(_ index: RegistryIndex, _ order: Order) {
    let kept = selectedID
    self.index = index
    self.order = order
    finder = FieldFinder(index.fields, names)
    session = nil
    search()
    if let kept { select(kept) }
    // Where it is not in the list any more, the list is another one: that is read from its top.
    if selectedID != kept, wanted == nil { list.select(0) }
  }

  /// Takes the rows of another order or filter.
  mutating func take(_ order: Order) {
    guard let index else { return }
    take(index, order)
  }

  /// Selects a center if the list has it.
  mutating func select(_ id: Int64) {
    guard let index else {
      if let place = first.firstIndex(of: id) { list.select(place) }
      return
    }
    wanted = nil
    guard let row = index.row(of: id) else { return }
    if let place = rows.firstIndex(of: row) {
      list.select(place)
    } else if !isCounted {
      // It may be among the hits that are still to be found.
      wanted = id
    }
  }

  // MARK: - Searching

  /// How many hits are found before the rest is counted.
  var page: Int { max(list.rows * 2, 40) }
  /// How many rows are read at most before a frame is drawn: some milliseconds, whatever the size of the registry.
  private static let effort = 8_000

  /// Searches what stands in the field, as far as the first page and within an effort that nobody feels; the rest is found and counted behind
  /// (``take(_:)-SearchSession``).
  mutating func search() {
    guard let index else { return }
    let query = query
    if query.isEmpty {
      session = nil
    } else if var session {
      session.refine(query)
      self.session = session
    } else {
      session = SearchSession(index.arena, order: order, query: query)
    }
    let page = page
    _ = session?.firstHits(page, effort: RegistryState.effort)
    list.setCount(rows.count)
    suggested = query.isEmpty || filter.field != nil ? [] : finder.fields(for: field.text)
  }

  /// Takes a search that went on behind.
  mutating func take(_ further: SearchSession) {
    session = further
    list.setCount(further.hits.count)
    guard let kept = wanted else { return }
    select(kept)
    if isCounted, selectedID != kept { list.select(0) }
  }

  /// Edits the search.
  ///
  /// - Returns: what the field made of it; after `.changed` the list shows the first hits.
  mutating func edit(_ edit: (inout TextField) -> FieldOutcome) -> FieldOutcome {
    let outcome = edit(&field)
    if outcome == .changed {
      wanted = nil
      search()
      list.select(0)
    }
    return outcome
  }

  /// Takes the search in hand: what stands there is a proposal, in whose place comes what is typed; moving in it keeps it.
  mutating func beginSearch() {
    field.selectAll()
    isSearching = true
  }

  /// Takes the search away; the selected center stays selected.
  mutating func clearSearch() {
    let kept = selectedID
    field = TextField()
    isSearching = false
    search()
    if let kept { select(kept) }
  }

  // MARK: - Moving

  /// Moves in the list.
  mutating func move<Result>(_ move: (inout ListState) -> Result) -> Result {
    let old = list.selected
    defer { if list.selected != old { wanted = nil } }
    return move(&list)
  }

  /// Has the lines at hand that are seen in so many rows.
  mutating func fetch(rows: Int, from source: RegistrySource) throws {
    list.layout(rows: rows)
    try cache.fetch(ids(at: list.visible), from: source)
  }
}
