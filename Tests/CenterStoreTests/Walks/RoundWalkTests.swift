import Foundation
import Testing

/// Whatever is tried on rounds in whatever order by whomever, a store never comes to say what the regulation does not know. Many steps are
/// refused; that nothing at all was written then is looked at as well.
///
/// Sixteen walks of 640 steps each see several rounds from their notice to their end; with `WALK_STEPS=10000` in the environment each of
/// them is as long as that.
@Suite("Articles 25 to 30 in the store: random walks")
struct RoundWalkTests {
  private static let seeds: ClosedRange<UInt64> = 1...16
  private static let steps = ProcessInfo.processInfo.environment["WALK_STEPS"].flatMap { Int($0) } ?? 640

  @Test("After each of 10,000 steps every rule holds, and whoever is refused has changed nothing")
  func walk() async throws {
    let tally = try await withThrowingTaskGroup(of: WalkTally.self) { group in
      for seed in Self.seeds {
        group.addTask {
          var walk = try RoundWalk(seed)
          try walk.run(steps: Self.steps)
          return walk.tally
        }
      }
      return try await group.reduce(into: WalkTally()) { $0.add($1) }
    }
    let deeds = Set(WalkDeed.all.map(\.name))
    #expect(deeds.count == WalkDeed.all.count)
    // A walk that no longer gets anywhere would find nothing.
    #expect(deeds.subtracting(tally.taken.keys).isEmpty && tally.edges == WalkMemory.edges)
    #expect(tally.steps >= Self.steps * Self.seeds.count && (tally.steps / 4...tally.steps * 3 / 4).contains(tally.refusals))
  }
}
