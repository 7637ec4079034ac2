import RandomForTests
import Testing

@testable import Regulation

@Suite("Assigning experts")
struct AssignmentTests {
  static func problem(
    centers: Int, experts: Int, perCenter: Int, fields: Int, recusal: Int, standing: Int, _ random: inout SeededRandom
  ) -> AssignmentProblem {
    let names: [PlainText] = ["新材料", "激光", "管道", "医药", "食品"]
    let logins = (0..<experts).map { "e\($0)" }
    var pairs: Set<[String]> = []
    let all = (0..<centers).map { number in
      AssignmentProblem.Center(
        code: "C\(number)", field: names[Int.random(in: 0..<fields, using: &random)],
        recused: Set(logins.filter { _ in Int.random(in: 0..<100, using: &random) < recusal }))
    }
    for center in all where standing > 0 {
      let open = logins.filter { !center.recused.contains($0) }
      if Int.random(in: 0..<100, using: &random) < standing, let login = open.randomElement(using: &random) {
        pairs.insert([center.code, login])
      }
    }
    return AssignmentProblem(
      centers: all,
      experts: logins.map { login in
        AssignmentProblem.Expert(login: login, fields: names.prefix(fields).filter { _ in Bool.random(using: &random) })
      },
      standing: pairs.map { AssignmentProblem.Standing(center: $0[0], expert: $0[1], hasSheet: false) }, perCenter: perCenter)
  }

  @Test("no plan is better, down to the lot: held against exhaustive search", arguments: 0..<200)
  func exhaustive(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let problem = Self.problem(
      centers: Int.random(in: 1...4, using: &random), experts: Int.random(in: 1...4, using: &random),
      perCenter: Int.random(in: 1...3, using: &random),
      fields: 3, recusal: [0, 20, 60].randomElement(using: &random) ?? 0, standing: [0, 40].randomElement(using: &random) ?? 0, &random)
    let lot = AssignmentLot(seed: "\(seed)")
    let plan = AssignmentPlan(problem, lot: lot)
    let best = try #require(ExhaustiveSearch(problem, lot: lot).best)
    let pairs = Set(plan.new.map { [$0.center, $0.expert] })
    #expect(ExhaustiveSearch.worth(pairs, problem, lot) == best.worth)
    #expect(pairs == best.pairs)
    #expect(plan.unfilled.reduce(0) { $0 + $1.missing } == best.worth.missing)
  }

