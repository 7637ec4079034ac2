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

  private func note(_ login: String?, _ desk: DeskForTests) throws {
    desk.press(KeyPress(.function(5)))
    let members = try fixture.store.panelMembers(year: 2026, center: "CZ-06", by: DeskFixture.bureau)
    // The last line is about all others.
    let place = try login.map { login in try #require(members.firstIndex { $0.login == login }) } ?? members.count
    for _ in 0..<place { desk.press(KeyPress(.down)) }
    desk.press(KeyPress(.enter), KeyPress(.escape))
  }

  @Test("Who is tied to the center in hand must step out, unless away; the others stay")
  func steppingOut() throws {
    let desk = try desk()
    for _ in 0..<5 { desk.press(KeyPress(.right)) }
    // 周文澜 works for the host of CZ-06.
    #expect(desk.shows("CZ-06") && desk.shows("现任职于依托单位“沧州云帆食品有限公司”"))
    #expect(desk.shows("不评本中心："))
    // Once there, once away.
    try note("zhou", desk)
    try note("zhou", desk)
    #expect(desk.shows("还没有登记到会专家") && !desk.shows("到会专家都不须回避") && desk.shows("未到会：周文澜"))
    try note("lin", desk)
    #expect(desk.shows("到会专家都不须回避"))
    desk.press(KeyPress(.right))
    #expect(desk.shows("CZ-07") && desk.shows("未到会：周文澜"))
  }

  @Test("Who is there is on file with day and person, and told is whether enough stay for the center in hand")
  func attendance() throws {
    let desk = try desk()
    #expect(desk.shows("今天还没有登记到会") && desk.shows("到会未登记"))
    try note("lin", desk)
    #expect(desk.shows("2026-06-10 到会 1/3 名，登记人 沈望舒") && desk.shows("可评议本中心 1 名，至少 1 名：够"))
    try note(nil, desk)
    #expect(desk.shows("到会 3/3 名") && desk.shows("可评议本中心 3 名"))
    let told = try fixture.store.attendance(year: 2026, by: DeskFixture.bureau)
    #expect(told.map(\.isPresent) == [true, true, true] && told.allSatisfy { $0.on == DeskFixture.today && $0.notedBy == "沈望舒" })
    for _ in 0..<5 { desk.press(KeyPress(.right)) }
    #expect(desk.shows("CZ-06") && desk.shows("可评议本中心 0 名，至少 1 名：不够（办法第25条）"))
    // What is on file is there when somebody comes back.
    desk.press(KeyPress(.escape))
    desk.press(KeyPress(.function(11)))
    #expect(desk.shows("到会 3/3 名"))
  }

  @Test("The list of who is there begins with one person, and Space goes through there, away and not noted again; F1 says how")
  func toggling() throws {
    let desk = try desk()
    desk.press(KeyPress(.function(5)), KeyPress(.function(1)))
    #expect(desk.runtime.isModal && desk.runtime.shownNotice?.zh.contains("回车选定") == true)
    func noted() throws -> [Bool] { try fixture.store.attendance(year: 2026, by: DeskFixture.bureau).map(\.isPresent) }
    desk.type(" ")
    #expect(try noted() == [true])
    desk.type(" ")
    #expect(try noted() == [false])
    desk.type(" ")
    #expect(try noted().isEmpty && desk.runtime.isModal)
    let told = try fixture.store.roundFile(2026, by: DeskFixture.bureau).timeline.suffix(3)
    #expect(told.map { HappeningWords(happening: $0, look: desk.runtime.look).title.zh } == ["到会", "未到会", "撤去到会登记"])
  }

  @Test(
    "From the list of rounds and from the palette it is one step away, for who carries the round out",
    arguments: [("bureau", true), ("yanshan", false)])
  func ways(login: String, isConducting: Bool) throws {
    let desk = try DeskForTests(fixture, login)
    desk.open(RoundsScreen(desk.sitting))
    desk.type("v")
    #expect((desk.runtime.top is MeetingScreen) == isConducting && desk.shows("1 / 8   CZ-01") == isConducting)
    for words in ["评审会", "panel meeting", "psh"] {
      let entries = desk.sitting.paletteEntries(words).filter { $0.choice.label.zh == "2026 年度评审会" }
      #expect(entries.count == (isConducting ? 1 : 0), "\(words)")
    }
    desk.press(KeyPress(.escape))
    if isConducting {
      desk.sitting.paletteEntries("评审会").first?.run()
      desk.runtime.settle()
      #expect(desk.runtime.top is MeetingScreen)
    }
  }

  @Test("The score shows once it is settled, and not before")
  func score() throws {
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    let desk = try desk()
    #expect(desk.shows("得分 92.33  优秀"))
  }
}
