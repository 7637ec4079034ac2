import Regulation
import Testing

/// Every state, every step, every role: what is lawful, written down as a table.
@Suite("Articles 10 to 12: every pair of state and step, by every role")
struct ApplicationTableTests {
  typealias Scene = ApplicationScene

  /// A state as steps made it, a day on which nothing is late there, and the steps that are lawful then for whoever the regulation names.
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let steps: [(step: ApplicationStep, role: Role, day: Day)]
    let today: Day
    let stage: ApplicationStage
    let lawful: Set<ApplicationStepKind>
    var testDescription: String { name }
  }

  private static func objection(_ day: Day, evidence: PlainText? = Scene.text) -> ApplicationStep {
    .object(receivedOn: day, grounds: Scene.text, signedBy: Scene.text, evidence: evidence)
  }

  static let places: [Place] = {
    let (path, day, text) = (Scene.path, Scene.day, Scene.text)
    let decision = PartyGroupDecision(on: day(5, 25), minutes: text)
    func place(
      _ name: String, _ count: Int, _ more: [(step: ApplicationStep, role: Role, day: Day)] = [], on today: Day, _ stage: ApplicationStage,
      _ lawful: Set<ApplicationStepKind>
    ) -> Place { Place(name: name, steps: path.prefix(count) + more, today: today, stage: stage, lawful: lawful) }
    return [
      place("a draft", 0, on: day(3, 20), .draft, [.submit, .admitLate, .withdraw]),
      place("submitted", 1, on: day(4, 1), .submitted, [.admitLate, .returnForCorrection, .decline, .recommend, .withdraw]),
      place(
        "returned by the department", 1, [(.returnForCorrection(reason: text), .department, day(4, 1))], on: day(4, 2), .returned,
        [.submit, .admitLate, .withdraw]),
      place("recommended", 2, on: day(4, 16), .recommended, [.accept, .withdraw]),
      place("in its first check", 3, on: day(4, 20), .checking, [.admitLate, .sendBack, .passCheck, .failCheck, .withdraw]),
      place(
        "sent back by the bureau", 3, [(.sendBack(reason: text), .bureau, day(4, 17))], on: day(4, 20), .sentBack,
        [.correct, .admitLate, .withdraw]),
      place(
        "checked after its correction", 3, [(.sendBack(reason: text), .bureau, day(4, 17)), (.correct, .host, day(4, 20))],
        on: day(4, 21), .checking, [.passCheck, .failCheck, .withdraw]),
      place("submitted and too late to be given back", 1, on: day(4, 16), .submitted, [.admitLate, .decline, .withdraw]),
      place(
        "submitted and admitted late", 1, [(.admitLate(.department, reason: text), .bureau, day(4, 16))], on: day(4, 16), .submitted,
        [.returnForCorrection, .decline, .recommend, .withdraw]),
      place(
        "returned and admitted late", 1,
        [(.returnForCorrection(reason: text), .department, day(4, 1)), (.admitLate(.department, reason: text), .bureau, day(4, 16))],
        on: day(4, 16), .returned, [.submit, .withdraw]),
      place(
        "in its first check and too late to be sent back", 3, on: day(5, 11), .checking, [.admitLate, .passCheck, .failCheck, .withdraw]),
      place(
        "in its first check and admitted late", 3, [(.admitLate(.correction, reason: text), .bureau, day(5, 11))], on: day(5, 11),
        .checking,
        [.sendBack, .passCheck, .failCheck, .withdraw]),
      place("under review", 4, on: day(5, 20), .reviewing, [.visit, .propose, .passOver, .withdraw]),
      place("proposed", 5, on: day(5, 26), .proposed, [.approve, .refuse, .withdraw]),
      place("approved by the party group", 6, on: day(6, 1), .approved, [.publishNotice, .withdraw]),
      place("on notice", 7, on: day(6, 8), .onNotice, [.object, .withdraw]),
      place(
        "on notice with an objection", 7, [(objection(day(6, 3)), .bureau, day(6, 3))], on: day(6, 8), .onNotice,
        [.object, .settleObjection, .withdraw]),
      place("after its notice", 7, on: day(6, 9), .onNotice, [.object, .certify, .withdraw]),
      place(
        "after its notice with an open objection", 7, [(objection(day(6, 8)), .bureau, day(6, 8))], on: day(6, 9), .onNotice,
        [.object, .settleObjection, .withdraw]),
      place(
        "after its notice with an objection that does not count", 7, [(objection(day(6, 8), evidence: nil), .bureau, day(6, 8))],
        on: day(6, 9), .onNotice, [.object, .settleObjection, .certify, .withdraw]),
      place(
        "after its notice with an objection dismissed", 7,
        [(objection(day(6, 8)), .bureau, day(6, 8)), (.settleObjection(1, isUpheld: false, reason: text), .bureau, day(6, 8))],
        on: day(6, 9), .onNotice, [.object, .certify, .withdraw]),
      place("certified", 8, on: day(6, 9), .certified, []),
      place("declined", 1, [(.decline(reason: text), .department, day(4, 1))], on: day(4, 2), .declined, []),
      place("failed in the check", 3, [(.failCheck(reason: text), .bureau, day(4, 20))], on: day(4, 21), .failedCheck, []),
      place("not proposed", 4, [(.passOver(reason: text), .bureau, day(5, 20))], on: day(5, 21), .notProposed, []),
      place("refused by the party group", 5, [(.refuse(decision, reason: text), .bureau, day(5, 26))], on: day(5, 27), .notApproved, []),
      place(
        "objected to with success", 7,
        [(objection(day(6, 3)), .bureau, day(6, 3)), (.settleObjection(1, isUpheld: true, reason: text), .bureau, day(6, 4))],
        on: day(6, 9), .objectionUpheld, []),
      place("withdrawn", 1, [(.withdraw(reason: text), .host, day(4, 1))], on: day(4, 2), .withdrawn, []),
    ]
  }()

  /// A step of a kind that lacks nothing on that day.
  static func step(_ kind: ApplicationStepKind, on today: Day) -> ApplicationStep {
    let text = Scene.text
    return switch kind {
    case .submit: .submit
    case .admitLate: .admitLate(.host, reason: text)
    case .returnForCorrection: .returnForCorrection(reason: text)
    case .decline: .decline(reason: text)
    case .recommend: .recommend(reason: nil)
    case .accept: .accept
    case .sendBack: .sendBack(reason: text)
    case .correct: .correct
    case .passCheck: .passCheck(reason: nil)
    case .failCheck: .failCheck(reason: text)
    case .visit: .visit(SiteVisit(on: today, people: text, findings: text))
    case .propose: .propose
    case .passOver: .passOver(reason: text)
    case .approve: .approve(PartyGroupDecision(on: today, minutes: text))
    case .refuse: .refuse(PartyGroupDecision(on: today, minutes: text), reason: text)
    case .publishNotice: .publishNotice(workingDays: 5)
    case .object: .object(receivedOn: today, grounds: text, signedBy: nil, evidence: nil)
    case .settleObjection: .settleObjection(1, isUpheld: false, reason: text)
    case .certify: .certify(document: text, code: text)
    case .withdraw: .withdraw(reason: text)
    }
  }

  /// Who takes which step; the administrator stands in for the bureau.
  static let roles: [Role: Set<ApplicationStepKind>] = {
    let host: Set<ApplicationStepKind> = [.submit, .correct, .withdraw]
    let department: Set<ApplicationStepKind> = [.returnForCorrection, .decline, .recommend]
    let bureau = Set(ApplicationStepKind.allCases).subtracting(host).subtracting(department)
    return [.host: host, .department: department, .bureau: bureau, .admin: bureau, .expert: [], .agency: [], .viewer: []]
  }()

  private func application(_ place: Place) throws -> Application {
    var application = Application()
    for entry in place.steps { try application.take(entry.step, by: entry.role, try Scene.situation(entry.day)) }
    #expect(application.state.stage == place.stage)
    return application
  }

  @Test(
    "From a state each step is lawful or refused with article and words, by each role alike in the menu and in the act", arguments: places)
  func table(_ place: Place) throws {
    let before = try application(place)
    let situation = try Scene.situation(place.today)
    for role in Role.allCases {
      for kind in ApplicationStepKind.allCases {
        let isLawful = place.lawful.contains(kind) && (Self.roles[role] ?? []).contains(kind)
        let shown = before.refusal(kind, by: role, situation)
        #expect((shown == nil) == isLawful, "\(kind) by \(role)")
        var after = before
        let step = Self.step(kind, on: place.today)
        #expect(step.kind == kind)
        do throws(Refusal) {
          try after.take(step, by: role, situation)
          #expect(isLawful, "\(kind) by \(role) was taken")
        } catch {
          #expect(!isLawful && error == shown && after == before, "\(kind) by \(role)")
          #expect(["10", "11", "12"].contains(error.article) && !error.phrase.zh.isEmpty && !error.phrase.en.isEmpty)
        }
      }
    }
  }

  @Test("The table knows every state and every step")
  func whole() {
    #expect(Set(Self.places.map(\.stage)) == Set(ApplicationStage.allCases))
    #expect(Self.places.reduce(into: Set()) { $0.formUnion($1.lawful) } == Set(ApplicationStepKind.allCases))
  }

  @Test("A menu lists a role’s own steps, greyed with why; whoever has no part has no menu", arguments: Role.allCases)
  func menu(_ role: Role) throws {
    for place in Self.places {
      let menu = try application(place).menu(for: role, try Scene.situation(place.today))
      #expect(Set(menu.map(\.kind)) == Self.roles[role])
      for entry in menu { #expect((entry.refusal == nil) == place.lawful.contains(entry.kind)) }
    }
  }

  @Test("A state waits for whoever has a step other than withdrawing, and an ended one for nobody", arguments: places)
  func waiting(_ place: Place) throws {
    let stage = try application(place).state.stage
    #expect(stage.isOpen == !place.lawful.isEmpty)
    if let role = stage.waitsFor { #expect(place.lawful.contains { $0 != .withdraw && $0.isTaken(by: role) }) }
  }

  @Test(
    "What must carry a reason is refused without one",
    arguments: [
      .admitLate(.host, reason: .empty), .returnForCorrection(reason: .empty), .decline(reason: .empty), .sendBack(reason: .empty),
      .failCheck(reason: .empty), .passOver(reason: .empty),
      .refuse(PartyGroupDecision(on: Scene.day(5, 25), minutes: Scene.text), reason: .empty),
      .settleObjection(1, isUpheld: false, reason: .empty), .withdraw(reason: .empty),
    ] as [ApplicationStep])
  func reasons(_ step: ApplicationStep) throws {
    let place = try #require(Self.places.last { $0.lawful.contains(step.kind) })
    var application = try application(place)
    let refusal = #expect(throws: Refusal.self) { try application.take(step, by: step.kind.role, try Scene.situation(place.today)) }
    #expect(refusal?.phrase.zh == "须写明理由")
  }

  @Test(
    "What a step has to leave on file is asked for: minutes, document, code, people, findings, grounds, and no day that is still to come",
    arguments: [
      (4, .visit(SiteVisit(on: Scene.day(5, 20), people: .empty, findings: Scene.text))),
      (4, .visit(SiteVisit(on: Scene.day(5, 20), people: Scene.text, findings: .empty))),
      (4, .visit(SiteVisit(on: Scene.day(5, 21), people: Scene.text, findings: Scene.text))),
      (5, .approve(PartyGroupDecision(on: Scene.day(5, 20), minutes: .empty))),
      (5, .approve(PartyGroupDecision(on: Scene.day(5, 21), minutes: Scene.text))),
      (5, .refuse(PartyGroupDecision(on: Scene.day(5, 21), minutes: Scene.text), reason: Scene.text)),
      (7, .object(receivedOn: Scene.day(6, 10), grounds: Scene.text, signedBy: nil, evidence: nil)),
      (7, .object(receivedOn: Scene.day(6, 9), grounds: .empty, signedBy: nil, evidence: nil)),
      (7, .certify(document: .empty, code: Scene.text)), (7, .certify(document: Scene.text, code: .empty)),
    ] as [(Int, ApplicationStep)])
  func onFile(_ count: Int, _ step: ApplicationStep) throws {
    let before = try Scene.application(after: count)
    let today = count == 7 ? Scene.day(6, 9) : Scene.day(5, 20)
    var after = before
    #expect(throws: Refusal.self) { try after.take(step, by: .bureau, try Scene.situation(today)) }
    #expect(after == before)
  }
}
