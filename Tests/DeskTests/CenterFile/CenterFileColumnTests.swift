import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("The cursor in a center's file whose parts stand beside each other")
struct CenterFileColumnTests {
  private func desk(columns: Int = 120) throws -> (DeskForTests, CenterFileScreen) {
    let desk = try DeskForTests(DeskFixture.scored(), "bureau", columns: columns, rows: 40)
    let screen = CenterFileScreen(desk.sitting, code: "CZ-01")
    desk.open(screen)
    return (desk, screen)
  }

  @Test("goes to the other column and back by the arrows and by Tab, and ends with the lines of its own")
  func columns() throws {
    let (desk, screen) = try desk()
    #expect(desk.shows("另一栏") && desk.terminal.cursor?.column == 1)
    desk.press(KeyPress(.right), KeyPress(.down))
    #expect(screen.rowInHand?.hasPrefix("2024\t81.20") == true && (desk.terminal.cursor?.column ?? 0) > 58)
    desk.checkFrame()
    desk.press(KeyPress(.end), KeyPress(.down))
    #expect(screen.rowInHand?.contains("19/19") == true)
    desk.press(KeyPress(.left))
    #expect(screen.rowInHand?.isEmpty == false && desk.terminal.cursor?.column == 1)
    // Where the other column ends above it, it goes to the last line there.
    desk.press(KeyPress(.end), KeyPress(.tab))
    #expect(screen.rowInHand?.contains("19/19") == true)
    desk.press(KeyPress(.tab), KeyPress(.home))
    #expect(screen.rowInHand == "基本信息")
  }

  @Test("goes to a line that is clicked, in either column")
  func clicks() throws {
    let (desk, screen) = try desk()
    for column in [80, 10, 80] {
      desk.terminal.feed([.input(.mouse(MousePress(.left, .down, at: Position(column: column, row: 2))))])
      desk.runtime.settle()
      #expect(screen.rowInHand?.hasPrefix(column == 80 ? "2024" : "CZ-01") == true)
    }
  }

  @Test("moves through all of it where one column has room, and nothing is offered that is not there")
  func narrow() throws {
    let (desk, screen) = try desk()
    desk.press(KeyPress(.tab))
    desk.terminal.resize(columns: 80, rows: 24)
    desk.runtime.settle()
    #expect(!desk.shows("另一栏") && desk.terminal.cursor?.column == 1)
    desk.press(KeyPress(.home))
    #expect(screen.rowInHand == "基本信息")
    for _ in 0..<14 { desk.press(KeyPress(.down)) }
    #expect(screen.rowInHand?.isEmpty == false)
  }

  @Test("opens the page of a duty, which tells all of what a line has no room for")
  func duty() throws {
    let fixture = try DeskFixture.scored()
    let long = try fixture.text(String(repeating: "研发防腐涂层，", count: 12) + "直至中试")
    try fixture.store.enterDuties(
      [DutyRecord(.plan, part: Duty.plan.parts.first, year: 2026, on: DeskFixture.today, text: long, today: DeskFixture.today)],
      of: "CZ-01",
      by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 40)
    desk.open(CenterFileScreen(desk.sitting, code: "CZ-01"))
    desk.press(KeyPress(.end))
    #expect(desk.shows("研发防腐涂层") && !desk.shows("直至中试"))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is DutyScreen && desk.shows("直至中试"))
  }
}
