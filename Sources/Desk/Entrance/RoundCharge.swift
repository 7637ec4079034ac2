import CenterStore
import Regulation
import Wording

/// What waits for a department in a round that it carries out for its own centers (article 5(3)).
struct RoundCharge: Sendable, Hashable {
  /// In words for a first screen.
  let phrase: Phrase
  /// Whether something is the department's to do.
  let waits: Bool

  /// Looks at how far the round has come.
  init(_ progress: ProgressState) {
    let behind = progress.experts.count { $0.open > 0 }
    let short = progress.centers.count { progress.lacking($0) > 0 }
    switch progress.round.state {
    case .announced: (phrase, waits) = (Phrase(zh: "还没有分配专家，请抽取", en: "no expert is assigned yet: draw them"), true)
    case .scoring where behind == 0 && short == 0:
      (phrase, waits) = (Phrase(zh: "评分表已交齐，可以核定", en: "every sheet is in: it can be settled"), true)
    case .scoring:
      (phrase, waits) = (
        Phrase(
          zh: "未交齐的专家 \(behind) 位，份数不足的中心 \(short) 个",
          en:
            "\(behind.counted("expert")) \(behind == 1 ? "owes" : "owe") sheets, \(short.counted("center")) \(short == 1 ? "lacks" : "lack") some"
        ),
        true
      )
    case .settled: (phrase, waits) = (Phrase(zh: "已核定，由市科技局公示", en: "settled; the bureau publishes it"), false)
    case .published, .closed, .cancelled: (phrase, waits) = (progress.round.state.phrase, false)
    }
  }
}

extension Destination {
  /// The rounds under way that a department carries out, the latest first; none for other roles.
  @MainActor
  static func charges(_ rounds: [RoundRecord], _ sitting: Sitting) throws(StoreError) -> [Destination] {
    if sitting.member.role != .department { return [] }
    let (store, who) = (sitting.store, sitting.acting)
    let own = try store.conductedRounds(by: who)
    var charges: [Destination] = []
    for round in rounds where round.state.isOpen && own.contains(round.year) {
      let progress = ProgressState(
        round: round, today: sitting.today, experts: try store.expertProgress(year: round.year, by: who),
        centers: try store.centerProgress(year: round.year, by: who))
      charges.append(.charge(round.year, RoundCharge(progress)))
    }
    return charges
  }
}
