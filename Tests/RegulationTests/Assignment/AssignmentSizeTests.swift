import RandomForTests
import Testing

@testable import Regulation

@Suite("A whole city's plan: 500 centers, 60 experts, five sheets each")
struct AssignmentSizeTests {
  /// What staff may ask for beside enough sheets.
  enum Wish: CaseIterable { case nothing, panel, connected }

  private func problem(_ wish: Wish) -> AssignmentProblem {
    var random = SeededRandom(2026)
    var problem = AssignmentTests.problem(centers: 500, experts: 60, perCenter: 5, fields: 5, recusal: 10, standing: 20, &random)
    if wish == .panel {
      problem.panel = [.finance: 1]
      problem.experts = problem.experts.enumerated().map { place, expert in
        AssignmentProblem.Expert(login: expert.login, fields: expert.fields, kind: place % 4 == 0 ? .finance : .technical)
      }
    }
    problem.connectsExperts = wish == .connected
    return problem
  }

  @Test("is lawful, lacks nobody, keeps what stands, and loads everybody alike", arguments: Wish.allCases)
  func whole(_ wish: Wish) {
    let problem = problem(wish)
    let plan = AssignmentPlan(problem, lot: AssignmentLot(seed: "2026"))
    #expect(!plan.isShort && plan.disconnection == nil && plan.fallen.isEmpty)
    #expect(plan.lines.count == 2_500 && Set(plan.lines.map { [$0.center, $0.expert] }).count == 2_500)
    let lines = Dictionary(grouping: plan.lines, by: \.center)
    let kinds = Dictionary(uniqueKeysWithValues: problem.experts.map { ($0.login, $0.kind) })
    for center in problem.centers {
      let own = (lines[center.code] ?? []).map(\.expert)
      #expect(own.count == 5 && center.recused.isDisjoint(with: own))
      if wish == .panel { #expect(own.contains { kinds[$0] == .finance }) }
    }
    for standing in problem.standing {
      #expect(lines[standing.center]?.contains { $0.expert == standing.expert && !$0.isNew } == true)
    }
    // 2,500 sheets over 60 experts: 41 or 42 each, for nothing stands in the way of it here.
    #expect(plan.load == 41...42)
  }
}
