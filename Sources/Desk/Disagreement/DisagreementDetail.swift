import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// One center's sheets side by side: what was found in them, what each expert gave, how far the lines are, and what the sheets would come to
/// if they were taken otherwise.
struct DisagreementDetail {
  let center: DisagreementState.Center
  let state: DisagreementState
  let look: Look
  let measure: TextMeasure

  /// The lines, none wider than some columns.
  func lines(_ columns: Int) -> [StyledLine] {
    [StyledLine(measure.truncated(center.name, to: columns), Style(.heading, bold: true)), standing(columns)] + distance(columns)
      + findings(columns) + [.blank] + sheets(columns) + [.blank] + whatIf(columns) + secondLook(columns)
  }

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
    return StyledLine.wrapped(look(both), to: columns, Style(.muted), measure: measure)
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

  private func sheets(_ columns: Int) -> [StyledLine] {
    let title = StyledLine(look(Phrase(zh: "各专家总分", en: "What each expert gave")), Style(.heading, bold: true))
    let highest = center.sheets.map(\.total).max()
    let lowest = center.sheets.map(\.total).min()
    return [title]
      + center.sheets.sorted { ($1.total, $0.login) < ($0.total, $1.login) }.map { sheet in
        let isEnd = center.spread > .zero && (sheet.total == highest || sheet.total == lowest)
        return row(
          state.name(sheet.login), sheet.total.description, Style(isEnd && !center.found.isEmpty ? .caution : .plain), grade: sheet.total,
          columns)
      }
  }

  private func whatIf(_ columns: Int) -> [StyledLine] {
    guard let score = center.score else { return [] }
    let variants = WhatIf.variants(center.sheets, score: score.score, method: state.round.method)
    guard !variants.isEmpty else { return [] }
    let title = StyledLine(
      measure.truncated(look(Phrase(zh: "如果另行计算（不改变公布的得分）", en: "Taken otherwise (what is published stays)")), to: columns),
      Style(.heading, bold: true))
    return [title]
      + variants.map { variant in
        let change = (variant.change > .zero ? "+" : "") + variant.change.description
        return row(
          look(variant.variant.phrase(naming: state.name)), "\(variant.score) (\(change))",
          Style(variant.changesGrade ? .caution : .plain, bold: variant.changesGrade), grade: variant.score, columns)
      }
  }

  private func secondLook(_ columns: Int) -> [StyledLine] {
    guard let look = center.look else { return [] }
    let title =
      look.progress == .underWay
      ? Phrase(zh: "再看中：加派的评分表未交齐", en: "Second look under way: a sheet is to come") : Phrase(zh: "已再看", en: "Looked at again")
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

  /// A label on the left; figure and grade on the right.
  private func row(_ label: String, _ figure: String, _ style: Style, grade: Points, _ columns: Int) -> StyledLine {
    let grade = Grade(published: grade)
    let words = look(grade.phrase)
    let gradeColumns = Grade.allCases.map { measure.columns(of: look($0.phrase)) }.max() ?? 0
    let figureColumns = 15
    let room = max(4, columns - figureColumns - gradeColumns - 3)
    return StyledLine([
      StyledLine.Piece(column: 1, text: measure.truncated(label, to: room - 1), style: .plain),
      StyledLine.Piece(column: room + 1, text: measure.padded(figure, to: figureColumns, .right), style: style),
      StyledLine.Piece(column: room + figureColumns + 2, text: words, style: Style(grade.ink)),
    ])
  }
}
