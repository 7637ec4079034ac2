import Regulation
import Wording

/// What keeps an expert's sheets outside of a store that is thrown away when the desk closes: the file from which the store was made.
///
/// It is called before a change is committed, and where it fails nothing is saved: what the desk shows as saved is in the file.
public struct OfflineKeeping: Sendable {
  /// What can be done away from the desk.
  public static let acts: Set<Act> = [.score, .submitSheet, .takeBackSheet]

  let keep: @Sendable ([OfflineSheet]) throws(StoreError) -> Void

  /// - Parameter keep: keeps the sheets as they will stand.
  public init(_ keep: @escaping @Sendable ([OfflineSheet]) throws(StoreError) -> Void) { self.keep = keep }

  /// - Throws: ``Regulation/Refusal`` for what would be lost: only sheets come back.
  func require(_ act: Act) throws {
    if OfflineKeeping.acts.contains(act) { return }
    throw Refusal(
      Phrase(
        zh: "这里是带出的评分文件，只能评分；“\(act.doing.zh)”请在评审台上办理",
        en: "this is a file that was taken away, and all that comes back is sheets: \(act.doing.en) at the desk"))
  }
}

extension CenterStore {
  /// Whether the store was made of a file that was taken away: only sheets can be written, and they are kept in the file.
  public var isAway: Bool { surroundings.keeping != nil }
}
