extension EvaluationRound {
  /// A step as a menu lists it.
  public struct MenuEntry: Sendable, Hashable {
    /// The step.
    public let kind: EvaluationRoundStepKind
    /// Why it cannot be taken now, for a greyed entry; `nil` where it can, given what it needs.
    public let refusal: Refusal?
  }

  /// Every step that a role takes, in the order of the regulation, and why those that cannot be taken now cannot; empty for roles that have
  /// no part in it.
  ///
  /// - Parameter code: a center, for the steps that concern it; `nil`: the steps of the round as a whole.
  public func menu(for role: Role, of code: String? = nil, _ situation: Situation) -> [MenuEntry] {
    EvaluationRoundStepKind.allCases
      .filter { $0.isTaken(by: role, under: terms.conductor) && $0.concernsCenter == (code != nil) }
      .map { MenuEntry(kind: $0, refusal: refusal($0, by: role, of: code, situation)) }
  }

  /// The round without the names of who objected, and without what would tell them: they are told to nobody but the bureau (article 12).
  public var withoutObjectors: EvaluationRound {
    guard let notice = state.notice else { return self }
    func bare(_ objections: [RoundObjection]) -> [RoundObjection] { objections.map { $0.withoutObjector(under: notice) } }
    var copy = self
    switch state {
    case .published(let settlement, let notice, let objections): copy.replace(.published(settlement, notice, bare(objections)))
    case .closed(let settlement, let notice, let objections, let day): copy.replace(.closed(settlement, notice, bare(objections), on: day))
    case .announced, .scoring, .settled, .cancelled: break
    }
    return copy
  }
}
