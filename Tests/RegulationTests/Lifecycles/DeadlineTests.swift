import Regulation
import Testing

@Suite("Articles 10 to 12: first and last days")
struct DeadlineTests {
  typealias Scene = ApplicationScene

  @Test(
    "Article 10: from the opening day to the last day an application comes in time",
    arguments: [(2, 28, false), (3, 1, true), (3, 31, true), (4, 1, false)])
  func host(_ month: Int, _ day: Int, _ isInTime: Bool) throws {
    let refusal = try Scene.call().refusal(.host, on: Scene.day(month, day))
    #expect((refusal == nil) == isInTime)
  }

  @Test("Article 10: a department recommends until its last day", arguments: [(15, true), (16, false)])
  func department(_ day: Int, _ isInTime: Bool) throws {
    let application = try Scene.application(after: 1)
    let refusal = application.refusal(.recommend, by: .department, try Scene.situation(Scene.day(4, day)))
    #expect((refusal == nil) == isInTime)
    #expect(isInTime || refusal?.phrase.en.contains("2026-04-15") == true)
  }

  @Test(
    "Article 10: what the bureau admitted is taken whenever it comes, for the last day it admitted and no other",
    arguments: CallDeadline.allCases)
  func admitted(_ deadline: CallDeadline) throws {
    var application = Application()
    let late = try Scene.situation(Scene.day(7, 1))
    try application.take(.admitLate(deadline, reason: Scene.text), by: .bureau, late)
    #expect((application.refusal(.submit, by: .host, late) == nil) == (deadline == .host))
  }

  @Test(
    "Article 12: an objection is in time from the day of the notice to its last day",
    arguments: [(5, 31, false), (6, 1, true), (6, 8, true), (6, 9, false)])
  func objection(_ month: Int, _ day: Int, _ isInTime: Bool) throws {
    let notice = try PublicNotice(issuedOn: Scene.day(6, 1), workingDays: 5, calendar: try WorkingDays.standard.get())
    #expect(notice.last == Scene.day(6, 8))
    let objection = Objection(
      number: 1, filedOn: Scene.day(month, day), grounds: Scene.text, signedBy: Scene.text, evidence: Scene.text)
    #expect(objection.isAdmissible(under: notice) == isInTime)
    #expect(objection.holdsUp(under: notice) == isInTime)
  }

  @Test("Article 12: holidays and make-up days are counted, from the day after: a notice of 30 September ends after the holidays")
  func holidays() throws {
    let notice = try PublicNotice(issuedOn: Scene.day(9, 30), workingDays: 5, calendar: try WorkingDays.standard.get())
    // 1 to 7 October are off, Saturday the 10th is worked: 8, 9, 10, 12, 13.
    #expect(notice.last == Scene.day(10, 13))
    #expect(!notice.isProvisional)
  }
}
