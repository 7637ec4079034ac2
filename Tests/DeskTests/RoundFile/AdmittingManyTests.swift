import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Several centers are admitted late for one reason (article 27)")
struct AdmittingManyTests {
  @Test("Marked by Space, named first with their number, each told of after; what is refused stays marked and keeps no other")
  func several() throws {
    let fixture = try DeskFixture()
    try fixture.store.openRound(2028, RoundPlan(materialBy: DeskFixture.today), by: DeskFixture.bureau)
    let late = DeskFixture.today.adding(days: 5)
    let store = fixture.store.under(DeskFixture.surroundings(on: late))
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, on: late)
    desk.open(RoundFileScreen(desk.sitting, year: 2028))
    let screen = try #require(desk.runtime.top as? RoundFileScreen)
    for code in ["CZ-06", "CZ-07"] {
      desk.press(KeyPress(.home))
      for _ in 0..<20 where screen.state?.center != code { desk.press(KeyPress(.down)) }
      desk.type(" ")
    }
    #expect(desk.shows("已标记 2") && desk.terminal.text.last?.contains("b 准予 2 个逾期") == true)
    desk.checkFrame()
    // Meanwhile somebody else defers one of them.
    try store.stepRound(2028, .postpone("CZ-07", reason: fixture.text("停产检修")), by: DeskFixture.bureau)
    desk.type("b")
    #expect(desk.runtime.top is ActScreen && desk.shows("共 2 个：CZ-06、CZ-07"))
    desk.press(KeyPress(.tab))
    desk.type("洪水断路")
    desk.press(KeyPress(.function(2)))
    desk.type("y")
    #expect(desk.runtime.isModal && desk.shows("准予逾期 1/2 个") && desk.shows("CZ-06  已准予逾期") && desk.shows("CZ-07  "))
    desk.press(KeyPress(.enter))
    #expect(screen.state?.marks == ["CZ-07"])
    let round = try store.roundFile(2028, by: DeskFixture.bureau).round
    #expect(round[center: "CZ-06"].admitted == [.material] && round[center: "CZ-08"].admitted.isEmpty)
  }
}
