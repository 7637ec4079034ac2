import GRDB
import Regulation

/// Where a center's figure stands among its peers: the due centers of the same field in the round.
public struct PeerStanding: Sendable, Hashable {
  /// 1: the lowest quarter … 4: the highest.
  public let quartile: Int
  /// How many centers were compared, this one included.
  public let peers: Int
}

extension CenterStore {
  /// The fewest peers from which on a quartile is told, so that none can be guessed.
  public static let fewestPeers = 5

  /// Where a center's figures of a year stand among its peers', by data item; items that fewer than ``fewestPeers`` centers filled in
  /// are left out. The one aggregate that crosses what a member may see (ruling on percentiles).
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for whoever may not see the center's own facts.
  public func peerStandings(year: Int, center: String, by who: Acting) throws(StoreError) -> [FactKey: PeerStanding] {
    try read(by: who) { db, member in
      let visible = try CenterStore.centersWithVisibleFacts(year: year, member, db)
      guard let stored = try CenterStore.center(code: center, db), visible?.contains(stored.id) ?? true else {
        throw visible == nil ? StoreError.noSuch(.center, center) : StoreError.notPermitted(nil)
      }
      let system = try IndicatorSystem.standard.get()
      let peers = try CenterStore.peers(of: stored, year: year, db)
      guard peers.count >= CenterStore.fewestPeers else { return [:] }
      var figures: [FactKey: [(center: Int64, figure: Hundredths)]] = [:]
      for peer in peers {
        let rows = try Row.fetchCursor(
          db.cachedStatement(sql: "SELECT code, fact_year, value, note FROM fact WHERE year = ? AND center_id = ?"),
          arguments: [year, peer])
        while let row = try rows.next() {
          guard let (key, entry) = try CenterStore.fact(row, from: 0, system), let figure = entry.value?.figure else { continue }
          figures[key, default: []].append((peer, figure))
        }
      }
      return figures.compactMapValues { list in
        guard list.count >= CenterStore.fewestPeers, let own = list.first(where: { $0.center == stored.id })?.figure else { return nil }
        // Ties stand together in the middle of the places that they share.
        let below = list.count { $0.figure < own }
        let equal = list.count { $0.figure == own }
        return PeerStanding(quartile: min(4, (2 * below + equal) * 2 / list.count + 1), peers: list.count)
      }
    }
  }

  private static func peers(of center: StoredCenter, year: Int, _ db: Database) throws -> [Int64] {
    let field = center.record.field?.string ?? ""
    if field.isEmpty { return [] }
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, certified_on, status FROM center WHERE field = ? AND status = 'active'"), arguments: [field])
    let deferred = try Set(Int64.fetchAll(db, sql: "SELECT center_id FROM deferral WHERE year = ?", arguments: [year]))
    return try rows.compactMap { row in
      let due = Due(roundYear: year, certified: try day(row[1]), status: .active, deferred: deferred.contains(row[0]))
      return due == .due ? row[0] : nil
    }
  }
}
