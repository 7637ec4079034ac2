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
    #expect(try !DeskForTests(fixture, "he").shows("请您评审的申请"))
    _ = try fixture.reviewedApplication()
    let expert = try DeskForTests(fixture, "he")
    #expect(expert.shows("请您评审的申请有 1 件：按 a 或 F4。"))
    #expect(expert.text.split(separator: "\n").last?.contains("申请评审") == true)
    // Who has handed in is waited for no more.
    #expect(try !DeskForTests(fixture, "lin").shows("请您评审的申请"))
  }
}
