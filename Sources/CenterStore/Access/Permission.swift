import GRDB
import Regulation

extension CenterStore {
  /// Makes sure that somebody may do an act, so far as that can be told before its objects are known; the operation itself checks again.
  ///
  /// - Throws: ``StoreError/unknownLogin(_:)``, ``StoreError/notPermitted(_:)``, ``StoreError/readOnly(path:)``.
  public func require(_ act: Act, by who: Acting) throws(StoreError) {
    if isReadOnly { throw .readOnly(path: path) }
    try read(by: who) { db, member in
      guard act.roles.contains(member.role) else { throw StoreError.notPermitted(act) }
      if act == .importConflicts { try CenterStore.requireOwnRound(member, act, db) }
    }
  }

  /// Makes sure that somebody may import facts or attachments of a round: a host may while it is open.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)``.
  public func requireMaterialImport(_ act: Act, year: Int, by who: Acting) throws(StoreError) {
    try require(act, by: who)
    try read(by: who) { db, member in
      if member.role == .host, try !CenterStore.round(year, db).state.takesSheets { throw StoreError.notPermitted(act) }
    }
  }

  /// An agency acts for the open rounds entrusted to it only (article 25); others are let pass.
  static func requireOwnRound(_ member: Member, _ act: Act?, _ db: Database) throws {
    guard member.role == .agency else { return }
    let own = try Bool.fetchOne(
      db, sql: "SELECT 1 FROM round WHERE agency_id = ? AND state NOT IN ('closed', 'cancelled') LIMIT 1",
      arguments: [member.organizationID])
    if own == nil { throw StoreError.notPermitted(act) }
  }

  /// The experts of the rounds entrusted to an agency, in order of login: its own people, and whom somebody assigned in those rounds.
  ///
  /// - Parameter onlyOpen: whether to leave out whom only a round knows that is over.
  /// - Throws: ``StoreError/notPermitted(_:)`` where no round is.
  static func experts(ofAgency member: Member, onlyOpen: Bool = false, _ db: Database) throws -> [String] {
    let isTheirs = "agency_id = ?1" + (onlyOpen ? " AND state NOT IN ('closed', 'cancelled')" : "")
    let rounds = try Int.fetchAll(db, sql: "SELECT year FROM round WHERE \(isTheirs)", arguments: [member.organizationID])
    if rounds.isEmpty { throw StoreError.notPermitted(nil) }
    return try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT login FROM assignment JOIN round USING (year) WHERE \(isTheirs)
        UNION SELECT login FROM expert WHERE employer_id = ?1 ORDER BY login
        """, arguments: [member.organizationID])
  }
}
