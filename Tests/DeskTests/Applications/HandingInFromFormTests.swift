import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("Article 10: an application is handed in from its form")
struct HandingInFromFormTests {
  private let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.withApplications() }

  private func stage(_ number: String) throws -> ApplicationStage {
    try fixture.store.application(number, by: DeskFixture.host).summary.stage
  }

  @Test("F2 saves what was just typed, asks as the steps of the file do, and leads back to the file; the footer and the commands name it")
  func handingIn() throws {
    let number = try fixture.draftApplication()
    let host = try DeskForTests(fixture, "host")
    host.open(ApplicationScreen(host.sitting, number: number))
    host.press(KeyPress(.function(4)))
    #expect(host.runtime.top is ApplicationFormScreen)
    #expect(host.shows("F2 提交"))
    host.type("甲")
    host.press(KeyPress(.function(2)))
    #expect(host.shows("提交归口管理部门？"))
    #expect(host.shows("本单位不能再修改"))
    // The question can be thought better of.
    host.press(KeyPress(.escape))
    #expect(try stage(number) == .draft)
    host.press(.control("p"))
    host.type("提交")
    #expect(host.shows("提交"))
    host.press(KeyPress(.enter))
    #expect(host.shows("提交归口管理部门？"))
    host.press(.character("y"))
    #expect(try stage(number) == .submitted)
    #expect(host.runtime.top is ApplicationScreen)
    #expect(try fixture.store.application(number, by: DeskFixture.host).form.center.name?.string.hasSuffix("甲") == true)
  }

  @Test("Without the declaration or with a figure that is wrong it is refused with the reason, at once and not first by the store")
  func refused() throws {
    let number = try fixture.draftApplication()
    var form = try fixture.store.application(number, by: DeskFixture.host).form
    form.declarationSigned = nil
    try fixture.store.saveApplication(number, form, by: DeskFixture.host)
    let host = try DeskForTests(fixture, "host")
    let screen = ApplicationFormScreen(host.sitting, number: number)
    host.open(screen)
    host.press(KeyPress(.function(2)))
    #expect(host.shows("材料或声明不齐"))
    for _ in 0..<120 where screen.state?.form.idInHand != "fixed_staff" { host.press(KeyPress(.tab)) }
    host.type("x")
    host.press(KeyPress(.function(2)))
    #expect(host.shows("填写有误，没有保存：固定人员"))
    #expect(try stage(number) == .draft)
    // From anywhere F2 leads to the field that is wrong.
    host.press(KeyPress(.tab), KeyPress(.tab), KeyPress(.function(2)))
    #expect(screen.state?.form.idInHand == "fixed_staff")
  }

  @Test("The question names the department, tells what is not met from what is not stated, and says that no field of technology is")
  func question() throws {
    let number = try fixture.draftApplication()
    var form = try fixture.store.application(number, by: DeskFixture.host).form
    form.center.field = nil
    form.host.lastYearRevenue = 999
    form.fixedStaff = nil
    try fixture.store.saveApplication(number, form, by: DeskFixture.host)
    let host = try DeskForTests(fixture, "host")
    host.open(ApplicationFormScreen(host.sitting, number: number))
    host.press(KeyPress(.function(2)))
    #expect(host.shows("提交后由盐山县科学技术局审核"))
    #expect(host.shows("• 不符合：办法第9条第2项；") && host.shows("• 未填或待判定：办法第9条第5项") && host.shows("• 技术领域未填（办法第8条）"))
  }

  @Test("A letter typed at a row of choices says how to choose")
  func letters() throws {
    let host = try DeskForTests(fixture, "host")
    let screen = ApplicationFormScreen(host.sitting, number: try fixture.draftApplication())
    host.open(screen)
    for _ in 0..<120 where screen.state?.form.isChoosing != true { host.press(KeyPress(.tab)) }
    host.type("天")
    #expect(host.shows("输入法开着：“天”在此不是按键；用空格、数字或 ← → 选择"))
  }

  @Test("While others have it in hand, the host reads on its first screen where it stands, and in the file what comes next")
  func afterwards() throws {
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    try fixture.store.stepApplication(number, .recommend(reason: nil), by: DeskFixture.yanshan)
    let host = try DeskForTests(fixture, "host")
    #expect(host.shows("没有待我办理的") && host.shows("已推荐待受理 1 件"))
    host.open(ApplicationScreen(host.sitting, number: number))
    #expect(host.shows("下一步：市科技局受理、初审") && !host.shows("填写"))
  }

  @Test("What was given back is told on the host's first screen, with its own last day")
  func givenBack() throws {
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    try fixture.store.stepApplication(number, .returnForCorrection(reason: fixture.text("财务报表缺章")), by: DeskFixture.yanshan)
    let host = try DeskForTests(fixture, "host")
    #expect(host.shows("待我办理 1 件，今日起，退回待补正 1 件（2026-07-15 前）"))
  }

  @Test("What the bureau sent back goes to the bureau again, and the question says so")
  func correcting() throws {
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    try fixture.store.stepApplication(number, .recommend(reason: nil), by: DeskFixture.yanshan)
    try fixture.store.stepApplication(number, .accept, by: DeskFixture.bureau)
    try fixture.store.stepApplication(number, .sendBack(reason: fixture.text("财务报表缺章")), by: DeskFixture.bureau)
    let host = try DeskForTests(fixture, "host")
    host.open(ApplicationFormScreen(host.sitting, number: number))
    #expect(host.shows("F2 提交补正"))
    host.press(KeyPress(.function(2)))
    #expect(host.shows("提交补正？") && host.shows("市科技局"))
    #expect(!host.shows("归口管理部门审核"))
    host.press(.character("y"))
    #expect(try stage(number) == .checking)
  }
}
