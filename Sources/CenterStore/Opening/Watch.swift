import GRDB
import Regulation

/// Learns of writes by other processes and by this one: `PRAGMA data_version` on one connection that is kept for it (never a pool's
/// reader, never inside a transaction), then the links after the last one seen.
///
/// ```swift
/// let watch = try store.watch(by: Acting("bureau", .desk))
/// for act in try watch.news() { … }
/// ```
public final class StoreWatch {
  private let path: String
  private let queue: DatabaseQueue
  private let identity: FileIdentity
  private let viewer: String
  private var version: Int64
  private var link: Int64

  fileprivate init(_ store: CenterStore, viewer: String) throws {
    path = store.path
    identity = store.identity
    self.viewer = viewer
    queue = try DatabaseQueue(
      path: CenterStore.source(path, readOnly: store.isReadOnly), configuration: CenterStore.configuration(readOnly: true))
    (version, link) = try queue.inDatabase { db in
      _ = try Member.require(viewer, db)
      return (try StoreWatch.version(db), try Int64.fetchOne(db, sql: "SELECT coalesce(max(seq), 0) FROM audit") ?? 0)
    }
  }

  /// The acts that came since the last look, by number; empty where nothing changed, which costs a few microseconds.
  ///
  /// Who acted is told to staff, and to oneself; experts' acts on their sheets and opinions are not told to others at all, but that something came
  /// in is told to the leader of the group.
  ///
  /// - Throws: ``StoreError/replaced(path:)`` where another file stands in the place of the store, or none; ``StoreError/newerStore(path:)`` where a
  ///   newer program has been at it since.
  public func news() throws(StoreError) -> [(number: Int64, act: String, login: String)] {
    if FileIdentity(path) != identity { throw .replaced(path: path) }
    return try StoreError.translating(path) {
      try queue.inDatabase { db in
        let now = try StoreWatch.version(db)
        if now == version { return [] }
        version = now
        try Schema.requireNoNewer(db, path)
        let member = try Member.require(viewer, db)
        let rows = try Row.fetchAll(
          db.cachedStatement(sql: "SELECT seq, act, login, change FROM audit WHERE seq > ? ORDER BY seq"), arguments: [link])
        if let last = rows.last { link = last[0] }
        return try rows.compactMap { try StoreWatch.told($0, to: member, db) }
      }
    }
  }

  private static func told(_ row: Row, to member: Member, _ db: Database) throws -> (number: Int64, act: String, login: String)? {
    let (number, act, login): (Int64, String, String) = (row[0], row[1], row[2])
    switch member.role {
    case .admin, .bureau: return (number, act, login)
    case .agency, .department, .host, .expert, .viewer:
      if login == member.login { return (number, act, login) }
      let ofSheets: [Act] = [
        .score, .submitSheet, .takeBackSheet, .pledge, .declareConflict, .enterSheet, .writeGroupOpinion, .releaseExpert, .nameLeader,
        .noteAttendance, .lookAgain, .takeSheetsAway, .bringSheetsBack,
      ]
      let ofOpinions: [Act] = [.giveOpinion, .takeBackOpinion, .pledgeReview]
      guard let known = (member.role == .agency ? ofOpinions : ofSheets + ofOpinions).first(where: { $0.rawValue == act }) else {
        return (number, act, "")
      }
      if member.role == .expert, try WatchOfLeaders.concerns(known, row[3], leader: member.login, db) { return (number, act, "") }
      return nil
    }
  }

  private static func version(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
  }
}

extension CenterStore {
  /// Begins to watch for what is written; the watch has a connection of its own.
  ///
  /// - Throws: ``StoreError/unknownLogin(_:)``.
  public func watch(by who: Acting) throws(StoreError) -> StoreWatch {
    try StoreError.translating(path) {
      try StoreWatch(self, viewer: who.login)
    }
  }
}
