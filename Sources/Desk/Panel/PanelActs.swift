import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What those who carry a round out do with the experts of a center (article 25): each act says what follows from it before it is done.
@MainActor
struct PanelActs {
  let sitting: Sitting
  let panel: Panel
  /// What is done after an act.
  let then: @MainActor () -> Void

  private var year: Int { panel.round.year }

  /// Names the leader, who writes the group's opinion.
  func nameLeader(_ seat: Panel.Seat) {
    let (year, center, then) = (year, panel.center, then)
    let old = panel.seats.first(where: \.isLeader)
    let words =
      Phrase(
        zh: "\(seat.name)在评分表交齐后填写专家组意见；意见不改变任何得分。",
        en: "\(seat.name) writes the group's opinion once every sheet is in; it changes no figure.")
      + (old.map { Phrase(zh: "\($0.name)不再是组长。", en: " \($0.name) leads no more.") } ?? Phrase(same: ""))
    sitting.runtime.confirm(
      Phrase(zh: "定\(seat.name)为 \(center) 专家组组长？", en: "\(seat.name) leads the experts of \(center)?"), words,
      yes: Phrase(zh: "定为组长", en: "Name leader")
    ) { [sitting] agreed in
      guard agreed else { return }
      sitting.correct(Phrase(zh: "已定组长", en: "The leader is named")) { store, who, decided in
        try store.nameLeader(year: year, center: center, expert: seat.login, expecting: Seen(old?.login, decided), by: who)
      } then: { _ in
        then()
      }
    }
  }

  /// Lets an expert go who has not begun, with a reason.
  func release(_ seat: Panel.Seat) {
    let (year, center) = (year, panel.center)
    let description = ActScreen.Description(
      title: Phrase(zh: "解除\(seat.name)对 \(center) 的评审任务", en: "Let \(seat.name) go from \(center)"),
      words: Phrase(
        zh: "\(panel.name)：写明理由。本轮不再抽其评这个中心；空出的一份可补抽。",
        en: "\(panel.name): say why. They are not drawn for this center again in this round; the gap can be filled by a draw."),
      verb: Phrase(zh: "解除", en: "Let go"), done: Phrase(zh: "已解除", en: "Let go"),
      draft: "round/\(year)/release/\(center)/\(seat.login)",
      warning: { _ in Phrase(zh: "\(seat.name)将不再评这个中心。", en: "\(seat.name) scores this center no more.") })
    let field = ActField(id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .line(limit: 200))
    push(description, [field]) { store, who, answers in
      try store.releaseExpert(year: year, center: center, expert: seat.login, reason: answers.text("reason"), by: who)
    }
  }

  /// Assigns experts by hand, each of whom may come.
  func assign() {
    let candidates: [PanelCandidate]
    do {
      candidates = try sitting.store.panelCandidates(year: year, center: panel.center, by: sitting.acting)
    } catch { return sitting.tell(error) }
    let free = candidates.filter { $0.recusal == nil }
    let title = Phrase(zh: "为 \(panel.center) 指定专家", en: "Experts for \(panel.center), by hand")
    let aside = candidates.filter { $0.recusal != nil }
    guard !free.isEmpty else {
      return sitting.runtime.tell(title, Phrase(zh: "没有可以指定的专家。", en: "There is nobody who could be assigned. ") + PanelActs.aside(aside))
    }
    let (year, center, logins) = (year, panel.center, free.map(\.login))
    let description = ActScreen.Description(
      title: title,
      words: Phrase(same: panel.name + "\n")
        + Phrase(zh: "空格选定，按任务少者在前。", en: "Space marks; who has the fewest centers stands first. ") + PanelActs.aside(aside),
      verb: Phrase(zh: "指定", en: "Assign"), done: Phrase(zh: "已指定专家", en: "Experts are assigned"), draft: nil, isGrave: false)
    let field = ActField(
      id: "experts", label: Phrase(zh: "专家", en: "Experts"), kind: .ticks(free.map(PanelActs.line)))
    push(description, [field]) { answers in
      answers.places("experts").isEmpty ? ["experts": Phrase(zh: "请选定专家", en: "Mark somebody")] : [:]
    } doing: { store, who, answers in
      for place in answers.places("experts").sorted() where logins.indices.contains(place) {
        try store.assignExpert(year: year, center: center, expert: logins[place], by: who)
      }
    }
  }

  private static func line(_ candidate: PanelCandidate) -> Phrase {
    var pieces = [Phrase(same: candidate.name)]
    if let kind = candidate.kind { pieces.append(kind.phrase) }
    pieces.append(Phrase(zh: "\(candidate.load) 个中心", en: candidate.load == 1 ? "1 center" : "\(candidate.load) centers"))
    if candidate.matchesField { pieces.append(Phrase(zh: "领域相符", en: "of the field")) }
    switch candidate.released {
    case .declined: pieces.append(Phrase(zh: "已谢绝", en: "declined"))
    case .letGo: pieces.append(Phrase(zh: "曾解除", en: "let go before"))
    case nil: break
    }
    pieces.append(Phrase(same: candidate.employer))
    let line = pieces.dropFirst().reduce(pieces[0]) { $0 + Phrase(same: " · ") + $1 }
    return line
  }

  /// Who is not offered, and why.
  private static func aside(_ candidates: [PanelCandidate]) -> Phrase {
    guard let first = candidates.first, let recusal = first.recusal else { return Phrase(same: "") }
    return Phrase(
      zh: "须回避 \(candidates.count) 名，如\(first.name)：\(recusal.phrase.zh)。",
      en: "\(candidates.count) must step aside, such as \(first.name): \(recusal.phrase.en).")
  }

  /// Types a signed paper sheet.
  func typePaper(_ seat: Panel.Seat) {
    let old: Sheet?
    do {
      old =
        seat.hasSubmitted
        ? try sitting.store.submittedSheet(of: seat.login, year: year, center: panel.center, by: sitting.acting) : nil
    } catch { return sitting.tell(error) }
    let form = PaperSheetForm(system: sitting.system, year: year, panel: panel, seat: seat, old: old)
    let (year, center) = (year, panel.center)
    let seen = old.map { PaperSheet(points: $0.points, comments: $0.comments, paper: (try? PlainText(seat.paper)) ?? .empty) }
    correct(form.description, form.fields, seeing: seen, check: form.check) { store, who, answers, seen in
      try store.enterSheet(year: year, center: center, expert: seat.login, form.sheet(answers), expecting: seen, by: who)
    }
  }

  /// Asks for what corrects something that others may correct too.
  func correct<Record: Codable & Equatable & Sendable>(
    _ description: ActScreen.Description, _ fields: [ActField], seeing record: Record,
    check: @escaping @Sendable (ActAnswers) -> [String: Phrase] = { _ in [:] },
    doing: @escaping @Sendable (CenterStore, Acting, ActAnswers, Seen<Record>) throws -> Void
  ) {
    sitting.runtime.push(
      ActScreen.correcting(
        sitting, description, fields, seeing: record, check: check,
        doing: { store, who, answers, seen in
          try doing(store, who, answers, seen)
          return nil
        }, then: then))
  }

  func push(
    _ description: ActScreen.Description, _ fields: [ActField], check: @escaping @Sendable (ActAnswers) -> [String: Phrase] = { _ in [:] },
    doing: @escaping ActScreen.Doing
  ) {
    sitting.runtime.push(ActScreen(sitting, description, fields, check: check, doing: doing, then: then))
  }
}
