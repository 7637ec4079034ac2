/// Minimum-cost flow with convex costs, for sheets that flow from centers to experts.
///
/// The network is source → center → expert → sink. The l-th sheet of an expert costs 2·l − 1 (the sums are squares of loads), times
/// more than there are sheets, so that no number of field matches outweighs one step of evenness; a pair without a field match costs 1.
/// Sheets are added one by one, each along a shortest path of the residual network, which keeps the flow the cheapest of its size
/// (successive shortest paths). Because experts can take any number of sheets, a shortest path needs only experts as its nodes: from
/// one expert to another it goes through the center that is cheapest to pass, and those are kept in heaps.
struct AssignmentFlow {
  private let expertCount: Int
  private let sheetWeight: Int
  private var loads: [Int]
  /// What a pair costs; `nil` where it may not be, or stands and is not to move.
  private let costs: [[AssignmentCost?]]
  private var taken: [[Bool]]
  private var passages: [PassageHeap]

  /// - Parameters:
  ///   - loads: the standing sheets of each expert.
  ///   - costs: by center and expert; `nil` where the pair cannot be drawn.
  ///   - sheets: how many sheets will be added at most.
  init(loads: [Int], costs: [[AssignmentCost?]], sheets: Int) {
    self.loads = loads
    self.costs = costs
    expertCount = loads.count
    sheetWeight = sheets + 1
    taken = Array(repeating: Array(repeating: false, count: loads.count), count: costs.count)
    passages = Array(repeating: PassageHeap(), count: loads.count * loads.count)
  }

  /// The experts drawn for a center, by index.
  func drawn(_ center: Int) -> [Int] { taken[center].indices.filter { taken[center][$0] } }

  /// Adds one sheet for a center.
  ///
  /// - Returns: `false` where nobody is left who could take it.
  mutating func addSheet(for center: Int) -> Bool {
    var distances = Array(repeating: AssignmentCost.unreachable, count: expertCount)
    // Through whom, and through which center, an expert is reached; −1 is the center itself.
    var previous = Array(repeating: -1, count: expertCount)
    var through = Array(repeating: center, count: expertCount)
    var waiting: [Int] = []
    var isWaiting = Array(repeating: false, count: expertCount)
    for expert in 0..<expertCount where !taken[center][expert] {
      guard let cost = costs[center][expert] else { continue }
      distances[expert] = cost
      waiting.append(expert)
      isWaiting[expert] = true
    }
    if waiting.isEmpty { return false }
    var head = 0
    while head < waiting.count {
      let from = waiting[head]
      head += 1
      isWaiting[from] = false
      for to in 0..<expertCount where to != from {
        guard let passage = passage(from, to) else { continue }
        let distance = distances[from] + passage.cost
        guard distance < distances[to] else { continue }
        distances[to] = distance
        previous[to] = from
        through[to] = passage.center
        if !isWaiting[to] {
          waiting.append(to)
          isWaiting[to] = true
        }
      }
    }
    var end = -1
    var least = AssignmentCost.unreachable
    for expert in 0..<expertCount where distances[expert] != .unreachable {
      let cost = distances[expert] + AssignmentCost(weight: (2 * loads[expert] + 1) * sheetWeight, lot: 0)
      if cost < least { (least, end) = (cost, expert) }
    }
    apply(pathTo: end, previous, through)
    return true
  }

  private mutating func apply(pathTo end: Int, _ previous: [Int], _ through: [Int]) {
    loads[end] += 1
    var changed: [Int] = []
    var expert = end
    while expert >= 0 {
      let center = through[expert]
      taken[center][expert] = true
      if previous[expert] >= 0 { taken[center][previous[expert]] = false }
      changed.append(center)
      expert = previous[expert]
    }
    for center in Set(changed) { offerPassages(center) }
  }

  /// Lists all ways that lead through a center now; those that it no longer has are passed over when they come up.
  private mutating func offerPassages(_ center: Int) {
    for from in 0..<expertCount where taken[center][from] {
      guard let paid = costs[center][from] else { continue }
      for to in 0..<expertCount where to != from && !taken[center][to] {
        guard let cost = costs[center][to] else { continue }
        passages[from * expertCount + to].insert(cost - paid, center)
      }
    }
  }

  private mutating func passage(_ from: Int, _ to: Int) -> (cost: AssignmentCost, center: Int)? {
    let place = from * expertCount + to
    while let first = passages[place].first {
      if taken[first.center][from] && !taken[first.center][to] { return first }
      passages[place].removeFirst()
    }
    return nil
  }
}
