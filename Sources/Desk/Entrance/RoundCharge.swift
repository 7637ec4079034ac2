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
    let absent = progress.absent
    let gone = absent == 0 ? Phrase(same: "") : Phrase(zh: "，未参加 \(absent) 个", en: ", \(absent) absent")
    let isNobodyLeft = absent > 0 && absent == progress.centers.count
    switch progress.round.state {
    case .announced where isNobodyLeft, .scoring where isNobodyLeft:
      (phrase, waits) = (
        Phrase(zh: "\(absent) 个中心都未参加，没有要评的", en: "absent: all \(absent.counted("center")); nothing is to be scored"),
        progress.round.state == .scoring
      )
    case .announced: (phrase, waits) = (Phrase(zh: "还没有分配专家，请抽取", en: "no expert is assigned yet: draw them") + gone, true)
    case .scoring where behind == 0 && short == 0:
      (phrase, waits) = (Phrase(zh: "评分表已交齐，可以核定", en: "every sheet is in: it can be settled") + gone, true)
    case .scoring:
      (phrase, waits) = (
        Phrase(
          zh: "未交齐的专家 \(behind) 位，份数不足的中心 \(short) 个",
          en: "\(behind.counted("expert")) behind, \(short.counted("center")) short") + gone,
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
