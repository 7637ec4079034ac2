import DeskRuntime
import Regulation
import Widgets
import Wording

/// What is said of objections to a round's results.
enum ObjectionWords {
  /// How an objection stands, in a few words.
  static func standing(_ objection: RoundObjection, _ round: EvaluationRound) -> (phrase: Phrase, ink: Ink) {
    if let finding = objection.objection.settlement {
      return finding.isUpheld ? (Phrase(zh: "成立", en: "upheld"), .good) : (Phrase(zh: "不成立", en: "dismissed"), .muted)
    }
    if let notice = round.state.notice, !objection.objection.isAdmissible(under: notice) {
      return (Phrase(zh: "登记备查", en: "on file only"), .muted)
    }
    return (Phrase(zh: "待处理", en: "open"), .caution)
  }

  /// The figures before and after an upheld objection.
  enum Change: Sendable, Hashable {
    /// The new figure is still to be fixed.
    case waiting(old: Points?)
    /// Both stand on file.
    case fixed(old: Points?, new: Points?, on: Day)
  }

  /// The figures before and after an upheld objection (article 25); `nil` for another.
  static func change(_ objection: RoundObjection, _ round: EvaluationRound) -> Change? {
    guard objection.objection.settlement?.isUpheld == true, let settlement = round.state.settlement else { return nil }
    let figure = settlement.figures[objection.center]
    let replaced = figure?.replaced ?? []
    if let place = replaced.firstIndex(where: { $0.objection == objection.objection.number }) {
      let new = place + 1 < replaced.count ? replaced[place + 1].score : figure?.score
      return .fixed(old: replaced[place].score, new: new, on: replaced[place].on)
    }
    return settlement.reopened[objection.center] == objection.objection.number ? .waiting(old: figure?.score) : nil
  }

  /// Both figures in a column.
  static func figures(_ objection: RoundObjection, _ round: EvaluationRound) -> Phrase? {
    func figure(_ score: Points?) -> String { score?.description ?? "–" }
    return switch change(objection, round) {
    case .fixed(let old, let new, _)?: Phrase(same: "\(figure(old)) → \(figure(new))")
    case .waiting(let old)?: Phrase(zh: "\(figure(old)) → 待重核", en: "\(figure(old)) → to be fixed")
    case nil: nil
    }
  }

  /// What an event is about: a center, an objection, or the round.
  static func about(_ step: EvaluationRoundStep, _ look: Look) -> String {
    if let center = step.center { return center }
    if case .settleObjection(let number, _, _, _) = step { return look(Phrase(zh: "第 \(number) 号异议", en: "objection \(number)")) }
    return look(Phrase(zh: "本轮", en: "the round"))
  }
}

/// What is said of what follows from a round.
enum ConsequenceWords {
  /// A ground for revocation, for a column.
  static func short(_ ground: RoundConsequences.Ground) -> Phrase {
    switch ground {
    case .unqualified(let score): Phrase(zh: "不合格 \(score)", en: "unqualified \(score)")
    case .absent: Phrase(zh: "不参加评估", en: "absent")
    }
  }
}
