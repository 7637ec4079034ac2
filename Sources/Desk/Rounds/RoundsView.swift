import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How the list of rounds is drawn, with what is known of the selected one beneath.
struct RoundsView {
  let state: RoundsState
  let look: Look
  let isStaff: Bool

  /// Where the table stands.
  static func tableArea(in area: Area) -> Area { area.splitTop(max(4, area.rows - 9)).top }

  /// The table, without its rows.
  var table: Table {
    let isChinese = look.language == .zh
    return Table(
      columns: [
        TableColumn(look(Phrase(zh: "年度", en: "Year")), minimum: 5, ideal: 6),
        TableColumn(look(.status), minimum: isChinese ? 6 : 9, ideal: isChinese ? 8 : 10),
        TableColumn(look(Phrase(zh: "计分方法", en: "Method")), minimum: isChinese ? 8 : 12, ideal: isChinese ? 16 : 14, priority: 1),
        TableColumn(
          look(Phrase(zh: "最少份数", en: "Sheets")), minimum: isChinese ? 8 : 6, ideal: isChinese ? 8 : 6, priority: 4, alignment: .right),
        TableColumn(look(Phrase(zh: "通知日", en: "Announced")), minimum: 10, ideal: 10, priority: 3),
        TableColumn(look(Phrase(zh: "材料截止", en: "Material by")), minimum: 11, ideal: 11, priority: 5),
        TableColumn(look(Phrase(zh: "上报截止", en: "Report by")), minimum: 10, ideal: 10, priority: 6),
        TableColumn(look(Phrase(zh: "评分截止", en: "Scores by")), minimum: 10, ideal: 10),
        TableColumn(look(Phrase(zh: "公示至", en: "Notice until")), minimum: 12, ideal: 12, stretch: 1),
      ],
      emptyText: [
        look(Phrase(zh: "还没有评估年度。", en: "There is no round yet.")),
        look(
          isStaff
            ? Phrase(zh: "按 n 或 Insert 发布评估通知。", en: "Announce one with n or Insert.")
            : Phrase(zh: "市科技局发布通知后在此列出。", en: "The bureau announces them.")),
      ], margin: 1)
  }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let (top, rest) = area.splitTop(max(4, area.rows - 9))
    drawSelected(on: &canvas, in: rest.inset(columns: 1))
    table.draw(on: &canvas, in: top, state: state.list) { row(state.rounds[$0]) }
    if state.list.isEmpty { canvas.cursor = top.origin }
  }

  private func row(_ round: RoundRecord) -> TableRow {
    func day(_ day: Day?) -> TableCell { TableCell(day?.description ?? "–", Style(day == nil ? .muted : .plain)) }
    return TableRow([
      TableCell(String(round.year), Style(.plain, bold: round.state.isOpen)), TableCell(look(round.state.phrase), Style(round.state.ink)),
      TableCell(look(round.method.phrase)), TableCell(String(round.minimumSheets)), day(round.openedOn), day(round.materialBy),
      day(round.reportBy), day(round.scoresBy), day(round.noticeUntil),
    ])
  }

  private func drawSelected(on canvas: inout Canvas, in area: Area) {
    guard let round = state.selected, area.rows >= 3 else { return }
    let title = look(Phrase(zh: "\(round.year) 年度", en: "Round of \(round.year)"))
    let width = canvas.put(title, at: area.origin, style: Style(.heading, bold: true), within: area)
    canvas.horizontalRule(at: Position(column: area.column + width + 1, row: area.row), columns: area.columns - width - 1, within: area)
    var lines: [(Phrase, Ink)] = [(round.state.explanation, .plain)]
    if round.state.takesSheets {
      let deadline = ScoringDeadline.phrase(round.scoresBy, today: state.today)
      lines.append((deadline.phrase, deadline.ink))
    }
    let isOwn = isStaff || state.conducted.contains(round.year)
    if isOwn, let known = state.situations[round.year] {
      var words = Phrase(zh: "已提交评分表 \(known.submissions) 份", en: "\(known.submissions) sheets submitted")
      if let scored = known.scored, let pending = known.pending {
        words = words + Phrase(zh: "；可定级 \(scored) 个，待定 \(pending) 个", en: "; \(scored) centers graded, \(pending) pending")
        // Once nothing may come in any more, nobody absent is worth telling too.
        let isOver = round.materialBy.map { $0 < state.today } ?? false
        if let absent = known.absent, isOver || absent > 0 {
          words =
            words
            + Phrase(zh: "，\(round.absence.zh) \(absent) 个", en: ", \(absent) \(round.awaitsMaterial ? "with nothing yet" : "absent")")
        }
      }
      lines.append((words, known.pending.map { $0 > 0 } == true ? .caution : .plain))
    }
    if !round.reason.isEmpty { lines.append((Phrase(zh: "理由：", en: "Reason: ") + Phrase(same: round.reason), .muted)) }
    // Publication and what follows are the bureau's (article 5(3)).
    if isOwn, let step = state.nextStep, isStaff || step == .startScoring || step == .settle {
      let next = state.refusal(step)
      let pending = step == .settle ? state.situations[round.year]?.pending ?? 0 : 0
      let lack = pending == 1 ? "1 center lacks" : "\(pending) centers lack"
      let advice =
        pending > 0
        ? Phrase(
          zh: "下一步：还有 \(pending) 个中心评分表不足，按 p 看进度；到齐后按 F2 核定。",
          en:
            "Next: \(lack) sheets (p shows whose); F2 settles the round when they are in."
        )
        : step.advice
      lines.append((next.map { Phrase(zh: "下一步：", en: "Next: ") + $0 } ?? advice, next == nil ? .accent : .muted))
    }
    var row = area.row + 2
    for (phrase, ink) in lines {
      for line in canvas.measure.wrapped(look(phrase), to: area.columns) where row < area.bottom {
        canvas.put(line, at: Position(column: area.column, row: row), style: Style(ink), within: area)
        row += 1
      }
    }
  }
}

extension RoundState {
  /// What the state means for people.
  var explanation: Phrase {
    switch self {
    case .announced: Phrase(zh: "通知已发，尚未分配专家。", en: "Announced; no expert is assigned yet.")
    case .scoring: Phrase(zh: "专家正在评分。", en: "Experts are scoring.")
    case .settled: Phrase(zh: "得分和等级已固定，尚未公示。", en: "Scores and grades stand; they are not public yet.")
    case .published: Phrase(zh: "结果正在公示，可提出异议。", en: "The results are on public notice, open to objection.")
    case .closed: Phrase(zh: "评估已结束。", en: "The round is over.")
    case .cancelled: Phrase(zh: "评估已取消。", en: "The round was called off.")
    }
  }
}

extension RoundStep {
  /// What to press to take it.
  var advice: Phrase {
    switch self {
    case .settle: Phrase(zh: "下一步：评分到齐后按 F2 核定。", en: "Next: F2 settles the round when the sheets are in.")
    case .publish: Phrase(zh: "下一步：按 F2 公示。", en: "Next: F2 puts the results on public notice.")
    case .close: Phrase(zh: "下一步：按 F2 结束评估。", en: "Next: F2 closes the round.")
    case .startScoring: Phrase(zh: "下一步：按 F2 抽取并分配专家。", en: "Next: F2 draws the experts who score.")
    case .resume: Phrase(zh: "下一步：有中心评分表不足，按 F2 恢复评分。", en: "Next: centers lack sheets; F2 goes back to scoring.")
    case .cancel: Phrase(same: "")
    }
  }
}
