import Regulation
import Testing

/// What the tests of applications share: a call, and an application driven to a state by lawful steps.
enum ApplicationScene {
  static func day(_ month: Int, _ day: Int) -> Day { Day(2026, month, day) ?? Day(number: 0) }
  static let text = PlainText(literal: "理由充分")

  static func call(experts: Int = 3) throws -> Call {
    try Call(
      year: 2026, opensOn: day(3, 1), lastDays: Call.LastDays(host: day(3, 31), department: day(4, 15), correction: day(5, 10)),
      minimumExperts: experts)
  }

  static func situation(
    _ today: Day, failed: [String] = [], unknown: [String] = [], opinions: Int = 3, taken: Set<PlainText> = []
  ) throws -> Application.Situation {
    Application.Situation(
      call: try call(), today: today, failed: failed, unknown: unknown, opinions: opinions, calendar: try WorkingDays.standard.get(),
      takenCodes: taken)
  }

  /// The steps of an application to which nobody objects, each on a day on which it is lawful.
  static let path: [(step: ApplicationStep, role: Role, day: Day)] = [
    (.submit, .host, day(3, 20)),
    (.recommend(reason: nil), .department, day(4, 1)),
    (.accept, .bureau, day(4, 16)),
    (.passCheck(reason: nil), .bureau, day(4, 20)),
    (.propose, .bureau, day(5, 20)),
    (.approve(PartyGroupDecision(on: day(5, 25), minutes: PlainText(literal: "〔2026〕5号"))), .bureau, day(5, 26)),
    // From Monday 1 June on five working days: the last is Monday 8 June.
    (.publishNotice(workingDays: 5), .bureau, day(6, 1)),
    (.certify(document: PlainText(literal: "沧科字〔2026〕9号"), code: PlainText(literal: "YS2026-0001")), .bureau, day(6, 9)),
  ]

  /// An application after so many steps of the path.
  static func application(after count: Int) throws -> Application {
    var application = Application()
    for entry in path.prefix(count) { try application.take(entry.step, by: entry.role, try situation(entry.day)) }
    return application
  }
}

@Suite("An application (articles 10 to 12)")
struct ApplicationTests {
  typealias Scene = ApplicationScene

  private func refusal(_ application: Application, _ step: ApplicationStep, by role: Role, _ situation: Application.Situation) -> Refusal? {
    var application = application
    let before = application
    do throws(Refusal) {
      try application.take(step, by: role, situation)
      return nil
    } catch {
      #expect(application == before, "a refused step changes nothing")
      return error
    }
  }

