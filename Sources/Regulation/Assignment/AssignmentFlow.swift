/// Minimum-cost flow with convex costs, for sheets that flow from centers to experts.
///
/// The network is source → center → expert → sink. The l-th sheet of an expert costs 2·l − 1 (the sums are squares of loads), times
/// more than there are sheets, so that no number of field matches outweighs one step of evenness; a pair without a field match costs 1.
/// Sheets are added one by one, each along a shortest path of the residual network, which keeps the flow the cheapest of its size
/// (successive shortest paths; Dijkstra's method, with potentials that keep every cost at 0 or above). Because experts can take any
/// number of sheets, a shortest path needs only experts as its nodes: from one expert to another it goes through the center that is
/// cheapest to pass, and those are kept in heaps.
///
/// Where places of a panel wait for a kind of expert, each center is a small network of its own, from its places to its experts. It need
/// not be walked: whoever holds one of those places can be passed on to another kind exactly when the center has more of that kind than
/// places wait for.
struct AssignmentFlow {
  private let expertCount: Int
  private let sheetWeight: Int
  private var loads: [Int]
  /// What a pair costs, by center, then expert; unreachable where it may not be drawn.
  private let costs: [AssignmentCost]
  private var taken: [Bool]
  /// The kind of each expert, as ``PanelSlots`` counts them.
  private let kinds: [Int]
  /// By center, then kind: how many experts of a kind are drawn beyond the places that wait for it.
  private var surplus: [Int]
  /// By center, then kind: whether the ways that a surplus opens are listed.
  private var isListed: [Bool]
  private var passages: [PassageHeap]
  /// The first of each heap, or its center −1: what is looked at most lies flat.
  private var bestPassage: [(cost: AssignmentCost, center: Int)]
  private var potentials: [AssignmentCost]
  private var sinkPotential = AssignmentCost.zero

  /// - Parameters:
  ///   - loads: the standing sheets of each expert.
  ///   - costs: by center, then expert; unreachable where the pair cannot be drawn.
  ///   - kinds: the kind of each expert, as ``PanelSlots`` counts them.
  ///   - sheets: how many sheets will be added at most.
  init(loads: [Int], costs: [AssignmentCost], kinds: [Int], sheets: Int) {
    self.loads = loads
    self.kinds = kinds
    surplus = Array(repeating: 0, count: loads.isEmpty ? 0 : costs.count / loads.count * PanelSlots.kindCount)
    isListed = Array(repeating: false, count: surplus.count)
    self.costs = costs
    expertCount = loads.count
    sheetWeight = sheets + 1
    taken = Array(repeating: false, count: costs.count)
    passages = Array(repeating: PassageHeap(), count: loads.count * loads.count)
    bestPassage = Array(repeating: (.unreachable, -1), count: loads.count * loads.count)
    potentials = Array(repeating: .zero, count: loads.count)
  }

  /// The experts drawn for a center, by index.
  func drawn(_ center: Int) -> [Int] { (0..<expertCount).filter { taken[center * expertCount + $0] } }

  /// How the experts are reached from a center: distances are reduced by the potentials.
  private struct Search {
    var distances: [AssignmentCost]
    /// Through which expert; −1 where the center itself comes before.
    var previous: [Int]
    /// Through which center.
    var through: [Int]
    /// The expert before the sink, and how far the sink is.
    var end = -1
    var length = AssignmentCost.unreachable
  }

  /// Adds one sheet for a center.
  ///
  /// - Parameter kind: of which kind its expert has to be; `nil`: of any. A center's sheets for kinds are added before the others.
  /// - Returns: `false` where nobody is left who could take it.
  mutating func addSheet(for center: Int, kind: Int? = nil) -> Bool {
    var search = Search(
      distances: Array(repeating: .unreachable, count: expertCount), previous: Array(repeating: -1, count: expertCount),
      through: Array(repeating: center, count: expertCount))
    for expert in 0..<expertCount {
      let place = center * expertCount + expert
      if taken[place] || costs[place] == .unreachable || (kind ?? kinds[expert]) != kinds[expert] { continue }
      search.distances[expert] = costs[place] - potentials[expert]
    }
    var done = Array(repeating: false, count: expertCount)
    while let expert = nearest(search, done), search.distances[expert] < search.length {
      done[expert] = true
      let last = AssignmentCost(weight: (2 * loads[expert] + 1) * sheetWeight, lot: 0) + potentials[expert] - sinkPotential
      if search.distances[expert] + last < search.length {
        search.length = search.distances[expert] + last
        search.end = expert
      }
      relax(from: expert, &search, done)
    }
    guard search.end >= 0 else { return false }
    for expert in 0..<expertCount { potentials[expert] += min(search.distances[expert], search.length) }
    sinkPotential += search.length
    if let kind { surplus[center * PanelSlots.kindCount + kind] -= 1 }
    apply(search)
    return true
  }

