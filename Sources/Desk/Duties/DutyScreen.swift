import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// All that is on file of one duty of a center: why it stands so, and each thing with what it says (articles 6, 7 and 14 to 24).
@MainActor
final class DutyScreen: ListScreen {
  let sitting: Sitting
  private let code: String
  let duty: Duty
  private let day: Day
  private var file: DutyFile?
  /// The documents that show something of the duty.
  private var documents: [Attachment] = []
  private var failure: WordsPage?
  private var lines: [(line: StyledLine, item: DutyItem?)] = []
  private var laid: (area: Area, look: Look)?
  var list: ListState? = ListState()
  private(set) var listArea = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting, code: String, duty: Duty, on day: Day) {
    self.sitting = sitting
    self.code = code
    self.duty = duty
    self.day = day
  }

  var title: Phrase {
    Phrase(zh: duty.phrase.zh, en: duty.phrase.en.capitalizedSentence)
  }
  var opening: ActionName { "correct" }

  private var selected: DutyItem? {
    guard let place = list?.selected, lines.indices.contains(place) else { return nil }
    return lines[place].item
  }

  var bindings: [KeyBinding] {
    let none = selected == nil ? Phrase(zh: "光标不在记录上", en: "the cursor is on no record") : nil
    let access = DutyAccess.refusal(sitting, code)
    return [
      KeyBinding(
        "enter", [.character("e"), KeyPress(.function(2))], label: Phrase(zh: "登记", en: "enter"),
        explanation: Phrase(zh: "登记该项职责的落实情况", en: "enter how the duty is kept"), prominence: .first, refusal: access),
      KeyBinding(
        "correct", [KeyPress(.enter)], label: Phrase(zh: "更正", en: "correct"),
        explanation: Phrase(zh: "更正光标所在的记录，原内容留在审计链", en: "correct the record under the cursor; the old one stays in the chain"),
        prominence: .footer, refusal: access ?? none),
      DutyDocuments.binding(
        documents.count,
        access == nil
          ? Phrase(zh: "该项职责的附件：查看，为光标所在的记录登记", en: "the documents of the duty: read them, enter one for the record under the cursor")
          : Phrase(zh: "该项职责的附件：是什么，存放何处", en: "the documents of the duty: what they are and where they lie"),
        refusal: duty.proof == .director ? Phrase(zh: "主任的文件见其备案", en: "see the filing of the director") : nil),
      KeyBinding(
        "remove", [.character("x"), KeyPress(.function(4))], label: Phrase(zh: "移除", en: "take out"),
        explanation: Phrase(zh: "移除光标所在的误录的记录，须写明理由", en: "take out what was entered by mistake, with a reason"),
        prominence: .footer, refusal: access ?? none),
    ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, DutyShelf.concerns(news) || news.contains("attachment.") { load() }
  }

  private func load() {
    do {
      (file, failure) = (try sitting.store.dutyFile(of: code, on: day, by: sitting.acting), nil)
    } catch { (file, failure) = (nil, .failed(error)) }
    documents = DutyDocuments.of(code, sitting).filter { document in
      document.entry.proves.contains { if case .duty(let place) = $0 { place.duty == duty } else { false } }
    }
    laid = nil
  }

  func perform(_ action: ActionName) {
    guard let file else { return }
    let form = DutyForm(sitting: sitting, file: file, duty: duty) { [weak self] in self?.load() }
    switch action {
    case "enter": form.enter()
    case "correct": if let selected { form.correct(selected) }
    case "remove": if let selected { form.remove(selected) }
    case "documents":
      let place = DutyEntry.entries(of: duty, in: file).first { $0.item == selected }?.place
      DutyDocuments.show(sitting, file, duty, at: place)
    default: break
    }
  }

  // MARK: - Drawing

  private func lay(_ file: DutyFile, columns: Int, _ look: Look, _ measure: TextMeasure) {
    var lines: [(line: StyledLine, item: DutyItem?)] = []
    func add(_ phrase: Phrase, _ style: Style, indent: Int = 0, item: DutyItem? = nil) {
      lines += StyledLine.wrapped(look(phrase), to: columns, indent: indent, style, measure: measure).map { ($0, item) }
    }
    add(Phrase(same: file.name), Style(.heading, bold: true))
    if let finding = file.findings.first(where: { $0.duty == duty }) {
      let standing = finding.standing
      let article = Citation.phrase(duty.article)
      add(
        Phrase(zh: "\(article.zh)：", en: "\(article.en.capitalizedSentence): ") + standing.words
          + Phrase(zh: "，截至 \(file.day)", en: ", as of \(file.day)"),
        Style(standing.state.ink))
      add(finding.why, Style(.plain))
    }
    lines.append((.blank, nil))
    let entries = DutyEntry.entries(of: duty, in: file)
    let empty =
      duty.proof == .director
      ? Phrase(zh: "主任经备案登记，见中心档案（办法第16条）。", en: "A director is filed: see the center's file (article 16).")
      : Phrase(zh: "没有在案的记录", en: "Nothing is on file")
        + (DutyAccess.refusal(sitting, code) == nil ? Phrase(zh: "；F2 登记。", en: "; F2 enters it.") : Phrase(zh: "。", en: "."))
    if entries.isEmpty { add(empty, Style(.muted)) }
    func add(documentsOf place: DutyPlace, indent: Int, item: DutyItem? = nil) {
      for document in documents where document.entry.proves.contains(.duty(place)) {
        add(AttachmentWords.line(document), Style(.accent), indent: indent, item: item)
      }
    }
    // What shows who sits on a committee shows it of all of them.
    if case .committee(let committee) = duty.proof { add(documentsOf: .members(committee), indent: 0) }
    for entry in entries {
      add(entry.days + Phrase(same: "  ") + entry.title, Style(.plain, bold: true), item: entry.item)
      for detail in entry.details { add(detail, Style(.muted), indent: 2, item: entry.item) }
      if case .members = entry.place { continue }
      add(documentsOf: entry.place, indent: 2, item: entry.item)
    }
    self.lines = lines
    list?.setCount(lines.count)
    if selected == nil, let first = lines.firstIndex(where: { $0.item != nil }) { list?.select(first) }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    guard let file else { return (failure ?? .loading).draw(on: &canvas, in: area, look: look) }
    let body = area.inset(columns: 1)
    listArea = body
    if laid?.area != area || laid?.look != look {
      lay(file, columns: body.columns - 2, look, canvas.measure)
      laid = (area, look)
    }
    list?.layout(rows: body.rows)
    guard let list else { return }
    for place in list.visible where lines.indices.contains(place) {
      let row = body.row + place - list.top
      var line = lines[place].line
      if place == list.selected, lines[place].item != nil {
        canvas.fill(Area(column: body.column, row: row, columns: body.columns, rows: 1), Style(.selected))
        for piece in line.pieces.indices { line.pieces[piece].style = Style(.selected) }
      }
      line.draw(on: &canvas, in: body, row: row)
    }
    canvas.scrollBar(
      in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: body.column, row: body.row + list.selected - list.top)
  }
}
