import GRDB
import Regulation

/// Learns of other processes' writes: `PRAGMA data_version` on one connection that is kept for it (never a pool's reader, never inside
/// a transaction), then the links after the last one seen.
public final class StoreWatch {
  private let queue: DatabaseQueue
  private var version: Int64
  private var link: Int64

  fileprivate init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    (version, link) = try queue.inDatabase { db in
      (try StoreWatch.version(db), try Int64.fetchOne(db, sql: "SELECT coalesce(max(seq), 0) FROM audit") ?? 0)
    }
  }

  /// The acts that came since the last look, by number; empty where nothing changed, which costs a few microseconds.
  public func news() throws(StoreError) -> [(number: Int64, act: String, login: String)] {
    try StoreError.translating(queue.path) {
      try queue.inDatabase { db in
        let now = try StoreWatch.version(db)
        if now == version { return [] }
        version = now
        let rows = try Row.fetchAll(
          db.cachedStatement(sql: "SELECT seq, act, login FROM audit WHERE seq > ? ORDER BY seq"), arguments: [link])
        if let last = rows.last { link = last[0] }
        return rows.map { ($0[0], $0[1], $0[2]) }
      }
    }
  }

  private static func version(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
  }
}

extension CenterStore {
  /// Begins to watch for what other processes write, and this one: the watch has a connection of its own.
  public func watch() throws(StoreError) -> StoreWatch {
    try StoreError.translating(path) { try StoreWatch(path: path) }
  }
}
