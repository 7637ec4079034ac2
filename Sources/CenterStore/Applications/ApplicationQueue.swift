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
    /// How many of them wait for this person, a step of theirs being expected now (``ApplicationSummary/waits``).
    public let waiting: Int
    /// Since when the one waits that waits longest for this person; `nil` where none does.
    public let waitingSince: Day?
    /// The nearest last day of those that wait for this person; `nil` where none has one.
    public let due: Day?
    /// How many of them can be certified, their notice being over (article 12); told to the bureau only.
    public let certifiable: Int
    /// Of how many of them an objection that counts is open (article 12); told to the bureau only.
    public let heldUp: Int
  }

  /// The stages at which something stands, in the order of the way.
  public let places: [Place]

  /// How many there are.
  public var count: Int { places.reduce(0) { $0 + $1.count } }
  /// How many wait for this person.
  public var waiting: Int { places.reduce(0) { $0 + $1.waiting } }
  /// Since when the one waits that waits longest for this person; `nil` where none does.
  public var waitingSince: Day? { places.compactMap(\.waitingSince).min() }

  /// The nearest last day of what waits for this person; `nil` where nothing that waits has one.
  public var due: Day? { places.compactMap(\.due).min() }

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
    let today = surroundings.now().day
    return try read(by: who) { db, member in
      guard let (condition, arguments) = CenterStore.queueCondition(member) else { throw StoreError.notPermitted(nil) }
      let book = try WaitingBook(member, today: today, db)
      let rows = try Row.fetchCursor(
        db, sql: "SELECT id, year, stage, since, state FROM application WHERE \(condition)", arguments: arguments)
      var counts: [ApplicationStage: Count] = [:]
      while let row = try rows.next() {
        guard let stage = ApplicationStage(rawValue: row[2]) else { continue }
        let since = try CenterStore.day(row[3])
        let standing = try book.standing(id: row[0], year: row[1], stage: stage, since: since, state: row[4])
        counts[stage, default: Count()].add(standing, since: since)
      }
      return ApplicationQueue(
        places: ApplicationStage.allCases.compactMap { stage in
          guard let count = counts[stage], let oldest = count.oldest else { return nil }
          return ApplicationQueue.Place(
            stage: stage, count: count.all, oldest: oldest, waiting: count.waiting, waitingSince: count.waitingSince, due: count.due,
            certifiable: count.certifiable, heldUp: count.heldUp)
        })
    }
  }
}

/// The applications at one stage, while they are counted.
private struct Count {
  var all = 0
  var oldest: Day?
  var waiting = 0
  var waitingSince: Day?
  var due: Day?
  var certifiable = 0
  var heldUp = 0

  mutating func add(_ standing: WaitingBook.Standing, since: Day) {
    all += 1
    oldest = min(oldest ?? since, since)
    if standing.certifiableSince != nil { certifiable += 1 }
    if standing.isHeldUp { heldUp += 1 }
    guard standing.waits else { return }
    waiting += 1
    let due = standing.since ?? since
    waitingSince = min(waitingSince ?? due, due)
    self.due = [self.due, standing.due].compactMap { $0 }.min()
  }
}
