import CenterStore
import DeskRuntime
import Interchange
import Widgets
import Wording

extension ImportScreen {
  /// A head of three lines above, the whole words of the selected row beneath.
  var tableArea: Area {
    let rest = area.splitTop(3).rest
    return rest.splitTop(max(3, rest.rows - 5)).top.inset(columns: 1)
  }

  func table(_ look: Look) -> Table {
    let hasErrors = rows.first?.ink == .bad
    return Table(
      columns: [
        TableColumn(
          look(hasErrors ? Phrase(zh: "位置", en: "Where") : Phrase(zh: "对象", en: "What")), minimum: 12, ideal: hasErrors ? 16 : 24,
          isDrawnOver: false),
        TableColumn(look(hasErrors ? Phrase(zh: "列", en: "Column") : Phrase(zh: "作用", en: "Does")), minimum: 8, ideal: 12),
        TableColumn(
          look(hasErrors ? Phrase(zh: "所写", en: "Value") : Phrase(zh: "名称", en: "Name")), minimum: 12, ideal: 28, stretch: 1, priority: 1),
        TableColumn(
          look(hasErrors ? Phrase(zh: "错在哪里，怎样改", en: "What is wrong, and the remedy") : Phrase(zh: "内容", en: "Fields")), minimum: 20,
          ideal: 50, stretch: 2),
      ], emptyText: [look(Phrase(zh: "没有会改动的内容。", en: "Nothing would change."))])
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if case .words(let page) = stage { return page.draw(on: &canvas, in: area, look: look) }
    drawHead(on: &canvas, in: area.inset(columns: 1), look)
    let table = table(look)
    list?.layout(rows: table.rowsArea(in: tableArea).rows)
    guard let list else { return }
    table.draw(on: &canvas, in: tableArea, state: list) { place in
      let row = rows[place]
      return TableRow([
        TableCell(look(row.place), isCutInside: true), TableCell(look(row.what), Style(row.ink == .bad ? .plain : row.ink)),
        TableCell(row.value, isCutInside: look.language == .zh), TableCell(look(row.words), Style(row.ink == .bad ? .caution : .plain)),
      ])
    }
    if list.isEmpty { canvas.cursor = tableArea.origin }
    drawDetail(on: &canvas, look)
  }

  private func drawHead(on canvas: inout Canvas, in area: Area, _ look: Look) {
    let year = round.map { Phrase(zh: "  \($0) 年度", en: "  of \($0)") } ?? Phrase(same: "")
    let isMore = rows.count == ImportOutcome.mostTold && rows[0].ink != .bad
    let listed = isMore ? Phrase(zh: "  列出前 \(rows.count) 条", en: "  the first \(rows.count) here") : Phrase(same: "")
    let first = kind.phrase + year + Phrase(same: "  \(source.name)") + listed
    canvas.put(canvas.measure.truncated(look(first), to: area.columns), at: area.origin, style: Style(.heading, bold: true), within: area)
    let (words, ink) = standing
    canvas.put(
      canvas.measure.truncated(look(words), to: area.columns), at: Position(column: area.column, row: area.row + 1),
      style: Style(ink, bold: true), within: area)
  }

  /// What came of it, in a line.
  private var standing: (Phrase, Ink) {
    switch stage {
    case .words: return (Phrase(same: ""), .plain)
    case .done(let report, let taken):
      if taken.isBack { return (Phrase(zh: "已撤销：各条恢复为导入之前", en: "Taken back: all stands as before the import"), .caution) }
      return (Phrase(zh: "已导入：", en: "In: ") + report.summary(dryRun: false) + Phrase(zh: "；u 撤销", en: "; u takes it back"), .good)
    case .looked(let report):
      if !report.problems.isEmpty {
        let listed =
          rows.count < report.problems.count ? Phrase(zh: "，列出前 \(rows.count) 处", en: ", the first \(rows.count) here") : Phrase(same: "")
        return (
          Phrase(zh: "有 \(report.problems.count.grouped) 处错误", en: report.problems.count.counted("error")) + listed
            + Phrase(zh: "，全部不导入；改好文件后按 F5", en: "; nothing is taken in: mend the file, then F5"), .bad
        )
      }
      if report.new + report.changed == 0 {
        return (Phrase(zh: "\(report.unchanged.grouped) 条都与现有内容相同", en: "all \(report.unchanged.grouped) are there already"), .muted)
      }
      return (
        Phrase(zh: "预览，尚未写入：", en: "Nothing written yet: ") + report.summary(dryRun: false)
          + Phrase(zh: "；F2 导入", en: "; F2 imports"),
        .accent
      )
    }
  }

  private func drawDetail(on canvas: inout Canvas, _ look: Look) {
    let room = Area(
      column: tableArea.column, row: tableArea.bottom + 1, columns: tableArea.columns, rows: max(0, area.bottom - tableArea.bottom - 1))
    guard let selected, room.rows > 0 else { return }
    let lines = canvas.measure.wrapped(look(selected.sentence), to: room.columns)
    for (offset, line) in lines.prefix(room.rows).enumerated() {
      let isCut = offset == room.rows - 1 && lines.count > room.rows
      canvas.put(
        isCut ? canvas.measure.truncated(line + "……", to: room.columns) : line, at: Position(column: room.column, row: room.row + offset),
        style: Style(selected.ink == .bad ? .caution : .muted), within: room)
    }
  }
}
