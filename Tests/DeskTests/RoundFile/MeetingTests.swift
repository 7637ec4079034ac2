import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("A panel's meeting: running order, the center in hand, who must step out (回避)")
struct MeetingTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.scored() }

  private func desk() throws -> DeskForTests {
    let desk = try DeskForTests(fixture, "bureau")
    desk.open(RoundFileScreen(desk.sitting, year: 2026))
    desk.press(KeyPress(.function(11)))
    return desk
  }

  @Test("It begins with the center in hand and goes on by keys that are no letters, to the last and no further")
  func order() throws {
    let desk = try desk()
    #expect(desk.runtime.top is MeetingScreen && desk.shows("1 / 8   CZ-01") && desk.shows("河北青岚管道装备有限公司"))
    #expect(desk.shows("已交评分表 3 份，分配 3 份") && desk.shows("得分核定后显示"))
    desk.press(KeyPress(.right))
    #expect(desk.shows("2 / 8   CZ-02"))
    desk.press(KeyPress(.left), KeyPress(.left))
    #expect(desk.shows("1 / 8   CZ-01") && desk.runtime.shownNotice?.zh == "已是第一个中心")
    desk.press(KeyPress(.end), KeyPress(.enter))
    #expect(desk.shows("8 / 8   CZ-08") && desk.runtime.shownNotice?.zh == "已是最后一个中心")
  }

  @Test("Who is tied to the center in hand must step out, unless away; the others stay")
  func steppingOut() throws {
    let desk = try desk()
    for _ in 0..<5 { desk.press(KeyPress(.right)) }
    // 周文澜 works for the host of CZ-06.
    #expect(desk.shows("CZ-06") && desk.shows("现任职于依托单位“沧州云帆食品有限公司”"))
    #expect(desk.shows("不评本中心："))
    desk.press(KeyPress(.function(5)))
    let place = try #require(
      fixture.store.panelMembers(year: 2026, center: "CZ-06", by: DeskFixture.bureau).firstIndex { $0.login == "zhou" })
    for _ in 0..<place { desk.press(KeyPress(.down)) }
    desk.press(KeyPress(.enter), KeyPress(.escape))
    #expect(desk.shows("到会专家都不须回避") && !desk.shows("周文澜"))
    desk.press(KeyPress(.right))
    #expect(desk.shows("CZ-07") && !desk.shows("周文澜"))
  }

  @Test("The score shows once it is settled, and not before")
  func score() throws {
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    let desk = try desk()
    #expect(desk.shows("得分 92.33  优秀"))
  }
}
