import CenterStore
import Regulation
import Widgets
import Wording

/// How the list was arranged: filter, order, search and marks.
struct Arrangement: Equatable {
  fileprivate let filter: RegistryFilter
  fileprivate let sort: RegistrySort
  fileprivate let text: String
  fileprivate let marks: Set<Int64>
  fileprivate let markedCodes: [String]
  fileprivate let showsMarkedOnly: Bool
}

extension RegistryState {
  /// How many changes can be undone.
  private static let memory = 20

  private var arrangement: Arrangement {
    Arrangement(
      filter: filter, sort: sort, text: field.text, marks: marks, markedCodes: markedCodes, showsMarkedOnly: showsMarkedOnly)
  }

  /// Notes how the list is arranged before that is changed.
  mutating func remember() {
    guard past.last != arrangement else { return }
    past.append(arrangement)
    if past.count > RegistryState.memory { past.removeFirst() }
  }

  /// Forgets how the list was arranged before.
  mutating func forgetArrangements() { past.removeAll() }

  /// Whether something can be undone.
  var canUndo: Bool {
    let now = arrangement
    return past.contains { $0 != now }
  }

  /// Brings back how the list was arranged before the last change; its rows are to be worked out anew.
  ///
  /// - Returns: whether there was anything to bring back.
  mutating func undo() -> Bool {
    while let last = past.popLast() {
      // Nothing came of some changes.
      if last == arrangement { continue }
      (filter, sort, marks, markedCodes) = (last.filter, last.sort, last.marks, last.markedCodes)
      showsMarkedOnly = last.showsMarkedOnly
      field = TextField(last.text)
      isSearching = false
      return true
    }
    return false
  }

  // MARK: - Saved filters

  /// Whether nothing is narrowed, searched or sorted otherwise than at first, so that there is nothing to save.
  var isPlain: Bool { filter.isEmpty && sort == RegistrySort() && field.text.allSatisfy(\.isWhitespace) }

  /// Arranges the list as it was saved; its rows are to be worked out anew.
  mutating func take(_ saved: SavedFilter) {
    (filter, sort) = (saved.filter, saved.sort)
    field = TextField(saved.search.string)
    (isSearching, showsMarkedOnly) = (false, false)
  }

  /// What a filter names that no center has any more, in words for people; `nil` where all is there.
  func missing(_ filter: RegistryFilter) -> Phrase? {
    guard let index else { return nil }
    var missing: [Phrase] = []
    if let field = filter.field, !index.fields.terms.contains(field) {
      missing.append(Phrase(zh: "技术领域“\(field)”", en: "the field “\(names[field].en)”"))
    }
    if let county = filter.county, !index.counties.terms.contains(county) {
      missing.append(Phrase(zh: "依托单位在“\(county)”", en: "a host in “\(PlaceNames.standard[county].en)”"))
    }
    if let department = filter.department, !index.departments.terms.contains(department) {
      missing.append(Phrase(zh: "归口管理部门“\(department)”", en: "the department “\(names[department].en)”"))
    }
    guard !missing.isEmpty else { return nil }
    let what = Phrase.list(missing)
    return Phrase(zh: "管理序列中已没有\(what.zh)的中心", en: "No center is of \(what.en) any more")
  }
}
