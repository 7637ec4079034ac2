import Foundation
import RandomForTests
import Regulation
import Testing

/// Whatever is tried in whatever order by whomever, a round never comes into a state that the regulation does not know.
@Suite("Articles 25 to 28: random walks")
struct EvaluationRoundWalkTests {
  typealias Scene = RoundScene

  /// What was taken, and in which situation: kept by the test, apart from the round.
  struct Taken {
    let step: EvaluationRoundStep
    let situation: EvaluationRound.Situation
  }

  /// What the walk goes on from.
  struct Walk {
    var round: EvaluationRound
    var today: Day
    var sheets: [String: [SubmittedSheet]] = [:]
    let nothing: EvaluationRound.Situation
    var drafts: Set<String> = []
    var taken: [Taken] = []
  }

  @Test("After each of 10,000 steps every invariant holds", arguments: [1, 2, 3] as [UInt64])
  func walk(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    var walk = try fresh(&random)
    var seen: Set<RoundState> = []
    var used: Set<EvaluationRoundStepKind> = []
    for number in 0..<10_000 {
      walk.today = walk.today.adding(days: Int.random(in: 0...2, using: &random) / 2 * Int.random(in: 1...8, using: &random))
      let isStuck = walk.today > Scene.day(9, 30)
      if isStuck || (!walk.round.stage.isOpen && Int.random(in: 0..<4, using: &random) == 0) { walk = try fresh(&random) }
      try write(&walk, &random)
      let situation = situation(walk, &random)
      // Mostly whoever has a part: else hardly a walk would get far.
      let role =
        [.bureau, .bureau, .host, .department, Role.allCases.randomElement(using: &random) ?? .viewer].randomElement(using: &random)
        ?? .host
      let code = ["A", "B", "C", "N", "R", "Z", "X"].randomElement(using: &random) ?? "A"
      let kind = kind(for: role, code, walk.round, situation, &random)
      let step = step(kind, code, walk.today, &random)
      let shown = walk.round.refusal(kind, by: role, of: step.center, situation)
      let before = walk.round
      do throws(Refusal) {
        try walk.round.take(step, by: role, situation)
        #expect(shown == nil && before.stage.isOpen && kind.isTaken(by: role, under: before.terms.conductor))
        walk.taken.append(Taken(step: step, situation: situation))
        used.insert(kind)
      } catch {
        #expect(walk.round == before && (shown == nil || shown == error))
        #expect(error.article != nil && !error.phrase.zh.isEmpty && !error.phrase.en.isEmpty)
      }
      seen.insert(walk.round.stage)
      try check(walk, before, situation)
      if number.isMultiple(of: 50) {
        #expect(try JSONDecoder().decode(EvaluationRound.self, from: JSONEncoder().encode(walk.round)) == walk.round)
      }
    }
    #expect(seen == Set(RoundState.allCases))
    #expect(used == Set(EvaluationRoundStepKind.allCases))
  }

  // MARK: What must hold

