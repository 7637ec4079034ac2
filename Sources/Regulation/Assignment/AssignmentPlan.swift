import Wording

/// The best plan there is for who scores which center, in this order: as many sheets as can be filled, then the most even load
/// (smallest sum of squares over the pool, standing assignments included), then the most field matches, then the lot.
///
/// ```swift
/// let plan = AssignmentPlan(problem, lot: AssignmentLot(seed: "2026"))
/// plan.isShort        // whether some center lacks experts
/// ```
///
/// Where staff ask for it, panels hold kinds of experts, nobody scores a center twice running, and sheets connect all experts. A plan whose
/// sheets connect them already is the best plan; else what connects as many as can be connected is drawn first, and the rest is the best
/// plan beside it.
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
    /// How many of them would have to be of a kind.
    public let kinds: [ExpertKind: Int]
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
  /// Why the experts cannot all be compared: into how many groups the sheets let them fall apart, and who is outside the largest. `nil`
  /// where all are connected, or nobody asked.
  public let disconnection: Phrase?

  /// Whether some center is short.
  public var isShort: Bool { !unfilled.isEmpty }
  /// What has to be assigned now.
  public var new: [Line] { lines.filter(\.isNew) }

  /// Draws the best plan.
  public init(_ problem: AssignmentProblem, lot: AssignmentLot) {
    let recused = Dictionary(problem.centers.map { ($0.code, $0.recused) }, uniquingKeysWith: { $0.union($1) })
    let falls = { (standing: AssignmentProblem.Standing) in
      !standing.hasSheet && recused[standing.center]?.contains(standing.expert) == true
    }
    let board = AssignmentBoard(problem, kept: problem.standing.filter { !falls($0) }, lot: lot)
    var draw = board.draw()
    if problem.connectsExperts, AssignmentPlan.disconnection(AssignmentPlan.lines(draw, board), problem.experts) != nil {
      draw = board.connecting(draw)
    }
    var loads = board.standingLoads
    for pair in draw.pairs { loads[pair.expert] += 1 }
    lines = AssignmentPlan.lines(draw, board)
    fallen = problem.standing.filter(falls)
    load = (loads.min() ?? 0)...(loads.max() ?? 0)
    unfilled = board.centers.indices.compactMap { AssignmentPlan.shortage(board, $0, open: draw.open[$0]) }
    disconnection = problem.connectsExperts ? AssignmentPlan.disconnection(lines, problem.experts) : nil
  }

  private init(_ plan: AssignmentPlan, named name: (String) -> String) {
    lines = plan.lines.map { Line(center: $0.center, expert: name($0.expert), fieldMatch: $0.fieldMatch, isNew: $0.isNew) }
      .sorted { left, right in
        left.center == right.center
          ? left.expert.utf8.lexicographicallyPrecedes(right.expert.utf8) : left.center.utf8.lexicographicallyPrecedes(right.center.utf8)
      }
    fallen = plan.fallen.map { AssignmentProblem.Standing(center: $0.center, expert: name($0.expert), hasSheet: $0.hasSheet) }
    load = plan.load
    unfilled = plan.unfilled
    disconnection = plan.disconnection
  }

  /// The same plan, its experts under other names: a lot is drawn by tickets, and holds for those who bear them.
  public func named(_ name: (String) -> String) -> AssignmentPlan { AssignmentPlan(self, named: name) }

  private static func lines(_ draw: AssignmentBoard.Draw, _ board: AssignmentBoard) -> [Line] {
    let drawn = Dictionary(grouping: draw.pairs, by: \.center)
    return board.centers.enumerated().flatMap { number, center -> [Line] in
      let new = (drawn[number] ?? []).map { (login: board.experts[$0.expert].login, isNew: true) }
      let old = (board.held[center.code] ?? []).map { (login: $0, isNew: false) }
      return (new + old).sorted { $0.login.utf8.lexicographicallyPrecedes($1.login.utf8) }.map {
        Line(center: center.code, expert: $0.login, fieldMatch: board.matches(center, $0.login), isNew: $0.isNew)
      }
    }
  }

  private static func shortage(_ board: AssignmentBoard, _ number: Int, open: [Int]) -> Shortage? {
    let missing = open.reduce(0, +)
    if missing == 0 { return nil }
    let center = board.centers[number]
    let pool = board.experts
    let recused = pool.count { center.recused.contains($0.login) }
    let again = pool.count { center.notAgain.contains($0.login) && !center.recused.contains($0.login) }
    let held = board.held[center.code]?.count ?? 0
    var kinds: [ExpertKind: Int] = [:]
    for kind in ExpertKind.allCases where open[PanelSlots.index(kind)] > 0 { kinds[kind] = open[PanelSlots.index(kind)] }
    let named = ExpertKind.allCases.compactMap { kind in kinds[kind].map { (kind.phrase, $0) } }
    let lastTime = Phrase(zh: again > 0 ? "、\(again) 人上次评过本中心" : "", en: again > 0 ? ", \(again) scored it last time" : "")
    let ofKind = Phrase(
      zh: named.isEmpty ? "" : "（" + named.map { "\($0.zh)专家 \($1) 人" }.joined(separator: "、") + "）",
      en: named.isEmpty ? "" : " (" + named.map { "\($0.en): \($1)" }.joined(separator: ", ") + ")")
    return Shortage(
      center: center.code, missing: missing, kinds: kinds,
      reason: Phrase(
        zh: "专家库共 \(pool.count) 人，其中 \(recused) 人须回避\(lastTime.zh)，已分配 \(held) 人，缺 \(missing) 人\(ofKind.zh)",
        en:
          "of \(pool.count) experts in the pool \(recused) are recused\(lastTime.en); \(held) are assigned already, \(missing) are missing\(ofKind.en)"
      ))
  }

  /// Why experts of the pool cannot all be compared; one without a sheet cannot be with anybody.
  private static func disconnection(_ lines: [Line], _ pool: [AssignmentProblem.Expert]) -> Phrase? {
    let logins = Set(pool.map(\.login))
    let connected = SheetGroups(lines.map { ($0.center, $0.expert) }).groups.filter { !logins.isDisjoint(with: $0.logins) }
    let idle = logins.subtracting(connected.reduce(into: Set()) { $0.formUnion($1.logins) })
    let groups = connected.count + idle.count
    if groups <= 1 { return nil }
    let outside = Array(logins.subtracting(connected.first?.logins ?? [])).inOrder.joined(separator: "、")
    return Phrase(
      zh: "评分表把专家分成互不相连的 \(groups) 组，不能都互相比较；最大一组以外：\(outside)",
      en: "no sheet connects \(groups) groups of experts, so not all can be compared; outside the largest: \(outside)")
  }
}
