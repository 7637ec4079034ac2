import CenterStore
import Regulation
import Testing

@Suite("Applications in the store (articles 8 to 12)")
struct ApplicationStoreTests {
  typealias City = ApplicationCity

  @Test("From the draft to the registry: the new center stands there, with host, co-builder, department and day")
  func wholeWay() throws {
    let city = try City()
    let number = try city.application(after: City.path.count)
    let store = city.store(on: City.day(6, 10))
    let file = try store.application(number, by: City.bureau)
    #expect(file.summary.stage == .certified && file.summary.since == City.day(6, 9))
    #expect(file.history.map(\.step.kind) == City.path.map(\.step.kind))
    #expect(file.eligibility.verdict == .yes)
    var centers: [CenterRecord] = []
    try store.eachCenter(by: City.bureau) { centers.append($0) }
    let center = try #require(centers.first { $0.code.string == "YS2026-0001" })
    #expect(center.name.string == "沧州市激光切割技术创新中心" && center.host.string == "献县甲激光有限公司")
    #expect(center.coBuilders?.map(\.string) == ["河间管业"] && center.department.string == "献县科学技术局")
    #expect(center.certifiedOn == City.day(6, 9) && center.status == .active && center.hostKind == .enterprise)
    #expect(try store.verifyChain(by: Scratch.admin).isWhole)
  }

  @Test("Every link of an application's way says that it came through the desk")
  func channels() throws {
    let city = try City()
    _ = try city.application(after: City.path.count)
    let links = try city.scratch.links().filter { $0.act.hasPrefix("application.") }
    #expect(links.count >= City.path.count)
    #expect(Set(links.map(\.channel)) == ["desk"])
  }

