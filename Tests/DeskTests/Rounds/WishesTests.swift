import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Experts are drawn with wishes (article 25)")
struct WishesTests {
  private func form(_ fixture: DeskFixture) throws -> DeskForTests {
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1), by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(RoundsScreen(desk.sitting, year: 2028))
    desk.type("w")
    #expect(desk.runtime.top is ActScreen)
    return desk
  }

  private func drawn(_ fixture: DeskFixture) throws -> [String] {
    try fixture.store.assignments(year: 2028, by: DeskFixture.bureau).map { "\($0.center) \($0.expert)" }
  }

  @Test("A kind that every panel needs: the plan is tried and shown, and what was shown is drawn")
  func kind() throws {
    let fixture = try DeskFixture.scored()
    let desk = try form(fixture)
    while !(desk.terminal.cursor.map { desk.terminal.text[$0.row].contains("财务专家至少") } ?? false) { desk.press(KeyPress(.down)) }
    desk.type("1")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("2028 年度分配专家"))
    #expect(try drawn(fixture).isEmpty)
    desk.type("y")
    let lines = try drawn(fixture)
    #expect(!lines.isEmpty && lines.allSatisfy { $0.hasSuffix(" he") })
  }

  @Test("What no panel can have is told with the reason before anything is drawn")
  func short() throws {
    let fixture = try DeskFixture.scored()
    let desk = try form(fixture)
    while !(desk.terminal.cursor.map { desk.terminal.text[$0.row].contains("财务专家至少") } ?? false) { desk.press(KeyPress(.down)) }
    desk.type("2")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("专家不足") || desk.shows("不能"))
    #expect(try drawn(fixture).isEmpty)
  }

  @Test("A number that is none is told at its field", arguments: ["-1", "2.5", "好"])
  func wrong(text: String) throws {
    let fixture = try DeskFixture.scored()
    let desk = try form(fixture)
    desk.type(text)
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is ActScreen)
    #expect(try drawn(fixture).isEmpty)
  }
}
