import CenterStore
import Regulation
import Testing

@Suite("What was done with an application stays on file")
struct ApplicationCourseTests {
  private typealias City = ApplicationCity

  /// An application on notice to which somebody objected.
  private func objected(_ city: City, isUpheld: Bool) throws -> String {
    let number = try city.application(after: 7)
    let june = city.store(on: City.day(6, 3))
    try june.stepApplication(
      number,
      .object(
        receivedOn: City.day(6, 2), grounds: PlainText("成果属他人"), signedBy: PlainText("庚署"), evidence: PlainText("证书复印件")), by: City.bureau)
    try june.stepApplication(number, .settleObjection(1, isUpheld: isUpheld, reason: PlainText("已核实")), by: City.bureau)
    return number
  }

  @Test("A certified center and an upheld objection still show notice, objections and decision (article 12)", arguments: [true, false])
  func trail(isUpheld: Bool) throws {
    let city = try City()
    let number = try objected(city, isUpheld: isUpheld)
    let store = city.store(on: City.day(6, 9))
    if !isUpheld, let last = City.path.last { try store.stepApplication(number, last.step, by: City.bureau) }
    let file = try store.application(number, by: City.bureau)
    #expect(file.summary.stage == (isUpheld ? .objectionUpheld : .certified))
    let trail = file.trail
    #expect(trail.decision?.minutes.string == "〔2026〕5号" && trail.notice?.issuedOn == City.day(6, 1))
    #expect(trail.notice?.last == City.day(6, 8) && file.application.closedNotice == trail.notice)
    let objection = try #require(trail.objections.first)
    #expect(objection.grounds.string == "成果属他人" && objection.signedBy?.string == "庚署")
    #expect(objection.settlement?.isUpheld == isUpheld && objection.settlement?.on == City.day(6, 3))
    let shown = try #require(try store.application(number, by: City.host).trail.objections.first)
    #expect(shown.signedBy == nil && shown.grounds.isEmpty && shown.evidence == nil && shown.settlement == objection.settlement)
  }

  @Test("Who took a step staff read, a host and a department of their own people only")
  func names() throws {
    let city = try City()
    let number = try city.application(after: 3)
    func told(_ who: Acting) throws -> [Bool] {
      try city.store(on: City.day(4, 20)).application(number, by: who).history.map { $0.name != nil }
    }
    #expect(try told(City.bureau) == [true, true, true])
    #expect(try told(City.department) == [false, true, false])
    #expect(try told(City.host) == [true, false, false])
  }

  @Test("A credit check that was put on file before a step of the same day stands before it, whatever day it looked at")
  func order() throws {
    let city = try City()
    let number = try city.application(after: 3)
    let store = city.store(on: City.day(4, 20))
    for day in [City.day(4, 20), City.day(4, 2)] {
      try store.recordCreditCheck(
        number, CreditCheck(on: day, source: PlainText("信用中国"), isGood: true, result: .empty), by: City.bureau)
    }
    try store.stepApplication(number, .passCheck(reason: nil), by: City.bureau)
    let kinds = try store.application(number, by: City.bureau).course.map { happening in
      switch happening {
      case .step(let event): event.step.kind.rawValue
      case .credit(let event): "\(event.check.on) on \(event.recordedOn)"
      case .review: "review"
      case .document: "document"
      }
    }
    #expect(kinds == ["submit", "recommend", "accept", "2026-04-20 on 2026-04-20", "2026-04-02 on 2026-04-20", "passCheck"])
  }

  @Test("What is done with its documents once it was handed in stands between the steps, for everybody; staff read by whom")
  func documents() throws {
    let city = try City()
    let number = try city.application(after: 0)
    let subject = AttachmentSubject.application(number)
    let march = city.store(on: City.day(3, 20))
    try march.attach(AttachmentEntry(title: PlainText("专利清单")), to: subject, by: City.host)
    let store = city.store(on: City.day(4, 20))
    for entry in City.path.prefix(3) { try city.store(on: entry.day).stepApplication(number, entry.step, by: entry.who) }
    try store.attach(AttachmentEntry(title: PlainText("审计报告"), proves: [.condition("9.2")]), to: subject, by: City.bureau)
    try store.amend(
      PlainText("专利清单"), of: subject, to: AttachmentEntry(title: PlainText("专利清单"), location: PlainText("档案柜")), by: City.bureau)
    try store.detach(PlainText("审计报告"), from: subject, by: City.bureau)
    func told(_ who: Acting) throws -> [DocumentEvent] {
      try store.application(number, by: who).course.compactMap { if case .document(let event) = $0 { event } else { nil } }
    }
    let all = try told(City.bureau)
    #expect(all.map(\.kind) == [.entered, .corrected, .removed] && all.map(\.title) == ["审计报告", "专利清单", "审计报告"])
    #expect(all.allSatisfy { $0.name != nil && $0.on == City.day(4, 20) })
    #expect(try told(City.host).map(\.kind) == all.map(\.kind) && told(City.host).allSatisfy { $0.name == nil })
  }

