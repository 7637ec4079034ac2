import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What is shown of a center's result, as lines.
struct CenterResultState: Sendable {
  let code: String
  let name: String
  let result: CenterResult
  let system: IndicatorSystem

  /// All lines, none wider than some columns; parts are parted by a blank line.
  func lines(_ columns: Int, _ look: Look, _ measure: TextMeasure) -> [DetailLine] {
    let writer = CenterResultWriter(state: self, columns: columns, look: look, measure: measure)
    let parts = [writer.head, writer.means, writer.sheets, writer.opinion, writer.objections].filter { !$0.isEmpty }
    return Array(parts.joined(separator: [.text(.blank)]))
  }
}
