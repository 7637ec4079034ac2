import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Articles 10 and 11: an application that comes in again")
struct ApplicationCorrectionTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.withApplications() }

  private func change(_ number: String, _ body: (inout ApplicationForm) throws -> Void) throws {
    var form = try fixture.store.application(number, by: DeskFixture.host).form
    try body(&form)
    try fixture.store.saveApplication(number, form, by: DeskFixture.host)
  }

  private func text(
    _ number: String, for login: String, _ language: Language = .zh, columns: Int = 120, rows: Int = 60
  ) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, columns: columns, rows: rows, language: language)
    desk.open(ApplicationScreen(desk.sitting, number: number))
    return desk
  }

  @Test("says at its top why the department gave it back, when, and what the host changed since")
  func department() throws {
    let number = try fixture.draftApplication()
    let subject = AttachmentSubject.application(number)
    try fixture.store.attach(AttachmentEntry(title: fixture.text("旧章程"), location: fixture.text("档案室")), to: subject, by: DeskFixture.host)
    try fixture.store.attach(AttachmentEntry(title: fixture.text("协议"), location: fixture.text("档案室")), to: subject, by: DeskFixture.host)
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    #expect(try !text(number, for: "yanshan").shows("上次退回"))
    try fixture.store.stepApplication(number, .returnForCorrection(reason: fixture.text("固定人员与社保名册不符")), by: DeskFixture.yanshan)
    try change(number) { form in
      form.fixedStaff = 30
      form.center.goals = try fixture.text("三年内建成中试线，五年内服务全市管件企业五十家，完成成果转化二十项以上，产值三亿元")
      form.proprietaryTechnology = nil
      form.coBuilders = [CoBuilder()]
      form.coBuilders?[0].name = try fixture.text("渤海示范大学")
    }
    try fixture.store.detach(fixture.text("旧章程"), from: subject, by: DeskFixture.host)
    try fixture.store.attach(AttachmentEntry(title: fixture.text("协议"), location: fixture.text("财务科")), to: subject, by: DeskFixture.host)
    try fixture.store.attach(AttachmentEntry(title: fixture.text("名册"), location: fixture.text("人事科")), to: subject, by: DeskFixture.host)
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    for login in ["yanshan", "bureau", "host"] {
      let desk = try text(number, for: login)
      for words in [
        "上次退回：2026-06-10", "固定人员与社保名册不符", "此后改动：", "固定人员：24人 → 30人", "已改写", "专有技术：已清空（原 是）", "共建单位：新增 渤海示范大学", "移除附件“旧章程”",
        "更正附件“协议”", "登记附件“名册”",
      ] {
        #expect(desk.shows(words), "\(login) \(words)")
      }
    }
    let desk = try text(number, for: "yanshan", .en, columns: 80, rows: 24)
    #expect(desk.shows("Given back: 2026-06-10") && desk.shows("Changed since: "))
    desk.checkFrame(allowing: ApplicationPictureTests.names + ["固定人员与社保名册不符", "渤海示范大学", "旧章程", "协议", "名册"])
    // What it was given back for once is no matter any more when it goes on.
    try fixture.store.stepApplication(number, .withdraw(reason: fixture.text("重新申报")), by: DeskFixture.host)
    #expect(try !text(number, for: "yanshan").shows("上次退回"))
  }

  @Test("says so to the bureau of what it sent back, and where nothing was changed says that")
  func bureau() throws {
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    try fixture.store.stepApplication(number, .recommend(reason: nil), by: DeskFixture.yanshan)
    try fixture.store.stepApplication(number, .accept, by: DeskFixture.bureau)
    #expect(try !text(number, for: "bureau").shows("上次退回"))
    try fixture.store.stepApplication(number, .sendBack(reason: fixture.text("补财务报表")), by: DeskFixture.bureau)
    try fixture.store.stepApplication(number, .correct, by: DeskFixture.host)
    let desk = try text(number, for: "bureau")
    #expect(desk.shows("上次退回：2026-06-10") && desk.shows("补财务报表") && desk.shows("此后改动：没有改动"))
  }
}

@Suite("What is written otherwise in a form")
struct FormChangeTests {
  private func form(_ names: [String]) throws -> ApplicationForm {
    var form = ApplicationForm()
    form.coBuilders = try names.map { name in
      var builder = CoBuilder()
      builder.name = try PlainText(name)
      return builder
    }
    return form
  }

  @Test(
    "A co-builder that is gone, new or renamed is told as that, whatever place it has",
    arguments: [
      (["甲", "乙"], ["乙"], ["共建单位：删去 甲"]), (["甲"], ["乙", "甲"], ["共建单位：新增 乙"]), (["甲", "乙"], ["甲", "丙"], ["共建单位 2 名称：乙 → 丙"]),
      (["甲", "乙"], ["乙", "甲"], []),
    ])
  func coBuilders(old: [String], new: [String], lines: [String]) throws {
    #expect(try FormChanges(from: form(old), to: form(new)).lines(names: FieldNames()).map(\.zh) == lines)
  }

  @Test("A text has no blank behind it, a figure its unit, in both languages")
  func units() throws {
    let (old, new) = (ApplicationForm(), ApplicationForm())
    var (before, after) = (old, new)
    (before.leader, after.leader) = (try PlainText("甲"), try PlainText("乙"))
    (before.fixedStaff, after.fixedStaff) = (8, 24)
    let lines = FormChanges(from: before, to: after).lines(names: FieldNames())
    #expect(lines.map(\.en) == ["Leader: 甲 → 乙", "Fixed staff: 8 people → 24 people"])
    #expect(lines.map(\.zh) == ["技术创新带头人：甲 → 乙", "固定人员：8人 → 24人"])
  }

  @Test("The same form has no changes")
  func same() throws {
    #expect(try FormChanges(from: form(["甲"]), to: form(["甲"])).lines(names: FieldNames()).isEmpty)
  }
}
