import CenterStore
import Regulation

/// A made-up, plainly fictional year of the bureau, written through the store's own operations: about 60 centers over all counties and
/// fields, twelve experts, a round half way through scoring and two earlier ones, facts of three years in
/// each, a call with an application in every state.
public enum DemoStore {
  /// How many centers unless told.
  public static let usualCenters = 60
  /// How many experts there are.
  static let experts = 12
  /// How many centers take part in rounds at most, so that a registry for scale is made in seconds.
  static let mostInRounds = 60

  /// Makes the store; the same seed and day make the same file, byte for byte, links and salts of the audit chain among it. What comes later on
  /// a store of the demo has salts that are drawn anew, as on any other.
  ///
  /// - Parameters:
  ///   - centers: how many centers, 1 … 1,000,000.
  ///   - seed: what everything made up follows from.
  ///   - today: where the story stands: the round of its year is half way through scoring.
  /// - Throws: ``CenterStore/StoreError`` where something is at the path already or nothing can be made there.
  public static func make(
    at path: String, centers count: Int = usualCenters, seed: UInt64 = 1, today: Day, surroundings: Surroundings = .system
  ) throws -> CenterStore {
    var generator = SeededGenerator(seed: seed)
    let year = today.year
    let places = try Places.standard.get()
    let registry = try DemoRegistry(count: count, today: today, places: places, &generator)
    // The desk was set up five years ago: results of the year before that come in as history.
    let clock = StoryClock(Day(year - 5, 2, 1) ?? today, seed: seed)
    let store = try CenterStore.create(path, kind: .demo, durably: false, surroundings: clock.surroundings)
    let story = DemoStory(store: store, registry: registry, clock: clock, today: today)
    try story.register(&generator)
    try story.earlierRounds(&generator)
    var applications = DemoApplications(story, certified: story.applicant)
    // A stream of its own, so that the rest of the story does not hang on how many applications there are.
    var words = SeededGenerator(seed: seed ^ 0xA991)
    try applications.early(&words)
    story.planMatters()
    try story.presentRound(&generator)
    try DemoTerms.enter(in: store)
    try DemoDuties(story: story).enter()
    try applications.late(&words)
    try story.finish()
    try store.close()
    return try CenterStore.open(path, surroundings: surroundings.pretending(today: today))
  }
}

extension [CenterRecord] {
  /// With row numbers, as if they came from a file.
  var numbered: [Numbered<CenterRecord>] { enumerated().map { Numbered($0 + 2, $1) } }
}
