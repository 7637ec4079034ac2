import DeskRuntime
import Regulation
import Widgets
import Wording

/// One center of a ranking: the means of its five groups and nineteen indicators, or why it has none.
struct RankingDetailView {
  let row: RankingState.Row
  let state: RankingState
  let system: IndicatorSystem
  let look: Look

  /// How many lines all of it takes.
  static let rows = 4 + 5 + IndicatorCode.count

  /// Draws as much as there is room for: the groups first, the indicators beneath their groups where all fit.
  ///
  /// - Returns: where the first line stands.
  func draw(on canvas: inout Canvas, in area: Area) {
    guard !area.isEmpty else { return }
    let name = canvas.measure.truncated(state.name(of: row), to: area.columns)
    canvas.put(name, at: area.origin, style: Style(.heading, bold: true), within: area)
    let second = area.splitTop(1).rest
    guard case .ranked(let line) = row else {
      if let reason = state.reason(for: row) {
        for (offset, part) in canvas.measure.wrapped(look(reason), to: area.columns).enumerated() {
          canvas.put(part, at: Position(column: area.column, row: second.row + offset), style: Style(.caution), within: second)
        }
      }
      return
    }
    var column = second.column
    for (text, style) in [
      ("\(line.code)  ", Style(.muted)), (line.rank.map { look(Phrase(zh: "第 \($0) 名  ", en: "rank \($0)  ")) } ?? "", .plain),
      ("\(line.score.score) ", Style(.plain, bold: true)), (look(line.score.grade.phrase), Style(line.score.grade.ink, bold: true)),
      (lacking(line.score.score), Style(.muted)),
    ] {
      column += canvas.put(text, at: Position(column: column, row: second.row), style: style, within: second)
    }
    let (sheets, spread) = (line.score.sheets, line.score.spread)
    let typed = line.score.sheetsByStaff
    let byStaff = typed == 0 ? Phrase(same: "") : Phrase(zh: "（代录 \(typed) 份）", en: " (\(typed) by staff)")
    canvas.put(
      look(
        Phrase(
          zh: "评分表 \(sheets) 份\(byStaff.zh)，极差 \(spread)", en: "from \(sheets.counted("sheet"))\(byStaff.en), spread \(spread)")),
      at: Position(column: second.column, row: second.row + 1), style: Style(.muted), within: second)
    let body = second.splitTop(2).rest
    let showsIndicators = body.rows >= 5 + IndicatorCode.count
    var top = body.row
    for (place, group) in system.groups.enumerated() where top < body.bottom {
      let mean = line.score.groups[place]
      draw(
        "\(group.code) \(look(group.name))", mean, of: group.weight, isGroup: true, on: &canvas,
        in: Area(column: body.column, row: top, columns: body.columns, rows: 1))
      top += 1
      guard showsIndicators else { continue }
      for indicator in group.indicators {
        draw(
          "  \(indicator.code) \(look(indicator.name))", line.score.indicators[indicator.code], of: indicator.weight, isGroup: false,
          on: &canvas, in: Area(column: body.column, row: top, columns: body.columns, rows: 1))
        top += 1
      }
    }
    if !showsIndicators, top + 1 < body.bottom {
      canvas.put(
        look(Phrase(zh: "按回车查看 19 项指标", en: "Enter shows the 19 indicators")), at: Position(column: body.column, row: top + 1),
        style: Style(.muted), within: body)
    }
  }

  private func lacking(_ score: Points) -> String {
    guard let lacking = Grade.lacking(score) else { return "" }
    let next: Grade = Grade(published: score) == .qualified ? .excellent : .qualified
    return look(Phrase(zh: "  距\(next.phrase.zh) \(lacking)", en: "  \(lacking) short of \(next.phrase.en)"))
  }

  private func draw(_ label: String, _ mean: Points, of weight: Int, isGroup: Bool, on canvas: inout Canvas, in room: Area) {
    guard room.row < canvas.size.rows else { return }
    let share = weight > 0 ? Double(mean.hundredths) / Double(weight * 100) : 0
    let parts = room.columns([.part(4), .fixed(5), .fixed(5), .part(1)], gap: 1)
    canvas.put(
      canvas.measure.truncated(label, to: parts[0].columns), at: parts[0].origin, style: Style(.plain, bold: isGroup), within: parts[0])
    canvas.put(
      canvas.measure.padded(mean.description, to: 5, .right), at: parts[1].origin, style: Style(.plain, bold: isGroup), within: parts[1])
    canvas.put("/ \(weight)", at: parts[2].origin, style: Style(.muted), within: parts[2])
    canvas.bar(share, in: parts[3], ink: Grade(published: Points(Int(share * 10_000))).ink)
  }
}
