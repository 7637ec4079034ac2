import CenterStore
import DeskRuntime
import Widgets
import Wording

/// One of the lists of the directories: every row at hand, `/` finds one, F3 leaves only those of a kind.
@MainActor
final class DirectoryScreen<Row: Sendable>: ListScreen {
  let sitting: Sitting
  let directory: DirectoryList<Row>
  private var all: [Row] = []
  private var rows: [Row] = []
  private var filter: (facet: Int, value: Phrase)?
  private var index: RowIndex?
  /// Which reading of the rows is shown; each is another.
  private var reading = 0
  private var page: WordsPage? = .loading
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  var list: ListState? = ListState()

  init(_ sitting: Sitting, _ directory: DirectoryList<Row>) {
    self.sitting = sitting
    self.directory = directory
  }

  var title: Phrase { directory.title }
  var listArea: Area { table(sitting.runtime.look).rowsArea(in: tableArea) }
  private var tableArea: Area { area.splitTop(2).rest.inset(columns: 1) }
  private var selected: Row? { list.flatMap { rows.indices.contains($0.selected) ? rows[$0.selected] : nil } }

  private var acts: [DirectoryAct] {
    directory.acts(selected) { [weak self, all] in self?.load(beside: all) }
  }

  var bindings: [KeyBinding] {
    let nothing = selected == nil ? Phrase(zh: "没有可打开的", en: "there is nothing to open") : nil
    return [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(zh: "打开所选的一条", en: "open the selected line"), prominence: .first, refusal: nothing)
    ] + acts.map(\.binding)
      + (directory.facets.isEmpty
        ? []
        : [
          KeyBinding(
            "filter", [.character("f"), KeyPress(.function(3))], label: Phrase(zh: "筛选", en: "filter"),
            explanation: Phrase(zh: "只看一类", en: "leave only those of a kind"), prominence: .footer,
            refusal: all.isEmpty ? Phrase(zh: "没有可筛选的", en: "there is nothing to filter") : nil)
        ]) + [
        .find(refusal: rows.isEmpty ? Phrase(zh: "没有可查找的", en: "there is nothing to find") : nil),
        KeyBinding(
          "copy", [.character("y"), .control("y")], label: Phrase(zh: "复制", en: "copy"),
          explanation: Phrase(zh: "把所选的一行复制到剪贴板", en: "copy the selected line to the clipboard"), refusal: nothing),
      ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.items.contains(where: { item in directory.concerns.contains { item.act.hasPrefix($0) } }) {
      load()
    }
  }

  /// Reads it off the screen's thread: there may be a row for every center.
  ///
  /// - Parameter known: what there was before something was entered; the cursor goes to what is new.
  private func load(beside known: [Row]? = nil) {
    let (store, who, read) = (sitting.store, sitting.acting, directory.read)
    sitting.runtime.background(.beside, holdsInput: page != nil) {
      try read(store, who)
    } then: { [weak self] (answer: Result<[Row], any Error>) in
      guard let self else { return }
      switch answer {
      case .success(let rows):
        self.page = nil
        self.show { self.all = rows }
        if let known { self.selectNew(beside: known) }
      case .failure(let error): self.page = .failed(error)
      }
    }
  }

  /// Puts the cursor on the one row that was not there before, where the filter leaves it.
  private func selectNew(beside known: [Row]) {
    let known = Set(known.map(directory.key))
    guard all.count > known.count, let place = rows.firstIndex(where: { !known.contains(directory.key($0)) }) else { return }
    list?.select(place)
  }

