import GRDB
import Regulation

/// What a center came of: the document by which it was certified, and the application (article 12).
public struct CenterOrigin: Sendable, Hashable {
  /// The document, its day and the code.
  public let certification: Certification
  /// The application's number; `nil` where it is not this person's to see.
  public let application: String?
}

extension CenterStore {
  /// By which document a center was certified here, and of which application it came; `nil` for a center that was in the registry before.
  ///
  /// The document is public, as the registry is; the application is told to those who may open it.
  public func origin(ofCenter code: String, by who: Acting) throws(StoreError) -> CenterOrigin? {
    try read(by: who) { db, member in
      let number = try String.fetchOne(
        db, sql: "SELECT number FROM application WHERE stage = 'certified' AND json_extract(state, '$.state.certified._0.code') = ?",
        arguments: [code])
      guard let number, let stored = try CenterStore.storedApplication(number, db), case .certified(let made) = stored.application.state
      else { return nil }
      return CenterOrigin(certification: made, application: try CenterStore.isVisible(stored, member, db) ? number : nil)
    }
  }
}
