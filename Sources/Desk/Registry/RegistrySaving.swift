import CenterStore
import DeskRuntime
import Regulation
import Search
import Wording

/// Filters that somebody saved: kept with the login, chosen from the menu of filters and from the palette.
extension RegistryScreen {
  /// The saved filters in the menu, and what can be done with them.
  func savedEntries() -> [Entry] {
    let saved = (try? sitting.store.savedFilters(by: sitting.acting)) ?? []
    if saved.isEmpty { return [] }
    return saved.map { filter in
      Entry(choice: Choice(Phrase(same: filter.name.string), detail: filter.phrase(names))) { [self] in show(filter) }
    } + [
      Entry(choice: Choice(Phrase(zh: "改名、替换、删除已存筛选…", en: "Rename, replace or delete a saved one…"))) { [self] in
        chooseSaved(saved)
      }
    ]
  }

  /// Asks for a name and keeps the present filter, order and search under it.
  func saveFilter() {
    if state.isPlain {
      return sitting.runtime.notice(
        Phrase(zh: "现在没有筛选、检索，也是原来的排序：没有可保存的", en: "Nothing is filtered, searched or sorted: there is nothing to save"), .caution)
    }
    let (filter, sort, search) = (state.filter, state.sort, (try? PlainText(state.field.text)) ?? .empty)
    let saved = Set(((try? sitting.store.savedFilters(by: sitting.acting)) ?? []).map(\.name))
    var description = ActScreen.Description(
      title: Phrase(zh: "保存筛选", en: "Save this filter"),
      words: SavedFilter(.empty, filter, sort, search: search).phrase(names)
        + Phrase(zh: "。以后在“筛选”中直接选用，只有自己看到。", en: ". It stands in the menu of filters, for you alone."),
      verb: Phrase(zh: "保存", en: "Save"), done: Phrase(zh: "已保存", en: "It is saved"))
    description.isGrave = false
    description.warning = { answers in
      guard saved.contains(RegistryScreen.name(answers)) else { return nil }
      return Phrase(zh: "已有“\(answers.text("name"))”，以现在的替换。", en: "“\(answers.text("name"))” exists: replace it with this one.")
    }
    sitting.runtime.push(
      ActScreen(sitting, description, [RegistryScreen.nameField()]) { store, who, answers in
        try store.saveFilter(SavedFilter(RegistryScreen.name(answers), filter, sort, search: search), by: who)
      })
  }

  private nonisolated static func nameField(_ name: String = "") -> ActField {
    ActField(
      id: "name", label: Phrase(zh: "名称", en: "Name"), kind: .line(limit: SavedFilter.longestName),
      hint: Phrase(zh: "如“青县逾期未开会”", en: "such as “no meeting, Qing county”"), initial: name)
  }

  private nonisolated static func name(_ answers: ActAnswers) -> PlainText {
    (try? PlainText(answers.text("name").string.split(separator: " ").joined(separator: " "))) ?? .empty
  }

  private func chooseSaved(_ saved: [SavedFilter]) {
    let choices = saved.map { Choice(Phrase(same: $0.name.string), detail: $0.phrase(names)) }
    sitting.runtime.choose(Phrase(zh: "哪一个已存筛选？", en: "Which saved filter?"), choices) { [weak self] place in
      if let place { self?.change(saved[place]) }
    }
  }

  private func change(_ saved: SavedFilter) {
    let nothing = Phrase(zh: "现在没有筛选、检索，也是原来的排序", en: "nothing is filtered, searched or sorted now")
    let choices = [
      Choice(Phrase(zh: "改名", en: "Rename it")),
      Choice(Phrase(zh: "以现在的筛选替换", en: "Replace it with the present one"), refusal: state.isPlain ? nothing : nil),
      Choice(Phrase(zh: "删除", en: "Delete it")),
    ]
    sitting.runtime.choose(Phrase(same: saved.name.string), choices) { [weak self] place in
      guard let self, let place else { return }
      switch place {
      case 0: self.rename(saved)
      case 1: self.replace(saved)
      default: self.delete(saved)
      }
    }
  }

  private func rename(_ saved: SavedFilter) {
    let description = ActScreen.Description(
      title: Phrase(zh: "改名 \(saved.name)", en: "Rename \(saved.name)"), verb: Phrase(zh: "改名", en: "Rename"),
      done: Phrase(zh: "已改名", en: "It is renamed"))
    sitting.runtime.push(
      ActScreen(sitting, description, [RegistryScreen.nameField(saved.name.string)]) { store, who, answers in
        try store.renameFilter(saved.name, to: RegistryScreen.name(answers), by: who)
      })
  }

  private func replace(_ saved: SavedFilter) {
    let new = SavedFilter(saved.name, state.filter, state.sort, search: (try? PlainText(state.field.text)) ?? .empty)
    sitting.runtime.confirm(
      Phrase(zh: "替换“\(saved.name)”？", en: "Replace “\(saved.name)”?"),
      Phrase(zh: "原为：", en: "It was: ") + saved.phrase(names) + Phrase(zh: "；改为：", en: "; it will be: ") + new.phrase(names),
      yes: Phrase(zh: "替换", en: "Replace")
    ) { [weak self] agreed in
      if agreed {
        self?.sitting.run(Phrase(zh: "已替换", en: "It is replaced")) {
          try $0.saveFilter(new, by: $1)
        } then: {
        }
      }
    }
  }

  private func delete(_ saved: SavedFilter) {
    sitting.runtime.confirm(
      Phrase(zh: "删除“\(saved.name)”？", en: "Delete “\(saved.name)”?"), saved.phrase(names), yes: Phrase(zh: "删除", en: "Delete")
    ) { [weak self] agreed in
      if agreed {
        self?.sitting.run(Phrase(zh: "已删除", en: "It is deleted")) {
          try $0.deleteFilter(saved.name, by: $1)
        } then: {
        }
      }
    }
  }
}

extension SavedFilter {
  /// What it shows and in which order, for people.
  func phrase(_ names: FieldNames) -> Phrase {
    var parts = filter.conditions(names)
    if !search.isEmpty { parts.append(Phrase(zh: "检索“\(search)”", en: "search “\(search)”")) }
    if sort != RegistrySort() {
      let order = Phrase(zh: "按", en: "by ") + sort.key.phrase
      parts.append(sort.isDescending ? order + Phrase(zh: "倒序", en: ", descending") : order)
    }
    return Phrase.list(parts)
  }
}

extension Sitting {
  /// The saved filters that a text finds, for the palette.
  func savedFilters(_ query: SearchQuery) -> [PaletteEntry] {
    guard let saved = try? store.savedFilters(by: acting) else { return [] }
    return saved.filter { query.isEmpty || query.matches($0.name.string) }.map { filter in
      let what = Phrase(zh: "筛选：", en: "Filter: ") + filter.phrase(names)
      return PaletteEntry(Choice(Phrase(same: filter.name.string), detail: what)) { [weak self] in
        guard let self else { return }
        if let screen = self.runtime.top as? RegistryScreen { return screen.show(filter) }
        let screen = RegistryScreen(self)
        screen.state.take(filter)
        self.runtime.push(screen)
      }
    }
  }
}
