import CenterStore
import DeskRuntime
import Regulation
import Wording

/// Somebody's sitting at the desk: the store, who they are, and what all their screens share.
@MainActor
final class Sitting {
  /// The store.
  let store: CenterStore
  /// Who sits here, as they stood when the desk opened; what they may do is looked up anew in every operation.
  let member: Member
  /// How their acts are signed.
  let acting: Acting
  /// The table of indicators.
  let system: IndicatorSystem
  /// The loop that shows the screens.
  let runtime: Runtime

  init(store: CenterStore, login: String, runtime: Runtime) throws {
    self.store = store
    self.runtime = runtime
    acting = Acting(login, .desk)
    member = try store.member(login)
    system = try IndicatorSystem.standard.get()
  }

  /// Today in Cangzhou.
  var today: Day { store.today }

  /// Says what went wrong: in a dialog, since it must be read.
  func tell(_ error: any Error) {
    runtime.tell(Phrase(zh: "未能完成", en: "This was not done"), Sitting.phrase(for: error), isGrave: true)
  }

  /// What went wrong, in words for people.
  static func phrase(for error: any Error) -> Phrase {
    switch error {
    case let error as StoreError: error.phrase
    case let refusal as Refusal: refusal.cited
    default: Phrase(same: "\(error)")
    }
  }
}
