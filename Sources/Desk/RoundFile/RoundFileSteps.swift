import CenterStore
import DeskRuntime
import Regulation
import Wording

extension RoundFileScreen {
  /// Lets a step be chosen: the lawful ones first, then the others, greyed with why.
  func chooseStep(_ state: RoundFileState) {
    let role = sitting.member.role
    if state.part == .consequences, state.round.stage == .closed, let selected = state.selectedConsequence {
      return chooseFollowing(selected, state)
    }
    let all = state.kinds(for: role)
    let lawful = all.filter { state.refusal($0, by: role) == nil }
    let kinds = lawful + all.filter { !lawful.contains($0) }
    if kinds.isEmpty { return sitting.runtime.notice(Phrase(zh: "这里没有您可办理的步骤", en: "no step here is yours to take"), .caution) }
    let choices = kinds.map { kind in
      let about = kind.concernsCenter ? state.center.map { Phrase(same: "\($0) ") } ?? Phrase(same: "") : Phrase(same: "")
      return Choice(about + kind.phrase, detail: Citation.phrase(kind.article), refusal: state.refusal(kind, by: role))
    }
    let title = state.center.map { Phrase(zh: "办理 \($0) 和本轮", en: "Steps of \($0) and of the round") }
    sitting.runtime.choose(title ?? Phrase(zh: "办理本轮", en: "Steps of the round"), choices) { [weak self] place in
      guard let self, let place, let state = self.state else { return }
      self.begin(kinds[place], state)
    }
  }

  /// What is to be done about a consequence of a closed round, of which no step of the round is lawful any more.
  private func chooseFollowing(_ consequence: RoundFileState.Consequence, _ state: RoundFileState) {
    let isStaff = sitting.member.role == .bureau || sitting.member.role == .admin
    let title = Phrase(zh: "办理 \(consequence.center)", en: "Steps of \(consequence.center)")
    switch consequence {
    case .revocation(let matter): sitting.runtime.push(matter.kind.screen(sitting, number: matter.number))
    case .proposal(let proposal):
      let choice = Choice(
        Phrase(zh: "\(proposal.center) 提出撤销", en: "\(proposal.center) propose to revoke"),
        detail: Citation.phrase(proposal.ground.article), refusal: isStaff ? nil : Phrase(zh: "由市科技局办理", en: "it is the bureau's to do"))
      sitting.runtime.choose(title, [choice]) { [weak self] place in
        if place == 0 { self?.propose(proposal) }
      }
    case .excellent(let code):
      let choice = Choice(
        Phrase(zh: "\(code) 登记激励落实情况（i）", en: "\(code) put an incentive on file (i)"), detail: Citation.phrase("29"),
        refusal: isStaff ? nil : Phrase(zh: "由市科技局登记", en: "the bureau puts it on file"))
      sitting.runtime.choose(title, [choice]) { [weak self] place in
        if place == 0 { self?.recordIncentive(state) }
      }
    }
  }

  /// Proposes what a round shows that closed before revocations were kept here.
  private func propose(_ proposal: RoundConsequences.Proposal) {
    let year = year
    sitting.run(Phrase(zh: "已提出撤销 \(proposal.center)", en: "Proposed to revoke \(proposal.center)")) { store, who in
      try store.proposeRevocation(of: proposal.center, RevocationCase(proposal.ground, round: year), by: who)
    } then: { [weak self] in
      self?.load()
    }
  }

  /// Asks for what a step needs, says what follows from it, then takes it.
  func begin(_ kind: EvaluationRoundStepKind, _ state: RoundFileState) {
    RoundStepAct(sitting: sitting, state: state, now: { [weak self] in self?.state }) { [weak self] in self?.load() }.begin(kind)
  }

  /// Asks which incentive, and what came of it (article 29).
  func recordIncentive(_ state: RoundFileState) {
    guard case .excellent(let code)? = state.selectedConsequence else { return }
    let year = year
    let outcomes = state.closed?.excellent.first { $0.center == code }?.outcomes ?? [:]
    let first = Incentive.allCases.firstIndex { outcomes[$0] == nil } ?? 0
    let description = ActScreen.Description(
      title: Phrase(zh: "登记激励落实情况  \(code)", en: "What came of an incentive: \(code)"),
      words: Phrase(
        zh: "优秀中心可得的激励（办法第29条）；再次登记时以后写的为准，前者留在办理记录中。",
        en: "What an excellent center has earned (article 29); what is written later stands, the earlier stays on file."),
      verb: Phrase(zh: "登记", en: "put on file"), done: Phrase(zh: "已登记", en: "Put on file"),
      draft: "round/\(year)/incentive/\(code)")
    let fields = [
      ActField(
        id: "incentive", label: Phrase(zh: "激励事项", en: "Incentive"), kind: .choice(Incentive.allCases.map(\.phrase)),
        hint: Phrase(zh: "左右键选择", en: "left and right choose"), initial: String(first)),
      ActField(
        id: "outcome", label: Phrase(zh: "落实情况", en: "What came of it"), kind: .lines,
        hint: Phrase(zh: "何时、何项目、由谁落实", en: "when, which project, by whom")),
    ]
    sitting.runtime.push(
      ActScreen.correcting(
        sitting, description, fields,
        seeing: Dictionary(uniqueKeysWithValues: outcomes.map { ($0.key.rawValue, $0.value.text) }),
        doing: { store, who, answers, seen in
          guard let incentive = answers.place("incentive").map({ Incentive.allCases[$0] }) else { return nil }
          try store.recordIncentive(
            year: year, center: code, incentive, outcome: answers.text("outcome"),
            expecting: seen.map { $0[incentive.rawValue] ?? .empty }, by: who)
          return nil
        }, then: { [weak self] in self?.load() }))
  }
}
