import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The audit log: every act of the chain, the latest first. Only what is seen is read, so that a million links open at once.
@MainActor
final class AuditScreen: ListScreen {
  let sitting: Sitting
  private(set) var state = AuditState()
  private var page: WordsPage?
  private var isUnderWay = false
  /// The search that is under way; what an earlier one finds is not shown any more.
  private var search = 0
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  var list: ListState? = ListState()

  init(_ sitting: Sitting) { self.sitting = sitting }

  var title: Phrase { .auditLog }
  var listArea: Area { table(sitting.runtime.look).rowsArea(in: tableArea) }
  private var tableArea: Area { area.splitTop(2).rest.inset(columns: 1) }
  private var selected: AuditLine? { list.flatMap { state.line(at: $0.selected) } }

  var bindings: [KeyBinding] {
    let nothing = selected == nil ? Phrase(zh: "没有可打开的", en: "there is nothing to open") : nil
    return [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(zh: "看所选一条的前后内容、哈希和对象", en: "see before and after, hash and object of the selected link"), prominence: .first,
        refusal: nothing),
      KeyBinding(
        "filter", [.character("/"), KeyPress(.function(3)), .character("f")], label: Phrase(zh: "筛选", en: "filter"),
        explanation: Phrase(zh: "按行为、账号、对象、日期查找", en: "look for an act, a login, an object or a day"), prominence: .first,
        refusal: page == nil ? nil : nothing),
      KeyBinding(
        "all", [.character("a"), KeyPress(.function(4))], label: Phrase(zh: "全部", en: "all"),
        explanation: Phrase(zh: "不再筛选", en: "drop the filter"), prominence: .footer,
        refusal: state.filter.isEmpty && state.until == nil ? Phrase(zh: "没有筛选", en: "nothing is filtered") : nil),
      KeyBinding(
        "verify", [.character("v"), KeyPress(.function(5))], label: Phrase(zh: "校验", en: "verify"),
        explanation: Phrase(zh: "校验整条审计链，并复制最后一条的哈希", en: "verify the whole chain, and copy the hash of its last link"),
        prominence: .footer, refusal: page == nil ? nil : nothing),
      KeyBinding(
        "copy", [.character("y"), .control("y")], label: Phrase(zh: "复制", en: "copy"),
        explanation: Phrase(zh: "把所选的一行复制到剪贴板", en: "copy the selected line to the clipboard"), refusal: nothing),
    ]
  }

  func appeared() { if state.first == 0 { begin() } else { catchUp() } }

  func changed(_ news: any Sendable) { if news is StoreNews { catchUp() } }

  func perform(_ action: ActionName) {
    switch action {
    case "open": if let selected { sitting.runtime.push(AuditPage.screen(sitting, selected.number, object: state.filter.object)) }
    case "filter": chooseFilter()
    case "all": show(AuditFilter(), until: nil)
    case "verify": verify()
    case "copy":
      if let selected {
        sitting.copy(texts(of: selected).map { sitting.runtime.look($0) }.joined(separator: "\t"), named: String(selected.number))
      }
    default: break
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    let isOfUse: Bool
    switch event {
    case .key(let press): isOfUse = list?.take(press) ?? false
    case .mouse(let press):
      let outcome = list?.handle(press, in: listArea)
      if outcome == .committed, selected != nil { perform("open") }
      isOfUse = outcome != .ignored && outcome != nil
    case .paste, .focus: isOfUse = false
    }
    goOn()
    return isOfUse
  }

  // MARK: - Reading

  private func begin() {
    do {
      let (store, who) = (sitting.store, sitting.acting)
      state.begin(at: try state.until.map { try store.lastLink(until: $0, by: who) } ?? store.auditLength(by: who))
      page = nil
      search += 1
      isUnderWay = false
      list?.setCount(state.count)
      list?.select(0)
      goOn()
    } catch { page = .failed(error) }
  }

  func show(_ filter: AuditFilter, until: Day?) {
    (state.filter, state.until) = (filter, until)
    begin()
  }

  /// Puts what came since on top; the same link stays selected.
  private func catchUp() {
    guard state.until == nil, page == nil, let length = try? sitting.store.auditLength(by: sitting.acting), length > state.first else {
      return
    }
    let (kept, isAtTop) = (list.flatMap { state.number(at: $0.selected) }, list?.selected == 0)
    if state.filter.isEmpty {
      state.begin(at: length)
    } else if let finds = try? sitting.store.findLinks(state.filter, above: state.first, by: sitting.acting) {
      state.prepend(finds.lines, upTo: length)
    }
    list?.setCount(state.count)
    if !isAtTop, let kept, let row = state.row(of: kept) { list?.select(row) }
  }

  /// Looks further down while there is room below what was found.
  private func goOn() {
    guard !isUnderWay, state.isSearching, let list, state.count < list.selected + 200 else { return }
    isUnderWay = true
    let (store, who, filter, below, number) = (sitting.store, sitting.acting, state.filter, state.reached, search)
    sitting.runtime.background(.beside) {
      try store.findLinks(filter, below: below, by: who)
    } then: { [weak self] (answer: Result<AuditFinds, any Error>) in
      guard let self, number == self.search else { return }
      self.isUnderWay = false
      switch answer {
      case .success(let finds):
        self.state.take(finds)
        self.list?.setCount(self.state.count)
        self.goOn()
      case .failure(let error): self.page = .failed(error)
      }
    }
  }

  /// Reads what is seen and not at hand, and a page around it.
  private func fetch(_ rows: Range<Int>) {
    guard state.missing(in: rows) != nil else { return }
    let around = max(0, rows.lowerBound - rows.count)..<min(state.count, rows.upperBound + rows.count)
    guard let numbers = state.missing(in: around) else { return }
    if let lines = try? sitting.store.auditLines(numbers, by: sitting.acting) { state.keep(lines) }
  }

  // MARK: - Drawing

  private func table(_ look: Look) -> Table {
    var table = Table(
      columns: [
        TableColumn(look(Phrase(zh: "编号", en: "Number")), minimum: 6, ideal: 7, alignment: .right),
        TableColumn(look(Phrase(zh: "时间", en: "Time")), minimum: 16, ideal: 16),
        TableColumn(look(Phrase(zh: "何人", en: "Who")), minimum: 8, ideal: 10, stretch: 1),
        TableColumn(look(Phrase(zh: "途径", en: "By")), minimum: 7, ideal: 7, priority: 1),
        TableColumn(look(Phrase(zh: "行为", en: "Act")), minimum: 16, ideal: 24, stretch: 1),
        TableColumn(look(Phrase(zh: "对象", en: "Object")), minimum: 14, ideal: 36, stretch: 2),
      ],
      emptyText: [
        look(
          state.isSearching
            ? Phrase(zh: "正在查找…", en: "Looking…") : Phrase(zh: "没有这样的记录；按 a 或 F4 看全部。", en: "There is none such; a or F4 shows all."))
      ])
    table.isOpenEnded = state.isSearching
    return table
  }

  private func texts(of line: AuditLine) -> [Phrase] {
    [
      Phrase(same: String(line.number)), Phrase(same: "\(line.time.day) \(line.time.shanghaiTime)"), Phrase(same: line.name ?? line.login),
      line.channel?.phrase ?? Phrase(same: "?"), line.actPhrase, AuditObjectWords.phrase(line.object),
    ]
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let page { return page.draw(on: &canvas, in: area, look: look) }
    drawHead(on: &canvas, in: area.inset(columns: 1), look)
    let table = table(look)
    list?.layout(rows: table.rowsArea(in: tableArea).rows)
    guard let list else { return }
    fetch(list.visible)
    table.draw(on: &canvas, in: tableArea, state: list) { row in
      guard let line = state.line(at: row) else { return nil }
      return TableRow(texts(of: line).enumerated().map { TableCell(look($1), isCutInside: $0 == table.columns.count - 1) })
    }
    if list.isEmpty { canvas.cursor = tableArea.origin }
  }

  private func drawHead(on canvas: inout Canvas, in area: Area, _ look: Look) {
    var words: [Phrase] = []
    if state.filter.isEmpty {
      words.append(Phrase(zh: "共 \(state.count.grouped) 条", en: "\(state.count.grouped) links"))
    } else {
      words.append(
        state.isSearching
          ? Phrase(zh: "已找到 \(state.count.grouped) 条，查到第 \(state.reached) 条", en: "\(state.count.grouped) so far, down to \(state.reached)")
          : Phrase(zh: "找到 \(state.count.grouped) 条", en: "\(state.count.grouped) found"))
      let parts = [
        state.filter.act?.phrase, state.filter.login.map { Phrase(same: $0) },
        state.filter.object.isEmpty ? nil : Phrase(same: state.filter.object),
      ]
      words.append(.list(parts.compactMap(\.self)))
    }
    if let until = state.until { words.append(Phrase(zh: "截至 \(until)", en: "until \(until)")) }
    words.append(Phrase(zh: "时间为北京时间", en: "times are those of Cangzhou"))
    var column = area.column
    for (place, phrase) in words.enumerated() {
      let style = place == 0 ? Style(.heading, bold: true) : Style(place == words.count - 1 ? .muted : .accent)
      let text = canvas.measure.truncated(look(phrase), to: max(0, area.right - column))
      column += canvas.put(text, at: Position(column: column, row: area.row), style: style, within: area) + 2
    }
  }
}
