import RandomForTests
import Testing

@testable import Regulation

/// What staff may ask of a plan beside the best one: kinds of experts, nobody twice running, sheets that connect all.
@Suite("Assigning experts as staff ask for it")
struct AssignmentOptionTests {
  private func problem(
    centers: ClosedRange<Int>, experts: ClosedRange<Int>, connecting: Bool = false, _ random: inout SeededRandom
  ) -> AssignmentProblem {
    let plain = AssignmentTests.problem(
      centers: Int.random(in: centers, using: &random), experts: Int.random(in: experts, using: &random),
      perCenter: Int.random(in: 1...3, using: &random), fields: 3, recusal: [0, 20, 50].randomElement(using: &random) ?? 0,
      standing: [0, 40].randomElement(using: &random) ?? 0, &random)
    let kinds: [ExpertKind?] = ExpertKind.allCases + [nil]
    var panel: [ExpertKind: Int] = [:]
    for kind in ExpertKind.allCases where Int.random(in: 0..<5, using: &random) < 2 {
      panel[kind] = Int.random(in: 1...2, using: &random)
    }
    return AssignmentProblem(
      centers: plain.centers.map { center in
        let again = Set(plain.experts.map(\.login).filter { _ in Int.random(in: 0..<6, using: &random) == 0 })
        return AssignmentProblem.Center(code: center.code, field: center.field, recused: center.recused, notAgain: again)
      },
      experts: plain.experts.map {
        AssignmentProblem.Expert(login: $0.login, fields: $0.fields, kind: kinds.randomElement(using: &random) ?? nil)
      },
      standing: plain.standing, perCenter: plain.perCenter, panel: panel, connectsExperts: connecting)
  }

  @Test(
    "no plan is better, down to the lot, with kinds on panels and nobody twice running: held against exhaustive search", arguments: 0..<300)
  func exhaustive(_ seed: Int) throws {
    var random = SeededRandom(UInt64(5000 + seed))
    let problem = problem(centers: 1...3, experts: 1...5, &random)
    let lot = AssignmentLot(seed: "\(seed)")
    let plan = AssignmentPlan(problem, lot: lot)
    let best = try #require(ExhaustiveSearch(problem, lot: lot).best)
    let pairs = Set(plan.new.map { [$0.center, $0.expert] })
    #expect(ExhaustiveSearch.worth(pairs, problem, lot) == best.worth)
    #expect(pairs == best.pairs)
    #expect(plan.unfilled.reduce(0) { $0 + $1.missing } == best.worth.missing)
    #expect(plan.disconnection == nil)
  }

  @Test(
    "hundreds of plans hold no conflict, nobody twice running, no more than the places, and all kinds that are not told missing",
    arguments: 0..<100)
  func lawful(_ seed: Int) {
    var random = SeededRandom(UInt64(7000 + seed))
    let problem = problem(centers: 20...30, experts: 8...14, connecting: seed.isMultiple(of: 2), &random)
    let plan = AssignmentPlan(problem, lot: AssignmentLot(seed: "\(seed)"))
    let kinds = Dictionary(uniqueKeysWithValues: problem.experts.map { ($0.login, $0.kind) })
    #expect(Set(plan.lines.map { [$0.center, $0.expert] }).count == plan.lines.count)
    for center in problem.centers {
      let own = plan.lines.filter { $0.center == center.code }
      let new = own.filter(\.isNew).map(\.expert)
      #expect(center.recused.isDisjoint(with: own.map(\.expert)) && center.notAgain.isDisjoint(with: new))
      let shortage = plan.unfilled.first { $0.center == center.code }
      let places = PanelPlaces(center.code, problem)
      #expect(new.count + (shortage?.missing ?? 0) == places.count && places.seat(new.map { kinds[$0] ?? nil }))
      for (kind, needed) in problem.panel {
        let there = own.count { kinds[$0.expert] == kind }
        #expect(there + (shortage?.kinds[kind] ?? 0) >= needed)
        // A place that stays open stays so because nobody of the kind is left.
        if shortage?.kinds[kind] != nil {
          let free = problem.experts.filter { expert in
            expert.kind == kind && !center.recused.contains(expert.login) && !center.notAgain.contains(expert.login)
              && !own.contains { $0.expert == expert.login }
          }
          #expect(free.isEmpty)
        }
      }
    }
    for standing in problem.standing {
      #expect(plan.lines.contains { $0.center == standing.center && $0.expert == standing.expert && !$0.isNew })
    }
  }

