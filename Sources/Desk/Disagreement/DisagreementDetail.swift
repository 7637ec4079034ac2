import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// One center's sheets side by side: what was found in them, what each expert gave, on which indicators they differ most, how far the lines are,
/// and what the sheets would come to if they were taken otherwise.
struct DisagreementDetail {
  let center: DisagreementState.Center
  let state: DisagreementState
  let system: IndicatorSystem
  let look: Look
  let measure: TextMeasure

  /// A line, and whose sheet it tells of.
  struct Line {
    let text: StyledLine
    /// The login of the expert whose sheet opens here; `nil` where none does.
    var sheet: String?
  }

  /// The lines, none wider than some columns.
  ///
  /// - Parameter rows: how many there is room for: the indicators take what the other parts leave; `nil`: all that differ are told of.
  func lines(_ columns: Int, rows: Int? = nil) -> [Line] {
    let head = [StyledLine(measure.truncated(center.name, to: columns), Style(.heading, bold: true)), standing(columns)]
    let above = plain(head + distance(columns) + findings(columns) + [.blank]) + sheets(columns)
    let below = plain(whatIf(columns) + secondLook(columns))
    let spread = DisagreementSpreads(sheets: center.ordered, state: state, system: system, look: look, measure: measure)
    let left = rows.map { $0 - above.count - below.count - DisagreementSpreads.headRows }
    return above + plain(spread.lines(columns, limit: left)) + below
  }

  private func plain(_ lines: [StyledLine]) -> [Line] { lines.map { Line(text: $0) } }

  private func standing(_ columns: Int) -> StyledLine {
    guard let score = center.score else {
      let minimum = state.round.minimumSheets
      let words = Phrase(
        zh: "\(center.code)  评分表 \(center.sheets.count)/\(minimum) 份，暂不定级",
        en: "\(center.code)  \(center.sheets.count) of \(minimum) sheets: not graded yet")
      return StyledLine(measure.truncated(look(words), to: columns), Style(.caution))
    }
    let code = "\(center.code)  "
    let figure = "\(score.score) "
    return StyledLine([
      StyledLine.Piece(column: 0, text: code, style: Style(.muted)),
      StyledLine.Piece(column: measure.columns(of: code), text: figure, style: Style(.plain, bold: true)),
      StyledLine.Piece(
        column: measure.columns(of: code + figure), text: look(score.grade.phrase), style: Style(score.grade.ink, bold: true)),
    ])
  }

  private func distance(_ columns: Int) -> [StyledLine] {
    guard let score = center.score, let distance = center.distance else { return [] }
    var words: [Phrase] = []
    if let lacking = distance.lacking {
      let next: Grade = score.grade == .qualified ? .excellent : .qualified
      words.append(Phrase(zh: "距“\(next.phrase.zh)”还差 \(lacking) 分", en: "\(lacking) short of “\(next.phrase.en)”"))
    }
    if let spare = distance.spare {
      words.append(
        Phrase(zh: "高出“\(score.grade.phrase.zh)”线 \(spare) 分", en: "\(spare) above the line of “\(score.grade.phrase.en)”"))
    }
    let both = words.dropFirst().reduce(words.first ?? Phrase(same: "")) { $0 + Phrase(zh: "，", en: ", ") + $1 }
    return StyledLine.wrapped(
      look(both + Phrase(zh: "（办法第28条）", en: " (article 28)")), to: columns, Style(.muted), measure: measure)
  }

  private func findings(_ columns: Int) -> [StyledLine] {
    if center.found.isEmpty {
      return StyledLine.wrapped(look(center.agreement.sentence), to: columns, Style(center.ink), measure: measure)
    }
    return center.found.flatMap { found in
      let words = found.phrase + Phrase(zh: "（办法第\(found.article)条）", en: " (article \(found.article))")
      return StyledLine.wrapped(look(words), to: columns, Style(.caution), measure: measure)
    }
  }

