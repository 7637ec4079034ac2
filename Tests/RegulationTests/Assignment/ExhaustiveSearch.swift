@testable import Regulation

/// The best plan by looking at every one: what ``AssignmentPlan`` is held against on small cases.
struct ExhaustiveSearch {
  /// How good a plan is, in the order in which it counts; less is better.
  struct Worth: Comparable {
    var missing: Int
    var squares: Int
    var misses: Int
    var lot: Int

    static func < (left: Worth, right: Worth) -> Bool {
      (left.missing, left.squares, left.misses, left.lot) < (right.missing, right.squares, right.misses, right.lot)
    }
  }

  let problem: AssignmentProblem
  let lot: AssignmentLot
  private(set) var best: (worth: Worth, pairs: Set<[String]>)?

  init(_ problem: AssignmentProblem, lot: AssignmentLot) {
    self.problem = problem
    self.lot = lot
    search(0, [])
  }

  static func worth(_ pairs: Set<[String]>, _ problem: AssignmentProblem, _ lot: AssignmentLot) -> Worth {
    var loads = Dictionary(uniqueKeysWithValues: problem.experts.map { ($0.login, 0) })
    var counts: [String: Int] = [:]
    for standing in problem.standing {
      loads[standing.expert]? += 1
      counts[standing.center, default: 0] += 1
    }
    var worth = Worth(missing: 0, squares: 0, misses: 0, lot: 0)
    for pair in pairs {
      loads[pair[1]]? += 1
      counts[pair[0], default: 0] += 1
      worth.lot += lot.number(pair[0], pair[1])
      guard let center = problem.centers.first(where: { $0.code == pair[0] }),
        let expert = problem.experts.first(where: { $0.login == pair[1] })
      else { continue }
      if !expert.fields.contains(center.field) { worth.misses += 1 }
    }
    worth.squares = loads.values.reduce(0) { $0 + $1 * $1 }
    worth.missing = problem.centers.reduce(0) { $0 + max(0, problem.perCenter - (counts[$1.code] ?? 0)) }
    return worth
  }

  private mutating func search(_ index: Int, _ pairs: Set<[String]>) {
    guard index < problem.centers.count else {
      let worth = ExhaustiveSearch.worth(pairs, problem, lot)
      if best.map({ worth < $0.worth }) ?? true { best = (worth, pairs) }
      return
    }
    let center = problem.centers[index]
    let held = problem.standing.filter { $0.center == center.code }.map(\.expert)
    let open = problem.experts.map(\.login).filter { !center.recused.contains($0) && !held.contains($0) }
    for choice in 0..<(1 << open.count) where choice.nonzeroBitCount <= max(0, problem.perCenter - held.count) {
      let chosen = open.indices.filter { choice & (1 << $0) != 0 }.map { [center.code, open[$0]] }
      search(index + 1, pairs.union(chosen))
    }
  }
}
