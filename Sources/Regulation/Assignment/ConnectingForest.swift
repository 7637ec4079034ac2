/// Sheets that connect experts with each other, without a ring and within the places that are open: the most there can be, so that the
/// experts fall apart into as few groups as possible.
///
/// Sets without a ring, and sets that find their places, are two matroids; the largest set that is both is grown along shortest paths of
/// exchanges (matroid intersection). Standing assignments connect too, and take no place.
struct ConnectingForest {
  typealias Pair = AssignmentBoard.Pair

  private let kinds: [Int]
  private let slots: [PanelSlots]
  private let allowed: [Pair]
  private let standing: [Pair]
  private let nodeCount: Int
  private var chosen: Set<Pair> = []

  /// - Parameters:
  ///   - kinds: the kind of each expert, as ``PanelSlots`` counts them.
  ///   - standing: the pairs that are there already.
  ///   - slots: the open places of each center.
  ///   - allowed: the pairs that may be drawn.
  init(centers: Int, kinds: [Int], standing: [Pair], slots: [PanelSlots], allowed: [Pair]) {
    self.kinds = kinds
    self.slots = slots
    self.allowed = allowed
    self.standing = standing
    nodeCount = centers + kinds.count
  }

  /// The sheets that connect, by center, then expert.
  var pairs: [Pair] { chosen.sorted { ($0.center, $0.expert) < ($1.center, $1.expert) } }

  /// Takes what connects of a draw, and grows it as far as it goes.
  ///
  /// - Returns: whether more connects than the draw itself does.
  mutating func grow(from draw: [Pair]) -> Bool {
    for pair in draw where !isRing(pair, groups()) { chosen.insert(pair) }
    let before = chosen.count
    while let path = exchange() {
      for pair in path { if chosen.remove(pair) == nil { chosen.insert(pair) } }
    }
    return chosen.count > before
  }

  private func isRing(_ pair: Pair, _ group: [Int]) -> Bool { group[pair.expert] == group[kinds.count + pair.center] }

  /// The group of each expert, then of each center, without one pair.
  private func groups(without left: Pair? = nil) -> [Int] {
    var neighbours = [[Int]](repeating: [], count: nodeCount)
    for pair in standing + chosen where pair != left {
      neighbours[pair.expert].append(kinds.count + pair.center)
      neighbours[kinds.count + pair.center].append(pair.expert)
    }
    var group = [Int](repeating: -1, count: nodeCount)
    for start in 0..<nodeCount where group[start] < 0 {
      group[start] = start
      var open = [start]
      while let node = open.popLast() {
        for next in neighbours[node] where group[next] < 0 {
          group[next] = start
          open.append(next)
        }
      }
    }
    return group
  }

  /// Whether a center's chosen experts find their places with one more, and one less where one is named.
  private func fits(_ own: [Pair], adding pair: Pair, without left: Pair? = nil) -> Bool {
    var counts = [Int](repeating: 0, count: PanelSlots.kindCount)
    for one in own where one != left { counts[kinds[one.expert]] += 1 }
    counts[kinds[pair.expert]] += 1
    return slots[pair.center].seat(counts)
  }

  /// A shortest path of exchanges that makes the set larger by one: in and out by turns; `nil` where there is none.
  private func exchange() -> [Pair]? {
    let group = groups()
    let byCenter = Dictionary(grouping: pairs, by: \.center)
    var seen: Set<Pair> = []
    var previous: [Pair: Pair] = [:]
    var queue: [Pair] = []
    let open = allowed.filter { !chosen.contains($0) }
    for pair in open where !isRing(pair, group) {
      seen.insert(pair)
      queue.append(pair)
    }
    var next = 0
    while next < queue.count {
      let pair = queue[next]
      next += 1
      if chosen.contains(pair) {
        // It leaves: whoever bridges what it held together may come.
        let apart = groups(without: pair)
        for other in open where !seen.contains(other) && !isRing(other, apart) {
          seen.insert(other)
          previous[other] = pair
          queue.append(other)
        }
      } else {
        let own = byCenter[pair.center] ?? []
        if fits(own, adding: pair) { return path(to: pair, previous) }
        for other in own where !seen.contains(other) && fits(own, adding: pair, without: other) {
          seen.insert(other)
          previous[other] = pair
          queue.append(other)
        }
      }
    }
    return nil
  }

  private func path(to last: Pair, _ previous: [Pair: Pair]) -> [Pair] {
    var path = [last]
    while let before = previous[path[path.count - 1]] { path.append(before) }
    return path
  }
}
