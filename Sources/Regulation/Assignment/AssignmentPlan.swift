import Wording

/// The best plan there is for who scores which center, in this order: as many sheets as can be filled, then the most even load
/// (smallest sum of squares over the pool, standing assignments included), then the most field matches, then the lot.
///
/// ```swift
/// let plan = AssignmentPlan(problem, lot: AssignmentLot(seed: "2026"))
/// plan.isShort        // whether some center lacks experts
/// ```
///
/// The same problem and lot make the same plan, in whatever order the problem lists its centers and experts. To replace a name that
/// fell out, state the rest as standing and draw again with the same lot.
public struct AssignmentPlan: Sendable, Hashable {
  /// One expert for one center.
  public struct Line: Sendable, Hashable {
    /// The center's code.
    public let center: String
    /// The expert's login.
    public let expert: String
    /// Whether the center's field is among the expert's.
    public let fieldMatch: Bool
    /// Whether it was drawn now; else it stood already.
    public let isNew: Bool
  }

  /// A center that cannot be given enough experts.
  public struct Shortage: Sendable, Hashable {
    /// The center's code.
    public let center: String
    /// How many experts are missing.
    public let missing: Int
    /// Why, in words.
    public let reason: Phrase
  }

  /// All assignments that hold under the plan, by center, then expert.
  public let lines: [Line]
  /// Standing assignments that fall: recused since, and without a sheet.
  public let fallen: [AssignmentProblem.Standing]
  /// The fewest and the most sheets of an expert of the pool; both 0 for an empty pool.
  public let load: ClosedRange<Int>
  /// The centers that are short, by code.
  public let unfilled: [Shortage]

  /// Whether some center is short.
  public var isShort: Bool { !unfilled.isEmpty }
  /// What has to be assigned now.
  public var new: [Line] { lines.filter(\.isNew) }

  /// Draws the best plan.
  public init(_ problem: AssignmentProblem, lot: AssignmentLot) {
    let centers = problem.centers.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    let experts = problem.experts.sorted { $0.login.utf8.lexicographicallyPrecedes($1.login.utf8) }
    let recused = Dictionary(centers.map { ($0.code, $0.recused) }, uniquingKeysWith: { $0.union($1) })
    let falls = { (standing: AssignmentProblem.Standing) in
      !standing.hasSheet && recused[standing.center]?.contains(standing.expert) == true
    }
    let kept = problem.standing.filter { !falls($0) }
    let held = Dictionary(grouping: kept, by: \.center).mapValues { Set($0.map(\.expert)) }
    let fields = experts.map { Set($0.fields.map { NameKey($0) }) }
    let number = Dictionary(experts.enumerated().map { ($1.login, $0) }, uniquingKeysWith: { first, _ in first })

    let costs = centers.flatMap { center -> [AssignmentCost] in
      let (field, held) = (NameKey(center.field), held[center.code] ?? [])
      return experts.indices.map { index in
        let login = experts[index].login
        if center.recused.contains(login) || held.contains(login) { return .unreachable }
        return AssignmentCost(weight: fields[index].contains(field) ? 0 : 1, lot: lot.number(center.code, login))
      }
    }
    var loads = experts.map { _ in 0 }
    for standing in kept { if let index = number[standing.expert] { loads[index] += 1 } }
    let wanted = centers.map { max(0, problem.perCenter - (held[$0.code]?.count ?? 0)) }
    var flow = AssignmentFlow(loads: loads, costs: costs, sheets: wanted.reduce(0, +))
    var unfilled: [Shortage] = []
    for (index, center) in centers.enumerated() {
      var missing = wanted[index]
      while missing > 0, flow.addSheet(for: index) { missing -= 1 }
      if missing > 0 {
        unfilled.append(AssignmentPlan.shortage(center, missing, pool: experts, held: held[center.code]?.count ?? 0))
      }
    }

    var lines: [Line] = []
    for (index, center) in centers.enumerated() {
      let field = NameKey(center.field)
      let drawn = flow.drawn(index)
      for expert in drawn { loads[expert] += 1 }
      let matches = { (login: String) in number[login].map { fields[$0].contains(field) } ?? false }
      let own =
        drawn.map { Line(center: center.code, expert: experts[$0].login, fieldMatch: matches(experts[$0].login), isNew: true) }
        + (held[center.code] ?? []).map { Line(center: center.code, expert: $0, fieldMatch: matches($0), isNew: false) }
      lines += own.sorted { $0.expert.utf8.lexicographicallyPrecedes($1.expert.utf8) }
    }
    self.lines = lines
    fallen = problem.standing.filter(falls)
    load = (loads.min() ?? 0)...(loads.max() ?? 0)
    self.unfilled = unfilled
  }

  private static func shortage(
    _ center: AssignmentProblem.Center, _ missing: Int, pool: [AssignmentProblem.Expert], held: Int
  ) -> Shortage {
    let recused = pool.count { center.recused.contains($0.login) }
    return Shortage(
      center: center.code, missing: missing,
      reason: Phrase(
        zh: "专家库共 \(pool.count) 人，其中 \(recused) 人须回避，已分配 \(held) 人，缺 \(missing) 人",
        en: "of \(pool.count) experts in the pool \(recused) are recused; \(held) are assigned already, \(missing) are missing"))
  }
}
