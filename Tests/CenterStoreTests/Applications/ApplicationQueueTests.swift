import CenterStore
import Regulation
import Testing

@Suite("The queue of applications, counted: by stage, with the oldest day, and what waits for whom")
struct ApplicationQueueTests {
  typealias City = ApplicationCity
  private static let expert = Acting("expert2", .desk)

  /// What an application comes to after so many steps of its way: its stage, since when, and for whom it waits.
  private static let ways: [(steps: Int, stage: ApplicationStage, since: Day, waitsFor: Set<Role>)] = [
    (0, .draft, City.day(3, 2), [.host]),
    (1, .submitted, City.day(3, 20), [.department]),
    (2, .recommended, City.day(4, 1), [.admin, .bureau]),
    (3, .checking, City.day(4, 16), [.admin, .bureau]),
    (4, .reviewing, City.day(4, 20), [.admin, .bureau]),
    (5, .proposed, City.day(5, 20), [.admin, .bureau]),
    (7, .onNotice, City.day(6, 1), [.admin, .bureau]),
    (8, .certified, City.day(6, 9), []),
  ]
  private static let logins: [(Role, Acting)] = [
    (.admin, Scratch.admin), (.bureau, City.bureau), (.department, City.department), (.host, City.host),
  ]

  @Test("An application is counted at its stage, and waits for whose step is next", arguments: ways.indices)
  func stages(way: Int) throws {
    let (steps, stage, since, waitsFor) = Self.ways[way]
    let city = try City()
    _ = try city.application(after: steps)
    // A draft is only expected until the host's last day.
    let store = city.store(on: stage == .draft ? City.day(3, 31) : City.day(6, 10))
    for (role, who) in Self.logins {
      let queue = try store.applicationQueue(by: who)
      // A draft is not the department's to see yet.
      let isSeen = role != .department || stage != .draft
      #expect(queue.count == (isSeen ? 1 : 0) && queue[stage] == queue.count)
      #expect(queue.places.map(\.oldest) == (isSeen ? [since] : []))
      #expect(queue.waiting == (waitsFor.contains(role) ? 1 : 0), "\(role)")
      // After a notice, the bureau is waited for since the day after it.
      let due = stage == .onNotice ? City.day(6, 9) : since
      #expect(queue.waitingSince == (waitsFor.contains(role) ? due : nil), "\(role)")
      #expect(try store.applications(by: who).count(where: \.waits) == queue.waiting, "\(role)")
    }
  }

  @Test("Of several, each stage tells its oldest, and the one that waits longest is told; others' are in no count")
  func several() throws {
    let city = try City()
    _ = try city.application(after: 1)
    let march = city.store(on: City.day(3, 25))
    let second = try march.beginApplication(year: 2026, department: PlainText("献县科学技术局"), by: City.host)
    _ = try city.store(on: City.day(3, 26)).beginApplication(year: 2026, department: PlainText("献县科学技术局"), by: City.host)
    _ = try march.beginApplication(year: 2026, department: PlainText("东光县科学技术局"), by: Acting("otherhost", .desk))
    let own = try march.applicationQueue(by: City.host)
    #expect(own.places.map(\.stage) == [.draft, .submitted] && own.places.map(\.count) == [2, 1])
    #expect(own.places.map(\.oldest) == [City.day(3, 25), City.day(3, 20)])
    #expect(own.waiting == 2 && own.waitingSince == City.day(3, 25))
    #expect(try march.applicationQueue(by: City.bureau).places.map(\.count) == [3, 1])
    #expect(try march.applicationQueue(by: Acting("dongguang", .desk)).places.isEmpty)
    try march.stepApplication(second, .withdraw(reason: PlainText("另行申报")), by: City.host)
    #expect(try march.applicationQueue(by: City.host).waitingSince == City.day(3, 26))
  }

