import Regulation
import Testing

/// Every state, every step, every role, under every conductor: what is lawful, written down as a table.
@Suite("Articles 25 to 28: every pair of state and step, by every role")
struct EvaluationRoundTableTests {
  typealias Scene = RoundScene

  /// A state as steps made it, a day and the sheets that there are then, and the steps that are lawful for whoever the regulation names,
  /// those about one center for `A`.
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let count: Int
    let more: [Scene.Entry]
    let today: Day
    let totals: [String: [Int]]
    let stage: RoundState
    let lawful: Set<EvaluationRoundStepKind>
    var testDescription: String { name }
  }

  static let places: [Place] = {
    let (day, text, sheets) = (Scene.day, Scene.text, Scene.sheets)
    func place(
      _ name: String, _ count: Int, _ more: [Scene.Entry] = [], on today: Day, totals: [String: [Int]] = [:], _ stage: RoundState,
      _ lawful: Set<EvaluationRoundStepKind>
    ) -> Place { Place(name: name, count: count, more: more, today: today, totals: totals, stage: stage, lawful: lawful) }
    let short = ["A": [91_00, 92_00], "B": [60_00, 59_99, 59_98], "C": [80_00, 80_00, 80_00]]
    let published: [Scene.Entry] = [
      (.startScoring, .bureau, day(6, 1), [:]), (.settle, .bureau, day(8, 3), short), (.publish(workingDays: 5), .bureau, day(8, 3), short),
    ]
    return [
      place("announced", 0, on: day(4, 1), .announced, [.submit, .enter, .admitLate, .postpone, .startScoring, .cancel]),
      place(
        "on the last day for material", 0, on: day(4, 30), .announced, [.submit, .enter, .admitLate, .postpone, .startScoring, .cancel]),
      place("after the last day for material", 0, on: day(5, 1), .announced, [.enter, .admitLate, .postpone, .startScoring, .cancel]),
      place(
        "after it, admitted late", 0, [(.admitLate("A", .material, reason: text), .bureau, day(5, 1), [:])], on: day(5, 2), .announced,
        [.submit, .enter, .admitLate, .postpone, .startScoring, .cancel]),
      place("with material", 1, on: day(5, 31), .announced, [.admitLate, .returnForCorrection, .report, .startScoring]),
      place(
        "with material after the last day for reports", 1, on: day(6, 1), .announced, [.admitLate, .startScoring]),
      place(
        "with a report admitted late", 1, [(.admitLate("A", .report, reason: text), .bureau, day(6, 1), [:])], on: day(6, 1), .announced,
        [.admitLate, .returnForCorrection, .report, .startScoring]),
      place(
        "with material given back", 1, [(.returnForCorrection("A", reason: text), .department, day(5, 20), [:])], on: day(5, 31),
        .announced, [.submit, .enter, .admitLate, .startScoring]),
      place(
        "with material given back and the last day for reports over", 1,
        [(.returnForCorrection("A", reason: text), .department, day(5, 20), [:])], on: day(6, 1), .announced,
        [.enter, .admitLate, .startScoring]),
      place(
        "with material entered by staff", 0, [(.enter("A"), .bureau, day(5, 20), [:])], on: day(5, 21), .announced,
        [
          .submit, .admitLate, .returnForCorrection, .report, .startScoring,
        ]),
      place("with material reported", 2, on: day(5, 20), .announced, [.startScoring]),
      place(
        "with the center deferred", 0, [(.postpone("A", reason: text), .bureau, day(4, 1), [:])], on: day(4, 2), .announced,
        [.startScoring, .cancel]),
      place(
        "scoring without a sheet", 0, [(.startScoring, .bureau, day(4, 1), [:])], on: day(4, 2), .scoring,
        [.submit, .enter, .admitLate, .postpone, .startScoring, .settle, .cancel]),
      place(
        "scoring with sheets", 0, [(.startScoring, .bureau, day(4, 1), [:])], on: day(4, 2), totals: sheets, .scoring,
        [.submit, .enter, .admitLate, .startScoring, .settle]),
      place("settled", 4, on: day(8, 3), totals: sheets, .settled, [.resume, .publish]),
      place(
        "settled while a center may still hand in", 0,
        [(.startScoring, .bureau, day(4, 1), [:]), (.settle, .bureau, day(4, 30), sheets)], on: day(4, 30), totals: sheets, .settled,
        [.resume]),
      place("on notice", 5, on: day(8, 10), totals: sheets, .published, [.object]),
      place(
        "on notice with an objection", 5, [Scene.objection("A", on: day(8, 4))], on: day(8, 10), totals: sheets, .published,
        [.object, .settleObjection]),
      place("after the notice", 5, on: day(8, 11), totals: sheets, .published, [.object, .close]),
      place(
        "after the notice with an open objection", 5, [Scene.objection("A", on: day(8, 10))], on: day(8, 11), totals: sheets, .published,
        [.object, .settleObjection]),
      place(
        "after the notice with an objection without evidence", 5, [Scene.objection("A", on: day(8, 10), evidence: nil)], on: day(8, 11),
        totals: sheets, .published, [.object, .settleObjection, .close]),
      place(
        "re-opened by an upheld objection", 5, [Scene.objection("A", on: day(8, 4)), Scene.upheld(1, on: day(8, 5))], on: day(8, 11),
        totals: sheets, .published, [.object, .resettle]),
      place(
        "re-opened, with too few sheets left", 5, [Scene.objection("A", on: day(8, 4)), Scene.upheld(1, on: day(8, 5))], on: day(8, 11),
        totals: short, .published, [.object]),
      place(
        "settled anew", 5,
        [Scene.objection("A", on: day(8, 4)), Scene.upheld(1, on: day(8, 5)), (.resettle("A"), .bureau, day(8, 6), sheets)],
        on: day(8, 11), totals: sheets, .published, [.object, .close]),
      place("published with a center pending", 0, published, on: day(8, 11), totals: short, .published, [.object]),
      place("closed", 6, on: day(8, 12), totals: sheets, .closed, []),
      place("cancelled", 0, [(.cancel(reason: text), .bureau, day(4, 1), [:])], on: day(4, 2), .cancelled, []),
    ]
  }()

  /// A step of a kind that lacks nothing on that day.
  static func step(_ kind: EvaluationRoundStepKind, on today: Day) -> EvaluationRoundStep {
    let text = Scene.text
    return switch kind {
    case .submit: .submit("A")
    case .enter: .enter("A")
    case .admitLate: .admitLate("A", .material, reason: text)
    case .returnForCorrection: .returnForCorrection("A", reason: text)
    case .report: .report("A", remark: nil)
    case .postpone: .postpone("A", reason: text)
    case .startScoring: .startScoring
    case .settle: .settle
    case .resume: .resume
    case .publish: .publish(workingDays: 5)
    case .object: .object("A", receivedOn: today, grounds: text, signedBy: nil, evidence: nil)
    case .settleObjection: .settleObjection(1, isUpheld: false, reason: text)
    case .resettle: .resettle("A")
    case .close: .close
    case .cancel: .cancel(reason: text)
    }
  }

  /// Who takes which step, under each conductor; the administrator stands in for the bureau.
  static func roles(_ conductor: RoundTerms.Conductor) -> [Role: Set<EvaluationRoundStepKind>] {
    let department: Set<EvaluationRoundStepKind> = [.returnForCorrection, .report]
    let conducting: Set<EvaluationRoundStepKind> = [.startScoring, .settle]
    let bureau = Set(EvaluationRoundStepKind.allCases).subtracting(department).subtracting([.submit])
    var roles: [Role: Set<EvaluationRoundStepKind>] = [
      .host: [.submit], .department: department, .bureau: bureau, .admin: bureau, .agency: [], .expert: [], .viewer: [],
    ]
    switch conductor {
    case .bureau: break
    case .agency: roles[.agency] = conducting
    case .department: roles[.department] = department.union(conducting)
    }
    return roles
  }

  @Test(
    "From a state each step is lawful or refused with article and words, by each role alike in the menu and in the act",
    arguments: places, Scene.conductors)
  func table(_ place: Place, _ conductor: RoundTerms.Conductor) throws {
    let before = try Scene.round(conductor, after: place.count, place.more)
    #expect(before.stage == place.stage)
    let situation = try Scene.situation(place.today, totals: place.totals)
    let roles = Self.roles(conductor)
    for role in Role.allCases {
      for kind in EvaluationRoundStepKind.allCases {
        let isLawful = place.lawful.contains(kind) && roles[role]?.contains(kind) == true
        let step = Self.step(kind, on: place.today)
        #expect(step.kind == kind && (step.center != nil) == kind.concernsCenter)
        let shown = before.refusal(kind, by: role, of: step.center, situation)
        #expect((shown == nil) == isLawful, "\(kind) by \(role)")
        var after = before
        do throws(Refusal) {
          try after.take(step, by: role, situation)
          #expect(isLawful, "\(kind) by \(role) was taken")
        } catch {
          #expect(!isLawful && error == shown && after == before, "\(kind) by \(role)")
          #expect(["25", "26", "27"].contains(error.article) && !error.phrase.zh.isEmpty && !error.phrase.en.isEmpty)
        }
      }
      let menus = before.menu(for: role, situation) + before.menu(for: role, of: "A", situation)
      #expect(Set(menus.map(\.kind)) == roles[role] && menus.count == roles[role]?.count)
      for entry in menus { #expect((entry.refusal == nil) == place.lawful.contains(entry.kind)) }
    }
  }

  @Test("The table knows every state and every step")
  func whole() {
    #expect(Set(Self.places.map(\.stage)) == Set(RoundState.allCases))
    #expect(Self.places.reduce(into: Set()) { $0.formUnion($1.lawful) } == Set(EvaluationRoundStepKind.allCases))
  }

  @Test("A step about a center names one of the registry", arguments: EvaluationRoundStepKind.allCases.filter(\.concernsCenter))
  func centers(_ kind: EvaluationRoundStepKind) throws {
    let place = try #require(Self.places.first { $0.lawful.contains(kind) })
    let round = try Scene.round(after: place.count, place.more)
    let situation = try Scene.situation(place.today, totals: place.totals)
    let role = try #require(Role.allCases.first { kind.isTaken(by: $0, under: .bureau) })
    #expect(round.refusal(kind, by: role, of: nil, situation)?.phrase.zh == "须指明中心")
    #expect(round.refusal(kind, by: role, of: "X", situation)?.phrase.zh == "没有中心 X")
  }

  @Test(
    "What must carry a reason is refused without one",
    arguments: [
      .admitLate("A", .material, reason: .empty), .returnForCorrection("A", reason: .empty), .postpone("A", reason: .empty),
      .settleObjection(1, isUpheld: false, reason: .empty), .cancel(reason: .empty),
    ] as [EvaluationRoundStep])
  func reasons(_ step: EvaluationRoundStep) throws {
    let place = try #require(Self.places.last { $0.lawful.contains(step.kind) })
    var round = try Scene.round(after: place.count, place.more)
    let before = round
    let role = try #require(Role.allCases.first { step.kind.isTaken(by: $0, under: .bureau) })
    let situation = try Scene.situation(place.today, totals: place.totals)
    let refusal = #expect(throws: Refusal.self) { try round.take(step, by: role, situation) }
    #expect(refusal?.phrase.zh == "须写明理由" && round == before)
  }

  @Test(
    "What a step has to leave on file is asked for, and no day that is still to come",
    arguments: [
      (4, .publish(workingDays: 4)), (4, .publish(workingDays: 61)),
      (5, .object("A", receivedOn: Scene.day(8, 5), grounds: Scene.text, signedBy: nil, evidence: nil)),
      (5, .object("A", receivedOn: Scene.day(8, 4), grounds: .empty, signedBy: nil, evidence: nil)),
      (5, .object("N", receivedOn: Scene.day(8, 4), grounds: Scene.text, signedBy: nil, evidence: nil)),
      (0, .admitLate("A", .scores, reason: Scene.text)), (0, .postpone("N", reason: Scene.text)), (0, .enter("R")),
    ] as [(Int, EvaluationRoundStep)])
  func onFile(_ count: Int, _ step: EvaluationRoundStep) throws {
    var round = try Scene.round(after: count)
    let before = round
    let situation = try Scene.situation(Scene.day(8, 4), totals: Scene.sheets)
    #expect(throws: Refusal.self) { try round.take(step, by: .bureau, situation) }
    #expect(round == before)
  }
}
