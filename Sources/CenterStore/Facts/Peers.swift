import GRDB
import Regulation

/// Where a center's figure stands among its peers: the due centers of the same field in the round.
public struct PeerStanding: Sendable, Hashable {
  /// 1: the lowest quarter … 4: the highest.
  public let quartile: Int
  /// How many centers were compared, this one included.
  public let peers: Int

  /// The quarter in which a figure stands; equal figures stand together in the middle of the places that they share.
  ///
  /// - Parameters:
  ///   - below: how many figures are lower.
  ///   - equal: how many are equal, this one included.
  init(below: Int, equal: Int, of peers: Int) {
    quartile = min(4, (2 * below + equal) * 2 / peers + 1)
    self.peers = peers
  }
}

extension CenterStore {
  /// The fewest peers from which on a quartile is told, so that none can be guessed.
  public static let fewestPeers = 5

  /// Where a center's figures of a year stand among its peers', by data item; items that fewer than ``fewestPeers`` centers filled in
  /// are left out. The one aggregate that crosses what a member may see (ruling on percentiles).
  ///
  /// The peers are those whose material is in, so that nobody's half-finished form can be felt through it.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for whoever may not see the center's own facts.
  public func peerStandings(year: Int, center: String, by who: Acting) throws(StoreError) -> [FactKey: PeerStanding] {
    try read(by: who) { db, member in
      let stored = try CenterStore.centerWithVisibleFacts(year: year, code: center, member, db)
      // A file that was taken away holds one expert's centers: whoever is compared with them alone is compared wrongly.
      if isAway { return [:] }
      let peers = try CenterStore.peers(of: stored, year: year, db)
      guard peers.count + 1 >= CenterStore.fewestPeers else { return [:] }
      let system = try IndicatorSystem.standard.get()
      let own = try CenterStore.figures(of: stored.id, year: year, system, db)
      var places: [FactKey: (below: Int, equal: Int)] = own.mapValues { _ in (0, 1) }
      var compared: [FactKey: Int] = own.mapValues { _ in 1 }
      for peer in peers {
        for (key, figure) in try CenterStore.figures(of: peer, year: year, system, db) {
          guard let mine = own[key] else { continue }
          compared[key, default: 0] += 1
          if figure < mine { places[key]?.below += 1 } else if figure == mine { places[key]?.equal += 1 }
        }
      }
      return places.reduce(into: [:]) { standings, place in
        guard let count = compared[place.key], count >= CenterStore.fewestPeers else { return }
        standings[place.key] = PeerStanding(below: place.value.below, equal: place.value.equal, of: count)
      }
    }
  }

  /// The numbers that a center has filled in.
  private static func figures(of center: Int64, year: Int, _ system: IndicatorSystem, _ db: Database) throws -> [FactKey: Hundredths] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT code, fact_year, value FROM fact WHERE year = ? AND center_id = ? AND value <> ''"),
      arguments: [year, center])
    var figures: [FactKey: Hundredths] = [:]
    while let row = try rows.next() {
      guard let code = FactCode(row[0] as String), let fact = system.fact(code) else { continue }
      switch fact.kind {
      case .text, .choice, .derived: continue
      case .count, .money, .area, .percent:
        let year: Int = row[1]
        figures[FactKey(code, year: year == 0 ? nil : year)] = try FactValue.parse(row[2], for: fact)?.figure
      }
    }
    return figures
  }

  /// The other due centers of the same field whose material of the round is in.
  private static func peers(of center: StoredCenter, year: Int, _ db: Database) throws -> [Int64] {
    let field = center.record.field?.string ?? ""
    if field.isEmpty { return [] }
    // The material of the round leads: it is small where the registry is large.
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT center.id, certified_on,
            EXISTS (SELECT 1 FROM deferral WHERE deferral.year = material.year AND deferral.center_id = material.center_id)
          FROM material CROSS JOIN center ON center.id = material.center_id
          WHERE material.year = ?1 AND material.state <> 'none' AND field = ?2 AND status = 'active'
            AND center.id <> ?3
          """), arguments: [year, field, center.id])
    return try rows.compactMap { row in
      let due = Due(roundYear: year, certified: try day(row[1]), status: .active, deferred: row[2])
      return due == .due ? row[0] : nil
    }
  }
}
