import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("The file of an application")
struct ApplicationFileTests {
  private static func day(_ text: String) -> Day { DeskFixture.day(text) }

  private func desk(_ fixture: DeskFixture, _ login: String, _ day: String = "2026-06-10", at number: String) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, columns: 120, rows: 60, on: Self.day(day))
    desk.open(ApplicationScreen(desk.sitting, number: number))
    return desk
  }

  private func store(_ fixture: DeskFixture, on day: String) -> CenterStore {
    let moment = Moment(Self.day(day), seconds: 36_000)
    return fixture.store.under(Surroundings(now: { moment }, randomBytes: Surroundings.system.randomBytes))
  }

  /// An application on notice from 20 to 27 August.
  private func noticed(_ fixture: DeskFixture) throws -> String {
    let number = try fixture.reviewedApplication()
    let august = store(fixture, on: "2026-08-20")
    let expert = Acting("he", .desk)
    try august.pledgeReview(year: 2026, by: expert)
    try august.giveOpinion(
      number,
      ExpertOpinion(
        answers: Dictionary(uniqueKeysWithValues: ExpertOpinion.conditions.map { ($0, .met) }), recommendation: .support,
        rating: Hundredths(80_00)), isSubmitted: true, by: expert)
    try august.stepApplication(number, .propose, by: DeskFixture.bureau)
    try august.stepApplication(
      number, .approve(PartyGroupDecision(on: Self.day("2026-08-19"), minutes: fixture.text("8号"))), by: DeskFixture.bureau)
    try august.stepApplication(number, .publishNotice(workingDays: 5), by: DeskFixture.bureau)
    return number
  }

  @Test("What is not met stands before what is; of what is met the figure, its unit and what was asked for stand in one line")
  func failingFirst() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication(failing: true)
    let desk = try desk(fixture, "host", at: number)
    let lines = desk.text.split(separator: "\n").map(String.init)
    let failing = try #require(lines.firstIndex { $0.contains("✗ 9.2") })
    let met = try #require(lines.firstIndex { $0.contains("✓ 9.1") })
    #expect(failing < met)
    #expect(desk.shows("上年度科技经费投入：600 万元（要求：不少于 100 万元）"))
    // In the form as it was written as well.
    #expect(desk.shows("上一年销售收入：800 万元"))
  }

  @Test("Whether anybody looked up the credit is said; the check stands among the steps with who made it")
  func credit() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let before = try desk(fixture, "bureau", at: number)
    #expect(before.shows("信用核查：未核查"))
    try fixture.store.recordCreditCheck(
      number, CreditCheck(on: Self.day("2026-06-10"), source: fixture.text("信用中国"), isGood: true, result: .empty), by: DeskFixture.bureau)
    let after = try desk(fixture, "bureau", at: number)
    #expect(!after.shows("未核查") && after.shows("信用核查：信用中国，未见不良  市科技局 沈望舒"))
  }

  @Test("What was done tells units, and the persons to the bureau only; no logins")
  func people() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    #expect(try desk(fixture, "bureau", at: number).shows("提交归口管理部门  盐山星垣管件有限公司 陶然"))
    let own = try desk(fixture, "host", at: number)
    #expect(own.shows("提交归口管理部门  盐山星垣管件有限公司") && !own.text.contains(/有限公司 (host|陶然)/))
  }

  @Test("A host turns a draft to another department, and begins anew with the form of what was withdrawn")
  func departmentAndCopy() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let host = try desk(fixture, "host", at: number)
    host.press(KeyPress(.function(6)))
    #expect(host.shows("改向哪个归口管理部门申报"))
    host.press(KeyPress(.escape))
    try fixture.store.stepApplication(number, .withdraw(reason: fixture.text("另行申报")), by: DeskFixture.host)
    let after = try desk(fixture, "host", at: number)
    after.press(KeyPress(.function(5)))
    after.type("盐山")
    after.press(KeyPress(.enter))
    #expect(after.runtime.top is ApplicationFormScreen)
    let copy = try #require(try fixture.store.applications(by: DeskFixture.host).first { $0.number != number })
    #expect(copy.name == "沧州市管件热成形技术创新中心" && copy.stage == .draft)
  }

  @Test("While the days of a notice are typed its last day is told; an objection after it is flagged before it is taken down")
  func lastDays() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try noticed(fixture)
    let late = try desk(fixture, "bureau", "2026-08-28", at: number)
    late.press(.character("2"))
    #expect(late.shows("不在公示期内提出"))
    for _ in 0..<10 { late.press(KeyPress(.backspace)) }
    late.type("20260827")
    #expect(!late.shows("不在公示期内提出") && late.shows("只登记备查，不影响认定：未署名"))
    let file = try fixture.store.application(number, by: DeskFixture.bureau)
    let told = StepFields.outcome(of: .publishNotice, ActAnswers.of(["days": .whole(5)]), file, today: Self.day("2026-08-20"))
    #expect(told?.zh.contains("公示至 2026-08-27") == true)
    #expect(StepFields.outcome(of: .publishNotice, ActAnswers.of([:]), file, today: Self.day("2026-08-20")) == nil)
  }

  @Test("An objection shows who signed it and what proves it to the bureau alone, and why it was settled to both")
  func objection() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try noticed(fixture)
    let august = store(fixture, on: "2026-08-21")
    try august.stepApplication(
      number,
      .object(
        receivedOn: Self.day("2026-08-21"), grounds: fixture.text("成果属他人"), signedBy: fixture.text("庚署"), evidence: fixture.text("证书复印件")),
      by: DeskFixture.bureau)
    try august.stepApplication(number, .settleObjection(1, isUpheld: false, reason: fixture.text("已核实无误")), by: DeskFixture.bureau)
    let bureau = try desk(fixture, "bureau", "2026-08-21", at: number)
    #expect(bureau.shows("署名：庚署") && bureau.shows("证据：证书复印件") && bureau.shows("处理：已核实无误"))
    let host = try desk(fixture, "host", "2026-08-21", at: number)
    #expect(!host.shows("庚署") && !host.shows("证书复印件") && host.shows("处理：已核实无误"))
  }

  @Test("A new call begins with the fields, documents and days of another, so many years later")
  func callLikeAnother() throws {
    let fixture = try DeskFixture.withApplications()
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40)
    desk.open(CallsScreen(desk.sitting))
    desk.press(KeyPress(.function(5)))
    #expect(desk.shows("2027-06-01") && desk.shows("2027-08-10") && desk.shows("财务报表"))
    desk.press(KeyPress(.function(2)))
    desk.press(.character("y"))
    let call = try #require(try fixture.store.calls(by: DeskFixture.bureau).first?.call)
    let model = try DeskFixture.call()
    #expect(call.year == 2027 && Set(call.priorityFields) == Set(model.priorityFields))
    #expect(try call.furtherDocuments == [fixture.text("财务报表")])
  }
}
