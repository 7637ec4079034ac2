import GRDB
import Regulation

extension CenterStore {
  /// The points that a host gives its center in a round (自评), to be read beside the experts'; `nil` where the round asks for none, and for an
  /// expert whose own sheet of the center is not handed in: it is to be scored without them.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for whoever may not see the center's material, whether it exists or not;
  ///   ``StoreError/refused(_:)`` for an expert before the pledge (回避).
  public func ownScores(year: Int, center code: String, by who: Acting) throws(StoreError) -> PerIndicator<Points?>? {
    try read(by: who) { db, member in
      let center = try CenterStore.centerWithVisibleFacts(year: year, code: code, member, db)
      guard try CenterStore.round(year, db).asksOwnScores else { return nil }
      if member.role == .expert, try !CenterStore.hasHandedIn(year, center.id, member.login, db) { return nil }
      return try CenterStore.ownScores(year, center.id, db)
    }
  }

  static func ownScores(_ year: Int, _ center: Int64, _ db: Database) throws -> PerIndicator<Points?> {
    var own = PerIndicator<Points?>(repeating: nil)
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT indicator, points FROM own_score WHERE year = ? AND center_id = ?"), arguments: [year, center])
    while let row = try rows.next() {
      if let code = IndicatorCode(row[0] as String) { own[code] = Points(row[1]) }
    }
    return own
  }
}
