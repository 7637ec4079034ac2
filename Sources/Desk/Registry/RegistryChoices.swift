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

  /// Lets a condition be chosen: first of what kind, then which. What somebody saved stands first.
  func chooseFilter() {
    guard let index = state.index else {
      return sitting.runtime.notice(Phrase(zh: "正在读取，请稍候再筛选", en: "Still loading; filter in a moment"), .caution)
    }
    let entries = savedEntries() + conditionEntries(index) + furtherEntries()
    sitting.runtime.choose(Phrase(zh: "筛选", en: "Filter"), entries.map(\.choice)) { place in
      if let place { entries[place].act() }
    }
  }

  /// Something in the menu of filters.
  struct Entry {
    let choice: Choice
    let act: @MainActor () -> Void
  }

  private func conditionEntries(_ index: RegistryIndex) -> [Entry] {
    let (now, any) = (state.filter, Phrase(zh: "不限", en: "any"))
    let tally = index.tally(now, duties: duties)
    func year(_ year: Int?) -> Phrase { year.map { Phrase(zh: "\($0) 年", en: "\($0)") } ?? any }
    var entries = [
      Entry(choice: Choice(.field, detail: now.field.map { RegistryFilter.phrase(term: $0, names) } ?? any)) { [self] in
        choose(.field, index.fields.terms, tally.fields, now.field, names) { $0.field = $1 }
      },
      Entry(choice: Choice(.county, detail: now.county.map { RegistryFilter.phrase(term: $0, names) } ?? any)) { [self] in
        choose(.county, index.counties.terms, tally.counties, now.county, names) { $0.county = $1 }
      },
      Entry(choice: Choice(.department, detail: now.department.map { RegistryFilter.phrase(term: $0, names) } ?? any)) { [self] in
        choose(.department, index.departments.terms, tally.departments, now.department, names) { $0.department = $1 }
      },
      Entry(choice: Choice(.status, detail: now.status?.phrase ?? any)) { [self] in
        let all = CenterStatus.allCases
        choose(.status, all.map { (Choice($0.phrase, detail: counted(tally.statuses[$0] ?? 0)), $0) }, now.status) { $0.status = $1 }
      },
      Entry(choice: Choice(Phrase(zh: "最近评估等级", en: "Last grade"), detail: now.outcome?.phrase ?? any)) { [self] in
        let all = RegistryFilter.Outcome.all
        choose(.lastResult, all.map { (Choice($0.phrase, detail: counted(tally.outcomes[$0] ?? 0)), $0) }, now.outcome) { $0.outcome = $1 }
      },
      Entry(choice: Choice(Phrase(zh: "认定年度", en: "Year of certification"), detail: year(now.certifiedIn))) { [self] in
        choose(Phrase(zh: "哪一年认定？", en: "Certified in"), tally.certifiedIn, now.certifiedIn) { $0.certifiedIn = $1 }
      },
      Entry(choice: Choice(Phrase(zh: "最近评估年度", en: "Year of the last result"), detail: year(now.evaluatedIn))) { [self] in
        choose(Phrase(zh: "最近一次公布结果是哪一年？", en: "Last evaluated in"), tally.evaluatedIn, now.evaluatedIn) { $0.evaluatedIn = $1 }
      },
    ]
    if DutyAccess.reads(sitting.member.role) {
      entries.append(
        Entry(choice: Choice(.duties, detail: now.duty?.phrase ?? any)) { [self] in
          // It takes a moment for many centers: by the time that an article is chosen it may be there.
          sitting.duties.want()
          chooseDuty()
        })
    }
    return entries
  }

  private func furtherEntries() -> [Entry] {
    var entries: [Entry] = []
    if !state.isPlain {
      entries.append(
        Entry(choice: Choice(Phrase(zh: "保存这一筛选和排序…", en: "Save this filter and order…"))) { [self] in saveFilter() })
    }
    if !state.filter.isEmpty {
      entries.append(
        Entry(choice: Choice(Phrase(zh: "清除全部筛选", en: "Take the filter away"))) { [self] in filter(by: RegistryFilter()) })
    }
    return entries
  }

  /// Lets an article be chosen, then how centers stand to its duties.
  private func chooseDuty() {
    let now = state.filter.duty
    let articles: [String?] = [nil] + Duty.articles.map(Optional.some)
    let choices =
      [Choice(Phrase(zh: "不限", en: "Any"))]
      + articles.map { article in
        guard let article else { return Choice(Phrase(zh: "各项职责", en: "All duties")) }
        return Choice(Citation.phrase(article), detail: Duty.names(of: article), keywords: article)
      }
    let chosen = now.flatMap { now in articles.firstIndex(of: now.article) }.map { $0 + 1 } ?? 0
    sitting.runtime.choose(Phrase(zh: "哪一条的职责？", en: "The duties of which article?"), choices, chosen: chosen, filter: true) {
      [weak self] place in
      guard let self, let place else { return }
      guard place > 0 else { return self.set { $0.duty = nil } }
      self.chooseStanding(articles[place - 1])
    }
  }

  private func chooseStanding(_ article: String?) {
    let all = RegistryFilter.DutyCondition.states.map { RegistryFilter.DutyCondition(article: article, state: $0) }
    let column = state.index.flatMap { index in sitting.duties.standings.map { index.duties($0) } }
    let choices = all.map { condition in
      let count = column.flatMap { column in state.index.map { $0.count(condition, state.filter, duties: column) } }
      return Choice(condition.state.phrase, detail: count.map(counted) ?? Phrase(zh: "正在统计…", en: "summing up…"))
    }
    sitting.runtime.choose(
      article.map { Citation.phrase($0) } ?? Phrase(zh: "各项职责", en: "All duties"), choices,
      chosen: all.firstIndex { $0 == state.filter.duty } ?? 0
    ) { [weak self] place in
      if let place { self?.set { $0.duty = all[place] } }
    }
  }

  private func set(_ change: (inout RegistryFilter) -> Void) {
    var filter = state.filter
    change(&filter)
    self.filter(by: filter)
  }

  /// Lets a year be chosen, the latest first.
  private func choose(_ title: Phrase, _ counts: [Int: Int], _ now: Int?, set: @escaping (inout RegistryFilter, Int?) -> Void) {
    let years = counts.keys.sorted(by: >)
    choose(
      title, years.map { (Choice(Phrase(zh: "\($0) 年", en: "\($0)"), detail: counted(counts[$0] ?? 0)), $0) }, now,
      narrows: years.count > 12,
      set: set)
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
