import CenterStore
import DeskRuntime
import Regulation
import Search
import Widgets
import Wording

extension ApplicationsScreen {
  /// What can be done while somebody types what they look for.
  var searchBindings: [KeyBinding] {
    [
      KeyBinding(
        "open", [KeyPress(.enter)], label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(zh: "打开所选的申请", en: "open the selected application"), prominence: .first,
        refusal: state.selected == nil ? Phrase(zh: "没有可打开的申请", en: "there is no application to open") : nil),
      KeyBinding(
        "search.leave", [KeyPress(.tab), KeyPress(.function(3))], label: Phrase(zh: "到列表", en: "to the list"),
        explanation: Phrase(zh: "保留检索，回到列表", en: "keep the search and go to the list"), prominence: .first),
      clearBinding,
    ]
  }

  /// Begins a search, and takes it away.
  var searchBinding: KeyBinding {
    KeyBinding(
      "search", [.character("/"), KeyPress(.function(3))], label: Phrase(zh: "检索", en: "search"),
      explanation: Phrase(
        zh: "在全部申请中按申请号、名称、依托单位、归口部门检索：汉字、拼音、首字母均可",
        en: "search all applications by number, name, host and department, by characters, pinyin or initials"),
      prominence: .footer)
  }

  /// Takes the search away.
  var clearBinding: KeyBinding {
    KeyBinding(
      "search.clear", [KeyPress(.escape)], label: Phrase(zh: "清除检索", en: "clear the search"),
      explanation: Phrase(zh: "清除检索，显示先前的一组", en: "take the search away and show what was shown before"), prominence: .first)
  }

  /// Takes the conditions of year and department away.
  var clearFilterBinding: KeyBinding {
    KeyBinding(
      "filter.clear", [KeyPress(.backspace)], label: Phrase(zh: "清除筛选", en: "clear filter"),
      explanation: Phrase(zh: "显示各年度、各归口管理部门的申请", en: "show the applications of all years and departments"))
  }

  /// Lets what is shown be chosen: by how far it has come, by year, by department.
  func chooseFilter() {
    var narrowings: [ApplicationsState.Narrowing] = [.waiting, .open, .all]
    narrowings += state.counts.map { .stage($0.stage) }
    let any = Phrase(zh: "不限", en: "any")
    var further = [
      (
        Choice(Phrase(zh: "年度…", en: "Year…"), detail: state.filter.year.map { Phrase(same: String($0)) } ?? any),
        { [weak self] in self?.chooseYear() }
      )
    ]
    if state.departments.count > 1 {
      further.append(
        (
          Choice(.department + Phrase(same: "…"), detail: state.filter.department.map { PlaceNames.standard[$0] } ?? any),
          { [weak self] in self?.chooseDepartment() }
        ))
    }
    let choices = narrowings.map { narrowing in
      Choice(narrowing.phrase, detail: ApplicationsScreen.counted(state.count(narrowing)))
    }
    let now = narrowings.firstIndex(of: state.narrowing) ?? 0
    sitting.runtime.choose(Phrase(zh: "显示", en: "Show"), choices + further.map(\.0), chosen: now) { [weak self] place in
      guard let place else { return }
      if narrowings.indices.contains(place) { self?.narrow(to: narrowings[place]) } else { further[place - narrowings.count].1() }
    }
  }

  private func chooseYear() {
    choose(Phrase(zh: "年度", en: "Year"), state.years.map { (Choice(Phrase(same: String($0))), $0) }, \.year)
  }

  private func chooseDepartment() {
    let entries = state.departments.map { name in
      let pinyin = Pinyin(name)
      return (Choice(PlaceNames.standard[name], keywords: "\(name) \(pinyin.full) \(pinyin.initials)"), name)
    }
    choose(.department, entries, narrows: true, \.department)
  }

  /// Lets one value of a condition be chosen, or any; beside each stands how many there are.
  private func choose<Value: Hashable>(
    _ title: Phrase, _ entries: [(choice: Choice, value: Value)], narrows: Bool = false, _ part: WritableKeyPath<ApplicationsFilter, Value?>
  ) {
    let choices = entries.map { entry in
      var (filter, choice) = (state.filter, entry.choice)
      filter[keyPath: part] = entry.value
      choice.detail = ApplicationsScreen.counted(state.all.count(where: filter.admits))
      return choice
    }
    let chosen = entries.firstIndex { $0.value == state.filter[keyPath: part] }.map { $0 + 1 } ?? 0
    let all = Choice(Phrase(zh: "不限", en: "Any"))
    sitting.runtime.choose(title, [all] + choices, chosen: chosen, filter: narrows) { [weak self] place in
      guard let self, let place else { return }
      var filter = self.state.filter
      filter[keyPath: part] = place == 0 ? nil : entries[place - 1].value
      self.filter(by: filter)
    }
  }

  private static func counted(_ count: Int) -> Phrase { Phrase(zh: "\(count) 件", en: "\(count)") }
}