  @Test("From the draft to the registry, each step by whoever the regulation names")
  func path() throws {
    let stages = try (0...Scene.path.count).map { try Scene.application(after: $0).state.stage }
    #expect(
      stages == [.draft, .submitted, .recommended, .checking, .reviewing, .proposed, .approved, .onNotice, .certified])
    guard case .certified(let certification) = try Scene.application(after: 8).state else {
      Issue.record("no center was made")
      return
    }
    #expect(certification.on == Scene.day(6, 9) && certification.code.string == "YS2026-0001")
  }

  @Test("Article 10: the last day for hosts is in time, the next day is late and says the date", arguments: [(31, false), (32, true)])
  func hostLate(day: Int, isLate: Bool) throws {
    let today = Scene.day(3, 1).adding(days: day - 1)
    let refusal = refusal(Application(), .submit, by: .host, try Scene.situation(today))
    #expect((refusal != nil) == isLate)
    #expect(refusal.map { $0.phrase.zh.contains("2026-03-31") && $0.article == "10" } ?? true)
  }

  @Test("Article 10: before the call opens nothing is taken, late or not")
  func early() throws {
    let day = Scene.day(2, 28)
    #expect(refusal(Application(), .submit, by: .host, try Scene.situation(day))?.phrase.zh.contains("2026-03-01") == true)
    var admitted = Application()
    try admitted.take(.admitLate(.host, reason: Scene.text), by: .bureau, try Scene.situation(day))
    #expect(refusal(admitted, .submit, by: .host, try Scene.situation(day)) != nil)
  }

  @Test("The bureau admits what is late, with a reason, and only that last day")
  func admitted() throws {
    var application = Application()
    let late = try Scene.situation(Scene.day(4, 2))
    #expect(refusal(application, .admitLate(.host, reason: .empty), by: .bureau, late)?.phrase.zh == "须写明理由")
    try application.take(.admitLate(.host, reason: Scene.text), by: .bureau, late)
    try application.take(.submit, by: .host, late)
    let later = try Scene.situation(Scene.day(4, 16))
    #expect(refusal(application, .recommend(reason: nil), by: .department, later)?.phrase.zh.contains("2026-04-15") == true)
  }

  @Test("Article 10: without the documents and the declaration nothing is handed in; over conditions of article 9 it is, at one's own risk")
  func documents() throws {
    let day = Scene.day(3, 20)
    #expect(refusal(Application(), .submit, by: .host, try Scene.situation(day, failed: ["10"]))?.article == "10")
    #expect(refusal(Application(), .submit, by: .host, try Scene.situation(day, unknown: ["10"]))?.article == "10")
    #expect(refusal(Application(), .submit, by: .host, try Scene.situation(day, failed: ["9.2"])) == nil)
  }

  @Test("A department cannot recommend over a failure, and over what is unknown only with a reason")
  func recommending() throws {
    let application = try Scene.application(after: 1)
    let day = Scene.day(4, 1)
    let over = refusal(application, .recommend(reason: Scene.text), by: .department, try Scene.situation(day, failed: ["9.2", "9.5"]))
    #expect(over?.article == "9.2")
    #expect(over?.phrase.zh.contains("第9条第2、5项") == true)
    let unknown = try Scene.situation(day, unknown: ["9.4"])
    #expect(refusal(application, .recommend(reason: nil), by: .department, unknown)?.phrase.zh.contains("第9条第4项") == true)
    #expect(refusal(application, .recommend(reason: .empty), by: .department, unknown) != nil)
    #expect(refusal(application, .recommend(reason: Scene.text), by: .department, unknown) == nil)
  }

  @Test(
    "Whenever a condition is found not to be met, nothing leads on, and whoever has the application in hand can end it",
    arguments: [
      (1, ["9.7"], .decline(reason: Scene.text), .department), (3, ["9.4"], .failCheck(reason: Scene.text), .bureau),
      (4, ["9.7"], .passOver(reason: Scene.text), .bureau),
      (5, ["9.4"], .refuse(PartyGroupDecision(on: Scene.day(6, 9), minutes: Scene.text), reason: Scene.text), .bureau),
      (6, ["9.7"], .refuse(PartyGroupDecision(on: Scene.day(6, 9), minutes: Scene.text), reason: Scene.text), .bureau),
      (7, ["9.7", "9.4"], .refuse(PartyGroupDecision(on: Scene.day(6, 9), minutes: Scene.text), reason: Scene.text), .bureau),
    ] as [(Int, [String], ApplicationStep, Role)])
  func foundLater(count: Int, failed: [String], ending: ApplicationStep, role: Role) throws {
    let application = try Scene.application(after: count)
    let today = count == 1 ? Scene.day(4, 1) : Scene.day(6, 9)
    // No opinion is needed to pass over what does not meet the conditions.
    let (whole, lacking) = (try Scene.situation(today), try Scene.situation(today, failed: failed, opinions: 0))
    let next = Scene.path[count].step.kind
    #expect(application.refusal(next, by: role, whole) == nil)
    let refused = try #require(application.refusal(next, by: role, lacking))
    #expect(refused.article == failed[0] && refused.phrase.zh.contains("不符合") && refused.phrase.zh.contains(next.phrase.zh))
    #expect(refusal(application, ending, by: role, lacking) == nil)
    if count > 5 {
      #expect(refusal(application, ending, by: role, whole)?.article == "12", "a decision stands while all conditions are met")
    }
  }

  @Test("What the department gave back may come in again until the department's last day")
  func returned() throws {
    var application = try Scene.application(after: 1)
    try application.take(.returnForCorrection(reason: Scene.text), by: .department, try Scene.situation(Scene.day(4, 2)))
    #expect(refusal(application, .submit, by: .host, try Scene.situation(Scene.day(4, 16))) != nil)
    #expect(refusal(application, .submit, by: .host, try Scene.situation(Scene.day(4, 15))) == nil)
  }

  @Test("Article 11: the bureau sends back once, and the correction has its own last day")
  func sentBackOnce() throws {
    var application = try Scene.application(after: 3)
    try application.take(.sendBack(reason: Scene.text), by: .bureau, try Scene.situation(Scene.day(4, 20)))
    #expect(refusal(application, .correct, by: .host, try Scene.situation(Scene.day(5, 11))) != nil)
    try application.take(.correct, by: .host, try Scene.situation(Scene.day(5, 10)))
    #expect(
      refusal(application, .sendBack(reason: Scene.text), by: .bureau, try Scene.situation(Scene.day(5, 12)))?.phrase.zh.contains("一次")
        == true)
  }

  @Test("Article 11: as many experts as the call says are enough, one fewer are not", arguments: [(2, false), (3, true), (4, true)])
  func opinions(count: Int, isEnough: Bool) throws {
    let application = try Scene.application(after: 4)
    let situation = try Scene.situation(Scene.day(5, 20), opinions: count)
    #expect((refusal(application, .propose, by: .bureau, situation) == nil) == isEnough)
    #expect((refusal(application, .passOver(reason: Scene.text), by: .bureau, situation) == nil) == isEnough)
  }

  @Test("Article 12: a notice of five working days; four are refused", arguments: [(4, false), (5, true), (60, true), (61, false)])
  func noticeDays(days: Int, isLawful: Bool) throws {
    let application = try Scene.application(after: 6)
    #expect((refusal(application, .publishNotice(workingDays: days), by: .bureau, try Scene.situation(Scene.day(6, 1))) == nil) == isLawful)
  }

  @Test("Article 12: certified from the day after the notice ends, not on its last day", arguments: [(8, false), (9, true)])
  func certification(day: Int, isLawful: Bool) throws {
    let application = try Scene.application(after: 7)
    let step = Scene.path[7].step
    #expect((refusal(application, step, by: .bureau, try Scene.situation(Scene.day(6, day))) == nil) == isLawful)
    #expect(
      refusal(application, step, by: .bureau, try Scene.situation(Scene.day(6, 9), taken: [PlainText(literal: "YS2026-0001")]))?.phrase.zh
        .contains(
          "YS2026-0001")
        == true)
  }

  @Test(
    "Article 12: an objection holds up its application only in time, signed and with evidence",
    arguments: [(8, true, true, true), (9, true, true, false), (8, false, true, false), (8, true, false, false)])
  func objections(day: Int, isSigned: Bool, hasEvidence: Bool, holdsUp: Bool) throws {
    var application = try Scene.application(after: 7)
    let name = isSigned ? Scene.text : nil
    let proof = hasEvidence ? Scene.text : nil
    let step = ApplicationStep.object(receivedOn: Scene.day(6, day), grounds: Scene.text, signedBy: name, evidence: proof)
    try application.take(step, by: .bureau, try Scene.situation(Scene.day(6, 9)))
    let after = try Scene.situation(Scene.day(6, 10))
    #expect((refusal(application, Scene.path[7].step, by: .bureau, after) != nil) == holdsUp)
    // One that does not count is never upheld; it can be answered all the same.
    let upheld = ApplicationStep.settleObjection(1, isUpheld: true, reason: Scene.text)
    #expect((refusal(application, upheld, by: .bureau, after) == nil) == holdsUp)
    try application.take(.settleObjection(1, isUpheld: false, reason: Scene.text), by: .bureau, after)
    #expect(refusal(application, Scene.path[7].step, by: .bureau, after) == nil)
  }

  @Test("An objection that is upheld ends the application, for its reason")
  func upheld() throws {
    var application = try Scene.application(after: 7)
    let day = try Scene.situation(Scene.day(6, 4))
    let objection = ApplicationStep.object(
      receivedOn: Scene.day(6, 4), grounds: Scene.text, signedBy: Scene.text, evidence: Scene.text)
    try application.take(objection, by: .bureau, day)
    try application.take(.settleObjection(1, isUpheld: true, reason: Scene.text), by: .bureau, day)
    #expect(application.state == .ended(.objectionUpheld(reason: Scene.text)))
    #expect(refusal(application, .withdraw(reason: Scene.text), by: .host, day) != nil)
  }
}