  private func check(_ walk: Walk, _ before: EvaluationRound, _ situation: EvaluationRound.Situation) throws {
    let round = walk.round
    // A file changes with its own steps only.
    if let code = walk.taken.last?.step.center, let file = round.centers[code] { checkFile(code, file, walk) }
    for code in ["N", "R"] {
      #expect(round.centers[code]?.material.submission == nil, "whoever is exempt hands nothing in")
    }
    switch round.state {
    case .announced, .scoring:
      #expect(round.state.settlement == nil && round.state.notice == nil && round.state.objections.isEmpty)
    case .settled(let settlement): checkRoll(settlement, isPublic: false, walk)
    case .published(let settlement, let notice, let objections), .closed(let settlement, let notice, let objections, _):
      checkRoll(settlement, isPublic: true, walk)
      #expect(notice.workingDays >= 5 && notice.last > notice.issuedOn)
      #expect(objections.map(\.objection.number) == Array(1...(objections.count + 1)).dropLast())
      for (code, number) in settlement.reopened { #expect(isUpheld(number, code, objections)) }
      for (code, figure) in settlement.figures {
        #expect(figure.replaced.allSatisfy { isUpheld($0.objection, code, objections) })
        // A figure is what its sheets came to on the day on which it was fixed, and nothing moves it later.
        let fixed = try #require(walk.taken.last { $0.step == .settle || $0.step == .resettle(code) })
        let again = CenterScore(fixed.situation.centers[code]?.sheets ?? [], method: .mean, minimum: 3)
        #expect(figure.score == (again?.score ?? before.state.settlement?.figures[code]?.score))
      }
      if case .closed(_, _, _, let day) = round.state {
        #expect(day > notice.last && settlement.pending.isEmpty && settlement.reopened.isEmpty)
        #expect(!objections.contains { $0.objection.holdsUp(under: notice) })
      }
    case .cancelled(let reason):
      #expect(!reason.isEmpty && !round.centers.values.contains { $0.material.submission != nil })
      #expect(walk.taken.last?.situation.centers.values.allSatisfy { $0.sheets.isEmpty } == true)
    }
    // Sheets change only while somebody may write them: the walk asks, so after settlement only a re-opened center may be written, and on notice
    // one without a figure.
    if let settlement = round.state.settlement {
      for code in ["A", "B", "C", "Z"]
      where settlement.reopened[code] == nil && !(round.stage == .published && settlement.pending.contains(code)) {
        #expect(round.refusalToWriteSheets(of: code, situation) != nil)
      }
    }
  }

  private func isUpheld(_ number: Int, _ code: String, _ objections: [RoundObjection]) -> Bool {
    objections.contains { $0.center == code && $0.objection.number == number && $0.objection.settlement?.isUpheld == true }
  }

  /// Everybody of the registry is in one place and one only, and nobody is absent who took part or might still have.
  private func checkRoll(_ settlement: RoundSettlement, isPublic: Bool, _ walk: Walk) {
    let places = Array(settlement.figures.keys) + settlement.pending + settlement.absent + Array(settlement.exempt.keys)
    #expect(places.sorted() == ["A", "B", "C", "N", "R", "Z"])
    #expect(settlement.ranking.map(\.figure.score) == settlement.figures.values.map(\.score).sorted(by: >))
    for code in settlement.absent {
      #expect(walk.round.centers[code]?.material.submission == nil)
      let settled = walk.taken.last { $0.step.kind == .settle }
      #expect(settled?.situation.centers[code]?.sheets.isEmpty == true && settled?.situation.centers[code]?.hasDraft == false)
      if isPublic { #expect(walk.today > Scene.day(4, 30)) }
    }
    for (code, exemption) in settlement.exempt {
      let known: [String: Due.Exemption] = ["N": .notYetTwoYears, "R": .revoked]
      #expect(exemption == known[code] ?? .deferred)
      if exemption == .deferred { #expect(walk.round.centers[code]?.deferral?.isEmpty == false) }
    }
  }

  /// What the file of a center says follows from the steps that were taken.
  private func checkFile(_ code: String, _ file: CenterInRound, _ walk: Walk) {
    let own = walk.taken.filter { $0.step.center == code }
    let first = own.first { $0.step.kind == .submit || $0.step.kind == .enter }
    #expect(file.material.submission?.on == first?.situation.today)
    // It is the host's from the day on which the host hands it in itself.
    #expect(file.material.submission.map { !$0.isByStaff } == first.map { _ in own.contains { $0.step.kind == .submit } })
    var admitted: Set<RoundOpening.Deadline> = []
    for entry in own {
      switch entry.step {
      case .admitLate(_, let deadline, let reason):
        #expect(!reason.isEmpty)
        admitted.insert(deadline)
      case .submit where entry.situation.today == first?.situation.today:
        #expect(entry.situation.today <= Scene.day(4, 30) || admitted.contains(.material) || entry.situation.today <= Scene.day(5, 31))
      case .report(_, let remark):
        #expect(entry.situation.today <= Scene.day(5, 31) || admitted.contains(.report))
        let form = entry.situation.centers[code]?.form
        #expect(form?.unchecked == 0 && (form?.wrong == 0 || remark?.isEmpty == false))
      default: break
      }
    }
    #expect(file.admitted == admitted)
    if case .reported(_, let day, _) = file.material { #expect(own.last { $0.step.kind == .report }?.situation.today == day) }
    #expect((file.deferral != nil) == own.contains { $0.step.kind == .postpone })
    if file.deferral != nil { #expect(file.material.submission == nil) }
  }

  // MARK: What is tried

  private func fresh(_ random: inout SeededRandom) throws -> Walk {
    let conductor = Scene.conductors.randomElement(using: &random) ?? .bureau
    let today = Scene.day(4, 1).adding(days: Int.random(in: 0...40, using: &random))
    return Walk(round: try Scene.round(conductor), today: today, nothing: try Scene.situation(today))
  }

  /// Experts write, hand in and take back, wherever the round lets them.
  private func write(_ walk: inout Walk, _ random: inout SeededRandom) throws {
    let code = ["A", "B", "C", "Z"].randomElement(using: &random) ?? "A"
    guard walk.round.stage != .announced, Int.random(in: 0..<3, using: &random) > 0 else { return }
    guard walk.round.refusalToWriteSheets(of: code, walk.nothing) == nil else { return }
    func sheet() throws -> SubmittedSheet {
      try Fixture.sheet("e\(Int.random(in: 0..<1_000_000, using: &random))", total: Int.random(in: 50_00...95_00, using: &random))
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: walk.drafts.insert(code)
    case 1: if walk.sheets[code]?.isEmpty == false { walk.sheets[code]?.removeLast() }
    case 2: walk.sheets[code] = [try sheet(), try sheet(), try sheet()]
    default: if walk.sheets[code, default: []].count < 5 { walk.sheets[code, default: []].append(try sheet()) }
    }
  }

  private func situation(_ walk: Walk, _ random: inout SeededRandom) -> EvaluationRound.Situation {
    let form: EvaluationRound.Form =
      switch Int.random(in: 0..<8, using: &random) {
      case 0: .init(open: 1)
      case 1: .init(isDeclared: false, unchecked: 1)
      case 2: .init(wrong: 2)
      default: .init()
      }
    var situation = walk.nothing
    situation.today = walk.today
    for code in situation.centers.keys {
      situation.centers[code]?.sheets = walk.sheets[code] ?? []
      situation.centers[code]?.hasDraft = walk.drafts.contains(code)
      situation.centers[code]?.form = form
    }
    return situation
  }

  /// Three quarters of what is tried is in the role's menu, the rest is anything.
  private func kind(
    for role: Role, _ code: String, _ round: EvaluationRound, _ situation: EvaluationRound.Situation, _ random: inout SeededRandom
  ) -> EvaluationRoundStepKind {
    let menu = round.menu(for: role, situation) + round.menu(for: role, of: code, situation)
    let lawful = menu.filter { $0.refusal == nil && ($0.kind != .cancel || Int.random(in: 0..<9, using: &random) == 0) }.map(\.kind)
    let kinds = Int.random(in: 0..<4, using: &random) > 0 && !lawful.isEmpty ? lawful : EvaluationRoundStepKind.allCases
    return kinds.randomElement(using: &random) ?? .submit
  }

  private func step(
    _ kind: EvaluationRoundStepKind, _ code: String, _ today: Day, _ random: inout SeededRandom
  ) -> EvaluationRoundStep {
    func text() -> PlainText { Int.random(in: 0..<8, using: &random) == 0 ? .empty : Scene.text }
    func day() -> Day { today.adding(days: Int.random(in: -4...1, using: &random)) }
    let deadline = RoundOpening.Deadline.allCases.randomElement(using: &random) ?? .material
    return switch kind {
    case .submit: .submit(code)
    case .enter: .enter(code)
    case .admitLate: .admitLate(code, deadline, reason: text())
    case .returnForCorrection: .returnForCorrection(code, reason: text())
    case .report: .report(code, remark: Bool.random(using: &random) ? text() : nil)
    case .postpone: .postpone(code, reason: text())
    case .startScoring: .startScoring
    case .settle: .settle
    case .resume: .resume
    case .publish: .publish(workingDays: Int.random(in: 4...8, using: &random))
    case .object:
      .object(code, receivedOn: day(), grounds: text(), signedBy: Bool.random(using: &random) ? text() : nil, evidence: text())
    case .settleObjection: .settleObjection(Int.random(in: 0...3, using: &random), isUpheld: Bool.random(using: &random), reason: text())
    case .resettle: .resettle(code)
    case .close: .close
    case .cancel: .cancel(reason: text())
    }
  }
}
