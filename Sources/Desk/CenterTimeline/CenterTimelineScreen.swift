import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// Everything that happened to a center, the latest first, with what it rests on.
@MainActor
final class CenterTimelineScreen: FindingScreen {
  let sitting: Sitting
  private let code: String
  private var all: [CenterHappening] = []
  /// Among how many centers one is ranked, by year.
  private var ranked: [Int: Int] = [:]
  private var kind: CenterHappening.Kind?
  private var failure: WordsPage?
  private var isLoaded = false
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  var list: ListState? = ListState()

  init(_ sitting: Sitting, code: String) {
    self.sitting = sitting
    self.code = code
  }

  var title: Phrase { Phrase(zh: "历程", en: "History") }

  private var shown: [CenterHappening] { kind.map { kind in all.filter { $0.kind == kind } } ?? all }
  private var selected: CenterHappening? {
    guard let place = list?.selected else { return nil }
    let shown = shown
    return shown.indices.contains(place) ? shown[place] : nil
  }

  private func words(of happening: CenterHappening, _ look: Look) -> CenterHappeningWords {
    CenterHappeningWords(happening: happening, look: look, names: sitting.names, ranked: ranked)
  }

  var rowsToFind: RowsToFind {
    let look = sitting.runtime.look
    return .others(
      shown.map { happening in
        let words = self.words(of: happening, look)
        return (happening.key, "\(happening.on) \(look(words.title)) \(words.about) \(look(words.by))")
      })
  }

  var rowInHand: String? {
    guard let selected else { return nil }
    let look = sitting.runtime.look
    let words = self.words(of: selected, look)
    return [selected.on.description, look(words.title), words.about, look(words.by)].joined(separator: "\t")
  }

