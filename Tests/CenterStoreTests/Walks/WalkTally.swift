/// How often each deed of a walk was done, refused, or done to no effect.
struct WalkTally: Sendable {
  private(set) var taken: [String: Int] = [:]
  private(set) var refused: [String: Int] = [:]
  private(set) var idle = 0
  /// The changes of state of all rounds.
  var edges: Set<String> = []

  /// How many steps were tried.
  var steps: Int { written + refusals + idle }

  /// How many wrote something.
  var written: Int { taken.values.reduce(0, +) }

  /// How many were refused.
  var refusals: Int { refused.values.reduce(0, +) }

  mutating func take(_ deed: String) { taken[deed, default: 0] += 1 }
  mutating func refuse(_ deed: String) { refused[deed, default: 0] += 1 }
  mutating func pass() { idle += 1 }

  /// Adds what another walk counted.
  mutating func add(_ other: WalkTally) {
    taken.merge(other.taken, uniquingKeysWith: +)
    refused.merge(other.refused, uniquingKeysWith: +)
    idle += other.idle
    edges.formUnion(other.edges)
  }
}