  private func nearest(_ search: Search, _ done: [Bool]) -> Int? {
    var nearest: Int?
    var least = AssignmentCost.unreachable
    for expert in 0..<expertCount where !done[expert] && search.distances[expert] < least {
      least = search.distances[expert]
      nearest = expert
    }
    return nearest
  }

  private mutating func relax(from: Int, _ search: inout Search, _ done: [Bool]) {
    let start = search.distances[from] + potentials[from]
    for to in 0..<expertCount where !done[to] && to != from {
      let passage = passage(from, to)
      if passage.center < 0 { continue }
      let distance = start + passage.cost - potentials[to]
      guard distance < search.distances[to] else { continue }
      search.distances[to] = distance
      search.previous[to] = from
      search.through[to] = passage.center
    }
  }

  /// Moves sheets along the path that was found, from its end.
  private mutating func apply(_ search: Search) {
    loads[search.end] += 1
    var moves: [(center: Int, gains: Int, loses: Int)] = []
    var expert = search.end
    while expert >= 0 {
      let (center, before) = (search.through[expert], search.previous[expert])
      taken[center * expertCount + expert] = true
      surplus[center * PanelSlots.kindCount + kinds[expert]] += 1
      if before >= 0 {
        taken[center * expertCount + before] = false
        surplus[center * PanelSlots.kindCount + kinds[before]] -= 1
      }
      moves.append((center, expert, before))
      expert = before
    }
    for move in moves {
      for to in 0..<expertCount { offer(move.gains, to, through: move.center) }
      if move.loses < 0 { continue }
      for from in 0..<expertCount { offer(from, move.loses, through: move.center) }
    }
    for move in moves {
      for kind in 0..<PanelSlots.kindCount { listSurplus(of: kind, at: move.center) }
    }
  }

  /// With more of a kind than wait for it, those of the kind can be passed on to others who could not before.
  private mutating func listSurplus(of kind: Int, at center: Int) {
    let place = center * PanelSlots.kindCount + kind
    let wasListed = isListed[place]
    isListed[place] = surplus[place] > 0
    if wasListed || !isListed[place] { return }
    for from in 0..<expertCount where kinds[from] == kind && taken[center * expertCount + from] {
      for to in 0..<expertCount where kinds[to] != kind { offer(from, to, through: center) }
    }
  }

  /// Whether a center can do without one expert for another.
  private func canPass(_ from: Int, _ to: Int, through center: Int) -> Bool {
    let row = center * expertCount
    guard taken[row + from], !taken[row + to] else { return false }
    return kinds[from] == kinds[to] || surplus[center * PanelSlots.kindCount + kinds[from]] > 0
  }

  /// Lists a way that may have opened; one that closes is passed over when it comes up.
  private mutating func offer(_ from: Int, _ to: Int, through center: Int) {
    let row = center * expertCount
    guard costs[row + to] != .unreachable, canPass(from, to, through: center) else { return }
    let place = from * expertCount + to
    passages[place].insert(costs[row + to] - costs[row + from], center)
    bestPassage[place] = passages[place].first
  }

  private mutating func passage(_ from: Int, _ to: Int) -> (cost: AssignmentCost, center: Int) {
    let place = from * expertCount + to
    while true {
      let best = bestPassage[place]
      if best.center < 0 || canPass(from, to, through: best.center) { return best }
      passages[place].removeFirst()
      bestPassage[place] = passages[place].first
    }
  }
}
