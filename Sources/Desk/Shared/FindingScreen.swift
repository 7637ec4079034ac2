import CenterStore
import DeskRuntime
import Search
import Widgets
import Wording

/// What the rows of a list are found by, in the order in which they stand.
enum RowsToFind: Equatable {
  /// What tells a row apart, and further words.
  struct Row: Equatable {
    let key: String
    let words: String
  }

  /// Centers, by their codes; the registry knows their names and hosts.
  case centers([String])
  /// Others, by words of their own.
  case worded([Row])

  /// Others, each by what tells it apart and its words.
  static func others(_ rows: [(key: String, words: String)]) -> RowsToFind { .worded(rows.map { Row(key: $0.key, words: $0.words) }) }

  /// What tells each row apart.
  var keys: [String] {
    switch self {
    case .centers(let codes): codes
    case .worded(let rows): rows.map(\.key)
    }
  }
}

/// A list in which `/` finds a row by what is typed: unlike in the registry all rows stay, since here it matters what stands around one.
@MainActor
protocol FindingScreen: ListScreen {
  var sitting: Sitting { get }
  /// The rows as they stand now.
  var rowsToFind: RowsToFind { get }
  /// Why nothing can be found now; `nil` where something can.
  var findRefusal: Phrase? { get }
  /// The rows that match what is typed, from the top.
  func rows(matching text: String, in index: RowIndex) -> [Int]
}

extension FindingScreen {
  var findRefusal: Phrase? { list?.isEmpty ?? true ? Phrase(zh: "没有可查找的", en: "there is nothing to find") : nil }

  func rows(matching text: String, in index: RowIndex) -> [Int] { index.rows(matching: text) }

  /// What leads to the search.
  var findBinding: KeyBinding { .find(refusal: findRefusal) }

  /// Lets a row be found. Of others' changes meanwhile nothing goes wrong: a row is known by its key, not by its place.
  func find() {
    let rows = rowsToFind
    // What is typed meanwhile is meant for the search.
    index(rows, holdsInput: true) { [weak self] index in
      guard let self else { return }
      ListFinder(
        rows, index, now: { [weak self] in self?.rowsToFind }, read: { [weak self] in self?.index($0, holdsInput: false, then: $1) },
        matching: { [weak self] in self?.rows(matching: $0, in: $1) ?? [] },
        place: { [weak self] rows, row in self?.rowsToFind.keys.firstIndex(of: rows.keys[row]) },
        selected: { [weak self] in self?.list?.selected }, select: { [weak self] in self?.list?.select($0) }
      ).find(on: self.sitting.runtime)
    }
  }

  private func index(_ rows: RowsToFind, holdsInput: Bool, then: @escaping @MainActor (RowIndex) -> Void) {
    let codes: [String]
    switch rows {
    case .worded(let rows): return then(RowIndex(rows.map { ($0.key, $0.words) }))
    case .centers(let centers): codes = centers
    }
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(.beside, holdsInput: holdsInput) {
      try RowIndex(centers: codes, in: store, by: who)
    } then: { [weak self] (answer: Result<RowIndex, any Error>) in
      switch answer {
      case .success(let index): then(index)
      case .failure(let error): self?.sitting.tell(error)
      }
    }
  }
}

extension KeyBinding {
  /// What leads to the search in a list; the last of a screen's bindings, so that its hint gives way to what can be done with a row.
  static func find(refusal: Phrase?) -> KeyBinding {
    KeyBinding(
      "find", [.character("/"), .control("f")], label: Phrase(zh: "查找", en: "find"),
      explanation: Phrase(
        zh: "输入汉字、拼音、首字母或编号，到相符的一行", en: "go to a row by typing characters, pinyin, initials or part of a code"),
      prominence: .footer, refusal: refusal)
  }
}

/// The rows of a list, ready to be searched at each keystroke.
struct RowIndex: Sendable {
  private let arena: SearchArena

  /// Rows that carry their words with them.
  init(_ rows: [(key: String, words: String)]) {
    var builder = SearchArena.Builder(rows: rows.count)
    for (place, row) in rows.enumerated() { builder.add(id: Int64(place), name: row.words, code: row.key) }
    arena = builder.finish()
  }

  /// Centers, found by name, code and host.
  init(centers codes: [String], in store: CenterStore, by who: Acting) throws(StoreError) {
    var places: [String: Int] = [:]
    for (place, code) in codes.enumerated() { places[code] = place }
    var builder = SearchArena.Builder(rows: codes.count)
    try store.eachRegistryEntry(by: who) { _, code, name, host, _, _ in
      if let place = places[code] { builder.add(id: Int64(place), name: name, code: code, others: [host]) }
    }
    arena = builder.finish()
  }

  /// The rows that match, from the top; none for an empty text.
  func rows(matching text: String) -> [Int] {
    let query = SearchQuery(text)
    return query.isEmpty ? [] : arena.hits(query).map { Int(arena.ids[Int($0)]) }.sorted()
  }
}
