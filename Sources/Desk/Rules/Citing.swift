import Regulation

// Which article what is in hand rests on, screen by screen.

extension ApplicationScreen: CitingScreen {
  var ruleInHand: RulePlace? {
    if case .condition(let article)? = pages.proof { return .article(article) }
    guard let application = file?.application else { return nil }
    let next = ApplicationStepKind.byUse.first { $0.leadsOn && application.isInOrder($0) }
    return (next?.article).map(RulePlace.article)
  }
}

extension ApplicationFormScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article(state.map(\.articleInHand).flatMap { $0.isEmpty ? nil : $0 } ?? "9") }
}

extension OpinionScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article("11") }
}

extension CallsScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article("8") }
}

extension ApplicationsScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article("10") }
}

extension ReviewRankingScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article("12") }
}

extension PledgeScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article("回避") }
}

extension ScoresheetScreen: CitingScreen {
  var ruleInHand: RulePlace? { .indicator(state.selected) }
}

extension SheetReadingScreen: CitingScreen {
  var ruleInHand: RulePlace? { .indicator(state.selected) }
}

extension MatrixScreen: CitingScreen {
  var ruleInHand: RulePlace? { .indicator(state.indicator) }
}

extension MaterialScreen: CitingScreen {
  var ruleInHand: RulePlace? { state.map { .indicator($0.indicatorCode) } ?? .article("27") }
}

extension MaterialsScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article("27") }
}

extension RoundsScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article("25") }
}

extension RoundFileScreen: CitingScreen {
  var ruleInHand: RulePlace? {
    guard let state else { return nil }
    switch (state.part, state.selectedConsequence) {
    case (.consequences, .proposal(let proposal)?): return .article(proposal.ground.article)
    case (.consequences, .excellent?): return .article("29")
    case (.history, _): return .article(state.selectedEvent?.matter.article ?? "25")
    default: return .article(state.next(for: sitting.member.role)?.article ?? "25")
    }
  }
}

extension ClosingScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article("30") }
}

extension DisagreementScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article("25") }
}

extension RankingScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article("28") }
}

extension RankingDetailScreen: CitingScreen {}

extension CenterResultScreen: CitingScreen {}

extension MattersScreen: CitingScreen {
  var ruleInHand: RulePlace? { (selected?.kind.article).map(RulePlace.article) }
}

extension MatterScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article((file?.matter as? Revocation)?.case.ground.article ?? M.matter.article) }
}

extension CenterFileScreen: CitingScreen {}

extension DutiesScreen: CitingScreen {
  var ruleInHand: RulePlace? { (selected?.duty.article).map(RulePlace.article) }
}

extension DutyScreen: CitingScreen {
  var ruleInHand: RulePlace? { .article(duty.article) }
}

extension DutyListScreen: CitingScreen {
  var ruleInHand: RulePlace? { articleInHand.map(RulePlace.article) }
}
