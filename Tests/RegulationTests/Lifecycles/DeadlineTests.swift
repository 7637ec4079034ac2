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

  @Test("Article 10: whoever is too late is told so first: what is still missing would be gathered in vain", arguments: [3, 4])
  func lateFirst(month: Int) throws {
    let incomplete = try Scene.situation(Scene.day(month, 20), unknown: ["10"])
    let told = Application().refusal(.submit, by: .host, incomplete)?.phrase.zh
    #expect(told?.contains(month == 3 ? "材料或声明不齐" : "申报截止日为 2026-03-31") == true)
    var application = try Scene.application(after: 3)
    try application.take(.sendBack(reason: Scene.text), by: .bureau, try Scene.situation(Scene.day(4, 20)))
    let late = try Scene.situation(Scene.day(5, 11), unknown: ["10"])
    #expect(application.refusal(.correct, by: .host, late)?.phrase.zh.contains("补正截止日为 2026-05-10") == true)
  }

  @Test("Articles 10 and 12: a step is due since the stage began, after a notice since the day after it, with an objection since it came")
  func due() throws {
    let (arrival, day) = (Scene.day(5, 20), Scene.day)
    #expect(try Scene.application(after: 5).isDue(since: arrival, on: day(6, 30)) == arrival)
    var onNotice = try Scene.application(after: 7)
    #expect(onNotice.isDue(since: arrival, on: day(6, 8)) == nil)
    #expect(onNotice.isDue(since: arrival, on: day(6, 9)) == day(6, 9) && onNotice.isDue(since: arrival, on: day(7, 9)) == day(6, 9))
    let objection = ApplicationStep.object(
      receivedOn: day(6, 3), grounds: Scene.text, signedBy: Scene.text, evidence: Scene.text)
    try onNotice.take(objection, by: .bureau, try Scene.situation(day(6, 4)))
    #expect(onNotice.isDue(since: arrival, on: day(6, 4)) == day(6, 3) && onNotice.isDue(since: arrival, on: day(6, 30)) == day(6, 3))
    #expect(try Scene.application(after: 8).isDue(since: arrival, on: day(6, 30)) == nil)
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
