import GRDB
import Regulation
import Wording

/// An expert of a round beside one of its centers: whether they score it, or must step out while it is spoken of (回避).
public struct PanelMember: Sendable, Hashable {
  /// The login.
  public let login: String
  /// The name.
  public let name: String
  /// Whether the center is assigned to them.
  public let isAssigned: Bool
  /// Whether their sheet of the center is submitted.
  public let hasSubmitted: Bool
  /// Why they must step aside; `nil` where nothing stands in the way.
  public let recusal: Recusal?
  /// Whether they are at today's meeting; `nil` while nobody has noted it.
  public let attendance: Attendance?
}

extension CenterStore {
  /// The experts of a round, whichever center they score, as they stand to one center of it, ordered by login.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but those who carry the round out, ``StoreError/noSuch(_:_:)`` for an unknown center.
  public func panelMembers(year: Int, center: String, by who: Acting) throws(StoreError) -> [PanelMember] {
    let today = self.today
    return try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      let id = try CenterStore.centerID(center, db)
      let recused = try RecusalBook(db, year: year).recused(from: id, db)
      let there = Dictionary(
        try CenterStore.attendance(year, on: today, to: member, db).map { ($0.login, $0) }, uniquingKeysWith: { first, _ in first })
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT login, name, max(center_id = ?2),
              EXISTS (SELECT 1 FROM sheet WHERE sheet.year = ?1 AND sheet.center_id = ?2 AND sheet.login = user.login AND state = 'submitted')
            FROM assignment JOIN user USING (login) WHERE year = ?1 GROUP BY login ORDER BY login
            """), arguments: [year, id]
      ).map {
        PanelMember(
          login: $0[0], name: $0[1], isAssigned: $0[2], hasSubmitted: $0[3], recusal: recused[$0[0]], attendance: there[$0[0]])
      }
    }
  }
}
