import Foundation
import Regulation
import Testing

/// Whatever is tried on calls and applications in whatever order by whomever, a store never comes to say what the regulation does not know; and whoever
/// is refused has written nothing at all.
///
/// Four walks of 160 steps each, which go first to where nothing has come yet; with `WALK_STEPS=10000` in the environment each of them is as long as that.
@Suite("Articles 8 to 12 in the store: random walks")
struct ApplicationStoreWalkTests {
  private static let seeds: ClosedRange<UInt64> = 1...4
  private static let steps = ProcessInfo.processInfo.environment["WALK_STEPS"].flatMap { Int($0) } ?? 160

  @Test("After each step every rule holds, the chain tells of it, and whoever is refused has changed nothing")
  func walk() async throws {
    let (tally, stages) = try await withThrowingTaskGroup(of: (WalkTally, Set<String>).self) { group in
      for seed in Self.seeds {
        group.addTask {
          var walk = try ApplicationWalk(seed)
          try walk.run(steps: Self.steps)
          return (walk.tally, walk.stages)
        }
      }
      return try await group.reduce(into: (WalkTally(), Set<String>())) {
        $0.0.add($1.0)
        $0.1.formUnion($1.1)
      }
    }
    let deeds = Set(ApplicationDeed.all.map(\.name))
    #expect(deeds.count == ApplicationDeed.all.count)
    // A walk that no longer gets anywhere would find nothing.
    #expect(deeds.subtracting(tally.taken.keys) == [])
    #expect(Set(ApplicationStage.allCases.map(\.rawValue)).subtracting(stages) == [])
    #expect((tally.steps / 6...tally.steps * 5 / 6).contains(tally.refusals), "\(tally.refusals) of \(tally.steps)")
  }

  @Test("Two walks of one seed leave the same file")
  func isRepeatable() throws {
    let digests = try (0..<2).map { _ in
      var walk = try ApplicationWalk(1)
      try walk.run(steps: 40)
      return try walk.hand.digest()
    }
    #expect(digests[0] == digests[1])
  }
}
