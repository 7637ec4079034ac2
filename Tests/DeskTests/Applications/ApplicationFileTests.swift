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

  private func desk(_ fixture: DeskFixture, _ login: String, _ day: String = "2026-06-10", at number: String, columns: Int = 120) throws
    -> DeskForTests
  {
    let desk = try DeskForTests(fixture, login, columns: columns, rows: 60, on: Self.day(day))
    desk.open(ApplicationScreen(desk.sitting, number: number))
    return desk
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

  @Test("What was done tells units, and the persons to the bureau and to their own unit; no logins")
  func people() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    #expect(try desk(fixture, "bureau", at: number).shows("提交归口管理部门  盐山星垣管件有限公司 陶然"))
    let own = try desk(fixture, "host", at: number)
    #expect(own.shows("提交归口管理部门  盐山星垣管件有限公司 陶然") && !own.text.contains("有限公司 host"))
    let other = try desk(fixture, "yanshan", at: number)
    #expect(other.shows("提交归口管理部门  盐山星垣管件有限公司") && !other.text.contains(/有限公司 (host|陶然)/))
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

  @Test("While the days of a notice are typed its last day is told; an objection after it is flagged before it is registered")
  func lastDays() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.noticedApplication()
    let late = try desk(fixture, "bureau", "2026-08-28", at: number)
    late.press(.character("2"))
    #expect(late.shows("不在公示期内提出"))
    for _ in 0..<10 { late.press(KeyPress(.backspace)) }
    late.type("20260827")
    // Before anything is written nothing is missing.
    #expect(!late.shows("不在公示期内提出") && late.shows("填写后在此提示") && !late.shows("只登记备查，不影响认定"))
    late.press(KeyPress(.tab))
    late.type("面积不实")
    #expect(late.shows("只登记备查，不影响认定：未署名"))
    let file = try fixture.store.application(number, by: DeskFixture.bureau)
    let told = StepFields.outcome(of: .publishNotice, ActAnswers.of(["days": .whole(5)]), file, today: Self.day("2026-08-20"))
    #expect(told?.zh.contains("公示至 2026-08-27") == true)
    #expect(StepFields.outcome(of: .publishNotice, ActAnswers.of([:]), file, today: Self.day("2026-08-20")) == nil)
  }

  @Test("The question before a public notice repeats its last day, and that it is provisional where the holidays of a year are not out")
  func provisionalNotice() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.opinedApplication()
    let august = fixture.store(on: "2026-08-20")
    try august.stepApplication(number, .propose, by: DeskFixture.bureau)
    try august.stepApplication(
      number, .approve(PartyGroupDecision(on: Self.day("2026-08-19"), minutes: fixture.text("8号"))), by: DeskFixture.bureau)
    for isBulk in [false, true] {
      let desk = try desk(fixture, "bureau", "2026-12-25", at: number)
      if isBulk {
        desk.open(BulkStepScreen(desk.sitting, .publishNotice, [number]) { _ in })
        desk.press(KeyPress(.function(2)))
      } else {
        desk.press(.character("1"))
      }
      desk.press(KeyPress(.function(2)))
      #expect(desk.runtime.isModal)
      let question = desk.text.filter { !" \n│".contains($0) }
      #expect(question.contains("公示至2027-01-01，次日起可认定（节假日未公布，暂定）。"))
      desk.type("n")
    }
  }

  @Test("An objection shows who signed it and what proves it to the bureau alone, and why it was settled to both")
  func objection() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.objectedApplication()
    let bureau = try desk(fixture, "bureau", "2026-08-21", at: number)
    #expect(bureau.shows("署名：庚署") && bureau.shows("证据：证书复印件") && bureau.shows("处理：已核实无误"))
    let host = try desk(fixture, "host", "2026-08-21", at: number)
    #expect(!host.shows("庚署") && !host.shows("证书复印件") && host.shows("处理：已核实无误"))
  }

  @Test("Of an objection that holds nothing up everybody reads that it does not, and the bureau alone why")
  func objectionOnFile() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.objectedApplication()
    let store = fixture.store.under(DeskFixture.surroundings(on: DeskFixture.day("2026-08-20")))
    try store.stepApplication(
      number,
      .object(receivedOn: DeskFixture.day("2026-08-20"), grounds: fixture.text("听说造假"), signedBy: nil, evidence: nil),
      by: DeskFixture.bureau)
    #expect(try desk(fixture, "bureau", "2026-08-21", at: number, columns: 200).shows("登记备查，不影响认定：未署名"))
    for login in ["host", "yanshan"] {
      let desk = try desk(fixture, login, "2026-08-21", at: number, columns: 200)
      #expect(desk.shows("登记备查，不影响认定") && !desk.shows("未署名") && !desk.shows("待处理") && !desk.shows("听说造假"))
    }
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

  @Test("Bad credit without what was found is told beside that field, which is in hand then and is nowhere said to be optional")
  func badCredit() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let desk = try desk(fixture, "bureau", at: number)
    desk.press(KeyPress(.function(11)))
    #expect(!desk.text.contains("可空"))
    desk.press(KeyPress(.tab))
    desk.type("信用中国")
    desk.press(KeyPress(.tab), .character("2"))
    desk.press(KeyPress(.function(2)))
    #expect(!desk.runtime.isModal && desk.shows("信用不良的，须写明查得的情况"))
    desk.type("列入失信名单")
    desk.press(KeyPress(.function(2)))
    #expect(try fixture.store.application(number, by: DeskFixture.bureau).creditChecks.map(\.check.isGood) == [false])
  }

  @Test("An objection is read while it is settled, and settling it asks first, upheld or not", arguments: [1, 2])
  func settling(answer: Int) throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.noticedApplication()
    let august = fixture.store(on: "2026-08-21")
    for (grounds, name) in [("成果属他人", "庚署"), ("数据不实", "辛署")] {
      try august.stepApplication(
        number,
        .object(
          receivedOn: Self.day("2026-08-21"), grounds: fixture.text(grounds), signedBy: fixture.text(name), evidence: fixture.text("证书复印件")),
        by: DeskFixture.bureau)
    }
    let desk = try desk(fixture, "bureau", "2026-08-21", at: number)
    desk.type("3")
    #expect(desk.runtime.top is ActScreen && desk.shows("第 1 号异议，2026-08-21 收到") && desk.shows("成果属他人") && desk.shows("署名：庚署"))
    desk.type(" ")
    #expect(desk.shows("第 2 号异议") && desk.shows("数据不实") && !desk.shows("成果属他人"))
    desk.press(KeyPress(.tab), .character(answer == 1 ? "1" : "2"), KeyPress(.tab))
    desk.type("已核实")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal && desk.shows("办理后不能撤回"))
    desk.type("y")
    #expect(try fixture.store.application(number, by: DeskFixture.bureau).trail.objections[1].settlement?.isUpheld == (answer == 2))
  }

  @Test("Who stepped aside is not among the named ones, and how many are lacking is told")
  func steppedAside() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    try fixture.store.pledgeReview(year: 2026, by: Acting("he", .desk))
    try fixture.store.declareReviewConflict(number, reason: fixture.text("师生关系"), by: Acting("he", .desk))
    let desk = try desk(fixture, "bureau", at: number)
    #expect(desk.shows("专家评审：2/3 份，平均 84.75，还须安排 1 人（F5）"))
    desk.press(KeyPress(.function(5)))
    #expect(desk.shows("已安排 2 人，另 1 人回避，至少 3 人"))
  }
}