  @Test("An expert is waited for until the opinion is handed in, and no more once they step aside")
  func experts() throws {
    let city = try City()
    let number = try city.application(after: 4)
    let store = city.store(on: City.day(5, 12))
    #expect(try store.applicationQueue(by: Self.expert).places.isEmpty)
    try store.assignReviewer(number, expert: "expert2", by: City.bureau)
    try store.pledgeReview(year: 2026, by: Self.expert)
    #expect(try store.applicationQueue(by: Self.expert).waiting == 1)
    let opinion = City.opinion(Hundredths(80_00))
    try store.giveOpinion(number, opinion, isSubmitted: false, by: Self.expert)
    // Since they were named, not since it came to its review.
    #expect(try store.applicationQueue(by: Self.expert).waitingSince == City.day(5, 12))
    #expect(try city.store(on: City.day(5, 14)).applications(by: Self.expert).map(\.dueSince) == [City.day(5, 12)])
    #expect(try store.applications(by: Self.expert).map(\.waits) == [true])
    #expect(try store.applications(by: Self.expert).map(\.ownPart) == [.open])
    #expect(try store.applications(by: City.bureau).map(\.ownPart) == [nil])
    #expect(try store.application(number, by: Self.expert).summary.waits && store.application(number, by: City.bureau).summary.waits)
    try store.giveOpinion(number, opinion, isSubmitted: true, by: Self.expert)
    let done = try store.applicationQueue(by: Self.expert)
    #expect(done[.reviewing] == 1 && done.waiting == 0 && done.waitingSince == nil)
    #expect(try store.applications(by: Self.expert).map(\.waits) == [false])
    #expect(try store.applications(by: Self.expert).map(\.ownPart) == [.submitted])
    #expect(try !store.application(number, by: Self.expert).summary.waits)
    try store.takeBackOpinion(number, by: Self.expert)
    #expect(try store.application(number, by: Self.expert).summary.waits)
    try store.declareReviewConflict(number, reason: PlainText("师生关系"), by: Self.expert)
    #expect(try store.applicationQueue(by: Self.expert).waiting == 0)
    #expect(try store.applications(by: Self.expert).map(\.ownPart) == [.steppedAside])
    #expect(try store.applications(by: Self.expert).map(\.waits) == [false])
  }

  @Test("The leader is waited for once every opinion is in, until the group's is written (article 11)")
  func leader() throws {
    let city = try City()
    let number = try city.application(after: 4)
    let store = city.store(on: City.day(5, 12))
    func stands(_ part: ReviewPart, waits: Bool) throws {
      let shown = try #require(try store.applications(by: Self.expert).first)
      #expect(shown.ownPart == part && shown.waits == waits)
      #expect(try store.application(number, by: Self.expert).summary == shown)
      #expect(try store.applicationQueue(by: Self.expert).waiting == (waits ? 1 : 0))
    }
    for login in ["expert2", "expert3", "expert4"] {
      try store.assignReviewer(number, expert: login, isLeader: login == "expert2", by: City.bureau)
      try store.pledgeReview(year: 2026, by: Acting(login, .desk))
    }
    try stands(.open, waits: true)
    for login in ["expert2", "expert3", "expert4"] {
      if login != "expert2" { try stands(.submitted, waits: false) }
      let later = city.store(on: City.day(5, login == "expert4" ? 14 : 13))
      try later.giveOpinion(number, City.opinion(Hundredths(80_00)), isSubmitted: true, by: Acting(login, .desk))
    }
    try stands(.groupOpinionDue, waits: true)
    // What waits for leader and bureau has waited since the last opinion that was needed.
    for who in [Self.expert, City.bureau] {
      #expect(try store.applications(by: who).map(\.dueSince) == [City.day(5, 14)])
    }
    #expect(try store.applications(by: Acting("expert3", .desk)).map(\.ownPart) == [.submitted])
    try store.giveGroupOpinion(number, PlainText("同意"), by: Self.expert)
    try stands(.submitted, waits: false)
  }

