import CenterStore
import DeskRuntime
import Regulation
import Search
import Wording

extension RegistryScreen {
  /// Lets the order be chosen.
  func chooseSort() {
    let keys = RegistrySort.Key.allCases
    let choices = keys.map { key in
      Choice(
        key.phrase,
        detail: key != state.sort.key
          ? nil : state.sort.isDescending ? Phrase(zh: "现为倒序", en: "now descending") : Phrase(zh: "现为正序", en: "now ascending"))
    }
    sitting.runtime.choose(Phrase(zh: "排序方式", en: "Sort by"), choices, chosen: keys.firstIndex(of: state.sort.key) ?? 0) {
      [weak self] place in
      if let place { self?.sort(by: keys[place]) }
    }
  }

  /// Shows the centers of the field that the search may mean, in place of the hits; lets it be chosen where there are several.
  func narrowToField() {
    let fields = state.suggested
    func narrow(to field: FieldFinder.Found) {
      var filter = state.filter
      filter.field = field.term
      state.clearSearch()
      self.filter(by: filter)
    }
    if fields.count == 1 { return narrow(to: fields[0]) }
    let choices = fields.map { Choice(names[$0.term], detail: counted($0.count)) }
    sitting.runtime.choose(.field, choices) { place in
      if let place { narrow(to: fields[place]) }
    }
  }

  /// Lets a condition be chosen: first of what kind, then which.
  func chooseFilter() {
    guard let index = state.index else {
      return sitting.runtime.notice(Phrase(zh: "正在读取，请稍候再筛选", en: "Still loading; filter in a moment"), .caution)
    }
    let now = state.filter
    let tally = index.tally(now)
    let names = FieldNames()
    let any = Phrase(zh: "不限", en: "any")
    var kinds = [
      Choice(.field, detail: now.field.map { RegistryFilter.phrase(term: $0, names) } ?? any),
      Choice(
        Phrase(zh: "归口管理部门（县市区）", en: "Department (county)"), detail: now.department.map { RegistryFilter.phrase(term: $0, names) } ?? any),
      Choice(.status, detail: now.status?.phrase ?? any),
      Choice(Phrase(zh: "最近评估等级", en: "Last grade"), detail: now.outcome?.phrase ?? any),
    ]
    if !now.isEmpty { kinds.append(Choice(Phrase(zh: "清除全部筛选", en: "Take the filter away"))) }
    sitting.runtime.choose(Phrase(zh: "筛选", en: "Filter"), kinds) { [weak self] place in
      guard let self, let place else { return }
      switch place {
      case 0: self.choose(.field, index.fields.terms, tally.fields, now.field, names) { $0.field = $1 }
      case 1: self.choose(.department, index.departments.terms, tally.departments, now.department, names) { $0.department = $1 }
      case 2:
        let all = CenterStatus.allCases
        self.choose(.status, all.map { (Choice($0.phrase, detail: self.counted(tally.statuses[$0] ?? 0)), $0) }, now.status) {
          $0.status = $1
        }
      case 3:
        let all = RegistryFilter.Outcome.all
        self.choose(.lastResult, all.map { (Choice($0.phrase, detail: self.counted(tally.outcomes[$0] ?? 0)), $0) }, now.outcome) {
          $0.outcome = $1
        }
      default: self.filter(by: RegistryFilter())
      }
    }
  }

  private func counted(_ count: Int) -> Phrase { Phrase(zh: "\(count.grouped) 个", en: count.grouped) }

  /// Lets a word of a column be chosen; typing narrows the list, by pinyin as well.
  private func choose(
    _ title: Phrase, _ terms: [String], _ counts: [Int], _ now: String?, _ names: FieldNames,
    set: @escaping (inout RegistryFilter, String?) -> Void
  ) {
    let entries = zip(terms, counts).map { term, count in
      let pinyin = Pinyin(term)
      return (
        Choice(RegistryFilter.phrase(term: term, names), detail: counted(count), keywords: "\(pinyin.full) \(pinyin.initials)"), term
      )
    }
    choose(title, entries, now, narrows: true, set: set)
  }

  private func choose<Value: Equatable>(
    _ title: Phrase, _ entries: [(Choice, Value)], _ now: Value?, narrows: Bool = false,
    set: @escaping (inout RegistryFilter, Value?) -> Void
  ) {
    let any = Choice(Phrase(zh: "不限", en: "Any"))
    let chosen = entries.firstIndex { $0.1 == now }.map { $0 + 1 } ?? 0
    sitting.runtime.choose(title, [any] + entries.map(\.0), chosen: chosen, filter: narrows) { [weak self] place in
      guard let self, let place else { return }
      var filter = self.state.filter
      set(&filter, place == 0 ? nil : entries[place - 1].1)
      self.filter(by: filter)
    }
  }
}
