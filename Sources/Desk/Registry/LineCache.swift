import CenterStore

/// The lines around what is seen; never more than some pages of them.
struct LineCache {
  /// How many lines are kept, unless more are wanted at once.
  static let limit = 1024
  private var lines: [Int64: RegistryLine] = [:]
  /// What was asked for and is not in the store any more.
  private var gone: Set<Int64> = []
  /// How often everything was forgotten: what was made of a line of another generation may not be true any more.
  private(set) var generation = 0

  /// The line of a center, if it was fetched.
  subscript(_ id: Int64) -> RegistryLine? { lines[id] }

  /// Keeps lines.
  mutating func keep(_ new: [RegistryLine]) {
    for line in new { lines[line.id] = line }
  }

  /// Forgets everything: the store changed.
  mutating func forget() {
    lines = [:]
    gone = []
    generation += 1
  }

  /// Those that have not been fetched.
  func missing(_ ids: some Sequence<Int64>) -> [Int64] { ids.filter { lines.index(forKey: $0) == nil && !gone.contains($0) } }

  /// Fetches those that are missing, in one question; what was kept for elsewhere makes room.
  mutating func fetch(_ ids: [Int64], from source: RegistrySource) throws {
    let missing = missing(ids)
    guard !missing.isEmpty else { return }
    keep(try source.lines(missing), asked: missing, around: ids)
  }

  /// Keeps what was fetched; what was kept for elsewhere makes room.
  mutating func keep(_ new: [RegistryLine], asked: [Int64], around ids: [Int64]) {
    if lines.count + new.count > LineCache.limit {
      let wanted = Set(ids)
      lines = lines.filter { wanted.contains($0.key) }
      gone = gone.intersection(wanted)
    }
    keep(new)
    gone.formUnion(asked.filter { lines.index(forKey: $0) == nil })
  }
}
