import DeskRuntime
import Regulation
import Testing
import Widgets

@testable import CenterStore
@testable import Desk

@MainActor
@Suite("The first screen says which applications wait")
struct WaitingApplicationsTests {
  @Test("A department reads how many wait, how long, until when, and under which digit; a host sees until when it can apply")
  func ownCenters() throws {
    let fixture = try DeskFixture.withApplications()
    let host = try DeskForTests(fixture, "host", on: DeskFixture.day("2026-06-12"))
    #expect(host.shows("1 申请：没有待我办理的  2026 年度申报：截止 2026-06-30，还有 18 天"))
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    let department = try DeskForTests(fixture, "yanshan", on: DeskFixture.day("2026-06-20"))
    #expect(department.shows("1 申请：待我办理 1 件，最久已 10 天  2026 年度推荐：截止 2026-07-15，还有 25 天"))
    department.type("1")
    #expect(department.runtime.top is ApplicationsScreen)
    let after = try DeskForTests(fixture, "yanshan", on: DeskFixture.day("2026-07-16"))
    #expect(!after.shows("年度推荐"))
  }

  @Test("In 80 columns what waits stands whole; what there is no room for is left out whole")
  func narrow() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    let department = try DeskForTests(fixture, "yanshan", columns: 80, rows: 24, on: DeskFixture.day("2026-06-20"))
    #expect(department.shows("1 申请：待我办理 1 件，最久已 10 天  推荐截止 2026-07-15"))
    try fixture.store.stepApplication(number, .returnForCorrection(reason: fixture.text("缺财务报表")), by: DeskFixture.yanshan)
    let host = try DeskForTests(fixture, "host", columns: 80, rows: 24, on: DeskFixture.day("2026-06-20"))
    let line = try #require(host.text.split(separator: "\n").first { $0.contains("1 申请：") })
    #expect(line.contains("退回待补正 1 件（2026-07-15 前）") && !line.contains("…"))
    // With room for everything, everything is told.
    let wide = try DeskForTests(fixture, "yanshan", columns: 120, rows: 24, on: DeskFixture.day("2026-06-20"))
    #expect(wide.shows("2026 年度推荐：截止 2026-07-15，还有 25 天"))
  }

  @Test("Where there is no center yet, the digit that leads to the registry is the one that is named")
  func registryDigit() throws {
    let fixture = try DeskFixture.withApplications()
    let store = fixture.store
    _ = try store.importOrganizations(
      fixture.numbered([OrganizationRecord(name: fixture.text("盐山新办有限公司"))]), by: Acting("admin", .command))
    _ = try store.importUsers(
      fixture.numbered([
        UserRecord(login: fixture.text("fresh"), name: fixture.text("新办"), role: .host, organization: fixture.text("盐山新办有限公司"))
      ]), by: Acting("admin", .command))
    let host = try DeskForTests(fixture, "fresh")
    #expect(host.shows("按 2 浏览全部管理序列"))
    host.type("2")
    #expect(host.runtime.top is RegistryScreen)
  }

  @Test("An expert is told of the applications that wait for an opinion, and the footer leads there")
  func expert() throws {
    let fixture = try DeskFixture.withApplications()
    #expect(try !DeskForTests(fixture, "he").shows("待您提交评审意见"))
    _ = try fixture.reviewedApplication()
    let expert = try DeskForTests(fixture, "he")
    #expect(expert.shows("待您提交评审意见的申请有 1 件，今日起：按 a 或 F4。"))
    #expect(try DeskForTests(fixture, "he", on: DeskFixture.day("2026-06-20")).shows("待您提交评审意见的申请有 1 件，最久已 10 天：按 a 或 F4。"))
    #expect(expert.text.split(separator: "\n").last?.contains("申请评审") == true)
    // Who has handed in is waited for no more.
    #expect(try !DeskForTests(fixture, "lin").shows("待您提交评审意见"))
  }

  @Test("A department reads no last day for what the bureau admitted late, whatever the call says (article 10)")
  func admittedLate() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    try fixture.store.stepApplication(number, .admitLate(.department, reason: fixture.text("系统停机")), by: DeskFixture.bureau)
    #expect(try !DeskForTests(fixture, "yanshan", on: DeskFixture.day("2026-06-20")).shows("截止 2026-07-15"))
  }

  @Test("The bureau reads what a notice that is over and an open objection ask of it, at 80 columns too (article 12)")
  func onNotice() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.noticedApplication()
    let home = { try DeskForTests(fixture, "bureau", columns: 80, rows: 24, on: DeskFixture.day("2026-08-30")) }
    #expect(try home().shows("待我办理 1 件，最久已 2 天，可认定 1 件"))
    let desk = try home()
    desk.open(ApplicationsScreen(desk.sitting))
    #expect(desk.text.split(separator: "\n").contains { $0.contains("08-28 起可认定") && $0.contains("2 天") })
    desk.press(KeyPress(.enter))
    #expect(desk.shows("公示期满，2026-08-28 起可予认定"))
    let august = fixture.store(on: "2026-08-21")
    try august.stepApplication(
      number,
      .object(receivedOn: august.today, grounds: fixture.text("成果属他人"), signedBy: fixture.text("庚署"), evidence: fixture.text("证书")),
      by: DeskFixture.bureau)
    #expect(try home().shows("待我办理 1 件，最久已 9 天，有异议 1 件"))
  }
}
