import Foundation
import RandomForTests
import Regulation
import Testing

/// Whatever is tried in whatever order by whomever, an application never comes into a state that the regulation does not know.
@Suite("Articles 10 to 12: random walks")
struct ApplicationWalkTests {
  typealias Scene = ApplicationScene

  /// What was taken, and in which situation: kept by the test, apart from the application.
  struct Taken {
    let step: ApplicationStep
    let situation: Application.Situation
  }

  @Test("After each of 10,000 steps every invariant holds", arguments: [1, 2, 3] as [UInt64])
  func walk(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    var application = Application()
    var taken: [Taken] = []
    var today = Scene.day(2, 26)
    var seen: Set<ApplicationStage> = []
    var used: Set<ApplicationStepKind> = []
    for number in 0..<10_000 {
      today = today.adding(days: Int.random(in: 0...2, using: &random) / 2 * Int.random(in: 1...4, using: &random))
      if !application.state.stage.isOpen || today > Scene.day(7, 31), Int.random(in: 0..<4, using: &random) == 0 {
        application = Application()
        taken = []
        today = Scene.day(2, 26).adding(days: Int.random(in: 0...40, using: &random))
      }
      let situation = try situation(today, &random)
      // Mostly whoever has the next step: else hardly a walk would get far.
      let next = Int.random(in: 0..<4, using: &random) > 0 ? application.state.stage.waitsFor : nil
      let role = next ?? Role.allCases.randomElement(using: &random) ?? .host
      let kind = kind(for: role, application, situation, &random)
      let step = step(kind, today, &random)
      let shown = application.refusal(kind, by: role, situation)
      let before = application
      do throws(Refusal) {
        try application.take(step, by: role, situation)
        #expect(shown == nil)
        #expect(before.state.stage.isOpen)
        taken.append(Taken(step: step, situation: situation))
        used.insert(kind)
      } catch {
        #expect(application == before)
        #expect(shown == nil || shown == error)
        #expect(error.article != nil && !error.phrase.zh.isEmpty && !error.phrase.en.isEmpty)
      }
      seen.insert(application.state.stage)
      try check(application, taken)
      if number.isMultiple(of: 50) {
        #expect(try JSONDecoder().decode(Application.self, from: JSONEncoder().encode(application)) == application)
      }
    }
    #expect(seen == Set(ApplicationStage.allCases))
    #expect(used == Set(ApplicationStepKind.allCases))
  }

  // MARK: What must hold

