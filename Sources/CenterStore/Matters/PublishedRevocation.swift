import GRDB
import Regulation

/// A revocation as everybody may read it once it is published (article 30).
public struct PublishedRevocation: Sendable, Hashable {
  /// On which ground.
  public let ground: RevocationGround
  /// When it was decided, and by which document.
  public let decision: Revocation.Decision
  /// When it was made public.
  public let on: Day
  /// Where it was made public.
  public let place: PlainText
}

extension CenterStore {
  /// Why a center was revoked, for everybody, from the publication on; evidence and reply are no matter of the public's.
  ///
  /// - Returns: `nil` for a center that was not revoked on this desk, or whose revocation is not published yet.
  public func publishedRevocation(of code: String, by who: Acting) throws(StoreError) -> PublishedRevocation? {
    try read(by: who) { db, _ in
      let state = try String.fetchOne(
        db,
        sql: """
          SELECT state FROM matter JOIN center ON center.id = center_id
          WHERE code = ? AND matter.kind = 'revocation' AND stage = 'published' ORDER BY matter.link DESC LIMIT 1
          """, arguments: [code])
      guard let state else { return nil }
      let revocation: Revocation = try JSONText.decode(state)
      guard case .published(let decision, let day, let place) = revocation.state else { return nil }
      return PublishedRevocation(ground: revocation.case.ground, decision: decision, on: day, place: place)
    }
  }
}