  @Test("no plan that fills as many places leaves fewer groups of experts apart: held against exhaustive search", arguments: 0..<300)
  func connected(_ seed: Int) {
    var random = SeededRandom(UInt64(9000 + seed))
    // A fourth center makes sixteen times as many plans: only now and then.
    let problem = problem(centers: 2...(seed.isMultiple(of: 10) ? 4 : 3), experts: 2...4, connecting: true, &random)
    let lot = AssignmentLot(seed: "\(seed)")
    let plan = AssignmentPlan(problem, lot: lot)
    let fewest = ExhaustiveSearch(problem, lot: lot).fewest
    #expect(plan.unfilled.reduce(0) { $0 + $1.missing } == fewest.missing)
    let pairs = Set(plan.new.map { [$0.center, $0.expert] })
    #expect(ExhaustiveSearch.groups(pairs, problem) == fewest.groups)
    #expect((plan.disconnection == nil) == (fewest.groups == 1))
    // Where the best plan connects as it is, asking changes nothing.
    var plain = problem
    plain.connectsExperts = false
    let best = AssignmentPlan(plain, lot: lot)
    if ExhaustiveSearch.groups(Set(best.new.map { [$0.center, $0.expert] }), problem) == 1 { #expect(best.lines == plan.lines) }
  }

  @Test("two houses that only one bridge connects are connected over it, and the load stays as even as that allows")
  func bridge() {
    // Fields draw `a` and `b` to the first centers, `c` and `d` to the last; nothing forbids to mix them.
    let centers = (0..<4).map { AssignmentProblem.Center(code: "C\($0)", field: $0 < 2 ? "激光" : "医药") }
    let experts = ["a", "b", "c", "d"].map { AssignmentProblem.Expert(login: $0, fields: [$0 < "c" ? "激光" : "医药"]) }
    var problem = AssignmentProblem(centers: centers, experts: experts, perCenter: 2)
    let apart = AssignmentPlan(problem, lot: AssignmentLot(seed: "1"))
    #expect(SheetGroups(apart.lines.map { ($0.center, $0.expert) }).groups.count == 2 && apart.disconnection == nil)
    problem.connectsExperts = true
    let plan = AssignmentPlan(problem, lot: AssignmentLot(seed: "1"))
    #expect(SheetGroups(plan.lines.map { ($0.center, $0.expert) }).isConnected && plan.disconnection == nil)
    #expect(plan.load == 2...2 && plan.lines.count == 8 && plan.lines.count(where: \.fieldMatch) == 6)
  }

  @Test("what cannot be connected is told: how many groups, and who is outside")
  func apart() throws {
    let centers = [
      AssignmentProblem.Center(code: "A", field: "", recused: ["c", "d"]), .init(code: "B", field: "", recused: ["a", "b", "d"]),
    ]
    let experts = ["a", "b", "c", "d"].map { AssignmentProblem.Expert(login: $0, fields: []) }
    let plan = AssignmentPlan(
      AssignmentProblem(centers: centers, experts: experts, perCenter: 2, connectsExperts: true), lot: AssignmentLot(seed: "1"))
    let told = try #require(plan.disconnection)
    #expect(told.zh == "评分表把专家分成互不相连的 3 组，不能都互相比较；最大一组以外：c、d")
    #expect(told.en.contains("3 groups") && told.en.contains("c、d"))
    #expect(plan.unfilled.map(\.center) == ["B"] && plan.isShort)
  }

  @Test("a panel that lacks a kind says which, keeps the place open, and says who scored it last time")
  func lacking() throws {
    let center = AssignmentProblem.Center(code: "C", field: "激光", recused: ["f1"], notAgain: ["f2", "t1"])
    let experts = [("t1", ExpertKind.technical), ("t2", .technical), ("t3", .technical), ("f1", .finance), ("f2", .finance)].map {
      AssignmentProblem.Expert(login: $0.0, fields: [], kind: $0.1)
    }
    let plan = AssignmentPlan(
      AssignmentProblem(centers: [center], experts: experts, perCenter: 3, panel: [.finance: 1, .technical: 1]),
      lot: AssignmentLot(seed: "1"))
    #expect(plan.lines.map(\.expert) == ["t2", "t3"])
    let shortage = try #require(plan.unfilled.first)
    #expect(shortage.missing == 1 && shortage.kinds == [.finance: 1])
    #expect(shortage.reason.zh == "专家库共 5 人，其中 1 人须回避、2 人上次评过本中心，已分配 0 人，缺 1 人（财务专家 1 人）")
    #expect(shortage.reason.en.hasSuffix("2 scored it last time; 0 are assigned already, 1 are missing (finance: 1)"))
  }

  @Test("a panel grows where what stands leaves no place for a kind, and what stands counts for its kind")
  func grows() {
    let experts = [("t1", ExpertKind.technical), ("t2", .technical), ("f", .finance)].map {
      AssignmentProblem.Expert(login: $0.0, fields: [], kind: $0.1)
    }
    let standing = ["t1", "t2"].map { AssignmentProblem.Standing(center: "C", expert: $0, hasSheet: true) }
    var problem = AssignmentProblem(
      centers: [.init(code: "C", field: "")], experts: experts, standing: standing, perCenter: 2, panel: [.finance: 1])
    #expect(AssignmentPlan(problem, lot: AssignmentLot(seed: "1")).new.map(\.expert) == ["f"])
    problem.panel = [.technical: 2]
    #expect(AssignmentPlan(problem, lot: AssignmentLot(seed: "1")).new.isEmpty)
  }

  @Test("who scored a center last time keeps what stands, and may score others")
  func again() {
    let centers = [AssignmentProblem.Center(code: "A", field: "", notAgain: ["a"]), .init(code: "B", field: "", notAgain: ["b"])]
    let experts = ["a", "b"].map { AssignmentProblem.Expert(login: $0, fields: []) }
    var problem = AssignmentProblem(centers: centers, experts: experts, perCenter: 1)
    #expect(AssignmentPlan(problem, lot: AssignmentLot(seed: "1")).lines.map { $0.center + $0.expert } == ["Ab", "Ba"])
    problem.standing = [.init(center: "A", expert: "a", hasSheet: false)]
    let plan = AssignmentPlan(problem, lot: AssignmentLot(seed: "1"))
    #expect(plan.fallen.isEmpty && plan.lines.map { $0.center + $0.expert } == ["Aa", "Ba"])
  }
}
