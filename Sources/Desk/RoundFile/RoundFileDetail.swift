import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What is told of the selected center, objection, consequence or event of a round's file.
struct RoundFileDetail {
  let state: RoundFileState
  let today: Day
  let look: Look
  let measure: TextMeasure
  let columns: Int

  /// The title above the lines.
  var title: String {
    switch state.part {
    case .centers, .consequences:
      state.center.map { code in
        [code, state.names[code]?.name ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
      } ?? ""
    case .objections:
      state.selectedObjection.map { objection in
        look(Phrase(zh: "第 \(objection.objection.number) 号异议  ", en: "Objection \(objection.objection.number)  "))
          + "\(objection.center)  \(state.names[objection.center]?.name ?? "")"
      } ?? ""
    case .history: state.selectedEvent.map { look(HappeningWords(happening: $0, look: look).title) } ?? ""
    }
  }

  /// The lines.
  var lines: [StyledLine] {
    switch state.part {
    case .centers: state.selectedRow.map(center) ?? []
    case .objections: state.selectedObjection.map(objection) ?? []
    case .consequences: state.selectedConsequence.map(consequence) ?? []
    case .history: state.selectedEvent.map(event) ?? []
    }
  }

  func say(_ phrase: Phrase, _ ink: Ink = .plain) -> [StyledLine] {
    StyledLine.wrapped(look(phrase), to: columns, Style(ink), measure: measure)
  }

  func entry(_ label: Phrase, _ text: Phrase, _ ink: Ink = .plain) -> [StyledLine] {
    let colon = Phrase(zh: "：", en: ": ")
    return say(label + colon + text, ink)
  }

  // MARK: - A center

  private func center(_ row: RoundFileRow) -> [StyledLine] {
    var lines = say(standing(row), row.place.ink)
    if let host = state.names[row.code]?.host { lines += entry(Phrase(zh: "依托单位", en: "Host"), Phrase(same: host)) }
    lines += reorganised(row)
    if !row.isExempt { lines += entry(Phrase(zh: "评估材料", en: "Material"), material(row.file.material)) }
    if !row.file.admitted.isEmpty {
      let late = RoundOpening.Deadline.allCases.filter(row.file.admitted.contains).map(\.phrase)
      lines += entry(Phrase(zh: "已准予逾期", en: "Admitted late"), .list(late), .accent)
    }
    if let reason = row.file.deferral { lines += entry(Phrase(zh: "暂缓理由", en: "Deferred because"), Phrase(same: reason.string)) }
    if !row.isExempt, row.sheets > 0, state.round.stage.takesSheets, let warning = row.file.warning {
      lines += say(Phrase(zh: "提醒：", en: "Take care: ") + warning, .caution)
    }
    for objection in state.objections where objection.center == row.code { lines += objectionInBrief(objection) }
    return lines
  }

  private func standing(_ row: RoundFileRow) -> Phrase {
    let needed = state.round.terms.minimumSheets
    switch row.standing {
    case .exempt(let exemption):
      return Phrase(zh: "不参加本轮评估：", en: "It does not take part: ") + exemption.phrase + Phrase(zh: "（办法第26条）", en: " (article 26)")
    case .due:
      return Phrase(zh: "应参加评估，尚未提交材料，也没有评分表。", en: "It has to take part; no material and no sheet has come in yet.")
    case .absent:
      return Phrase(zh: "未提交材料，也没有评分表：不参加评估（办法第30条第2项）。", en: "Neither material nor a sheet came in: it took no part (article 30(2)).")
    case .pending(let sheets) where sheets >= needed:
      // Only what was published without a figure waits for it with sheets enough.
      return Phrase(
        zh: "公示时评分表不足，现已有 \(sheets) 份，至少需要 \(needed) 份：够，按 9 核定得分（办法第25条）。",
        en: "Published with too few sheets; \(sheets) of at least \(needed) are in now: 9 fixes its figure (article 25).")
    case .pending(let sheets):
      return Phrase(
        zh: "评分表 \(sheets) 份，至少需要 \(needed) 份，暂不能定级（办法第25条）。",
        en: "\(sheets) of at least \(needed) sheets: it cannot be graded yet (article 25).") + remedy
    case .scored(let score):
      return Phrase(
        zh: "按现有 \(score.sheets) 份评分表为 \(score.score) 分，核定前不固定。",
        en: "\(score.score) from \(score.sheets) \(score.sheets == 1 ? "sheet" : "sheets"); not fixed before settlement.")
    case .graded(let figure):
      let rank = row.rank.map { Phrase(zh: "，", en: ", ") + .rank($0, of: state.ranked) } ?? Phrase(same: "")
      let sheets = Phrase(
        zh: "，评分表 \(figure.sheets) 份", en: ", \(figure.sheets) \(figure.sheets == 1 ? "sheet" : "sheets")")
      return Phrase(same: "\(figure.score) ") + figure.grade.phrase + rank + sheets
    }
  }

  /// What gets a pending center the sheets that it lacks.
  private var remedy: Phrase {
    switch state.round.stage {
    case .announced, .scoring:
      Phrase(
        zh: "补齐办法：按 x 进入专家组，催交、代录纸质评分表，或补抽、指定专家。",
        en: " What helps: x shows its experts, to remind them, to type a signed paper sheet, to draw or assign others.")
    case .settled:
      Phrase(zh: "补齐办法：按 5 恢复评分，补齐评分表后重新核定。", en: " What helps: 5 resumes the scoring; settle again once sheets are in.")
    case .published:
      Phrase(zh: "补齐办法：专家补交评分表后按 9 核定。", en: " What helps: 9 fixes its figure once its experts have handed in.")
    case .closed, .cancelled: Phrase(same: "")
    }
  }

  private func material(_ material: MaterialState) -> Phrase {
    switch material {
    case .none: material.phrase
    case .submitted(let submission), .returned(let submission, reason: _):
      material.phrase + came(submission)
    case .reported(let submission, let day, _): material.phrase + Phrase(zh: " \(day)", en: " on \(day)") + came(submission)
    }
  }

  private func came(_ submission: MaterialState.Submission) -> Phrase {
    submission.isByStaff
      ? Phrase(zh: "（\(submission.on) 由科技局代录）", en: " (entered by staff on \(submission.on))")
      : Phrase(zh: "（\(submission.on) 提交）", en: " (handed in on \(submission.on))")
  }

  private func objectionInBrief(_ objection: RoundObjection) -> [StyledLine] {
    let (standing, ink) = ObjectionWords.standing(objection, state.round)
    let figures = ObjectionWords.figures(objection, state.round).map { Phrase(zh: "，得分 ", en: ", score ") + $0 } ?? Phrase(same: "")
    return say(
      Phrase(zh: "第 \(objection.objection.number) 号异议：", en: "Objection \(objection.objection.number): ") + standing + figures, ink)
  }

  // MARK: - An objection

  private func objection(_ objection: RoundObjection) -> [StyledLine] {
    let filed = objection.objection
    let day = Phrase(zh: "\(filed.filedOn) 收到", en: "came on \(filed.filedOn)")
    let signed = filed.signedBy.map { Phrase(zh: "，署名 \($0)", en: ", signed by \($0)") } ?? Phrase(same: "")
    var lines = say(day + signed)
    if !filed.grounds.isEmpty { lines += entry(Phrase(zh: "内容", en: "It says"), Phrase(same: filed.grounds.string)) }
    if let evidence = filed.evidence { lines += entry(Phrase(zh: "证据", en: "Evidence"), Phrase(same: evidence.string)) }
    lines += weight(filed)
    if let finding = filed.settlement {
      let document = finding.document.map { Phrase(same: "  \($0)") } ?? Phrase(same: "")
      lines += say(
        (finding.isUpheld
          ? Phrase(zh: "\(finding.on) 认定成立", en: "upheld on \(finding.on)")
          : Phrase(zh: "\(finding.on) 认定不成立", en: "dismissed on \(finding.on)"))
          + document + Phrase(zh: "：\(finding.reason)", en: ": \(finding.reason)"), finding.isUpheld ? .good : .plain)
    }
    return lines + change(objection)
  }

  /// Whether it holds up the end of the round. Who objected is told to the bureau only, so that to others a missing name says nothing.
  private func weight(_ filed: Objection) -> [StyledLine] {
    guard !filed.grounds.isEmpty, let notice = state.round.state.notice else { return [] }
    if let shortcoming = filed.shortcoming(under: notice) {
      return say(Phrase(zh: "只登记备查：\(shortcoming.zh)", en: "Kept on file only: \(shortcoming.en)"), .muted)
    }
    if filed.settlement != nil { return [] }
    return say(
      Phrase(zh: "公示期内、有署名和证据：处理前不能结束评估", en: "In time, signed, with evidence: the round is not closed before it is settled"), .caution)
  }

  private func change(_ objection: RoundObjection) -> [StyledLine] {
    func figure(_ score: Points?) -> Phrase {
      guard let score else { return Phrase(zh: "无得分", en: "no score") }
      return Phrase(same: "\(score) ") + Grade(published: score).phrase
    }
    switch ObjectionWords.change(objection, state.round) {
    case .waiting(let old)?:
      return say(
        Phrase(zh: "原为 ", en: "It was ") + figure(old)
          + Phrase(zh: "；评分表已重开，专家改交后按 9 重新核定。", en: "; its sheets are open again: 9 fixes the figure anew once they are in."), .caution)
    case .fixed(let old, let new, let day)?:
      return say(
        Phrase(zh: "原为 ", en: "It was ") + figure(old) + Phrase(zh: "；\(day) 重新核定为 ", en: "; fixed anew on \(day) as ") + figure(new),
        .accent)
    case nil: return []
    }
  }

  // MARK: - What follows

  private func consequence(_ consequence: RoundFileState.Consequence) -> [StyledLine] {
    let isClosed = state.round.stage == .closed
    switch consequence {
    case .proposal(let proposal):
      return say(
        proposal.ground.phrase + Phrase(zh: "：", en: ": ") + Citation.phrase(proposal.ground.article), .bad)
        + say(
          isClosed
            ? Phrase(zh: "拟提出撤销；是否撤销由市科技局决定，不撤销须写明理由。", en: "Revocation is proposed; the bureau decides, and not to revoke needs a reason.")
            : Phrase(zh: "如现在结束评估，将拟提出撤销。", en: "Were the round closed now, its revocation would be proposed."))
    case .revocation(let matter):
      return say(Phrase(same: "\(matter.number)  ") + matter.subject + Citation.bracketed(matter.article), .bad)
        + say(
          matter.stage
            + Phrase(zh: "（\(matter.since) 起）。回车查看依据、陈述和决定。", en: " since \(matter.since). Enter shows grounds, reply and decision."))
    case .excellent(let code):
      let outcomes = state.closed?.excellent.first { $0.center == code }?.outcomes ?? [:]
      return Incentive.allCases.flatMap { incentive in
        let outcome = outcomes[incentive]
        let came =
          outcome.map { Phrase(same: "\($0.text)  \($0.on)") }
          ?? (isClosed ? Phrase(zh: "未登记", en: "nothing on file") : Phrase(zh: "结束后登记落实情况", en: "put on file after closing"))
        return entry(incentive.phrase, came, outcome == nil ? .muted : .plain)
      }
    }
  }

  // MARK: - What was done

  private func event(_ event: RoundHappening) -> [StyledLine] {
    let words = HappeningWords(happening: event, look: look)
    let name = event.name.map { "  \($0)" } ?? ""
    var lines = say(Phrase(same: "\(event.on)  \(words.about)\(name)"))
    if let step = event.matter.step { lines += details(of: step) }
    return lines + words.grounds.flatMap { entry($0.label, $0.text) }
  }

  private func details(of step: EvaluationRoundStep) -> [StyledLine] {
    var lines: [StyledLine] = []
    switch step {
    case .admitLate(_, let deadline, _): lines += say(deadline.phrase)
    case .publish(let days): lines += say(Phrase(zh: "\(days) 个工作日", en: "\(days) working days"))
    case .settleObjection(_, let isUpheld, _, let document):
      lines += say(
        (isUpheld ? Phrase(zh: "成立", en: "upheld") : Phrase(zh: "不成立", en: "dismissed")) + Phrase(same: document.map { "  \($0)" } ?? ""))
    case .object(_, _, let grounds, _, _) where !grounds.isEmpty: lines += say(Phrase(same: grounds.string))
    default: break
    }
    if let remark = step.remark { lines += entry(Phrase(zh: "审查意见", en: "Remark"), Phrase(same: remark.string)) }
    if let reason = step.reason, !reason.isEmpty { lines += entry(Phrase(zh: "理由", en: "Reason"), Phrase(same: reason.string)) }
    return lines
  }
}
