import CenterStore

/// The lines around what is seen; never more than some pages of them.
struct LineCache {
  /// How many lines are kept.
  static let limit = 512
  private var lines: [Int64: RegistryLine] = [:]
  /// What was asked for and is not in the store any more.
  private var gone: Set<Int64> = []

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
  }

  /// Fetches those that are missing, in one question; what was kept for elsewhere makes room.
  mutating func fetch(_ ids: [Int64], from source: RegistrySource) throws {
    let missing = ids.filter { lines[$0] == nil && !gone.contains($0) }
    guard !missing.isEmpty else { return }
    if lines.count + missing.count > LineCache.limit {
      let wanted = Set(ids)
      lines = lines.filter { wanted.contains($0.key) }
      gone = gone.intersection(wanted)
    }
    keep(try source.lines(missing))
    gone.formUnion(missing.filter { lines[$0] == nil })
  }
}
