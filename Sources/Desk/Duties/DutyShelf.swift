import CenterStore
import DeskRuntime

/// News for the screens: how all centers stand to their duties is there, or there anew.
struct DutiesSummed: Sendable {}

/// How all centers stand to their duties today, worked out once for all screens of a sitting and kept until a duty changes.
@MainActor
final class DutyShelf {
  /// The centers that this person sees, once that was wanted and is there.
  private(set) var standings: [CenterDuties]?
  /// Why it could not be worked out.
  private(set) var failure: (any Error)?
  private unowned let sitting: Sitting
  private var isUnderWay = false
  /// Counts how often something changed, so that what was worked out before that is not taken for what is.
  private var generation = 0

  init(_ sitting: Sitting) { self.sitting = sitting }

  /// Sees to it that the standings come, behind the screen; ``DutiesSummed`` is announced when they are there.
  ///
  /// - Parameter holdsInput: whether what is typed meanwhile waits for them.
  func want(holdsInput: Bool = false) {
    if let standings, standings.first.map({ $0.day == sitting.today }) ?? true { return }
    // What failed is tried again when something changes.
    guard !isUnderWay, failure == nil else { return }
    isUnderWay = true
    let (store, who, begun) = (sitting.store, sitting.acting, generation)
    sitting.runtime.background(.beside, holdsInput: holdsInput) {
      try store.dutyStandings(by: who)
    } then: { [weak self] result in
      self?.loaded(result, begun)
    }
  }

  private func loaded(_ result: Result<[CenterDuties], any Error>, _ begun: Int) {
    isUnderWay = false
    // Somebody changed a duty meanwhile: whoever waits wants to see that.
    guard begun == generation else { return want() }
    switch result {
    case .success(let standings): (self.standings, failure) = (standings, nil)
    case .failure(let error): failure = error
    }
    sitting.runtime.announce(DutiesSummed())
  }

  /// Looks at news before the screens do, which then want the standings anew if they show them.
  func heard(_ news: StoreNews) {
    guard DutyShelf.concerns(news) else { return }
    generation += 1
    (standings, failure) = (nil, nil)
  }

  /// Whether others changed what the standings follow from.
  static func concerns(_ news: StoreNews) -> Bool {
    news.contains(
      "duty.", "center.", "director.", "change.", "revocation.", "import.", "application.", "organization.", "department.")
  }
}
