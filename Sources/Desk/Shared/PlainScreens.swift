import DeskRuntime
import Widgets
import Wording

/// A page of words where there is nothing else to show: still loading, forbidden, failed, empty.
struct WordsPage: Sendable, Hashable {
  /// What it is about.
  var heading: Phrase
  /// Why, and what to do next, a paragraph each.
  var paragraphs: [Phrase]
  /// The ink of the heading.
  var ink: Ink = .heading

  /// Something is being worked out.
  static let loading = WordsPage(
    heading: Phrase(zh: "正在读取…", en: "Loading…"), paragraphs: [Phrase(zh: "请稍候；可按 Esc 返回。", en: "One moment; Esc goes back.")])

  /// Something went wrong.
  static func failed(_ error: any Error) -> WordsPage {
    WordsPage(
      heading: Phrase(zh: "未能读取", en: "This could not be read"),
      paragraphs: [Sitting.phrase(for: error), Phrase(zh: "按 Esc 返回，稍后再试。", en: "Esc goes back; try again in a moment.")], ink: .bad)
  }

  /// Draws the page in the upper third of an area, with the cursor on its heading.
  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let columns = min(area.columns - 4, 72)
    let left = area.column + (area.columns - columns) / 2
    var row = area.row + area.rows / 5
    canvas.cursor = Position(column: left, row: min(row, area.bottom - 1))
    canvas.put(
      canvas.measure.truncated(look(heading), to: columns), at: Position(column: left, row: row), style: Style(ink, bold: true),
      within: area)
    row += 2
    for paragraph in paragraphs {
      for line in canvas.measure.wrapped(look(paragraph), to: columns) {
        canvas.put(line, at: Position(column: left, row: row), within: area)
        row += 1
      }
      row += 1
    }
  }
}
