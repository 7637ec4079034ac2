/// A problem laid out in numbers: centers and experts in order, who may be drawn for what at which cost, and the places that are open.
struct AssignmentBoard {
  /// A pair by numbers.
  struct Pair: Hashable {
    let center: Int
    let expert: Int
  }

  /// What a draw comes to.
  struct Draw {
    /// The pairs that were drawn, by center, then expert.
    var pairs: [Pair] = []
    /// How many places of each kind stayed open, by center; the last is for those that waited for anybody.
    var open: [[Int]]
  }

  let centers: [AssignmentProblem.Center]
  let experts: [AssignmentProblem.Expert]
  /// What stands and stays, of the pool and of others.
  let kept: [AssignmentProblem.Standing]
  /// Who stands for each center, by login.
  let held: [String: Set<String>]
  private let problem: AssignmentProblem
  private let costs: [AssignmentCost]
  private let fields: [Set<NameKey>]
  private let kinds: [Int]
  private let number: [String: Int]

  init(_ problem: AssignmentProblem, kept: [AssignmentProblem.Standing], lot: AssignmentLot) {
    self.problem = problem
    self.kept = kept
    let centers = problem.centers.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    let experts = problem.experts.sorted { $0.login.utf8.lexicographicallyPrecedes($1.login.utf8) }
    let held = Dictionary(grouping: kept, by: \.center).mapValues { Set($0.map(\.expert)) }
    let fields = experts.map { Set($0.fields.map { NameKey($0) }) }
    costs = centers.flatMap { center -> [AssignmentCost] in
      let (field, held) = (NameKey(center.field), held[center.code] ?? [])
      return experts.indices.map { index in
        let login = experts[index].login
        if center.recused.contains(login) || center.notAgain.contains(login) || held.contains(login) { return .unreachable }
        return AssignmentCost(weight: fields[index].contains(field) ? 0 : 1, lot: lot.number(center.code, login))
      }
    }
    self.centers = centers
    self.experts = experts
    self.held = held
    self.fields = fields
    // Where no panel asks for kinds, all are alike, and nothing has to be looked at.
    kinds = experts.map { PanelSlots.index(problem.panel.isEmpty ? nil : $0.kind) }
    number = Dictionary(experts.enumerated().map { ($1.login, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many sheets of standing assignments each expert of the pool has.
  var standingLoads: [Int] {
    var loads = experts.map { _ in 0 }
    for standing in kept { if let index = number[standing.expert] { loads[index] += 1 } }
    return loads
  }

  /// Whether a center's field is among an expert's; somebody outside the pool has none.
  func matches(_ center: AssignmentProblem.Center, _ login: String) -> Bool {
    number[login].map { fields[$0].contains(NameKey(center.field)) } ?? false
  }

  /// The places that are open on a center's panel, some pairs being drawn already.
  private func slots(_ center: Int, _ drawn: [Pair]) -> PanelSlots {
    let standing = (held[centers[center].code] ?? []).map { number[$0].flatMap { experts[$0].kind } }
    return PanelSlots(panel: problem.panel, perCenter: problem.perCenter, held: standing + drawn.map { experts[$0.expert].kind })
  }

  /// The best draw that holds some pairs: as many places as can be filled, then the most even load, then fields, then the lot.
  func draw(holding forced: [Pair] = []) -> Draw {
    var loads = standingLoads
    var costs = costs
    for pair in forced {
      loads[pair.expert] += 1
      costs[pair.center * experts.count + pair.expert] = .unreachable
    }
    let forcedOf = Dictionary(grouping: forced, by: \.center)
    let slots = centers.indices.map { self.slots($0, forcedOf[$0] ?? []) }
    var flow = AssignmentFlow(loads: loads, costs: costs, kinds: kinds, sheets: slots.reduce(0) { $0 + $1.count })
    var draw = Draw(open: [])
    for center in centers.indices {
      var open = slots[center].kinds + [slots[center].rest]
      // Places that wait for a kind come first: whoever is drawn for the rest leaves them alone.
      for kind in open.indices {
        let wanted = kind < PanelSlots.kindCount ? kind : nil
        while open[kind] > 0, flow.addSheet(for: center, kind: wanted) { open[kind] -= 1 }
      }
      draw.open.append(open)
    }
    for center in centers.indices {
      let own = flow.drawn(center) + (forcedOf[center] ?? []).map(\.expert)
      draw.pairs += own.sorted().map { Pair(center: center, expert: $0) }
    }
    return draw
  }

  /// A draw whose sheets let the experts fall apart into as few groups as can be.
  ///
  /// What bridges the groups of a draw is held, and the rest drawn anew around it, so that load and fields stay as good as a few held
  /// pairs allow. Should that come apart elsewhere again and again, the whole of what connects is held.
  func connecting(_ draw: Draw) -> Draw {
    var (draw, held): (Draw, [Pair]) = (draw, [])
    for _ in 0..<8 {
      var forest = forest()
      guard forest.grow(from: draw.pairs) else { return draw }
      held += Set(forest.pairs).subtracting(draw.pairs).sorted { ($0.center, $0.expert) < ($1.center, $1.expert) }
      guard isSeated(held) else { break }
      draw = self.draw(holding: held)
    }
    var forest = forest()
    return forest.grow(from: draw.pairs) ? self.draw(holding: forest.pairs) : draw
  }

  private func forest() -> ConnectingForest {
    let allowed = costs.indices.filter { costs[$0] != .unreachable }.map { Pair(center: $0 / experts.count, expert: $0 % experts.count) }
    let standing = centers.indices.flatMap { center in
      (held[centers[center].code] ?? []).compactMap { number[$0] }.map { Pair(center: center, expert: $0) }
    }
    return ConnectingForest(
      centers: centers.count, kinds: kinds, standing: standing, slots: centers.indices.map { slots($0, []) }, allowed: allowed)
  }

  /// Whether every pair finds a place on its center's panel.
  private func isSeated(_ pairs: [Pair]) -> Bool {
    Dictionary(grouping: pairs, by: \.center).allSatisfy { center, own in
      var counts = [Int](repeating: 0, count: PanelSlots.kindCount)
      for pair in own { counts[kinds[pair.expert]] += 1 }
      return slots(center, []).seat(counts)
    }
  }
}
