import Widgets

/// A page as plain text: headings, paragraphs and tables, 78 columns wide, every character of it where a fixed font puts it.
///
/// What a text cannot show is named: of a drawing its title stands in its place, since its figures are in a table beside it.
struct PlainPage {
  /// How wide the text is.
  static let columns = 78

  private static let measure = TextMeasure()
  private static let hidden: Set<String> = ["style", "head", "script"]

  private var lines: [String] = []
  private var text = ""
  private var isHeading = false
  private var paragraph: String?
  private var table: PlainTable?
  private var hiddenIn: [String] = []
  private var drawing: String?

  /// The text of a page.
  static func text(of page: String) -> String {
    var scanner = MarkupScanner(page)
    var plain = PlainPage()
    while let piece = scanner.next() { plain.take(piece) }
    plain.finishParagraph()
    return plain.lines.joined(separator: "\n")
  }

  private mutating func take(_ piece: MarkupScanner.Piece) {
    switch piece {
    case .open(let name, _) where PlainPage.hidden.contains(name): hiddenIn.append(name)
    case .close(let name) where hiddenIn.last == name: hiddenIn.removeLast()
    case _ where !hiddenIn.isEmpty: break
    case .open("svg", _): drawing = ""
    case .close("svg"): finishDrawing()
    case .text(let words) where drawing != nil: if drawing?.isEmpty == true { drawing = PlainPage.folded(words) }
    case _ where drawing != nil: break
    case .open("table", _): table = PlainTable()
    case .close("table"): finishTable()
    case .close("thead"): table?.endHead()
    case .open("tr", _): table?.beginRow()
    case .open("th", let attributes), .open("td", let attributes):
      text = ""
      table?.beginCell(
        columns: Int(attributes["colspan"] ?? "") ?? 1, rows: Int(attributes["rowspan"] ?? "") ?? 1,
        looks: attributes["class"] ?? "")
    case .close("th"), .close("td"):
      table?.endCell(PlainPage.folded(text))
      text = ""
    case .open("br", _): text += "\n"
    case .close("p") where table != nil: text += "\n"
    case .open("h1", _), .open("h2", _), .open("p", _), .open("div", _):
      if table == nil { finishParagraph() }
      if case .open("div", _) = piece { lines.append("") }
      if case .open("p", let attributes) = piece { paragraph = attributes["class"] ?? "" }
    case .close("h1"): finishHeading()
    case .close("h2"):
      lines.append("")
      finishParagraph()
    case .close("p"), .close("div"): finishParagraph()
    case .text(let words): text += words
    case .open, .close: break
    }
  }

  private mutating func finishHeading() {
    let title = PlainPage.folded(text)
    text = ""
    for line in PlainPage.measure.wrapped(title, to: PlainPage.columns - 8) { lines.append(PlainPage.centered(line)) }
    lines.append("")
  }

  private mutating func finishParagraph() {
    let words = PlainPage.folded(text)
    let kind = paragraph
    (text, paragraph) = ("", nil)
    if words.isEmpty { return }
    switch kind {
    case "sign":
      let width = PlainPage.measure.columns(of: words)
      lines.append(String(repeating: " ", count: max(0, PlainPage.columns - 4 - width)) + words)
    case "number", "draft": lines.append(PlainPage.centered(words))
    case "": lines += PlainPage.measure.wrapped("　　" + words, to: PlainPage.columns)
    default: lines += PlainPage.measure.wrapped(words, to: PlainPage.columns)
    }
  }

  private mutating func finishTable() {
    if let table { lines += table.lines(columns: PlainPage.columns) }
    (table, text) = (nil, "")
  }

  private mutating func finishDrawing() {
    if let drawing, !drawing.isEmpty { lines.append("（图：\(drawing)）") }
    drawing = nil
  }

  private static func centered(_ line: String) -> String {
    String(repeating: " ", count: max(0, (columns - measure.columns(of: line)) / 2)) + line
  }

  /// A text with its runs of blanks as one, and without those around its lines; line breaks that were asked for stay.
  private static func folded(_ text: String) -> String {
    // A break in the source is a blank, one that `<br/>` or a paragraph in a cell made stands in for itself.
    text.split(separator: "\n", omittingEmptySubsequences: true)
      .map { line in line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" }).joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
