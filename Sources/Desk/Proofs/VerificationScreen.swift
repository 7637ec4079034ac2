import DeskRuntime
import Interchange
import Proofs
import TableFiles
import Widgets
import Wording

/// What of a published file holds, line by line.
@MainActor
final class VerificationScreen: FindingScreen {
  let sitting: Sitting
  private let verification: Verification
  private let name: String
  private var state = ListState()
  private var area = Area(Size(columns: 0, rows: 0))

  init(_ sitting: Sitting, _ verification: Verification, name: String) {
    self.sitting = sitting
    self.verification = verification
    self.name = name
    state.setCount(verification.findings.count)
    // What does not hold is looked at first.
    if let first = verification.findings.firstIndex(where: { $0.verdict == .fails }) { state.select(first) }
  }

  var title: Phrase { Phrase(zh: "核验 \(name)", en: "Check of \(name)") }

  var bindings: [KeyBinding] { [findBinding] }

  func perform(_ action: ActionName) { if action == "find" { find() } }

  var list: ListState? {
    get { state }
    set { if let newValue { state = newValue } }
  }

  var rowInHand: String? {
    verification.findings.indices.contains(state.selected) ? verification.findings[state.selected].phrase[sitting.runtime.language] : nil
  }

  var rowsToFind: RowsToFind {
    .others(verification.findings.enumerated().map { (key: String($0.offset), words: $0.element.phrase[sitting.runtime.language]) })
  }

  var listArea: Area { table.rowsArea(in: parts(of: area).table) }

  private var table: Table {
    let look = sitting.runtime.look
    return Table(
      columns: [
        TableColumn(look(Phrase(zh: "结论", en: "Verdict")), minimum: 6, ideal: 12),
        TableColumn(look(Phrase(zh: "核验事项", en: "Of")), minimum: 10, ideal: 13),
        TableColumn(look(Phrase(zh: "说明", en: "What")), minimum: 30, ideal: 60, stretch: 1),
      ], emptyText: [""], margin: 1)
  }

  private func parts(of area: Area) -> (head: Area, table: Area, detail: Area) {
    let (head, rest) = area.splitTop(2)
    let (table, detail) = rest.splitTop(rest.rows - min(5, rest.rows / 3))
    return (head.inset(columns: 1), table, detail.inset(columns: 1))
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    let parts = parts(of: area)
    let failed = verification.findings.count { $0.verdict == .fails }
    let words =
      failed == 0
      ? Phrase(
        zh: "没有不符。核对号 \(verification.checkNumber)，请与公示件上的比对。",
        en: "Nothing fails. Check number \(verification.checkNumber): compare it with the notice.")
      : Phrase(zh: "\(failed) 处不符。", en: "\(failed.counted("thing does", "things do")) not hold.")
    StyledLine.wrapped(look(words), to: parts.head.columns, Style(failed == 0 ? .good : .bad, bold: true), measure: canvas.measure).first?
      .draw(on: &canvas, in: parts.head, row: parts.head.row)
    state.layout(rows: parts.table.rows - 1)
    table.draw(on: &canvas, in: parts.table, state: state) { place in
      let finding = verification.findings[place]
      let ink: Ink =
        switch finding.verdict {
        case .holds: .good
        case .fails: .bad
        case .notChecked: .caution
        }
      return TableRow([
        TableCell(look(finding.verdict.phrase), Style(ink)), TableCell(look(finding.topic.phrase)), TableCell(look(finding.phrase)),
      ])
    }
    guard parts.detail.rows > 0, let words = rowInHand else { return }
    canvas.horizontalRule(at: parts.detail.origin, columns: parts.detail.columns, within: parts.detail)
    for (row, line) in StyledLine.wrapped(words, to: parts.detail.columns, Style(.plain), measure: canvas.measure).enumerated()
    where row + 1 < parts.detail.rows { line.draw(on: &canvas, in: parts.detail, row: parts.detail.row + 1 + row) }
  }
}

/// Reads an open file of somebody's own folder.
enum FileBytesReader {
  static func bytes(_ descriptor: Int32, _ name: String) throws -> [UInt8] {
    try FileBytes(reading: descriptor, name: name, limit: Importer.fileLimit).withBytes { Array($0) }
  }
}
