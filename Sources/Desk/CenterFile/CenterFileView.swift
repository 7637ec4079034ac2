import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How a center's file is drawn: in one column, or in two where there is room.
struct CenterFileView {
  let state: CenterFileState
  let look: Look
  let names: FieldNames

  /// From how many columns on profile and evaluations stand beside each other.
  static let twoColumns = 116

  /// The columns of lines that stand beside each other.
  func columns(in area: Area) -> [[CenterFileState.Line]] {
    let underWay = state.underWay()
    let profile = state.profile(names) + (underWay.isEmpty ? [] : [.blank] + underWay)
    let running = state.running().isEmpty ? [] : [.blank] + state.running()
    let material = state.material()
    let evaluations = state.evaluations() + (material.isEmpty ? [] : [.blank] + material)
    return CenterFileView.isWide(area)
      ? [profile + running, evaluations] : [profile + [.blank] + evaluations + running]
  }

  /// Whether two columns stand beside each other.
  static func isWide(_ area: Area) -> Bool { area.columns >= twoColumns }

  /// The lines of the column that the cursor moves in.
  func lines(in area: Area) -> [CenterFileState.Line] { columns(in: area)[column(in: area)] }

  private func column(in area: Area) -> Int { CenterFileView.isWide(area) ? state.column : 0 }

  /// The column in which a place of the screen lies.
  func column(at place: Position, in area: Area) -> Int {
    let parts = parts(in: area)
    return parts.count > 1 && place.column >= parts[1].column - 2 ? 1 : 0
  }

  private func parts(in area: Area) -> [Area] {
    area.inset(columns: 1).columns((CenterFileView.isWide(area) ? [0, 1] : [0]).map { _ in .part(1) }, gap: 3)
  }

  /// A line of the column that the cursor moves in; `nil` below its last.
  func line(_ place: Int, in area: Area) -> CenterFileState.Line? {
    let lines = lines(in: area)
    return lines.indices.contains(place) ? lines[place] : nil
  }

  /// The article behind a line of the column that the cursor moves in: its own, else that of its part; `nil` outside of all parts.
  func article(of place: Int, in area: Area) -> String? {
    let lines = lines(in: area)
    guard lines.indices.contains(place) else { return nil }
    return lines[place].article
      ?? lines[...place].reversed().lazy.compactMap { if case .heading(_, let article) = $0 { article } else { nil } }.first
  }

  /// How many lines the file has in an area.
  func count(in area: Area) -> Int { columns(in: area).map(\.count).max() ?? 0 }

  /// Draws the file.
  func draw(on canvas: inout Canvas, in area: Area) {
    let columns = columns(in: area)
    let parts = parts(in: area)
    for (lines, part) in zip(columns, parts) {
      let labels = labelColumns(of: lines, canvas.measure, part)
      for place in state.list.top..<state.list.top + area.rows where place < lines.count {
        let line = Area(column: part.column, row: part.row + place - state.list.top, columns: part.columns - 1, rows: 1)
        draw(lines[place], on: &canvas, in: line, labels: labels)
      }
    }
    let hand = parts[column(in: area)]
    let row = hand.row + state.list.selected - state.list.top
    canvas.restyle(Area(column: hand.column, row: row, columns: hand.columns - 1, rows: 1).intersection(hand), .selected)
    if columns.count == 2 {
      canvas.verticalRule(at: Position(column: parts[1].column - 2, row: area.row), rows: area.rows, within: area)
    }
    canvas.scrollBar(
      in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: state.list.top, count: count(in: area))
    canvas.cursor = Position(column: hand.column, row: row)
  }

  private func labelColumns(of lines: [CenterFileState.Line], _ measure: TextMeasure, _ part: Area) -> Int {
    let widths = lines.map { line in
      switch line {
      case .entry(let label, _, _, _), .duty(let label, _, _), .center(let label, _, _): measure.columns(of: look(label))
      default: 0
      }
    }
    return min(widths.max() ?? 0, part.columns / 3)
  }

  private func draw(_ line: CenterFileState.Line, on canvas: inout Canvas, in room: Area, labels: Int) {
    let measure = canvas.measure
    switch line {
    case .blank: break
    case .heading(let phrase, _):
      let width = canvas.put(look(phrase), at: room.origin, style: Style(.heading, bold: true), within: room)
      canvas.horizontalRule(at: Position(column: room.column + width + 1, row: room.row), columns: room.columns - width - 1, within: room)
    case .entry(let label, let text, let ink, _): draw(label, look(text), ink, on: &canvas, in: room, labels: labels)
    case .duty(let label, let text, _): draw(label, look(text), .plain, on: &canvas, in: room, labels: labels)
    case .center(let label, let code, let name): draw(label, "\(code) \(name)", .accent, on: &canvas, in: room, labels: labels)
    case .words(let phrase):
      canvas.put(measure.truncated(look(phrase), to: room.columns), at: room.origin, style: Style(.muted), within: room)
    case .result(let result, of: _): draw(result, on: &canvas, in: room)
    case .trend(let row): drawTrend(row, on: &canvas, in: room)
    case .sheet(let sheet): draw(sheet, on: &canvas, in: room)
    case .document(let document): draw(document, on: &canvas, in: room)
    case .matter(let matter): draw(matter, on: &canvas, in: room)
    }
  }