  /// Changes what is shown; the same row stays selected.
  private func show(_ change: () -> Void) {
    let kept = selected.map(directory.key)
    change()
    index = nil
    reading += 1
    rows = filter.map { filter in all.filter { directory.facets[filter.facet].values($0).contains(filter.value) } } ?? all
    list?.setCount(rows.count)
    if let kept, let place = rows.firstIndex(where: { directory.key($0) == kept }) { list?.select(place) }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "open": if let selected { directory.reference(selected).open(sitting) }
    case "filter": chooseFilter()
    case "find": find()
    case "copy":
      if let selected {
        let language = sitting.runtime.language
        sitting.copy(directory.cells(selected).map { $0.text[language] }.joined(separator: "\t"), named: directory.key(selected))
      }
    default: acts.first { $0.binding.action == action }?.run()
    }
  }

  // MARK: - Filtering and finding

  private func chooseFilter() {
    var entries: [(facet: Int, value: Phrase)] = []
    var choices = [Choice(Phrase(zh: "全部", en: "All"), detail: Phrase(same: all.count.grouped))]
    for (place, facet) in directory.facets.enumerated() {
      var counts: [Phrase: Int] = [:]
      for row in all { for value in facet.values(row) { counts[value, default: 0] += 1 } }
      for (value, count) in counts.sorted(by: { ($1.value, $0.key.zh) < ($0.value, $1.key.zh) }) {
        entries.append((place, value))
        choices.append(
          Choice(
            facet.name.asLabel + Phrase(same: " ") + value, detail: Phrase(same: count.grouped),
            keywords: sitting.runtime.spelling?(value.zh) ?? ""))
      }
    }
    let chosen = filter.flatMap { filter in entries.firstIndex { $0.facet == filter.facet && $0.value == filter.value } }
    sitting.runtime.choose(Phrase(zh: "只看哪些？", en: "Leave which?"), choices, chosen: chosen.map { $0 + 1 } ?? 0, filter: true) {
      [weak self] place in
      if let self, let place { self.show { self.filter = place == 0 ? nil : entries[place - 1] } }
    }
  }

  private func find() {
    let keys = keys
    // What is typed meanwhile is meant for the search.
    read(holdsInput: true) { [weak self] index in
      guard let self else { return }
      ListFinder(
        keys, index, now: { [weak self] in self?.keys },
        read: { [weak self] _, then in self?.read(holdsInput: false, then: then) },
        place: { [weak self] keys, row in
          guard let self else { return nil }
          // A row is known by its key: others may have changed the list meanwhile.
          let key = keys.keys[row]
          if rows.indices.contains(row), directory.key(rows[row]) == key { return row }
          return rows.firstIndex { self.directory.key($0) == key }
        }, selected: { [weak self] in self?.list?.selected }, select: { [weak self] in self?.list?.select($0) }
      ).find(on: self.sitting.runtime)
    }
  }

  /// The keys of the rows, in one reading.
  private struct Keys: Equatable {
    let reading: Int
    let keys: [String]
  }

  private var keys: Keys { Keys(reading: reading, keys: rows.map(directory.key)) }

  /// Makes an index of the rows, if there is none.
  private func read(holdsInput: Bool, then: @escaping @MainActor (RowIndex) -> Void) {
    if let index { return then(index) }
    let (rows, key, words, number) = (rows, directory.key, directory.words, reading)
    sitting.runtime.background(.beside, holdsInput: holdsInput) {
      RowIndex(rows.map { (key($0), words($0)) })
    } then: { [weak self] (answer: Result<RowIndex, any Error>) in
      guard let self, case .success(let index) = answer else { return }
      if number == self.reading { self.index = index }
      then(index)
    }
  }

  // MARK: - Drawing

  private func table(_ look: Look) -> Table {
    Table(
      columns: directory.columns.map {
        TableColumn(
          look($0.title), minimum: $0.minimum, ideal: max($0.ideal, $0.minimum), stretch: $0.stretch, priority: $0.priority,
          alignment: $0.alignment)
      },
      emptyText: [
        look(filter == nil ? directory.empty : Phrase(zh: "没有这一类的，F3 换筛选。", en: "There is none of this kind; F3 changes the filter."))
      ])
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let page { return page.draw(on: &canvas, in: area, look: look) }
    drawHead(on: &canvas, in: area.inset(columns: 1), look)
    let table = table(look)
    list?.layout(rows: table.rowsArea(in: tableArea).rows)
    guard let list else { return }
    table.draw(on: &canvas, in: tableArea, state: list) { place in
      // Only names stretch, and Chinese names are told apart by their ends as well; an English reader begins at the beginning.
      TableRow(
        zip(directory.cells(rows[place]), directory.columns).map { cell, column in
          TableCell(look(cell.text), Style(cell.ink), isCutInside: look.language == .zh && column.stretch > 0 && column.isCutInside)
        })
    }
    if list.isEmpty { canvas.cursor = tableArea.origin }
  }

  private func drawHead(on canvas: inout Canvas, in area: Area, _ look: Look) {
    let count =
      filter == nil
      ? Phrase(zh: "共 \(all.count.grouped) 条", en: "\(all.count.grouped) in all")
      : Phrase(zh: "\(rows.count.grouped) / 共 \(all.count.grouped) 条", en: "\(rows.count.grouped) of \(all.count.grouped)")
    var column = area.column + canvas.put(look(count), at: area.origin, style: Style(.heading, bold: true), within: area)
    if let filter {
      let words = directory.facets[filter.facet].name.asLabel + Phrase(same: " ") + filter.value
      column += canvas.put("  " + look(words), at: Position(column: column, row: area.row), style: Style(.accent, bold: true), within: area)
    }
    let room = max(0, area.right - column - 2)
    canvas.put(
      canvas.measure.truncated(look(directory.remark), to: room), at: Position(column: column + 2, row: area.row), style: Style(.muted),
      within: area)
  }
}

extension Sitting {
  /// Copies a text into the clipboard of the person's own machine, and says so.
  func copy(_ text: String, named name: String) {
    if runtime.terminal.copy(text) {
      runtime.notice(Phrase(zh: "已复制 \(name)", en: "Copied \(name)"), .done)
    } else {
      runtime.notice(Phrase(zh: "剪贴板放不下这么多", en: "That is too much for the clipboard"), .caution)
    }
  }
}
