import CenterStore
import Regulation
import Widgets
import Wording

/// The rounds of evaluation, and what can be done with the selected one.
struct RoundsState: Sendable {
  /// What a step has to look at, as far as it is known.
  struct Situation: Sendable, Hashable {
    /// How many sheets are submitted.
    var submissions: Int
    /// How many centers have too few sheets; `nil` while that is worked out.
    var pending: Int?
    /// How many centers are scored.
    var scored: Int?
    /// How many centers are absent (article 30).
    var absent: Int?
    /// Why steps cannot be taken now, by the rules of the round as the store keeps it; of others nothing stands in the way. `nil` while that is
    /// worked out anew: the figures may stand meanwhile, but what stood in the way of a step belongs to the state that was left.
    var refusals: [RoundStep: Phrase]? = [:]
  }

  /// The rounds, latest first.
  private(set) var rounds: [RoundRecord]
  /// Today.
  private(set) var today: Day
  /// Which one is selected.
  var list = ListState()
  /// What is known of the rounds that are under way, by year.
  var situations: [Int: Situation] = [:]

  /// The years whose rounds this person carries out.
  var conducted: Set<Int> = []
  /// Whether this person is told who carries out others' rounds: an agency is not.
  let tellsConductor: Bool

  /// Shows rounds, with the latest selected.
  init(rounds: [RoundRecord], today: Day, tellsConductor: Bool = true) {
    self.tellsConductor = tellsConductor
    self.rounds = rounds
    self.today = today
    list.setCount(rounds.count)
  }

  /// The selected round.
  var selected: RoundRecord? { rounds.indices.contains(list.selected) ? rounds[list.selected] : nil }

  /// Shows newer rounds; the same year stays selected.
  mutating func take(rounds: [RoundRecord], today: Day) {
    let kept = selected?.year
    self.rounds = rounds
    self.today = today
    list.setCount(rounds.count)
    if let place = rounds.firstIndex(where: { $0.year == kept }) { list.select(place) }
    for year in situations.keys { situations[year]?.refusals = nil }
  }

  /// Why the selected round is not this person's to follow; `nil` where it is.
  var refusesFollowing: Phrase? {
    guard let round = selected else { return Phrase(zh: "还没有评估年度", en: "there is no round yet") }
    if conducted.contains(round.year) { return nil }
    if !tellsConductor {
      return Phrase(
        zh: "\(round.year) 年度评估未委托本机构（办法第5条）", en: "the round of \(round.year) is not entrusted to this agency (article 5)")
    }
    let who =
      !round.agency.isEmpty
      ? Phrase(same: round.agency)
      : !round.department.isEmpty ? Phrase(same: round.department) : Phrase(zh: "市科技局", en: "the bureau")
    return Phrase(zh: "\(round.year) 年度由\(who.zh)组织（办法第5条）", en: "the round of \(round.year) is carried out by \(who.en) (article 5)")
  }

  /// Selects the round of a year, such as one that was just announced.
  mutating func select(_ year: Int) {
    if let place = rounds.firstIndex(where: { $0.year == year && $0.state != .cancelled }) { list.select(place) }
  }

  /// Why a step cannot be taken with the selected round; `nil` where it can, or where only the store can tell.
  func refusal(_ step: RoundStep) -> Phrase? {
    guard let round = selected else { return Phrase(zh: "还没有评估年度", en: "there is no round yet") }
    if let refusal = refusesFollowing { return refusal }
    if let known = situations[round.year]?.refusals { return known[step] }
    // Until the round is read: what its state alone tells. A reason is asked for when the step is taken.
    let situation = RoundSituation(submissions: 0, pending: 0, noticeEnds: round.noticeUntil, today: today, reason: "–")
    do {
      _ = try round.state.after(step, situation)
      return nil
    } catch {
      return error.cited
    }
  }

  /// The step that comes next in the life of the selected round.
  var nextStep: RoundStep? {
    switch selected?.state {
    case .announced: .startScoring
    case .scoring: .settle
    case .settled: (selected.flatMap { situations[$0.year]?.pending } ?? 0) > 0 ? .resume : .publish
    case .published: .close
    default: nil
    }
  }
}