  @Test("What is called for first is told, and the bureau is not waited for meanwhile: opinions, the days of a notice")
  func holds() throws {
    let city = try City()
    let number = try city.application(after: 4)
    let may = city.store(on: City.day(5, 12))
    func own(_ store: CenterStore, _ who: Acting = City.bureau) throws -> ApplicationSummary? {
      let shown = try store.applications(by: who).first
      #expect(try store.application(number, by: who).summary == shown)
      #expect(try store.applicationQueue(by: who).waiting == (shown?.waits == true ? 1 : 0))
      return shown
    }
    #expect(try own(may)?.waits == true && own(may)?.hold == nil, "experts are to be named")
    for login in ["expert2", "expert3", "expert4"] { try may.assignReviewer(number, expert: login, by: City.bureau) }
    #expect(try own(may)?.waits == false && own(may)?.hold == .experts(3))
    #expect(try own(may, City.host)?.hold == .review, "how many are missing is the bureau's to know")
    for (left, login) in zip([2, 1], ["expert2", "expert3"]) {
      let expert = Acting(login, .desk)
      try may.pledgeReview(year: 2026, by: expert)
      try may.giveOpinion(number, City.opinion(Hundredths(80_00)), isSubmitted: true, by: expert)
      #expect(try own(may)?.hold == .experts(left))
    }
  }

  @Test("While a notice runs nobody is expected, until an objection that counts comes or it is over", arguments: [false, true])
  func notice(isObjected: Bool) throws {
    let city = try City()
    let number = try city.application(after: 7)
    let june = city.store(on: City.day(6, 8))
    let summary = try #require(try june.applications(by: City.bureau).first)
    #expect(!summary.waits && summary.hold == .notice(until: City.day(6, 8)) && summary.due == City.day(6, 8))
    #expect(try june.applications(by: City.host).first?.hold == .notice(until: City.day(6, 8)))
    if isObjected {
      try june.stepApplication(
        number, .object(receivedOn: City.day(6, 8), grounds: PlainText("不实"), signedBy: PlainText("甲"), evidence: PlainText("附件")),
        by: City.bureau)
    }
    #expect(try june.applicationQueue(by: City.bureau).waiting == (isObjected ? 1 : 0))
    let over = try #require(try city.store(on: City.day(6, 9)).applications(by: City.bureau).first)
    #expect(over.waits && over.hold == nil && over.due == nil)
    // That it is an objection which holds it up is told to the bureau and to nobody else.
    #expect(over.isHeldUp == isObjected)
    #expect(try city.store(on: City.day(6, 9)).applications(by: City.host).first?.isHeldUp == false)
  }

  @Test("The last day of whoever has it is told; a host that is late is waited for again once the bureau admits it")
  func due() throws {
    let city = try City()
    let number = try city.draft()
    #expect(try city.store(on: City.day(3, 31)).applicationQueue(by: City.host).due == City.day(3, 31))
    let april = city.store(on: City.day(4, 1))
    #expect(try april.applications(by: City.host).first?.hold == .lateSince(City.day(3, 31)))
    #expect(try april.applicationQueue(by: City.host).waiting == 0 && april.applicationQueue(by: City.host).due == nil)
    try april.stepApplication(number, .admitLate(.host, reason: PlainText("停电")), by: City.bureau)
    #expect(try april.applicationQueue(by: City.host).waiting == 1)
    try april.stepApplication(number, .submit, by: City.host)
    #expect(try april.applicationQueue(by: City.department).due == City.day(4, 15))
    #expect(try april.applications(by: City.host).first?.waits == false)
  }

  @Test("There is no queue for a viewer, and none for a stranger")
  func none() throws {
    let city = try City()
    let store = city.store(on: City.day(3, 20))
    #expect(throws: StoreError.notPermitted(nil)) { try store.applicationQueue(by: Acting("viewer", .desk)) }
    #expect(throws: StoreError.unknownLogin("nobody")) { try store.applicationQueue(by: Acting("nobody", .desk)) }
  }
}