  private func sheets(_ columns: Int) -> [Line] {
    let title = StyledLine(look(Phrase(zh: "各专家总分", en: "What each expert gave")), Style(.heading, bold: true))
    let highest = center.sheets.map(\.total).max()
    let lowest = center.sheets.map(\.total).min()
    let rows = center.ordered.map { sheet in
      let isEnd = center.spread > .zero && (sheet.total == highest || sheet.total == lowest)
      let name = state.name(sheet.login)
      let label = sheet.isByStaff ? Phrase(zh: "\(name)（代录）", en: "\(name), by staff") : Phrase(same: name)
      return Row(
        label: look(label), figure: sheet.total.description, style: Style(isEnd && !center.found.isEmpty ? .caution : .plain),
        grade: Grade(published: sheet.total))
    }
    let sheets = zip(lines(rows, columns), center.ordered).map { Line(text: $0, sheet: $1.login) }
    return [Line(text: title)] + sheets
  }

  private func whatIf(_ columns: Int) -> [StyledLine] {
    guard let score = center.score else { return [] }
    let variants = WhatIf.variants(center.sheets, score: score.score, method: state.round.method)
    guard !variants.isEmpty else { return [] }
    let title = look(Phrase(zh: "如果另行计算（第25条，公布的得分不变）", en: "Taken otherwise (article 25; what is published stays)"))
    let rows = variants.map { variant in
      let change = (variant.change > .zero ? "+" : "") + variant.change.description
      return Row(
        label: look(variant.variant.phrase(naming: state.name)),
        // Where there is little room it goes to the names.
        figure: columns < 50 ? "\(variant.score) \(change)" : "\(variant.score) (\(change))",
        style: Style(variant.changesGrade ? .caution : .plain, bold: variant.changesGrade), grade: variant.grade)
    }
    return [.blank] + StyledLine.wrapped(title, to: columns, Style(.heading, bold: true), measure: measure) + lines(rows, columns)
  }

  private func secondLook(_ columns: Int) -> [StyledLine] {
    guard let look = center.look else { return [] }
    let title =
      look.progress == .underWay
      ? Phrase(zh: "复核中：加派的评分表未交齐", en: "Second look under way: a sheet is to come") : Phrase(zh: "已复核", en: "Second look taken")
    var lines = [.blank, StyledLine(measure.truncated(self.look(title), to: columns), Style(.heading, bold: true))]
    if !look.experts.isEmpty {
      let names = look.experts.map(state.name)
      let words = Phrase(zh: "加派专家：" + names.joined(separator: "、"), en: "one more expert: " + names.joined(separator: ", "))
      lines += StyledLine.wrapped(self.look(words), to: columns, indent: 1, measure: measure)
    }
    for visit in look.visits {
      let words = Phrase(zh: "\(visit.on) 现场核查，\(visit.people)：", en: "\(visit.on) on site, \(visit.people): ")
      lines += StyledLine.wrapped(self.look(words) + visit.findings.string, to: columns, indent: 1, measure: measure)
    }
    return lines
  }

  /// A label on the left; figure and grade on the right, in columns no wider than what stands in them.
  private struct Row {
    let label: String
    let figure: String
    let style: Style
    let grade: Grade
  }

  private func lines(_ rows: [Row], _ columns: Int) -> [StyledLine] {
    let gradeColumns = rows.map { measure.columns(of: look($0.grade.phrase)) }.max() ?? 0
    let figureColumns = rows.map { measure.columns(of: $0.figure) }.max() ?? 0
    let room = max(4, columns - figureColumns - gradeColumns - 2)
    return rows.map { row in
      StyledLine([
        StyledLine.Piece(column: 1, text: measure.truncated(row.label, to: room - 1), style: .plain),
        StyledLine.Piece(column: room + 1, text: measure.padded(row.figure, to: figureColumns, .right), style: row.style),
        StyledLine.Piece(column: room + figureColumns + 2, text: look(row.grade.phrase), style: Style(row.grade.ink)),
      ])
    }
  }
}