  private func draw(_ label: Phrase, _ text: String, _ ink: Ink, on canvas: inout Canvas, in room: Area, labels: Int) {
    canvas.put(canvas.measure.truncated(look(label), to: labels), at: room.origin, style: Style(.muted), within: room)
    let value = room.splitLeft(labels + 2).rest
    canvas.put(canvas.measure.truncated(text, to: value.columns), at: value.origin, style: Style(ink), within: value)
  }

  private func draw(_ result: PublicResult, on canvas: inout Canvas, in room: Area) {
    let gradeColumns = look.language == .zh ? 6 : 11
    let ranks = state.allResults.map { canvas.measure.columns(of: rank($0)) }.max() ?? 1
    let parts = room.columns([.fixed(4), .fixed(6), .fixed(gradeColumns), .fixed(ranks), .part(1)], gap: 2)
    canvas.put(String(result.year), at: parts[0].origin, within: parts[0])
    canvas.put(canvas.measure.padded(result.score.description, to: 6, .right), at: parts[1].origin, within: parts[1])
    canvas.put(look(result.grade.phrase), at: parts[2].origin, style: Style(result.grade.ink, bold: true), within: parts[2])
    canvas.put(rank(result), at: parts[3].origin, style: Style(.muted), within: parts[3])
    canvas.bar(Double(result.score.hundredths) / 10_000, in: parts[4], ink: result.grade.ink)
  }

  private func rank(_ result: PublicResult) -> String {
    result.rank.map { look(.rank($0, of: state.ranked[result.year])) } ?? "–"
  }

  /// One row of the picture of the results over the years; the list scrolls by rows.
  private func drawTrend(_ row: Int, on canvas: inout Canvas, in room: Area) {
    var apart = Canvas(size: Size(columns: room.right, rows: TrendPicture.rows), glyphs: canvas.glyphs)
    let area = Area(column: room.column, row: 0, columns: room.columns, rows: TrendPicture.rows)
    TrendPicture(results: state.results.reversed(), look: look).draw(on: &apart, in: area)
    canvas.take(from: apart, at: Position(column: 0, row: room.row - row), within: room)
  }

  private func draw(_ document: Attachment, on canvas: inout Canvas, in room: Area) {
    let parts = room.columns([.part(1), .part(1)], gap: 2)
    canvas.put(canvas.measure.truncated(document.entry.title.string, to: parts[0].columns), at: parts[0].origin, within: parts[0])
    let place = canvas.measure.truncated(look(AttachmentWords.place(document)), to: parts[1].columns)
    canvas.put(place, at: parts[1].origin, style: Style(.muted), within: parts[1])
  }

  private func draw(_ matter: MatterSummary, on canvas: inout Canvas, in room: Area) {
    let stages = state.matters.map { canvas.measure.columns(of: look($0.stage)) }.max() ?? 0
    let parts = room.columns([.fixed(11), .fixed(10), .part(1), .fixed(stages)], gap: 1)
    canvas.put(matter.number, at: parts[0].origin, style: Style(.plain, bold: matter.waits), within: parts[0])
    canvas.put(canvas.measure.truncated(look(matter.kind.phrase), to: 10), at: parts[1].origin, style: Style(.muted), within: parts[1])
    canvas.put(canvas.measure.truncated(look(matter.subject), to: parts[2].columns), at: parts[2].origin, within: parts[2])
    canvas.put(look(matter.stage), at: parts[3].origin, style: Style(matter.ink), within: parts[3])
  }

  private func draw(_ sheet: SheetProgress, on canvas: inout Canvas, in room: Area) {
    let isDone = sheet.state == .submitted
    let parts = room.columns([.fixed(10), .fixed(10), .part(1), .fixed(5), .fixed(look.language == .zh ? 13 : 17)], gap: 2)
    canvas.put(canvas.measure.truncated(sheet.name, to: 10), at: parts[0].origin, within: parts[0])
    canvas.put(canvas.measure.truncated(sheet.login, to: 10), at: parts[1].origin, style: Style(.muted), within: parts[1])
    canvas.bar(Double(sheet.given) / Double(IndicatorCode.count), in: parts[2], ink: isDone ? .good : .bar)
    canvas.put(canvas.measure.padded("\(sheet.given)/\(IndicatorCode.count)", to: 5, .right), at: parts[3].origin, within: parts[3])
    let words =
      isDone
      ? Phrase(zh: "已提交 \(sheet.total?.description ?? "")", en: "submitted \(sheet.total?.description ?? "")")
      : sheet.given == 0 ? Phrase(zh: "未开始", en: "not begun") : Phrase(zh: "评分中", en: "under way")
    canvas.put(look(words), at: parts[4].origin, style: Style(isDone ? .good : .caution), within: parts[4])
  }
}
