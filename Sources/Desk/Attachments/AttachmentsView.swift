import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// A line of the list of documents, and which of them it tells of.
struct AttachmentLine: Hashable {
  /// The document, by its place.
  var document: Int
  /// What is written.
  var line: StyledLine
}

/// How the documents are drawn: each with its title, where it is, its digest and what it proves.
struct AttachmentsView {
  let documents: [Attachment]
  let system: IndicatorSystem
  let look: Look
  let measure: TextMeasure
  let columns: Int
  /// What the steps and credit checks of the application are called.
  var names: [Proof: Phrase] = [:]

  /// All lines, from top to bottom.
  var lines: [AttachmentLine] {
    documents.enumerated().flatMap { place, document in
      let blank = place == 0 ? [] : [StyledLine.blank]
      return (blank + lines(document)).map { AttachmentLine(document: place, line: $0) }
    }
  }

  /// How large the file is; of a file that was never kept here nobody knows.
  private func size(_ document: Attachment) -> Phrase {
    if let size = document.size { return Phrase(same: AttachmentWords.size(size)) }
    return document.entry.file.isEmpty ? Phrase(same: "") : Phrase(zh: "大小未知", en: "size not known")
  }

  private func lines(_ document: Attachment) -> [StyledLine] {
    let entry = document.entry
    let about = [entry.kind.string, entry.date?.description ?? "", look(size(document))]
    let note = about.filter { !$0.isEmpty }.joined(separator: " · ")
    var lines = StyledLine.wrapped(entry.title.string, to: columns, Style(.heading, bold: true), measure: measure)
    if !note.isEmpty { lines += StyledLine.wrapped(note, to: columns, indent: 2, Style(.muted), measure: measure) }
    lines += StyledLine.wrapped(look(AttachmentWords.place(document)), to: columns, indent: 2, measure: measure)
    if document.isGone {
      lines += StyledLine.wrapped(look(document.goneWords), to: columns, indent: 2, Style(.bad), measure: measure)
    }
    if let digest = entry.digest {
      lines += StyledLine.wrapped("SHA-256 \(digest)", to: columns, indent: 2, Style(.muted), measure: measure)
    }
    for proof in entry.proves.sorted() {
      let words = AttachmentWords.proof(proof, system, names: names)
      lines += StyledLine.wrapped(
        look(Phrase(zh: "证明 \(words.zh)", en: "proves \(words.en)")), to: columns, indent: 2, Style(.accent), measure: measure)
    }
    return lines
  }

  /// Draws the lines that are seen, the selected one marked, and the cursor on it.
  func draw(_ lines: [AttachmentLine], _ list: ListState, on canvas: inout Canvas, in area: Area) {
    let body = area.inset(columns: 1)
    for place in list.visible where place < lines.count {
      let row = area.row + place - list.top
      lines[place].line.draw(on: &canvas, in: body, row: row)
    }
    canvas.scrollBar(in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: body.column, row: area.row + list.selected - list.top)
  }
}
