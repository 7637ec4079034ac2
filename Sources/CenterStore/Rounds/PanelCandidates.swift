import GRDB
import Regulation
import Wording

/// Somebody who might be assigned to a center of a round by hand.
public struct PanelCandidate: Sendable, Hashable {
  /// The login.
  public let login: String
  /// The name.
  public let name: String
  /// Where they work now.
  public let employer: String
  /// Technical, management or finance; `nil` where it is not on file.
  public let kind: ExpertKind?
  /// Whether the center's field is among theirs.
  public let matchesField: Bool
  /// How many centers of the round are assigned to them.
  public let load: Int
  /// Why they must step aside (回避); `nil` where nothing stands in the way.
  public let recusal: Recusal?
  /// How they were let go from the center before; `nil` where they were not.
  public let released: Release?

  /// How an expert was let go.
  public enum Release: Sendable, Hashable {
    /// They declined.
    case declined
    /// Staff let them go.
    case letGo
  }
}

extension CenterStore {
  /// Who of a round's pool does not score a center yet: who may come first, the fewest centers before more, then by login.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but those who carry the round out; ``StoreError/noSuch(_:_:)`` for an unknown center.
  public func panelCandidates(year: Int, center code: String, by who: Acting) throws(StoreError) -> [PanelCandidate] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      let id = try CenterStore.ownCenter(code, year: year, member, nil, db)
      let recused = try RecusalBook(db, year: year).recused(from: id, db)
      let released: [String: PanelCandidate.Release] = try Dictionary(
        CenterStore.released(year, center: id, db).map { ($0.login, $0.isDeclined ? .declined : .letGo) },
        uniquingKeysWith: { _, last in last })
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT expert.login, user.name, organization.name, expert.kind,
            EXISTS (SELECT 1 FROM expert_field JOIN center USING (field) WHERE expert_field.login = expert.login AND center.id = ?2),
            (SELECT count(*) FROM assignment WHERE year = ?1 AND assignment.login = expert.login)
          FROM expert JOIN user USING (login) JOIN organization ON organization.id = employer_id
          WHERE \(CenterStore.poolCondition) AND \(CenterStore.canScore)
            AND NOT EXISTS (SELECT 1 FROM assignment WHERE year = ?1 AND center_id = ?2 AND assignment.login = expert.login)
          """, arguments: [year, id])
      return rows.map { row in
        PanelCandidate(
          login: row[0], name: row[1], employer: row[2], kind: (row[3] as String?).flatMap { ExpertKind(rawValue: $0) },
          matchesField: row[4], load: row[5], recusal: recused[row[0]], released: released[row[0]])
      }.sorted { left, right in
        (left.recusal == nil ? 0 : 1, left.load, left.login) < (right.recusal == nil ? 0 : 1, right.load, right.login)
      }
    }
  }
}
