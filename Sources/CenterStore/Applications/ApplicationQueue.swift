import GRDB
import Regulation

/// How many applications stand where, and since when: what somebody's first screen says before any of them is looked at.
public struct ApplicationQueue: Sendable, Hashable {
  /// The applications at one stage.
  public struct Place: Sendable, Hashable {
    /// The stage.
    public let stage: ApplicationStage
    /// How many stand there; 1 or more.
    public let count: Int
    /// Since when the one stands there that came first.
    public let oldest: Day
    /// How many of them wait for this person: an expert who handed in an opinion, or stepped aside, is waited for no more.
    public let waiting: Int
    /// Since when the one stands there that waits longest for this person; `nil` where none does.
    public let waitingSince: Day?
  }

  /// The stages at which something stands, in the order of the way.
  public let places: [Place]

  /// How many there are.
  public var count: Int { places.reduce(0) { $0 + $1.count } }
  /// How many wait for this person.
  public var waiting: Int { places.reduce(0) { $0 + $1.waiting } }
  /// Since when the one stands where it is that waits longest for this person; `nil` where none does.
  public var waitingSince: Day? { places.compactMap(\.waitingSince).min() }

  /// How many stand at a stage.
  public subscript(stage: ApplicationStage) -> Int { places.first { $0.stage == stage }?.count ?? 0 }
}

extension CenterStore {
  /// Counts the applications that somebody may see, by stage, with the oldest day of each.
  ///
  /// ```swift
  /// let queue = try store.applicationQueue(by: who)
  /// let days = queue.waitingSince.map { today.number - $0.number }
  /// ```
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for viewers and agencies.
  public func applicationQueue(by who: Acting) throws(StoreError) -> ApplicationQueue {
    try read(by: who) { db, member in
      guard let (condition, arguments) = CenterStore.queueCondition(member) else { throw StoreError.notPermitted(nil) }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT stage, count(*), min(since), count(*) FILTER (WHERE is_open), min(since) FILTER (WHERE is_open)
          FROM (SELECT stage, since, id NOT IN (\(CenterStore.reviewsDone)) AS is_open FROM application WHERE \(condition)) GROUP BY stage
          """, arguments: [member.login, member.login] + arguments)
      var places: [ApplicationStage: ApplicationQueue.Place] = [:]
      for row in rows {
        guard let stage = ApplicationStage(rawValue: row[0]) else { continue }
        let waits = stage.waits(for: member.role)
        let since: String? = row[4]
        places[stage] = ApplicationQueue.Place(
          stage: stage, count: row[1], oldest: try CenterStore.day(row[2]), waiting: waits ? row[3] : 0,
          waitingSince: waits ? try since.map { try CenterStore.day($0) } : nil)
      }
      return ApplicationQueue(places: ApplicationStage.allCases.compactMap { places[$0] })
    }
  }
}
