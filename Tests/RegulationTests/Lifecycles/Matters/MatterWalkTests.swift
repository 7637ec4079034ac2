import RandomForTests
import Regulation
import Testing

/// Whatever is tried in whatever order by whomever, a matter never comes into a state that the regulation does not know.
@Suite("Articles 16, 30 and 31: random walks")
struct MatterWalkTests {
  typealias Scene = MatterScene

  /// Takes 10,000 steps, each possibly anybody's and possibly without its words, and looks after each.
  private func walk<M: Matter>(
    _ seed: UInt64, begin: (Day, inout SeededRandom) -> M?, step: (M.Step.Kind, Day, PlainText) -> M.Step,
    holds: (M, _ taken: [(M.Step, Role, MatterSituation)]) -> Void
  ) throws {
    var random = SeededRandom(seed)
    var today = Scene.day(1, 5)
    var matter = try #require(begin(today, &random))
    var taken: [(M.Step, Role, MatterSituation)] = []
    var (seen, used): (Set<M.Stage>, Set<M.Step.Kind>) = ([], [])
    for _ in 0..<10_000 {
      today = today.adding(days: Int.random(in: 0...2, using: &random))
      if !matter.stage.isOpen, Int.random(in: 0..<3, using: &random) == 0 {
        today = Scene.day(1, 5).adding(days: Int.random(in: 0...200, using: &random))
        matter = try #require(begin(today, &random))
        taken = []
      }
      let status: CenterStatus = Int.random(in: 0..<6, using: &random) == 0 ? .revoked : .active
      let situation = Scene.situation(today, status)
      let role = Role.allCases.randomElement(using: &random) ?? .host
      let kind = try #require(Array(M.Step.Kind.allCases).randomElement(using: &random))
      let made = step(kind, today, Int.random(in: 0..<5, using: &random) == 0 ? .empty : Scene.text)
      let (before, shown) = (matter, matter.refusal(kind, by: role, situation))
      do throws(Refusal) {
        try matter.take(made, by: role, situation)
        #expect(shown == nil && before.stage.isOpen)
        // A center that ended leaves one way, and it is open to no other; what was decided before is carried out.
        if before.canLapse { #expect((kind == .lapse) == (status == .revoked)) }
        taken.append((made, role, situation))
        used.insert(kind)
      } catch {
        #expect(matter == before && (shown == nil || shown == error))
        #expect(error.article != nil && !error.phrase.zh.isEmpty && !error.phrase.en.isEmpty)
      }
      seen.insert(matter.stage)
      holds(matter, taken)
    }
    #expect(seen == Set(M.Stage.allCases) && used == Set(M.Step.Kind.allCases))
  }

  @Test("Nobody loses a title unheard, without reason or document, or twice (article 30)", arguments: [1, 2] as [UInt64])
  func revocation(_ seed: UInt64) throws {
    try walk(seed) { today, random in
      let ground = RevocationGround.allCases.randomElement(using: &random) ?? .falsified
      return (try? RevocationTests.made(ground)).map { Revocation($0, on: today, calendar: Scene.calendar) }
    } step: { kind, today, text in
      switch kind {
      case .reply: .reply(text)
      case .revoke: .revoke(reason: text, document: text)
      case .keep: .keep(reason: text)
      case .publish: .publish(on: today, where: text)
      case .withdraw: .withdraw(reason: text)
      case .lapse: .lapse(MatterLapse(.revoked, document: text))
      }
    } holds: { revocation, taken in
      let kinds = taken.map(\.0.kind)
      #expect(kinds.count { [.revoke, .keep, .withdraw, .lapse].contains($0) } <= 1)
      #expect(revocation.replies.count == kinds.count { $0 == .reply })
      if let decision = revocation.decision { #expect(!decision.reason.isEmpty && decision.on >= revocation.proposedOn) }
      guard let (_, role, situation) = taken.first(where: { $0.0.kind == .revoke }) else { return }
      #expect([.bureau, .admin].contains(role) && situation.status == .active)
      #expect(revocation.decision?.document.isEmpty == false)
      #expect(revocation.replyBy.map { situation.today > $0.last || kinds.first == .reply } ?? true)
    }
  }

  @Test(
    "Nothing is changed that the department has not looked at and the bureau not agreed to (article 31)", arguments: [1, 2] as [UInt64])
  func change(_ seed: UInt64) throws {
    let petition = try ChangeRequestTests.petition()
    try walk(seed) { _, _ in
      ChangeRequest(petition)
    } step: { kind, _, text in
      switch kind {
      case .submit: .submit(petition)
      case .returnForCorrection: .returnForCorrection(reason: text)
      case .forward: .forward(remark: text)
      case .sendBack: .sendBack(reason: text)
      case .apply: .apply(document: text, old: [text])
      case .refuse: .refuse(reason: text)
      case .withdraw: .withdraw(reason: text)
      case .lapse: .lapse(MatterLapse(.revoked, document: text))
      }
    } holds: { request, taken in
      guard case .applied(let applied) = request.state else { return }
      #expect(applied.old.count == request.petition.changes.count)
      let (last, before) = (taken.last, taken.dropLast().last)
      #expect(last?.0.kind == .apply && last.map { [.bureau, .admin].contains($0.1) && $0.2.status == .active } == true)
      #expect(before?.0.kind == .forward && before?.1 == .department)
    }
  }

  @Test(
    "A director is on file only after committee and host, with department and bureau, and nothing asked is open (article 16)",
    arguments: [1, 2] as [UInt64])
  func director(_ seed: UInt64) throws {
    try walk(seed) { today, _ in
      try? DirectorFiling(director: "李主任", considered: .init(on: today, minutes: "纪要"), today: today)
    } step: { kind, today, text in
      switch kind {
      case .decide: .decide(on: today, document: text)
      case .file: .file
      case .note: .note
      case .query: .query(text)
      case .answer: .answer(text)
      case .withdraw: .withdraw(reason: text)
      case .lapse: .lapse(MatterLapse(.revoked, document: text))
      }
    } holds: { filing, taken in
      #expect(Set(filing.noted.map(\.by)).count == filing.noted.count)
      if filing.stage == .onFile {
        #expect(Set(filing.noted.map(\.by)) == [.department, .bureau] && filing.queries.allSatisfy { $0.answer != nil })
        #expect(filing.decision.map { $0.on >= filing.considered.on } == true && filing.filedOn != nil)
      }
      if filing.withdrawal != nil { #expect(filing.filedOn == nil) }
    }
  }
}
