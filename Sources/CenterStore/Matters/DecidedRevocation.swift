import GRDB
import Regulation

/// Why a center was revoked, and by which decision (article 30).
public struct DecidedRevocation: Sendable, Hashable {
  /// On which ground.
  public let ground: RevocationGround
  /// When it was decided, and by which document.
  public let decision: Revocation.Decision
  /// When and where it was made public; `nil` while that is still to come.
  public let publication: Publication?

  /// That a revocation was made public.
  public struct Publication: Sendable, Hashable {
    /// The day.
    public let on: Day
    /// A site, a gazette.
    public let place: PlainText
  }
}

extension CenterStore {
  /// Why a center was revoked: for those who see its matters from the decision on, for everybody from the publication on. Evidence and reply are
  /// no matter of the public's.
  ///
  /// - Returns: `nil` for a center that was not revoked on this desk, or whose revocation is not this person's to know yet.
  public func decidedRevocation(of code: String, by who: Acting) throws(StoreError) -> DecidedRevocation? {
    try read(by: who) { db, member in
      let (condition, own) = CenterStore.matterCondition(member) ?? ("0", [])
      let state = try String.fetchOne(
        db,
        sql: """
          SELECT state FROM matter JOIN center ON center.id = center_id
          WHERE code = ? AND matter.kind = 'revocation' AND (stage = 'published' OR stage = 'decided' AND \(condition))
          ORDER BY matter.link DESC LIMIT 1
          """, arguments: [code] + own)
      guard let state else { return nil }
      let revocation: Revocation = try JSONText.decode(state)
      let ground = revocation.case.ground
      return switch revocation.state {
      case .decided(let decision): DecidedRevocation(ground: ground, decision: decision, publication: nil)
      case .published(let decision, let day, let place):
        DecidedRevocation(ground: ground, decision: decision, publication: .init(on: day, place: place))
      case .proposed, .kept, .withdrawn, .lapsed: nil
      }
    }
  }
}
