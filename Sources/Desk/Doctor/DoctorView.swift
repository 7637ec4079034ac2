import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the doctor is drawn: what came of it, the list in hand, and beneath it the selected line in full.
struct DoctorView {
  let state: DoctorState
  let selected: DoctorState.Line?
  let look: Look

  /// How many rows the selected line has beneath the list.
  private static let detailRows = 5

  func tableArea(in area: Area) -> Area { area.splitTop(2).rest.splitTop(area.rows - 3 - Self.detailRows).top.inset(columns: 1) }

  var table: Table {
    let isChinese = look.language == .zh
    let empty = [
      look(
        state.progress != nil
          ? Phrase(zh: "正在检查。", en: "It is being looked at.")
          : state.examination == nil ? Phrase(zh: "F5 开始检查。", en: "F5 begins.") : Phrase(zh: "没有发现问题。", en: "Nothing wrong was found."))
    ]
    let article = TableColumn(look(Phrase(zh: "条款", en: "Article")), minimum: 8, ideal: 14)
    let check = TableColumn(look(Phrase(zh: "检查项", en: "Check")), minimum: 12, ideal: 18)
    return switch state.part {
    case .findings:
      Table(
        columns: [
          check, article, TableColumn(look(Phrase(zh: "对象", en: "Object")), minimum: 14, ideal: 30, stretch: 1),
          TableColumn(look(Phrase(zh: "问题", en: "Fault")), minimum: 20, ideal: 50, stretch: 2),
        ], emptyText: empty)
    case .invariants:
      Table(
        columns: [
          check, article, TableColumn(look(Phrase(zh: "应当成立", en: "What must hold")), minimum: 20, ideal: 60, stretch: 1),
          TableColumn(look(Phrase(zh: "结果", en: "Outcome")), minimum: isChinese ? 8 : 9, ideal: 10),
        ], emptyText: empty)
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, list: ListState) {
    drawHead(on: &canvas, in: area.inset(columns: 1))
    let (lines, tableArea) = (state.lines, tableArea(in: area))
    table.draw(on: &canvas, in: tableArea, state: list) { row(lines[$0]) }
    if list.isEmpty { canvas.cursor = tableArea.origin }
    drawDetail(on: &canvas, in: area.splitTop(area.rows - Self.detailRows).rest.inset(columns: 1))
  }

  private func drawHead(on canvas: inout Canvas, in area: Area) {
    let isClean = state.examination?.findings.isEmpty ?? true
    let ink: Ink = state.progress != nil || state.examination == nil ? .accent : isClean ? .good : .bad
    var column = area.column
    func put(_ phrase: Phrase, _ style: Style, on row: Int) {
      column += canvas.put(look(phrase), at: Position(column: column, row: row), style: style, within: area)
    }
    canvas.put(
      canvas.measure.truncated(look(state.head), to: area.columns), at: area.origin, style: Style(ink, bold: true), within: area)
    for part in [DoctorState.Part.findings, .invariants] {
      let found = isClean && state.count(of: .findings) > 0 ? Phrase(zh: "待补全", en: "to complete") : Phrase(zh: "发现的问题", en: "found")
      let name = part == .findings ? found : Phrase(zh: "检查的各项", en: "looked at")
      let isInHand = part == state.part
      put(
        Phrase(zh: "\(name.zh) \(state.count(of: part))", en: "\(name.en) \(state.count(of: part))"),
        Style(isInHand ? .accent : .muted, bold: isInHand, underlined: isInHand), on: area.row + 1)
      column += 2
    }
  }

  private func row(_ line: DoctorState.Line) -> TableRow {
    let articles = line.articles.map { $0.first?.isNumber ?? false ? $0 : look(Citation.phrase($0)) }
      .joined(separator: look.language == .zh ? "、" : ", ")
    switch line {
    case .finding(let finding):
      return TableRow([
        TableCell(finding.check.rawValue, Style(.bad)), TableCell(articles), TableCell(look(finding.name)), TableCell(look(finding.phrase)),
      ])
    case .verdict(let verdict):
      let count = verdict.findings.count
      return TableRow([
        TableCell(verdict.invariant.check.rawValue), TableCell(articles), TableCell(look(verdict.invariant.phrase)),
        count == 0
          ? TableCell(look(Phrase(zh: "成立", en: "holds")), Style(.good))
          : TableCell(look(Phrase(zh: "\(count) 处", en: "\(count) found")), Style(.bad, bold: true)),
      ])
    }
  }

  /// What must hold, by which articles, and what is wrong.
  private func drawDetail(on canvas: inout Canvas, in area: Area) {
    guard let selected else { return }
    let invariant: Invariant? =
      switch selected {
      case .finding(let finding): state.invariant(of: finding)
      case .verdict(let verdict): verdict.invariant
      }
    guard let invariant else { return }
    let cited = Citation.several(invariant.articles)
    let rule = Phrase(zh: "应当成立：\(invariant.phrase.zh)", en: "What must hold: \(invariant.phrase.en)")
    let source = invariant.articles.isEmpty ? Phrase(zh: "", en: "") : Phrase(zh: "（\(cited.zh)）", en: " (\(cited.en))")
    var lines = canvas.measure.wrapped(look(rule + source), to: area.columns).map { ($0, Style(.muted)) }
    if case .finding(let finding) = selected {
      let name = look(finding.name)
      let object = name.isEmpty ? "" : "\(name)  "
      lines += canvas.measure.wrapped(object + look(finding.phrase), to: area.columns).map { ($0, Style(.plain, bold: true)) }
    }
    for (place, line) in lines.prefix(area.rows).enumerated() {
      canvas.put(line.0, at: Position(column: area.column, row: area.row + place), style: line.1, within: area)
    }
  }
}
