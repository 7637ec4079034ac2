import CenterStore
import DeskRuntime
import Documents
import Widgets
import Wording

/// A paper, to be read before it goes out: written into one's own folder as a page or as text, or copied.
@MainActor
final class PaperScreen: FindingScreen {
  let sitting: Sitting
  private let offer: PaperOffer
  private var paper: (document: Document, lines: [String])?
  private var page: WordsPage = .loading
  var list: ListState?
  private(set) var listArea = Area(Size(columns: 0, rows: 0))

  init(_ sitting: Sitting, _ offer: PaperOffer) {
    self.sitting = sitting
    self.offer = offer
  }

  var title: Phrase { offer.kind.phrase }
  var opening: ActionName { "write" }

  var bindings: [KeyBinding] {
    let nothing = paper == nil ? Phrase(zh: "文书尚未生成", en: "the paper is not written") : nil
    return [
      KeyBinding(
        "write", [KeyPress(.enter), KeyPress(.function(6)), .character("w")], label: Phrase(zh: "写成文件", en: "write a file"),
        explanation: Phrase(
          zh: "写入自己的文件夹：网页（可打印，Word、WPS 可打开）、纯文本或 JSON",
          en: "write it into your folder: a page that prints and opens in Word and WPS, text, or JSON"),
        prominence: .first, refusal: nothing),
      KeyBinding(
        "copy.all", [KeyPress(.function(5)), .character("a")], label: Phrase(zh: "复制全文", en: "copy all"),
        explanation: Phrase(zh: "把全文复制到自己电脑的剪贴板", en: "copy the whole text to the clipboard of your own machine"), prominence: .footer,
        refusal: nothing),
      findBinding,
    ]
  }

  var rowsToFind: RowsToFind { .others((paper?.lines ?? []).enumerated().map { (key: String($0.offset), words: $0.element) }) }

  func appeared() { if paper == nil { load() } }

  func perform(_ action: ActionName) {
    switch action {
    case "write": chooseFormat()
    case "copy.all": if let paper { sitting.runtime.copy(paper.lines.joined(separator: "\n")) }
    case "find": find()
    default: break
    }
  }

  private func load() {
    let (store, who, offer) = (sitting.store, sitting.acting, offer)
    sitting.runtime.background {
      let document = try DocumentWriter(store: store, by: who).document(offer.kind, offer.wish)
      let text = try document.text(as: .text) { () throws(DocumentError) in try DocumentTemplates(beside: store) }
      return (document, text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    } then: { [weak self] (result: Result<(Document, [String]), any Error>) in
      switch result {
      case .success(let paper): self?.show(paper.0, paper.1)
      case .failure(let error): self?.page = .notWritten(error)
      }
    }
  }

  private func show(_ document: Document, _ lines: [String]) {
    paper = (document, lines)
    list = ListState()
    list?.setCount(lines.count)
  }

  private func chooseFormat() {
    guard let document = paper?.document else { return }
    let formats = DocumentFormat.allCases
    let choices = formats.map { Choice($0.phrase, detail: Phrase(same: "\(document.fileName).\($0.ending)")) }
    sitting.runtime.choose(Phrase(zh: "写成哪种文件？", en: "As what kind of file?"), choices) { [weak self] place in
      if let self, let place { self.write(document, formats[place]) }
    }
  }

  private func write(_ document: Document, _ format: DocumentFormat) {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(holdsInput: true) {
      let text = try document.text(as: format) { () throws(DocumentError) in try DocumentTemplates(beside: store) }
      return try store.putInFolder(Array((text + "\n").utf8), as: "\(document.fileName).\(format.ending)", by: who)
    } then: { [weak self] (result: Result<String, any Error>) in
      switch result {
      case .success(let path): self?.sitting.runtime.notice(Phrase(zh: "已写入 \(path)", en: "Written: \(path)"), .done)
      case .failure(let error): self?.sitting.tell(error)
      }
    }
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    guard let paper, list != nil else { return page.draw(on: &canvas, in: area, look: look) }
    // A paper is as wide as its text form; in a wide window it stands in the middle.
    let columns = min(area.columns - 2, Document.textColumns)
    let body = Area(column: area.column + (area.columns - columns) / 2, row: area.row, columns: columns, rows: area.rows)
    listArea = body
    list?.layout(rows: body.rows)
    guard let list else { return }
    for place in list.visible where paper.lines.indices.contains(place) {
      let row = body.row + place - list.top
      canvas.put(canvas.measure.truncated(paper.lines[place], to: columns), at: Position(column: body.column, row: row), within: body)
      if place == list.selected { canvas.restyle(Area(column: body.column, row: row, columns: columns, rows: 1), .selected) }
    }
    canvas.scrollBar(
      in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: body.column, row: body.row + list.selected - list.top)
  }
}

extension WordsPage {
  /// Why a paper is not there, and what to do.
  fileprivate static func notWritten(_ error: any Error) -> WordsPage {
    let words = (error as? DocumentError)?.phrase ?? Sitting.phrase(for: error)
    return WordsPage(
      heading: Phrase(zh: "没有这份文书", en: "There is no such paper"),
      paragraphs: [words, Phrase(zh: "按 Esc 返回。", en: "Esc goes back.")], ink: .caution)
  }
}

extension DocumentFormat {
  /// What kind of file it is.
  fileprivate var phrase: Phrase {
    switch self {
    case .html: Phrase(zh: "网页：A4 打印，Word、WPS 可打开", en: "page: prints on A4, opens in Word and WPS")
    case .text: Phrase(zh: "纯文本", en: "plain text")
    case .json: Phrase(zh: "JSON（供程序使用）", en: "JSON, for programs")
    }
  }
}
