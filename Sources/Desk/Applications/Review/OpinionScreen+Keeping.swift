import CenterStore
import DeskRuntime
import Regulation
import Synchronization
import Wording

/// Writes one opinion, and knows what this desk believes to be on disk, so that nothing of another desk of the same expert is overwritten unseen.
///
/// Writes run in turn on another thread; each expects what the last one left, or what the screen has shown since.
final class OpinionWriter: Sendable {
  private let store: CenterStore
  private let number: String
  private let acting: Acting
  private let known = Mutex(ExpertOpinion())

  init(_ store: CenterStore, _ number: String, by acting: Acting) { (self.store, self.number, self.acting) = (store, number, acting) }

  /// Tells what the screen shows now.
  func saw(_ opinion: ExpertOpinion) { known.withLock { $0 = opinion } }

  /// Writes the opinion; on disk when it returns.
  func write(_ opinion: ExpertOpinion, isSubmitted: Bool, _ decided: Decided) throws(StoreError) {
    let before = known.withLock(\.self)
    try store.giveOpinion(number, opinion, isSubmitted: isSubmitted, expecting: Seen(before, decided), by: acting)
    saw(opinion)
  }
}

extension OpinionScreen {
  func ending() { save() }

  /// Keeps what stands in the form, whole or not.
  func save() {
    pause.end()
    guard let opinion = state?.opinion, state?.isUnsaved == true else { return }
    keep(opinion, isSubmitted: false) {}
  }

  /// Keeps an opinion, or hands it in.
  func keep(_ opinion: ExpertOpinion, isSubmitted: Bool, decided: Decided = Decided(), then: @escaping @MainActor () -> Void) {
    state?.kept(opinion)
    saving += 1
    let writer = writer
    sitting.runtime.background {
      try writer.write(opinion, isSubmitted: isSubmitted, decided)
    } then: { [weak self] result in
      guard let self else { return }
      self.saving -= 1
      switch result {
      case .success:
        // What was left to the other desk is shown.
        if decided != Decided() { self.appeared() }
        then()
      case .failure(StoreError.changedMeanwhile(_, _, _, let clashes)) where !clashes.isEmpty:
        self.state?.kept(nil)
        self.sitting.askOf(clashes, label: { OpinionState.label(of: $0.name) }) { [weak self] keepsOwn in
          guard let keepsOwn else { return }
          var decided = decided
          decided.decide(clashes, keepsOwn: keepsOwn)
          self?.keep(opinion, isSubmitted: isSubmitted, decided: decided, then: then)
        }
      case .failure(let error):
        self.state?.kept(nil)
        self.sitting.tell(error)
      }
    }
  }
}
