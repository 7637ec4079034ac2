import GRDB
import Regulation

/// The submitted sheets of a center in a round: what a disagreement is looked for in (article 25).
public struct CenterSheets: Sendable, Hashable {
  /// The center's code.
  public let code: String
  /// The center's name.
  public let name: String
  /// Its submitted sheets, ordered by the expert's login; at least one.
  public let sheets: [SubmittedSheet]

  /// Names the sheets of a center.
  public init(code: String, name: String, sheets: [SubmittedSheet]) {
    self.code = code
    self.name = name
    self.sheets = sheets
  }
}

extension CenterStore {
  /// The submitted sheets of a round by center, ordered by code; centers without one are left out. With the experts' logins: who scored what
  /// is for those alone who run the round.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round.
  public func submittedSheets(year: Int, by who: Acting) throws(StoreError) -> [CenterSheets] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      let sheets = try CenterStore.submittedSheets(year, db)
      let centers = try Row.fetchAll(
        db, sql: "SELECT id, code, name FROM center WHERE id IN (SELECT center_id FROM sheet WHERE year = ?) ORDER BY code",
        arguments: [year])
      return centers.compactMap { row in
        guard let own = sheets[row[0] as Int64], !own.isEmpty else { return nil }
        return CenterSheets(
          code: row[1], name: row[2], sheets: own.sorted { $0.login.utf8.lexicographicallyPrecedes($1.login.utf8) })
      }
    }
  }
}
