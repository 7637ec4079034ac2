import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// One center's duties in operation, article by article: how it stands to each on a day, and why (articles 6, 7 and 14 to 24).
@MainActor
final class DutiesScreen: ListScreen {
  let sitting: Sitting
  private let code: String
  private var file: DutyFile?
  private var documents = 0
  private var day: Day
  private var failure: WordsPage?
  private var wanted: Duty?
  private let name: Phrase?
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  var list: ListState? = ListState()

  /// Opens at a duty, on a day; today unless told.
  ///
  /// - Parameter name: what it is called where the screen below says part of that already; `nil`: in full.
  init(_ sitting: Sitting, code: String, at duty: Duty? = nil, on day: Day? = nil, name: Phrase? = nil) {
    self.name = name
    self.sitting = sitting
    self.code = code
    self.day = day ?? sitting.today
    wanted = duty
  }

  var title: Phrase { name ?? Phrase(zh: "运行管理职责 \(code)", en: "Operating duties \(code)") }
  var listArea: Area { table(sitting.runtime.look).rowsArea(in: parts.table) }

  var selected: DutyFinding? {
    guard let file, let place = list?.selected, file.findings.indices.contains(place) else { return nil }
    return file.findings[place]
  }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "查看在案", en: "what is on file"),
        explanation: Phrase(zh: "查看该项职责在案的全部记录，更正或移除", en: "read all that is on file of the duty; correct it, take it out"),
        prominence: .first, refusal: file == nil ? Phrase(zh: "没有可打开的", en: "there is nothing to open") : nil),
      KeyBinding(
        "enter", [.character("e"), KeyPress(.function(2))], label: Phrase(zh: "登记", en: "enter"),
        explanation: Phrase(zh: "登记该项职责的落实情况", en: "enter how the duty is kept"), prominence: .footer,
        refusal: file == nil ? Phrase(zh: "没有可登记的", en: "there is nothing to enter") : DutyAccess.refusal(sitting, code)),
      KeyBinding(
        "day", [.character("g"), KeyPress(.function(3))], label: Phrase(zh: "换日期", en: "another day"),
        explanation: Phrase(zh: "看另一天的情况，如上年末", en: "see how it stood on another day, such as the end of last year"), prominence: .footer),
      KeyBinding(
        "center", [.character("o"), KeyPress(.function(6))], label: Phrase(zh: "中心档案", en: "center"),
        explanation: Phrase(zh: "打开该中心的档案", en: "open the center's file"), prominence: .footer),
      DutyDocuments.binding(
        documents, Phrase(zh: "该中心各项职责的附件", en: "the documents of all duties of the center"),
        refusal: file == nil ? Phrase(zh: "没有可查看的", en: "there is nothing to be seen") : nil),
    ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, DutyShelf.concerns(news) || news.contains("attachment.") { load() }
  }

  private func load() {
    do {
      let new = try sitting.store.dutyFile(of: code, on: day, by: sitting.acting)
      list?.setCount(new.findings.count)
      if let duty = wanted, let place = new.findings.firstIndex(where: { $0.duty == duty }) { list?.select(place) }
      (file, failure, wanted) = (new, nil, nil)
      documents = DutyDocuments.of(code, sitting).count
    } catch { (file, failure) = (nil, .failed(error)) }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "open": if let selected { sitting.runtime.push(DutyScreen(sitting, code: code, duty: selected.duty, on: day)) }
    case "enter":
      if let file, let selected { DutyForm(sitting: sitting, file: file, duty: selected.duty) { [weak self] in self?.load() }.enter() }
    case "day": DutyDay.ask(sitting, day) { [weak self] in self?.look(on: $0) }
    case "documents": DutyDocuments.show(sitting, code, at: selected?.duty)
    case "center": sitting.runtime.push(CenterFileScreen(sitting, code: code))
    default: break
    }
  }

  private func look(on day: Day) {
    self.day = day
    load()
  }

  // MARK: - Drawing

  /// The head, the table, and what is said of the selected duty.
  private var parts: (head: Area, table: Area, detail: Area) {
    let (head, rest) = area.splitTop(2)
    let rows = min(Duty.allCases.count + 1, max(4, rest.rows - 4))
    let (table, detail) = rest.splitTop(rows)
    return (head.inset(columns: 1), table.inset(columns: 1), detail.inset(columns: 1))
  }

  private func table(_ look: Look) -> Table {
    let isChinese = look.language == .zh
    let hasMissed = file.map { file in file.findings.contains { !$0.standing.missed.isEmpty } } ?? false
    let standing = hasMissed ? 30 : isChinese ? 24 : 27
    return Table(
      columns: [
        TableColumn(look(Phrase(zh: "条款", en: "Article")), minimum: 7, ideal: 7),
        TableColumn(look(Phrase(zh: "职责", en: "Duty")), minimum: isChinese ? 26 : 34, ideal: isChinese ? 26 : 34),
        TableColumn(look(Phrase(zh: "情况", en: "Standing")), minimum: standing, ideal: standing),
        TableColumn(look(Phrase(zh: "说明", en: "Why")), minimum: 16, ideal: 40, stretch: 1, priority: 1),
      ], emptyText: [])
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    guard let file else { return (failure ?? .loading).draw(on: &canvas, in: area, look: look) }
    let (head, tableArea, detail) = parts
    canvas.put(
      canvas.measure.truncated(file.name, to: head.columns), at: head.origin, style: Style(.heading, bold: true), within: head)
    DutyTally(file.findings.map(\.standing.state)).draw(on: &canvas, in: head, row: 1, day: day, today: sitting.today, look)
    let table = table(look)
    list?.layout(rows: table.rowsArea(in: tableArea).rows)
    guard let list else { return }
    table.draw(on: &canvas, in: tableArea, state: list) { place in
      let finding = file.findings[place]
      return TableRow([
        TableCell(finding.duty.article), TableCell(look(finding.duty.phrase).capitalizedSentence),
        TableCell(look(finding.standing.words), Style(finding.standing.state.ink)), TableCell(look(finding.why), Style(.muted)),
      ])
    }
    guard let selected else { return }
    let on = DutyEntry.entries(of: selected.duty, in: file)
    var lines = StyledLine.wrapped(look(selected.why), to: detail.columns, Style(selected.standing.state.ink), measure: canvas.measure)
    if let missed = selected.standing.missedYears {
      lines += StyledLine.wrapped(look(missed), to: detail.columns, Style(.caution), measure: canvas.measure)
    }
    for entry in on {
      lines += StyledLine.wrapped(
        look(entry.days + Phrase(same: "  ") + entry.title), to: detail.columns, Style(.plain), measure: canvas.measure)
    }
    let room = detail.rows - 1
    if lines.count > room, room > 1 {
      let more = lines.count - room + 1
      let words = Phrase(zh: "另有 \(more) 行，回车查看", en: "\(more.counted("more line")): Enter shows them")
      lines = lines.prefix(room - 1) + [StyledLine(look(words), Style(.muted))]
    }
    for (place, line) in lines.prefix(max(0, room)).enumerated() {
      line.draw(on: &canvas, in: detail, row: detail.row + 1 + place)
    }
  }
}

/// How many duties are kept, due and behind.
struct DutyTally {
  private let states: [DutyStanding.State]

  init(_ states: [DutyStanding.State]) { self.states = states }

  /// Draws the counts in a row, with the day where it is not today.
  func draw(on canvas: inout Canvas, in area: Area, row: Int, day: Day, today: Day, _ look: Look) {
    var column = area.column
    func put(_ phrase: Phrase, _ style: Style) {
      column += canvas.put(look(phrase), at: Position(column: column, row: area.row + row), style: style, within: area)
    }
    for state in [DutyStanding.State.behind, .due, .kept, .notOwed] {
      let count = states.count { $0 == state }
      put(state.phrase + Phrase(same: " \(count)   "), Style(count == 0 ? .muted : state.ink, bold: count > 0 && state == .behind))
    }
    put(
      day == today ? Phrase(zh: "截至今日 \(day)", en: "as of today, \(day)") : Phrase(zh: "截至 \(day)", en: "as of \(day)"),
      Style(day == today ? .muted : .caution))
  }
}