  private func check(_ application: Application, _ taken: [Taken]) throws {
    let kinds = taken.map(\.step.kind)
    #expect(kinds.count { $0 == .sendBack } <= 1)
    #expect(kinds.dropLast().allSatisfy { !Self.endings.contains($0) })
    #expect(application.admitted == Set(taken.compactMap { if case .admitLate(let deadline, _) = $0.step { deadline } else { nil } }))
    for (number, entry) in taken.enumerated() { checkDeadline(entry, admitted: taken.prefix(number)) }
    let overFailure: Set<ApplicationStepKind> = [.recommend, .passCheck, .propose, .approve, .publishNotice, .certify]
    for entry in taken where overFailure.contains(entry.step.kind) { #expect(entry.situation.failed.isEmpty) }
    for entry in taken where entry.step.kind == .recommend || entry.step.kind == .passCheck {
      #expect(entry.situation.unknown.isEmpty || entry.step.reason?.isEmpty == false)
    }
    for entry in taken where entry.step.kind == .propose { #expect(entry.situation.opinions >= entry.situation.call.minimumExperts) }
    if case .onNotice(let notice, let objections) = application.state {
      #expect(notice.workingDays >= 5 && notice.last > notice.issuedOn)
      #expect(objections.map(\.number) == Array(1...(objections.count + 1)).dropLast())
      #expect(objections.allSatisfy { $0.settlement?.isUpheld != true })
    }
    if case .certified(let certification) = application.state { try checkCertification(certification, taken) }
    // An ended application says why.
    if case .ended(let ending) = application.state { #expect(!ending.reason.isEmpty) }
  }

  private static let endings: Set<ApplicationStepKind> = [.decline, .failCheck, .passOver, .refuse, .certify, .withdraw]

  /// Nothing is late but what was admitted before. What the department gave back comes in until the department's own last day.
  private func checkDeadline(_ entry: Taken, admitted: ArraySlice<Taken>) {
    let (call, today) = (entry.situation.call, entry.situation.today)
    let wasReturned = admitted.contains { $0.step.kind == .returnForCorrection }
    let deadlines: Set<CallDeadline> =
      switch entry.step.kind {
      case .submit: wasReturned ? [.host, .department] : [.host]
      case .recommend: [.department]
      case .correct: [.correction]
      default: []
      }
    guard let last = deadlines.map({ call.lastDays[$0] }).max() else { return }
    let isAdmitted = admitted.contains { if case .admitLate(let deadline, _) = $0.step { deadlines.contains(deadline) } else { false } }
    #expect(today >= call.opensOn && (today <= last || isAdmitted))
  }

  /// A center has behind it, in this order, all that articles 10 to 12 ask for, and an undisputed notice that is over.
  private func checkCertification(_ certification: Certification, _ taken: [Taken]) throws {
    var chain: [ApplicationStepKind] = [.submit, .recommend, .accept, .passCheck, .propose, .approve, .publishNotice, .certify]
    for kind in taken.map(\.step.kind) where kind == chain.first { chain.removeFirst() }
    #expect(chain.isEmpty)
    let published = try #require(taken.last { $0.step.kind == .publishNotice })
    guard case .publishNotice(let days) = published.step else { return }
    let notice = try PublicNotice(issuedOn: published.situation.today, workingDays: days, calendar: published.situation.calendar)
    #expect(certification.on > notice.last && certification.on == taken.last?.situation.today)
    #expect(!certification.document.isEmpty && !certification.code.isEmpty && certification.code != "已用")
    var number = 0
    var open: Set<Int> = []
    for entry in taken {
      if case .object(let day, _, let signedBy, let evidence) = entry.step {
        number += 1
        let counts = day >= notice.issuedOn && day <= notice.last && signedBy?.isEmpty == false && evidence?.isEmpty == false
        if counts { open.insert(number) }
      } else if case .settleObjection(let number, let isUpheld, _) = entry.step {
        #expect(!isUpheld)
        open.remove(number)
      }
    }
    #expect(open.isEmpty)
  }

  // MARK: What is tried

  private func situation(_ today: Day, _ random: inout SeededRandom) throws -> Application.Situation {
    let isWhole = Int.random(in: 0..<3, using: &random) > 0
    let articles = ["9.1", "9.2", "9.5", "10"]
    let failed = isWhole ? [] : [articles.randomElement(using: &random) ?? "9.2"]
    let unknown = Int.random(in: 0..<3, using: &random) > 0 ? [] : [articles.randomElement(using: &random) ?? "9.4"]
    return try Scene.situation(
      today, failed: failed, unknown: unknown, opinions: Int.random(in: 0...5, using: &random), taken: ["已用"])
  }

  /// Three quarters of what is tried is in the role's menu, the rest is anything.
  private func kind(
    for role: Role, _ application: Application, _ situation: Application.Situation, _ random: inout SeededRandom
  ) -> ApplicationStepKind {
    let lawful = application.menu(for: role, situation).filter { $0.refusal == nil }.map(\.kind)
    let kinds = Int.random(in: 0..<4, using: &random) > 0 && !lawful.isEmpty ? lawful : ApplicationStepKind.allCases
    // Few end early, for the same reason.
    let early = Self.endings.subtracting([.certify])
    let going = Int.random(in: 0..<6, using: &random) > 0 ? kinds.filter { !early.contains($0) } : kinds
    return (going.isEmpty ? kinds : going).randomElement(using: &random) ?? .submit
  }

  private func step(_ kind: ApplicationStepKind, _ today: Day, _ random: inout SeededRandom) -> ApplicationStep {
    func text() -> PlainText { Int.random(in: 0..<8, using: &random) == 0 ? .empty : Scene.text }
    func day() -> Day { today.adding(days: Int.random(in: -8...1, using: &random)) }
    let deadline = CallDeadline.allCases.randomElement(using: &random) ?? .host
    return switch kind {
    case .submit: .submit
    case .admitLate: .admitLate(deadline, reason: text())
    case .returnForCorrection: .returnForCorrection(reason: text())
    case .decline: .decline(reason: text())
    case .recommend: .recommend(reason: Bool.random(using: &random) ? text() : nil)
    case .accept: .accept
    case .sendBack: .sendBack(reason: text())
    case .correct: .correct
    case .passCheck: .passCheck(reason: Bool.random(using: &random) ? text() : nil)
    case .failCheck: .failCheck(reason: text())
    case .visit: .visit(SiteVisit(on: day(), people: text(), findings: text()))
    case .propose: .propose
    case .passOver: .passOver(reason: text())
    case .approve: .approve(PartyGroupDecision(on: day(), minutes: text()))
    case .refuse: .refuse(PartyGroupDecision(on: day(), minutes: text()), reason: text())
    case .publishNotice: .publishNotice(workingDays: Int.random(in: 4...10, using: &random))
    case .object: .object(receivedOn: day(), grounds: text(), signedBy: Bool.random(using: &random) ? text() : nil, evidence: text())
    case .settleObjection: .settleObjection(Int.random(in: 0...3, using: &random), isUpheld: Bool.random(using: &random), reason: text())
    case .certify: .certify(document: text(), code: Int.random(in: 0..<6, using: &random) == 0 ? "已用" : text())
    case .withdraw: .withdraw(reason: text())
    }
  }
}