@Suite("A yearly call (articles 8 and 10)")
struct CallTests {
  typealias Scene = ApplicationScene

  @Test("Its last days stand in their order, on one day if need be")
  func order() throws {
    let day = Scene.day(3, 1)
    #expect(throws: Never.self) {
      try Call(year: 2026, opensOn: day, lastDays: Call.LastDays(host: day, department: day, correction: day))
    }
    do {
      _ = try Call(
        year: 2026, opensOn: day,
        lastDays: Call.LastDays(host: day.adding(days: -1), department: day, correction: day.adding(days: -1)), minimumExperts: 0)
      Issue.record("the days are out of order")
    } catch {
      #expect(Set(error.byPart.keys) == [.lastDay(.host), .lastDay(.correction), .minimumExperts])
      #expect(error.byPart[.lastDay(.host)]?.article == "10")
    }
  }

  @Test(
    "It says how few experts are enough, from 1 to 99, and is of a year from 2000 to 9999",
    arguments: [
      (2026, 1, nil), (2026, 99, nil), (2026, 0, .minimumExperts), (2026, 100, .minimumExperts), (2000, 3, nil), (9999, 3, nil),
      (1999, 3, .year), (10_000, 3, .year),
    ] as [(Int, Int, CallFaults.Part?)])
  func bounds(_ year: Int, _ experts: Int, _ fault: CallFaults.Part?) throws {
    let day = Scene.day(3, 1)
    let days = Call.LastDays(host: day, department: day, correction: day)
    do {
      _ = try Call(year: year, opensOn: day, lastDays: days, minimumExperts: experts)
      #expect(fault == nil)
    } catch {
      #expect(Array(error.byPart.keys) == fault.map { [$0] })
    }
  }

  @Test("It asks for 申报书 and 实施方案 whatever else it asks for")
  func documents() throws { #expect(try Scene.call().documents.map(\.string) == ["申报书", "实施方案"]) }
}
