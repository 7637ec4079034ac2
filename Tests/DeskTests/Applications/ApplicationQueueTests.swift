import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("The list of applications")
struct ApplicationQueueTests {
  @Test("What waits for experts does not wait for the bureau, which is told how many are missing; what is open is shown instead")
  func experts() throws {
    let fixture = try DeskFixture.withApplications()
    _ = try fixture.reviewedApplication()
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(ApplicationsScreen(desk.sitting))
    #expect(desk.shows("待我办理 0 件"))
    #expect(desk.shows("未办结（1）"))
    #expect(desk.shows("待专家 1 位"))
    // Of the name that tells it apart.
    #expect(desk.shows("管件热成形  "))
  }

  @Test("A host's first screen tells of its draft and the last day; a digit leads there, where it stands with that day")
  func draft() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24)
    #expect(desk.shows("1 申请：待我办理 1 件，今日起"))
    desk.press(.character("1"))
    #expect(desk.runtime.top is ApplicationsScreen)
    #expect(desk.shows(number) && desk.shows("2026-06-30"))
    // Handed in, nothing waits any more, but the list is not empty.
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    let after = try DeskForTests(fixture, "host", columns: 80, rows: 24)
    after.press(.character("1"))
    #expect(after.shows("待我办理 0 件") && after.shows(number) && after.shows("2026-07-15"))
  }

  @Test("A list that runs empty while somebody looks at it shows what is still open")
  func runsEmpty() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let desk = try DeskForTests(fixture, "host")
    let screen = ApplicationsScreen(desk.sitting)
    desk.open(screen)
    #expect(desk.shows("显示：待我办理（1）"))
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    screen.appeared()
    desk.press(KeyPress(.tab))
    #expect(desk.shows("显示：未办结（1）") && desk.shows(number))
  }
}
