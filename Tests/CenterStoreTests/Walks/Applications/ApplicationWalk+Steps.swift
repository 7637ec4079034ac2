import CenterStore
import Regulation

extension ApplicationWalk {
  /// An expert of an application of whom something holds; anybody where it holds of none.
  mutating func reviewer(of number: String, where condition: String) throws -> String {
    let own = try hand.texts(
      "SELECT login FROM application_expert JOIN application ON application.id = application_id WHERE number = ? AND \(condition) ORDER BY login",
      [number])
    return own.randomElement(using: &random) ?? expert()
  }

  /// An expert; one of them is tied to the first host.
  mutating func expert() -> String { "expert\(Int.random(in: 1...4, using: &random))" }

  /// Mostly a step that the menu of its role has, and one that ends the application seldom: hardly one would get far otherwise.
  mutating func kind(of file: ApplicationFile) -> ApplicationStepKind {
    let lawful = ApplicationStepKind.allCases.filter { file.refusal($0, by: $0.role) == nil }
    // Where nothing has come yet is gone to first: few get there by chance.
    let fresh = lawful.filter { $0.leadsTo.map { !stages.contains($0.rawValue) } ?? false }
    if let kind = fresh.randomElement(using: &random), !isOne(in: 3) { return kind }
    let kinds = isOne(in: 8) || lawful.isEmpty ? ApplicationStepKind.allCases : lawful
    let early: Set<ApplicationStepKind> = [
      .decline, .failCheck, .passOver, .refuse, .withdraw, .returnForCorrection, .sendBack, .admitLate, .visit, .object,
    ]
    let isFar: Set<ApplicationStage> = [.checking, .reviewing, .proposed, .onNotice]
    let going = isOne(in: isFar.contains(file.summary.stage) ? 4 : 8) ? kinds : kinds.filter { !early.contains($0) }
    return going.randomElement(using: &random) ?? (isOne(in: 6) ? kinds.randomElement(using: &random) : nil) ?? .submit
  }

  /// A step of a kind, with what it leaves on file; mostly lawful.
  mutating func step(_ kind: ApplicationStepKind, _ file: ApplicationFile) -> ApplicationStep {
    let day = today.adding(days: isOne(in: 4) ? Int.random(in: -9...1, using: &random) : 0)
    switch kind {
    case .submit: return .submit
    case .admitLate: return .admitLate(CallDeadline.allCases.randomElement(using: &random) ?? .host, reason: words())
    case .returnForCorrection: return .returnForCorrection(reason: words())
    case .decline: return .decline(reason: words())
    case .recommend: return .recommend(reason: isOne(in: 2) ? nil : words())
    case .accept: return .accept
    case .sendBack: return .sendBack(reason: words())
    case .correct: return .correct
    case .passCheck: return .passCheck(reason: isOne(in: 2) ? nil : words())
    case .failCheck: return .failCheck(reason: words())
    case .visit: return .visit(SiteVisit(on: day, people: words(), findings: words()))
    case .propose: return .propose
    case .passOver: return .passOver(reason: words())
    case .approve: return .approve(PartyGroupDecision(on: day, minutes: words()))
    case .refuse: return .refuse(PartyGroupDecision(on: day, minutes: words()), reason: words())
    case .publishNotice: return .publishNotice(workingDays: Int.random(in: 4...8, using: &random))
    case .object:
      return .object(receivedOn: day, grounds: words(), signedBy: isOne(in: 4) ? nil : words(), evidence: isOne(in: 4) ? nil : words())
    case .settleObjection:
      var open: [Int] = []
      if case .onNotice(_, let objections) = file.application.state { open = objections.filter { $0.settlement == nil }.map(\.number) }
      let number = isOne(in: 8) ? Int.random(in: 1...2, using: &random) : open.randomElement(using: &random) ?? 1
      let isFresh = !stages.contains(ApplicationStage.objectionUpheld.rawValue)
      return .settleObjection(number, isUpheld: isFresh || isOne(in: 2), reason: words())
    case .certify:
      let code = isOne(in: 10) ? "YS-1" : "YS-\(file.summary.number)"
      return .certify(document: words(), code: (try? PlainText(code)) ?? .empty)
    case .withdraw: return .withdraw(reason: words())
    }
  }
}

extension ApplicationStepKind {
  /// Where an application may end through a step, or is sent back to; `nil` for a step on its way.
  fileprivate var leadsTo: ApplicationStage? {
    switch self {
    case .returnForCorrection: .returned
    case .decline: .declined
    case .sendBack: .sentBack
    case .failCheck: .failedCheck
    case .passOver: .notProposed
    case .refuse: .notApproved
    case .object, .settleObjection: .objectionUpheld
    case .certify: .certified
    case .withdraw: .withdrawn
    case .submit, .admitLate, .recommend, .accept, .correct, .passCheck, .visit, .propose, .approve, .publishNotice: nil
    }
  }
}