  @Test("hundreds of plans hold no recused expert, nobody twice, and never more than asked for", arguments: 0..<100)
  func lawful(_ seed: Int) {
    var random = SeededRandom(UInt64(1000 + seed))
    let problem = Self.problem(centers: 30, experts: 9, perCenter: 3, fields: 5, recusal: 40, standing: 50, &random)
    let plan = AssignmentPlan(problem, lot: AssignmentLot(seed: "\(seed)"))
    #expect(Set(plan.lines.map { [$0.center, $0.expert] }).count == plan.lines.count)
    for center in problem.centers {
      let own = plan.lines.filter { $0.center == center.code }
      #expect(center.recused.isDisjoint(with: own.map(\.expert)))
      let missing = plan.unfilled.first { $0.center == center.code }?.missing ?? 0
      #expect(own.count + missing == 3)
      if missing > 0 { #expect(own.count == problem.experts.count { !center.recused.contains($0.login) }) }
    }
    for standing in problem.standing {
      #expect(plan.lines.contains { $0.center == standing.center && $0.expert == standing.expert && !$0.isNew })
    }
  }

  @Test("the same problem and seed make the same plan, in whatever order things are listed; another seed makes another")
  func repeatable() {
    var random = SeededRandom(7)
    var problem = Self.problem(centers: 20, experts: 8, perCenter: 3, fields: 2, recusal: 10, standing: 0, &random)
    let plan = AssignmentPlan(problem, lot: AssignmentLot(seed: "沧州"))
    problem.centers.shuffle(using: &random)
    problem.experts.shuffle(using: &random)
    #expect(AssignmentPlan(problem, lot: AssignmentLot(seed: "沧州")) == plan)
    #expect(AssignmentPlan(problem, lot: AssignmentLot(seed: "沧州1")) != plan)
  }

  @Test("the lot is the documented one, so that anybody can repeat it")
  func lot() {
    // Computed apart from this program.
    #expect(AssignmentLot(seed: "2026").number("CZ-001", "expert1") == 742_612_984_832)
    #expect(AssignmentLot(seed: "沧州").number("CZ-001", "expert1") == 173_963_164_582)
    #expect(AssignmentLot(seed: "2026").number("CZ-001expert1", "") == 490_061_223_369)
  }

  @Test("the load is even over the pool, standing assignments included")
  func even() {
    let centers = (0..<6).map { AssignmentProblem.Center(code: "C\($0)", field: "激光") }
    let experts = [AssignmentProblem.Expert(login: "a", fields: ["激光"]), .init(login: "b", fields: []), .init(login: "c", fields: [])]
    let standing = [AssignmentProblem.Standing(center: "X", expert: "a", hasSheet: true), .init(center: "Y", expert: "a", hasSheet: true)]
    let plan = AssignmentPlan(
      AssignmentProblem(centers: centers, experts: experts, standing: standing, perCenter: 1), lot: AssignmentLot(seed: "1"))
    #expect(plan.load == 2...3)
    #expect(plan.new.count == 6)
    #expect(plan.new.count { $0.expert == "a" } == 1)
    #expect(plan.new.count(where: \.fieldMatch) == 1)
  }

  @Test("a standing assignment that has become recused falls unless there is a sheet")
  func falls() {
    let center = AssignmentProblem.Center(code: "C", field: "激光", recused: ["a", "b"])
    let experts = ["a", "b", "c", "d"].map { AssignmentProblem.Expert(login: $0, fields: []) }
    let standing = [AssignmentProblem.Standing(center: "C", expert: "a", hasSheet: false), .init(center: "C", expert: "b", hasSheet: true)]
    let plan = AssignmentPlan(
      AssignmentProblem(centers: [center], experts: experts, standing: standing, perCenter: 2), lot: AssignmentLot(seed: "1"))
    #expect(plan.fallen.map(\.expert) == ["a"])
    #expect(plan.lines.map(\.expert).contains("b"))
    #expect(plan.new.count == 1)
    #expect(!plan.isShort)
  }

  @Test("a center that lacks experts says how many and why; the others are filled")
  func short() throws {
    let centers = [AssignmentProblem.Center(code: "A", field: "", recused: ["a", "b"]), .init(code: "B", field: "")]
    let experts = ["a", "b", "c"].map { AssignmentProblem.Expert(login: $0, fields: []) }
    let plan = AssignmentPlan(AssignmentProblem(centers: centers, experts: experts, perCenter: 3), lot: AssignmentLot(seed: "1"))
    let shortage = try #require(plan.unfilled.first)
    #expect(plan.unfilled.count == 1)
    #expect(shortage.center == "A" && shortage.missing == 2)
    #expect(shortage.reason.en.contains("2 are recused"))
    #expect(plan.new.count == 4)
    #expect(AssignmentPlan(AssignmentProblem(centers: [], experts: [], perCenter: 3), lot: AssignmentLot(seed: "1")).load == 0...0)
  }

  @Test("with all else equal everybody is drawn about as often")
  func fairness() {
    let centers = (0..<5).map { AssignmentProblem.Center(code: "C\($0)", field: "") }
    let experts = (0..<10).map { AssignmentProblem.Expert(login: "e\($0)", fields: []) }
    var drawn: [String: Int] = [:]
    for seed in 0..<400 {
      let plan = AssignmentPlan(AssignmentProblem(centers: centers, experts: experts, perCenter: 1), lot: AssignmentLot(seed: "\(seed)"))
      for line in plan.new { drawn[line.expert, default: 0] += 1 }
    }
    // 200 each are expected, with a standard deviation of 10.
    for expert in experts { #expect((150...250).contains(drawn[expert.login] ?? 0)) }
  }
}
