import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What stands above every part of a round's file: its terms, its last days, its counts, the parts that there are.
struct RoundFileHead {
  let state: RoundFileState
  let today: Day
  let look: Look
  let measure: TextMeasure

  /// The lines for some columns.
  func lines(_ columns: Int) -> [StyledLine] {
    [terms, days, counts, parts].flatMap { FlowedPieces.lines($0, to: columns, measure: measure) }
  }

  private typealias Pieces = [(text: String, style: Style)]

  private var terms: Pieces {
    let terms = state.round.terms
    let by: Phrase =
      switch terms.conductor {
      case .bureau: Phrase(zh: "市科技局组织", en: "carried out by the bureau")
      case .agency(let name): Phrase(zh: "\(name)组织", en: "carried out by \(name)")
      case .department(let name): Phrase(zh: "\(name)组织", en: "carried out by \(name)")
      }
    let sheets = terms.minimumSheets
    return [
      (look(Phrase(zh: "\(terms.year) 年度", en: "\(terms.year)")), Style(.heading, bold: true)),
      (look(state.round.stage.phrase), Style(state.round.stage.ink, bold: true)),
      (
        look(terms.method.phrase)
          + look(Phrase(zh: "，至少 \(sheets) 份", en: " of at least \(sheets) \(sheets == 1 ? "sheet" : "sheets")")), Style(.muted)
      ),
      (look(by), Style(.muted)),
    ]
  }

  private var days: Pieces {
    let terms = state.round.terms
    func day(_ deadline: RoundOpening.Deadline, _ label: Phrase) -> (text: String, style: Style)? {
      guard let last = terms.lastDays[deadline] else { return nil }
      let ink: Ink = !state.round.stage.takesSheets ? .muted : last < today ? .caution : .plain
      let past = state.round.stage.takesSheets && last < today ? Phrase(zh: " 已过", en: " over") : Phrase(same: "")
      return (look(label) + " \(last)" + look(past), Style(ink))
    }
    var pieces = [
      day(.material, Phrase(zh: "材料截止", en: "material by")), day(.report, Phrase(zh: "上报截止", en: "reports by")),
      day(.scores, Phrase(zh: "评分截止", en: "scores by")),
    ].compactMap { $0 }
    if pieces.isEmpty { pieces = [(look(Phrase(zh: "未定截止日期", en: "no last days are set")), Style(.muted))] }
    if let notice = state.round.state.notice {
      let isOver = notice.isOver(on: today)
      let remark = notice.isProvisional && !isOver ? WorkingDays.Deadline.provisional : Phrase(same: "")
      pieces.append(
        (
          look(Phrase(zh: "公示 \(notice.issuedOn) 至 \(notice.last)", en: "notice \(notice.issuedOn) to \(notice.last)") + remark),
          Style(isOver ? .muted : .accent)
        ))
    }
    if case .closed(_, _, _, let day) = state.round.state {
      pieces.append((look(Phrase(zh: "结束 \(day)", en: "closed \(day)")), Style(.muted)))
    }
    if case .cancelled(let reason) = state.round.state {
      pieces.append((look(Phrase(zh: "取消理由：\(reason)", en: "called off: \(reason)")), Style(.caution)))
    }
    return pieces
  }

  private var counts: Pieces {
    let counts = state.counts
    var pieces: Pieces = [(look(Phrase(zh: "应评 \(counts.due)", en: "due \(counts.due)")), Style(.plain, bold: true))]
    func add(_ label: Phrase, _ ink: Ink, _ count: Int) {
      if count > 0 { pieces.append((look(label) + " \(count)", Style(ink))) }
    }
    for grade in Grade.allCases { add(grade.phrase, grade.ink, counts.graded[grade, default: 0]) }
    add(Phrase(zh: "已评", en: "scored"), .fair, counts.scored)
    add(Phrase(zh: "待定", en: "pending"), .caution, counts.pending)
    add(Phrase(zh: "待交", en: "to come"), .plain, counts.toCome)
    add(Phrase(zh: "未参加", en: "absent"), .bad, counts.absent)
    add(Phrase(zh: "待重核", en: "re-opened"), .caution, counts.reopened)
    add(Phrase(zh: "免评", en: "exempt"), .muted, counts.exempt)
    add(Phrase(zh: "已标记", en: "marked"), .marked, state.marks.count)
    return pieces
  }

  /// The parts; the one that is looked at stands in brackets.
  private var parts: Pieces {
    state.parts.map { part in
      var count = " \(state.count(part))"
      if part == .centers { count = look(Phrase(zh: "（\(state.filter.phrase.zh)）", en: " (\(state.filter.phrase.en))")) + count }
      if part == .objections, !state.waiting.isEmpty {
        count += look(Phrase(zh: "（待处理 \(state.waiting.count)）", en: " (\(state.waiting.count) open)"))
      }
      let words = look(part.phrase) + count
      return part == state.part ? ("[\(words)]", Style(.heading, bold: true)) : (words, Style(.muted))
    }
  }
}
