import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@Suite("The matrix")
@MainActor
struct MatrixTests {
  private func sit(columns: Int = 120) throws -> DeskForTests {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    try fixture.fill("CZ-01")
    try fixture.fill("CZ-02")
    let desk = try DeskForTests(fixture, "zhou", columns: columns)
    desk.press(KeyPress(.home), KeyPress(.function(2)))
    return desk
  }

  @Test("turns through the indicators, round the ends")
  func turning() throws {
    let desk = try sit()
    #expect(desk.shows("1.1 组织体系"))
    desk.press(KeyPress(.left))
    #expect(desk.shows("5.4 技术交流"))
    desk.press(KeyPress(.right), KeyPress(.right))
    #expect(desk.shows("1.2 管理制度"))
    #expect(desk.shows("平均 3.95"))
  }

  @Test("what the host gave itself stands beside one's own points once the sheet is handed in, with how far it lies from them")
  func ownScores() throws {
    let fixture = try DeskFixture(asksOwnScores: true)
    for center in ["CZ-01", "CZ-02"] { try fixture.giveOwnScores(center, share: 100) }
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    for center in ["CZ-01", "CZ-02"] { try fixture.fill(center) }
    let desk = try DeskForTests(fixture, "zhou", columns: 120)
    desk.press(KeyPress(.home), KeyPress(.function(2)))
    #expect(!desk.shows("自评"))
    try fixture.store.submitSheet(year: 2026, center: "CZ-02", by: DeskFixture.zhou)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: Act.submitSheet.rawValue, login: "zhou")]))
    desk.runtime.settle()
    #expect(desk.shows("自评"))
    #expect(try #require(desk.terminal.text.first { $0.contains("CZ-02") }).contains("5.00 +1.10"))
    #expect(try !#require(desk.terminal.text.first { $0.contains("CZ-01") }).contains("5.00"))
    desk.press(KeyPress(.down), KeyPress(.enter))
    #expect(desk.runtime.top is ScoresheetScreen && desk.shows("自评 5 · 满分 5"))
  }

  @Test("opens the sheet at that indicator, and comes back")
  func opening() throws {
    let desk = try sit()
    desk.press(KeyPress(.right), KeyPress(.down), KeyPress(.enter))
    let screen = try #require(desk.runtime.top as? ScoresheetScreen)
    #expect(screen.center == "CZ-02")
    #expect(screen.state.selected.description == "1.2")
    desk.type("1")
    desk.type("\n")
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is MatrixScreen)
    #expect(desk.shows("1.00"))
  }

  @Test("asked for from a sheet, it goes back to that sheet instead of opening it twice")
  func back() throws {
    let desk = try sit()
    desk.press(KeyPress(.enter), KeyPress(.function(2)), KeyPress(.right), KeyPress(.enter))
    let screens = desk.runtime.screens.count { $0 is ScoresheetScreen }
    #expect(screens == 1)
    #expect((desk.runtime.top as? ScoresheetScreen)?.state.selected.description == "1.2")
  }

  @Test("the overview always shows the indicator in hand", arguments: [80, 100, 120, 168, 200])
  func overview(columns: Int) throws {
    let desk = try sit(columns: columns)
    desk.press(KeyPress(.tab))
    for code in IndicatorCode.all {
      #expect(desk.terminal.text[3].contains(code.description))
      desk.checkFrame()
      desk.press(KeyPress(.right))
    }
  }
}
