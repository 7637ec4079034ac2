import DeskRuntime
import Regulation
import Widgets
import Wording

/// One center of a ranking: the means of its five groups and nineteen indicators beside the median of its field, or why it has none.
struct RankingDetailView {
  let row: RankingState.Row
  let state: RankingState
  let system: IndicatorSystem
  let look: Look
  let measure: TextMeasure
  /// What the host gave its center; `nil` where that is not asked for, or not for the reader.
  var own: PerIndicator<Points?>?

  /// The lines, none wider than some columns.
  ///
  /// - Parameter rows: how many there is room for: the groups first, the indicators beneath them where all fit; `nil`: all.
  func lines(_ columns: Int, rows: Int? = nil) -> [DetailLine] {
    let name = DetailLine.heading(measure.truncated(state.name(of: row), to: columns), article: "28")
    guard case .ranked(let line) = row else {
      let reason = state.reason(for: row).map { StyledLine.wrapped(look($0), to: columns, Style(.caution), measure: measure) } ?? []
      return [name] + reason.map { .text($0) }
    }
    let table = MeansTable(
      system: system, score: line.score, comparison: state.comparison(of: line), own: own, look: look, measure: measure)
    // Beside the table the code stands in it already.
    let figures: [DetailLine] = [name, .text(standing(line, withCode: rows == nil)), .text(sheets(line))]
    let head = figures + (rows == nil ? rule(line, columns) : []) + table.legend(columns) + table.titles(columns)
    let all = table.lines()
    if let rows, head.count + all.count > rows {
      let hint = StyledLine(look(Phrase(zh: "按回车查看 19 项指标", en: "Enter shows the 19 indicators")), Style(.muted))
      return head + table.lines(groupsOnly: true) + [.text(.blank), .text(hint)]
    }
    return head + all
  }

  /// Draws as much as there is room for.
  func draw(on canvas: inout Canvas, in area: Area) {
    for (offset, line) in lines(area.columns, rows: area.rows).prefix(area.rows).enumerated() {
      line.draw(on: &canvas, in: area, row: area.row + offset)
    }
  }

  private func standing(_ line: RoundResult.Line, withCode: Bool) -> StyledLine {
    var pieces: [StyledLine.Piece] = []
    var column = 0
    for (text, style) in [
      (withCode ? "\(line.code)  " : "", Style(.muted)),
      (line.rank.map { look(Phrase(zh: "第 \($0) 名  ", en: "rank \($0)  ")) } ?? "", .plain),
      ("\(line.score.score) ", Style(.plain, bold: true)), (look(line.score.grade.phrase), Style(line.score.grade.ink, bold: true)),
      (lacking(line.score.score), Style(.muted)),
    ] where !text.isEmpty {
      pieces.append(StyledLine.Piece(column: column, text: text, style: style))
      column += measure.columns(of: text)
    }
    return StyledLine(pieces)
  }

  /// On what the grade rests (article 28).
  private func rule(_ line: RoundResult.Line, _ columns: Int) -> [DetailLine] {
    StyledLine.wrapped(look(line.score.grade.words(of: line.score.score)), to: columns, Style(.muted), measure: measure).map { .text($0) }
  }

  private func sheets(_ line: RoundResult.Line) -> StyledLine {
    let (sheets, spread) = (line.score.sheets, line.score.spread)
    let typed = line.score.sheetsByStaff
    let byStaff = typed == 0 ? Phrase(same: "") : Phrase(zh: "（代录 \(typed) 份）", en: " (\(typed) by staff)")
    let words = Phrase(
      zh: "评分表 \(sheets) 份\(byStaff.zh)，极差 \(spread)", en: "from \(sheets.counted("sheet"))\(byStaff.en), spread \(spread)")
    return StyledLine(look(words), Style(.muted))
  }

  private func lacking(_ score: Points) -> String {
    guard let lacking = Grade.lacking(score) else { return "" }
    let next: Grade = Grade(published: score) == .qualified ? .excellent : .qualified
    return look(Phrase(zh: "  距\(next.phrase.zh) \(lacking)", en: "  \(lacking) short of \(next.phrase.en)"))
  }
}