  @Test("An application that is another's is refused like one that does not exist", arguments: ["SQ2026-0001", "SQ2026-9999"])
  func refusedAlike(number: String) throws {
    let city = try City()
    _ = try city.application(after: 4)
    let store = city.store(on: City.day(4, 21))
    for who in City.others {
      #expect(throws: StoreError.notPermitted(nil), "\(who.login) reads") { try store.application(number, by: who) }
      #expect(throws: StoreError.notPermitted(.stepApplication), "\(who.login) steps") {
        try store.stepApplication(number, .withdraw(reason: PlainText(literal: "撤回")), by: who)
      }
    }
    for who in [Acting("expert2", .desk), Acting("viewer", .desk), City.department] {
      #expect(throws: StoreError.notPermitted(.draftApplication)) { try store.saveApplication(number, ApplicationForm(), by: who) }
      #expect(throws: StoreError.notPermitted(.judgeApplication)) {
        try store.judge(number, .hostKind, holds: true, reason: PlainText(literal: "等"), by: who)
      }
      #expect(throws: StoreError.notPermitted(.assignReview)) { try store.assignReviewer(number, expert: "expert2", by: who) }
    }
    #expect(throws: StoreError.notPermitted(.giveOpinion)) {
      try store.giveOpinion(number, City.opinion(Hundredths(1)), isSubmitted: false, by: Acting("expert2", .desk))
    }
    #expect(throws: StoreError.notPermitted(.draftApplication)) {
      try store.saveApplication(number, ApplicationForm(), by: Acting("otherhost", .desk))
    }
  }

  @Test("Queues show what is one's own: a draft to its host and the bureau, not yet to the department")
  func queues() throws {
    let city = try City()
    let number = try city.draft()
    let store = city.store(on: City.day(3, 20))
    func seen(_ who: Acting) throws -> [String] { try store.applications(by: who).map(\.number) }
    #expect(try seen(City.host) == [number] && seen(City.bureau) == [number])
    #expect(try seen(City.department).isEmpty && seen(Acting("otherhost", .desk)).isEmpty && seen(Acting("expert2", .desk)).isEmpty)
    #expect(throws: StoreError.notPermitted(nil)) { try store.applications(by: Acting("viewer", .desk)) }
    try store.stepApplication(number, .submit, by: City.host)
    #expect(try seen(City.department) == [number] && seen(Acting("dongguang", .desk)).isEmpty)
  }

  @Test("The form is the host's while it is in its hands, and nobody else's")
  func editing() throws {
    let city = try City()
    let number = try city.application(after: 1)
    let store = city.store(on: City.day(3, 21))
    #expect(throws: StoreError.self) { try store.saveApplication(number, ApplicationForm(), by: City.host) }
    try store.stepApplication(number, .returnForCorrection(reason: PlainText(literal: "缺附件")), by: City.department)
    var form = try store.application(number, by: City.host).form
    form.fixedStaff = 12
    try store.saveApplication(number, form, by: City.host)
    #expect(try store.application(number, by: City.host).form.fixedStaff == 12)
  }

  @Test("Two desks of one host: the second is told, and nothing is overwritten")
  func meanwhile() throws {
    let city = try City()
    let number = try city.draft()
    let store = city.store(on: City.day(3, 20))
    let seen = try store.application(number, by: City.host).form
    var first = seen
    first.fixedStaff = 11
    try store.saveApplication(number, first, expecting: seen, by: City.host)
    var second = seen
    second.fixedStaff = 99
    #expect(throws: StoreError.self) { try store.saveApplication(number, second, expecting: seen, by: City.host) }
    #expect(try store.application(number, by: City.host).form.fixedStaff == 11)
  }

  @Test("回避: who works for the host under its former name can be neither assigned nor keep an opinion")
  func recusal() throws {
    let city = try City()
    let number = try city.application(after: 4)
    let store = city.store(on: City.day(5, 12))
    #expect(throws: StoreError.self) { try store.assignReviewer(number, expert: "expert1", by: City.bureau) }
    let candidates = try store.reviewCandidates(number, by: City.bureau)
    #expect(candidates.map(\.login) == ["expert2", "expert3", "expert4", "expert1"])
    #expect(candidates.last?.recusal != nil && candidates.first?.isOfField == true)
    try store.assignReviewer(number, expert: "expert2", by: City.bureau)
    let expert = Acting("expert2", .desk)
    // Before the pledge nothing opens.
    #expect(throws: StoreError.self) { try store.application(number, by: expert) }
    try store.pledgeReview(year: 2026, by: expert)
    #expect(try store.application(number, by: expert).reviewers.map(\.login) == ["expert2"])
    try store.declareReviewConflict(number, reason: PlainText(literal: "师生关系"), by: expert)
    #expect(throws: StoreError.self) { try store.application(number, by: expert) }
  }

  @Test("An opinion is kept as it is written, and handed in only whole; one that is handed in stays so until it is taken back")
  func opinions() throws {
    let city = try City()
    let number = try city.application(after: 4)
    try city.review(number)
    let store = city.store(on: City.day(5, 13))
    let expert = Acting("expert3", .desk)
    func own() throws -> ReviewerRecord? { try store.application(number, by: expert).reviewers.first }
    let part = ExpertOpinion(answers: ["9.1": .doubtful])
    let whole = City.opinion(Hundredths(70_00))
    for (opinion, isSubmitted) in [(part, false), (whole, true), (whole, false)] {
      #expect(throws: StoreError.self) { try store.giveOpinion(number, opinion, isSubmitted: isSubmitted, by: expert) }
      #expect(try own()?.isSubmitted == true && own()?.opinion == City.opinion(Hundredths(80_01)))
    }
    try store.takeBackOpinion(number, by: expert)
    #expect(try own()?.isSubmitted == false && own()?.opinion == City.opinion(Hundredths(80_01)))
    try store.giveOpinion(number, part, isSubmitted: false, by: expert)
    #expect(try own()?.opinion == part)
    // One that is not handed in has nothing to be taken back.
    try store.takeBackOpinion(number, by: expert)
    #expect(throws: StoreError.self) { try store.giveOpinion(number, part, isSubmitted: true, by: expert) }
    #expect(throws: StoreError.self) { try store.stepApplication(number, .propose, by: City.bureau) }
    try store.giveOpinion(number, whole, isSubmitted: true, by: expert)
    try store.stepApplication(number, .propose, by: City.bureau)
    #expect(throws: StoreError.self) { try store.takeBackOpinion(number, by: expert) }
    #expect(try own()?.isSubmitted == true)
  }

  @Test("The group's leader reads all opinions and writes the group's when the last one is in, and nobody else does")
  func groupOpinion() throws {
    let city = try City()
    let number = try city.application(after: 4)
    try city.review(number)
    let store = city.store(on: City.day(5, 13))
    let (leader, other) = (Acting("expert2", .desk), Acting("expert3", .desk))
    let text = PlainText(literal: "专家组一致同意")
    #expect(try store.application(number, by: leader).reviewers.map(\.login) == ["expert2", "expert3", "expert4"])
    #expect(try store.application(number, by: other).reviewers.map(\.login) == ["expert3"])
    #expect(try store.application(number, by: other).panel == nil)
    #expect(throws: StoreError.self) { try store.giveGroupOpinion(number, text, by: other) }
    try store.takeBackOpinion(number, by: other)
    let waiting = try store.application(number, by: leader)
    #expect(waiting.reviewers.map(\.login) == ["expert2"] && waiting.panel == ReviewPanel(needed: 3, submitted: 2, owing: 1))
    #expect(throws: StoreError.self) { try store.giveGroupOpinion(number, text, by: leader) }
    try store.giveOpinion(number, City.opinion(Hundredths(70_00)), isSubmitted: true, by: other)
    try store.takeBackOpinion(number, by: leader)
    #expect(try store.application(number, by: leader).reviewers.map(\.login) == ["expert2"])
    try store.giveOpinion(number, City.opinion(Hundredths(71_00)), isSubmitted: true, by: leader)
    try store.giveGroupOpinion(number, text, by: leader)
    #expect(try store.application(number, by: City.bureau).groupOpinion.string == "专家组一致同意")
    #expect(try store.application(number, by: City.host).groupOpinion.isEmpty)
    #expect(try store.application(number, by: City.host).reviewers.isEmpty)
    #expect(try store.application(number, by: City.host).panel == nil)
  }

  @Test("Who objected is the bureau's to know")
  func objector() throws {
    let city = try City()
    let number = try city.application(after: 7)
    let store = city.store(on: City.day(6, 3))
    let secret = PlainText(literal: "揭发人")
    try store.stepApplication(
      number, .object(receivedOn: City.day(6, 3), grounds: secret, signedBy: secret, evidence: secret), by: City.bureau)
    for who in [City.host, City.department] {
      let file = try store.application(number, by: who)
      #expect(!"\(file)".contains("揭发人"))
      #expect(file.history.allSatisfy { $0.login == nil })
    }
    #expect("\(try store.application(number, by: City.bureau))".contains("揭发人"))
  }

  @Test("A judgement lifts what is unknown, not what fails; a bad credit check fails article 9.4")
  func judging() throws {
    let city = try City()
    let number = try city.draft()
    let store = city.store(on: City.day(3, 20))
    var form = try store.application(number, by: City.host).form
    form.teamStructureSound = nil
    try store.saveApplication(number, form, by: City.host)
    func verdict(_ article: String) throws -> EligibilityFinding.Verdict? {
      try store.application(number, by: City.bureau).eligibility[article]?.verdict
    }
    #expect(try verdict("9.5") == .unknown)
    try store.judge(number, .teamStructureSound, holds: true, reason: PlainText(literal: "已核名册"), by: City.bureau)
    #expect(try verdict("9.5") == .pass)
    try store.recordCreditCheck(
      number, try CreditCheck(on: City.day(3, 19), source: PlainText(literal: "信用中国"), isGood: false, result: PlainText(literal: "失信")),
      by: City.bureau)
    #expect(try verdict("9.4") == .fail)
  }

  @Test("What is found of a host's credit after its application was decided is no part of it, and of its other applications it is")
  func creditAfterwards() throws {
    let city = try City()
    let (closed, other) = (try city.draft(), try city.draft())
    let store = city.store(on: City.day(3, 20))
    func record(_ day: Int, isGood: Bool, _ number: String) throws {
      try store.recordCreditCheck(
        number,
        CreditCheck(
          on: City.day(3, day), source: PlainText(literal: "信用中国"), isGood: isGood, result: isGood ? .empty : PlainText(literal: "失信")),
        by: City.bureau)
    }
    try record(18, isGood: true, closed)
    try store.stepApplication(closed, .withdraw(reason: PlainText(literal: "改期")), by: City.host)
    try record(19, isGood: false, other)
    let (before, after) = (try store.application(closed, by: City.bureau), try store.application(other, by: City.bureau))
    #expect(before.eligibility["9.4"]?.verdict == .pass && before.creditChecks.count == 1)
    #expect(after.eligibility["9.4"]?.verdict == .fail && after.creditChecks.count == 2)
  }

  @Test("A call that is out changes only with a reason")
  func changingTheCall() throws {
    let city = try City()
    let store = city.store(on: City.day(3, 2))
    let later = try Call(
      year: 2026, opensOn: City.day(3, 1),
      lastDays: Call.LastDays(host: City.day(4, 10), department: City.day(4, 25), correction: City.day(5, 10)))
    #expect(throws: StoreError.self) { try store.publishCall(later, by: City.bureau) }
    try store.publishCall(later, reason: PlainText(literal: "申报单位请求延期"), by: City.bureau)
    #expect(try store.calls(by: Acting("viewer", .desk)).first?.call == later)
    #expect(throws: StoreError.notPermitted(.publishCall)) { try store.publishCall(later, by: City.department) }
  }
}