  var listArea: Area { table(sitting.runtime.look).rowsArea(in: parts.table) }
  /// The head, the table, and what is said of the selected row.
  private var parts: (head: Area, table: Area, detail: Area) {
    let (head, rest) = area.inset(columns: 1).splitTop(1)
    let (table, detail) = rest.splitTop(max(rest.rows - 7, rest.rows * 3 / 5))
    return (head, table, detail)
  }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(zh: "打开所选的事项、申请、评估结果或职责记录", en: "open the matter, application, result or duties of the selected row"),
        prominence: .first, refusal: refusal),
      KeyBinding(
        "kind", [KeyPress(.tab), KeyPress(.function(4))], label: Phrase(zh: "类别", en: "kind"),
        explanation: Phrase(zh: "只看一类：登记、评估、变更与撤销、运行职责", en: "one kind only: record, evaluation, matters, duties"),
        prominence: .footer),
      findBinding,
    ]
  }

  private var refusal: Phrase? {
    guard let selected else { return Phrase(zh: "没有可打开的", en: "there is nothing to open") }
    return selected.leadsOn ? nil : Phrase(zh: "此项没有另外的页面，下方即全部内容", en: "all that is on file of it stands below")
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) { if news is StoreNews { load() } }

  /// Off the screen's thread: what files said of the center is looked for in whole imports, and every result is counted.
  private func load() {
    let (store, who, code) = (sitting.store, sitting.acting, code)
    sitting.runtime.background(.beside, holdsInput: !isLoaded) {
      (try store.timeline(ofCenter: code, by: who), try store.rankedCounts(by: who))
    } then: { [weak self] (answer: Result<([CenterHappening], [Int: Int]), any Error>) in
      guard let self else { return }
      self.isLoaded = true
      switch answer {
      case .success((let timeline, let ranked)):
        self.failure = nil
        self.ranked = ranked
        self.show { $0.all = timeline.reversed() }
      case .failure(let error): self.failure = .failed(error)
      }
    }
  }

  private func show(_ change: (CenterTimelineScreen) -> Void) {
    let kept = selected?.key
    change(self)
    list?.setCount(shown.count)
    if let kept, let place = shown.firstIndex(where: { $0.key == kept }) { list?.select(place) }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "open": if let selected { open(selected) }
    case "find": find()
    case "kind":
      let kinds: [CenterHappening.Kind?] = [nil] + all.kinds.map { $0 }
      show { $0.kind = kinds[((kinds.firstIndex(of: $0.kind) ?? 0) + 1) % kinds.count] }
    default: break
    }
  }

  private func open(_ happening: CenterHappening) {
    switch happening.matter {
    case .begun(let kind, let number, subject: _), .step(let kind, let number, step: _, article: _):
      sitting.runtime.push(kind.screen(sitting, number: number))
    case .certified(document: _, let application?): sitting.runtime.push(ApplicationScreen(sitting, number: application))
    case .result(let result, isImported: false): sitting.openResult(of: code, year: result.year)
    case .document(nil, title: _, _): DutyDocuments.show(sitting, code)
    case .document(let year?, title: _, _):
      sitting.runtime.push(AttachmentsScreen(sitting, .material(center: code, year: year), name: Phrase(same: String(year))))
    case .duty(let duty):
      var at: Duty?
      if case .record(let record, _) = duty.subject { at = record }
      sitting.runtime.push(DutiesScreen(sitting, code: code, at: at, name: .duties))
    case .round(let year, _) where sitting.isStaff: sitting.runtime.push(RoundFileScreen(sitting, year: year))
    default: break
    }
  }

  // MARK: - Drawing

  private func table(_ look: Look) -> Table {
    Table(
      columns: [
        TableColumn(look(Phrase(zh: "日期", en: "Day")), minimum: 10, ideal: 10),
        TableColumn(look(Phrase(zh: "事项", en: "What")), minimum: look.language == .zh ? 20 : 24, ideal: 26),
        TableColumn(look(Phrase(zh: "内容", en: "About")), minimum: 20, ideal: 40, stretch: 1),
        TableColumn(look(Phrase(zh: "办理人", en: "By")), minimum: 12, ideal: 20, priority: 1),
      ],
      emptyText: [look(Phrase(zh: "没有这类记录。", en: "There is none.")), look(Phrase(zh: "Tab 换类别。", en: "Tab changes the kind."))])
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    guard isLoaded else { return WordsPage.loading.draw(on: &canvas, in: area, look: look) }
    let parts = parts
    drawHead(on: &canvas, in: parts.head, look)
    let table = table(look)
    list?.layout(rows: table.rowsArea(in: parts.table).rows)
    guard let list else { return }
    let shown = shown
    table.draw(on: &canvas, in: parts.table, state: list) { place in
      let words = self.words(of: shown[place], look)
      return TableRow([
        TableCell(shown[place].on.description, Style(.muted)), TableCell(look(words.title)), TableCell(words.about),
        TableCell(look(words.by), Style(.muted)),
      ])
    }
    if list.isEmpty { canvas.cursor = parts.table.origin }
    drawDetail(on: &canvas, in: parts.detail, look)
  }

  private func drawDetail(on canvas: inout Canvas, in area: Area, _ look: Look) {
    guard let selected, !area.isEmpty else { return }
    let words = self.words(of: selected, look)
    canvas.horizontalRule(at: area.origin, columns: area.columns)
    let measure = canvas.measure
    let grounds = words.grounds
    let labels = min(area.columns / 4, grounds.map { measure.columns(of: look($0.label)) }.max() ?? 0)
    var lines: [StyledLine] = []
    for ground in grounds {
      var part = StyledLine.wrapped(look(ground.text), to: area.columns, indent: labels + 2, measure: measure)
      part[0].pieces.insert(
        StyledLine.Piece(column: 0, text: measure.truncated(look(ground.label), to: labels), style: Style(.muted)), at: 0)
      lines += part
    }
    for (offset, line) in lines.prefix(area.rows - 1).enumerated() { line.draw(on: &canvas, in: area, row: area.row + 1 + offset) }
  }

  private func drawHead(on canvas: inout Canvas, in area: Area, _ look: Look) {
    var column = area.column
    for choice in [nil] + all.kinds.map({ $0 }) {
      let name = choice?.phrase ?? Phrase(zh: "全部", en: "all")
      let count = choice.map { kind in all.count { $0.kind == kind } } ?? all.count
      column += canvas.put(
        look(name) + " \(count)  ", at: Position(column: column, row: area.row),
        style: Style(choice == kind ? .accent : .muted, bold: choice == kind, underlined: false), within: area)
    }
  }
}
