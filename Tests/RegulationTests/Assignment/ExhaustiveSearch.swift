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
  /// How many places stay open at least, and into how few groups the experts fall apart then.
  private(set) var fewest = (missing: Int.max, groups: Int.max)

  init(_ problem: AssignmentProblem, lot: AssignmentLot) {
    self.problem = problem
    self.lot = lot
    search(0, [])
  }

  static func worth(_ pairs: Set<[String]>, _ problem: AssignmentProblem, _ lot: AssignmentLot) -> Worth {
    var loads = Dictionary(uniqueKeysWithValues: problem.experts.map { ($0.login, 0) })
    for standing in problem.standing { loads[standing.expert]? += 1 }
    var worth = Worth(missing: 0, squares: 0, misses: 0, lot: 0)
    for pair in pairs {
      loads[pair[1]]? += 1
      worth.lot += lot.number(pair[0], pair[1])
      guard let center = problem.centers.first(where: { $0.code == pair[0] }),
        let expert = problem.experts.first(where: { $0.login == pair[1] })
      else { continue }
      if !expert.fields.contains(center.field) { worth.misses += 1 }
    }
    worth.squares = loads.values.reduce(0) { $0 + $1 * $1 }
    worth.missing = problem.centers.reduce(0) { sum, center in
      sum + PanelPlaces(center.code, problem).count - pairs.count { $0[0] == center.code }
    }
    return worth
  }

  /// Into how many groups the experts of the pool fall apart, by joining sheet after sheet.
  static func groups(_ pairs: Set<[String]>, _ problem: AssignmentProblem) -> Int {
    var groups = problem.experts.map { Set(["expert \($0.login)"]) } + problem.centers.map { Set(["center \($0.code)"]) }
    let standing = problem.standing.map { [$0.center, $0.expert] }
    for pair in pairs.union(standing) {
      let joined = groups.filter { $0.contains("center \(pair[0])") || $0.contains("expert \(pair[1])") }
      groups.removeAll { joined.contains($0) }
      groups.append(joined.reduce(into: Set()) { $0.formUnion($1) })
    }
    return groups.count { $0.contains { $0.hasPrefix("expert") } }
  }

  private mutating func search(_ index: Int, _ pairs: Set<[String]>) {
    guard index < problem.centers.count else {
      let worth = ExhaustiveSearch.worth(pairs, problem, lot)
      if best.map({ worth < $0.worth }) ?? true { best = (worth, pairs) }
      if problem.connectsExperts {
        let now = (missing: worth.missing, groups: ExhaustiveSearch.groups(pairs, problem))
        if now < fewest { fewest = now }
      }
      return
    }
    let center = problem.centers[index]
    let held = problem.standing.filter { $0.center == center.code }.map(\.expert)
    let open = problem.experts.filter {
      !center.recused.contains($0.login) && !center.notAgain.contains($0.login) && !held.contains($0.login)
    }
    let places = PanelPlaces(center.code, problem)
    for choice in 0..<(1 << open.count) {
      let drawn = open.indices.filter { choice & (1 << $0) != 0 }.map { open[$0] }
      if places.seat(drawn.map(\.kind)) { search(index + 1, pairs.union(drawn.map { [center.code, $0.login] })) }
    }
  }
}

/// The open places of a panel, one by one: each waits for a kind, or for anybody.
struct PanelPlaces {
  private let waiting: [ExpertKind: Int]
  let count: Int

  init(_ center: String, _ problem: AssignmentProblem) {
    let held = problem.standing.filter { $0.center == center }.map(\.expert)
    let kinds = held.map { login in problem.experts.first { $0.login == login }?.kind }
    var waiting: [ExpertKind: Int] = [:]
    for (kind, needed) in problem.panel { waiting[kind] = max(0, needed - kinds.count { $0 == kind }) }
    self.waiting = waiting
    count = max(problem.perCenter - held.count, waiting.values.reduce(0, +))
  }

  /// Whether each of some experts finds a place: one of the own kind, else one for anybody.
  func seat(_ kinds: [ExpertKind?]) -> Bool {
    var waiting = waiting
    var rest = count - waiting.values.reduce(0, +)
    for kind in kinds {
      if let kind, waiting[kind, default: 0] > 0 { waiting[kind, default: 0] -= 1 } else { rest -= 1 }
    }
    return rest >= 0
  }
}