  @Test("Article 10: what an application was decided on stays; only what proves a step is still entered then", arguments: [true, false])
  func closed(isCertified: Bool) throws {
    let city = try City()
    let number = try city.application(after: isCertified ? 7 : 3)
    let subject = AttachmentSubject.application(number)
    let store = city.store(on: City.day(6, 9))
    let title = try PlainText("审计报告")
    try store.attach(AttachmentEntry(title: title), to: subject, by: City.bureau)
    let last: ApplicationStep = if isCertified, let step = City.path.last?.step { step } else { .failCheck(reason: title) }
    try store.stepApplication(number, last, by: City.bureau)
    let before = try store.attachments(of: subject, by: City.bureau)
    for entry in [AttachmentEntry(title: try PlainText("补充")), AttachmentEntry(title: title, proves: [.condition("9.2"), .step(1)])] {
      #expect(refusal { try store.attach(entry, to: subject, by: City.bureau) }?.article == "10")
    }
    #expect(refusal { try store.amend(title, of: subject, to: AttachmentEntry(title: title), by: City.bureau) }?.article == "10")
    #expect(refusal { try store.detach(title, from: subject, by: City.bureau) }?.article == "10")
    #expect(try store.attachments(of: subject, by: City.bureau) == before)
    try store.attach(AttachmentEntry(title: PlainText("决定文件"), proves: [.step(1)]), to: subject, by: City.bureau)
    #expect(try store.attachments(of: subject, by: City.bureau).count == 2)
  }

  @Test("Who was named, let go, handed in, took back or stepped aside, and what the group said, stands between the steps for staff")
  func review() throws {
    let city = try City()
    let number = try city.application(after: 4)
    let store = city.store(on: City.day(5, 12))
    try store.assignReviewer(number, expert: "expert4", by: City.bureau)
    try store.removeReviewer(number, expert: "expert4", reason: PlainText("出差"), by: City.bureau)
    try city.review(number)
    let leader = Acting("expert2", .desk)
    try store.takeBackOpinion(number, by: leader)
    try store.giveOpinion(number, City.opinion(Hundredths(90_00)), isSubmitted: false, by: leader)
    try store.giveOpinion(number, City.opinion(Hundredths(90_00)), isSubmitted: true, by: leader)
    try store.giveGroupOpinion(number, PlainText("同意"), by: leader)
    func told(_ who: Acting) throws -> [ReviewEvent] {
      try store.application(number, by: who).course.compactMap { if case .review(let event) = $0 { event } else { nil } }
    }
    let all = try told(City.bureau)
    #expect(
      all.map(\.kind) == [
        .named(isLeader: false), .released(reason: try PlainText("出差")), .named(isLeader: true), .handedIn, .named(isLeader: false),
        .handedIn,
        .named(isLeader: false), .handedIn, .takenBack, .handedIn, .groupOpinion(try PlainText("同意")),
      ])
    #expect(all[0].expert == "专家3" && all[0].name != nil && all[3].expert == "专家1" && all[3].name == nil)
    #expect(try told(City.host).isEmpty && told(City.department).isEmpty)
    let own = try told(Acting("expert3", .desk))
    #expect(own.map(\.kind) == [.named(isLeader: false), .handedIn, .groupOpinion(try PlainText("同意"))])
    #expect(own.map(\.expert) == ["专家2", "专家2", nil] && own.allSatisfy { $0.name == nil })
    // Once all opinions are in, the leader reads them all; why somebody was let go is the bureau's to know.
    #expect(try told(leader).count == all.count - 1)
  }

  @Test("Stepping aside stands on file with its reason")
  func steppingAside() throws {
    let city = try City()
    let number = try city.application(after: 4)
    let store = city.store(on: City.day(5, 12))
    try store.assignReviewer(number, expert: "expert3", by: City.bureau)
    try store.pledgeReview(year: 2026, by: Acting("expert3", .desk))
    try store.declareReviewConflict(number, reason: PlainText("师生关系"), by: Acting("expert3", .desk))
    let last = try store.application(number, by: City.bureau).course.last
    guard case .review(let event)? = last else { throw Absent() }
    #expect(event.kind == .steppedAside(reason: try PlainText("师生关系")) && event.expert == "专家2" && event.name == nil)
  }

  @Test("Of a center everybody reads by which document it was certified; of which application it came, who may open that")
  func origin() throws {
    let city = try City()
    let number = try city.application(after: City.path.count)
    let store = city.store(on: City.day(6, 10))
    for who in [City.bureau, City.host, City.department, Acting("expert2", .desk)] {
      #expect(try store.origin(ofCenter: "YS2026-0001", by: who)?.application == number, "\(who.login)")
    }
    for who in City.others {
      let origin = try #require(try store.origin(ofCenter: "YS2026-0001", by: who))
      #expect(origin.application == nil && origin.certification.document.string == "沧科字〔2026〕9号", "\(who.login)")
    }
    #expect(try store.origin(ofCenter: "YS2026-0002", by: City.bureau) == nil)
  }

  private struct Absent: Error {}
}
