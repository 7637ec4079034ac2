import GRDB
import Regulation

/// How many applications stand at a stage.
public struct QueueCount: Sendable, Hashable {
  /// The stage.
  public let stage: ApplicationStage
  /// How many stand there; 1 or more.
  public let count: Int
  /// Since when the one that stands there longest does.
  public let oldest: Day
}

extension CenterStore {
  /// How many of the applications that somebody may see stand at each stage, and for how long, in the order of the way: one question to the
  /// store, however many there are.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for viewers and agencies.
  public func applicationCounts(by who: Acting) throws(StoreError) -> [QueueCount] {
    try read(by: who) { db, member in
      guard let (condition, arguments) = CenterStore.queueCondition(member) else { throw StoreError.notPermitted(nil) }
      let counts = try Row.fetchAll(
        db, sql: "SELECT stage, count(*), min(since) FROM application WHERE \(condition) GROUP BY stage", arguments: arguments
      ).map { row in
        QueueCount(stage: ApplicationStage(rawValue: row[0]) ?? .draft, count: row[1], oldest: try CenterStore.day(row[2]))
      }
      return ApplicationStage.allCases.flatMap { stage in counts.filter { $0.stage == stage } }
    }
  }
}
