import DeskRuntime
import Regulation
import Widgets
import Wording

/// The regulation in the desk: every article in short words of our own with the desk's ruling, the indicators with their evaluation points, and
/// what the text does not know.
@MainActor
final class RulesScreen: FindingScreen {
  let sitting: Sitting
  var list: ListState? = ListState()
  private(set) var listArea = Area(Size(columns: 0, rows: 0))
  private let entries: [RuleEntry]
  private var lines: [RuleLine] = []
  private var laid: (columns: Int, look: Look)?
  /// Where to go at the next drawing, when the lines are there.
  private var wanted: Int?

  /// - Parameter place: where to begin; `nil`: at the beginning.
  init(_ sitting: Sitting, at place: RulePlace? = nil) {
    self.sitting = sitting
    entries = RuleEntry.all(sitting.system)
    if let place { go(to: place) }
  }

  var title: Phrase { Phrase(zh: "管理办法", en: "The regulation") }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "next", [KeyPress(.tab), KeyPress(.right), .character("n")], label: Phrase(zh: "下一条", en: "next article"), prominence: .first),
      KeyBinding(
        "previous", [KeyPress(.tab, .shift), KeyPress(.left), .character("p")], label: Phrase(zh: "上一条", en: "article before")),
      KeyBinding(
        "chapter", [KeyPress(.function(6)), .character("]")], label: Phrase(zh: "下一章", en: "next chapter"),
        explanation: Phrase(zh: "到下一章；最后一章之后从头开始", en: "go to the next chapter, round the end")),
      findBinding,
    ]
  }

  /// Goes to a place; an item of which nothing is told leads to its article.
  func go(to place: RulePlace) {
    let known: RulePlace =
      if case .article(let number) = place, let article = Article.cited(number) { .article(article.number) } else { place }
    wanted = entries.firstIndex { $0.place == known }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "next": go(1) { $0.place != nil }
    case "previous": go(-1) { $0.place != nil }
    case "chapter": go(1) { if case .chapter = $0 { true } else { false } }
    case "find": find()
    default: break
    }
  }

  /// The entry under the cursor.
  private var inHand: Int {
    guard let list, lines.indices.contains(list.selected) else { return 0 }
    return lines[list.selected].entry
  }

  /// Goes to the next entry of a kind in a direction, round the ends.
  private func go(_ step: Int, _ isWanted: (RuleEntry) -> Bool) {
    let count = entries.count
    wanted = (1...count).lazy.map { (self.inHand + step * $0 + count * 2) % count }.first { isWanted(entries[$0]) }
  }

  // MARK: - Finding

  /// Of what is typed: a number goes to its article alone, all else wherever it stands.
  func rows(matching text: String, in index: RowIndex) -> [Int] {
    let number = text.filter { !$0.isWhitespace && !"第条".contains($0) }
    let article = Article.cited(number).flatMap { $0.number == number ? number : nil }
    let row = article.flatMap { article in
      entries.firstIndex { $0.place == .article(article) }.flatMap { entry in lines.firstIndex { $0.entry == entry && $0.isHeading } }
    }
    return row.map { [$0] } ?? index.rows(matching: text)
  }

  /// Every line is a row; an entry is found at its first one.
  var rowsToFind: RowsToFind {
    .others(lines.enumerated().map { (key: String($0.offset), words: $0.element.isHeading ? entries[$0.element.entry].words : "") })
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let body = area.inset(columns: 1)
    // Long lines are hard to follow.
    let columns = min(body.columns - 1, 100)
    listArea = Area(column: body.column, row: body.row, columns: body.columns - 1, rows: body.rows)
    lay(columns, look, canvas.measure)
    list?.layout(rows: body.rows)
    if let wanted, let row = lines.firstIndex(where: { $0.entry == wanted && $0.isHeading }) {
      // Coming from below, the list leaves the row at its top.
      list?.select(lines.count - 1)
      list?.select(row)
    }
    wanted = nil
    showWhole()
    guard let list else { return }
    for row in list.visible {
      let place = body.row + row - list.top
      lines[row].line.draw(on: &canvas, in: listArea, row: place)
      if lines[row].isHeading, lines[row].entry == inHand {
        canvas.restyle(Area(column: body.column, row: place, columns: columns, rows: 1), .selected)
      }
    }
    canvas.scrollBar(in: Area(column: body.right - 1, row: body.row, columns: 1, rows: body.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: body.column, row: body.row + list.selected - list.top)
  }

  /// On a heading, all that stands beneath it is seen too, as far as there is room.
  private func showWhole() {
    guard let now = list, lines.indices.contains(now.selected), lines[now.selected].isHeading,
      let end = lines.lastIndex(where: { $0.entry == lines[now.selected].entry })
    else { return }
    let below = min(end - (now.top + now.rows - 1), now.selected - now.top)
    if below > 0 { list?.scroll(by: below) }
  }

  /// Sets the lines anew where width or language changed; what is in hand stays in hand.
  private func lay(_ columns: Int, _ look: Look, _ measure: TextMeasure) {
    if let laid, laid.columns == columns, laid.look == look { return }
    if laid != nil, wanted == nil { wanted = inHand }
    laid = (columns, look)
    lines = RuleLine.all(entries, columns: columns, look: look, measure: measure)
    list?.setCount(lines.count)
  }
}
