import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The list of all centers' duties by keys (articles 6, 7 and 14 to 24)")
struct DutyListTests {
  private let fixture: DeskFixture

  init() throws { fixture = try MatterScene.fixture() }

  private func desk(_ login: String, columns: Int = 80, rows: Int = 24) throws -> DeskForTests {
    try DeskForTests(fixture, login, columns: columns, rows: rows, on: DutyScene.today)
  }

  @Test("Which centers of one county are behind on article 15: the article, the county, in a few keys")
  func list() throws {
    try DutyScene.fill(fixture)
    let bureau = try desk("bureau")
    bureau.type(":运行管理\n")
    #expect(bureau.runtime.top is DutyListScreen)
    bureau.press(KeyPress(.function(2)))
    bureau.type("15\n")
    #expect(bureau.shows("第15条") && bureau.shows("逾期"))
    bureau.press(KeyPress(.function(4)))
    bureau.type("盐山\n")
    #expect(bureau.shows("第15条  依托单位在盐山县  全部部门"))
    bureau.checkFrame()
    bureau.press(KeyPress(.tab))
    bureau.checkFrame()
    bureau.press(KeyPress(.tab))
    bureau.press(KeyPress(.tab))
    bureau.type("/CZ-01\n")
    bureau.press(KeyPress(.enter))
    #expect(bureau.runtime.top is DutiesScreen && bureau.shows("运行管理职责 › CZ-01"))
  }

  @Test("A center under a municipal department is found in the county of its host; its department is another way, and both can be meant")
  func county() throws {
    try fixture.store.correctOrganization(
      OrganizationRecord(name: fixture.text(fixture.host(of: "CZ-04")), county: fixture.text("黄骅市")), by: DeskFixture.bureau)
    let bureau = try desk("bureau", columns: 120, rows: 40)
    bureau.open(DutyListScreen(bureau.sitting))
    bureau.type("c黄骅\n")
    #expect(bureau.shows("依托单位在黄骅市  全部部门") && bureau.shows("CZ-04") && !bureau.shows("CZ-05") && !bureau.shows("CZ-01"))
    bureau.press(KeyPress(.function(4)))
    bureau.type("全部\n")
    bureau.type("d工业和信息化\n")
    #expect(bureau.shows("全市  沧州市工业和信息化局") && bureau.shows("CZ-04") && bureau.shows("CZ-05") && !bureau.shows("CZ-01"))
    bureau.type("c未填\n")
    #expect(bureau.shows("依托单位所在地未登记  沧州市工业和信息化局") && bureau.shows("CZ-05") && !bureau.shows("CZ-04"))
    bureau.checkFrame()
  }

  @Test("A year that was missed stands beside the kept one, in the center's screen and in the list, of one article and of all")
  func missed() throws {
    try DutyScene.fill(fixture)
    let bureau = try desk("bureau")
    bureau.open(DutiesScreen(bureau.sitting, code: "CZ-01", at: .advisoryMeeting))
    #expect(bureau.shows("已落实（2026 年）；缺 2025 年"))
    bureau.checkFrame()
    bureau.press(KeyPress(.enter))
    #expect(bureau.shows("已落实（2026 年）；缺 2025 年"))
    let wide = try desk("bureau", columns: 160, rows: 40)
    wide.open(DutyListScreen(wide.sitting))
    for _ in 0..<3 { wide.press(KeyPress(.tab)) }
    wide.type("/CZ-01\n")
    #expect(wide.shows("往年缺：第 15、19 条"))
    wide.type("a15\n")
    #expect(wide.shows("技术指导委员会会议（缺 2025 年）"))
    wide.checkFrame()
  }

  @Test("On another day it stood otherwise: the next 1 January shows what will be behind")
  func anotherDay() throws {
    try DutyScene.fill(fixture)
    let bureau = try desk("bureau")
    bureau.open(DutiesScreen(bureau.sitting, code: "CZ-01", at: .plan))
    bureau.type("g")
    bureau.press(KeyPress(.down), KeyPress(.enter))
    #expect(bureau.shows("截至 2027-01-01"))
    bureau.checkFrame()
  }

  @Test(
    "A day is typed as people write it; what is none, lies before the rules or beyond the next year is told beside the field",
    arguments: ["2026-03-31", "2026/3/31", "20260331", "2026年3月31日", "２０２６．３．３１"])
  func typedDay(_ text: String) throws {
    try DutyScene.fill(fixture)
    let bureau = try desk("bureau")
    bureau.open(DutyListScreen(bureau.sitting))
    bureau.type("g")
    bureau.press(KeyPress(.end), KeyPress(.enter))
    #expect(bureau.runtime.top is ActScreen)
    for (wrong, told) in [
      ("2026-02-30", "不是日期，请写成 2026-06-30"), ("2025-10-30", "办法自 2025-10-31 起施行，此前没有这些职责（第32条）"), ("20280101", "最晚可看 2027-12-31"),
    ] {
      bureau.press(KeyPress(.end), .control("u"))
      bureau.type(wrong)
      bureau.press(KeyPress(.function(2)))
      #expect(bureau.runtime.top is ActScreen && bureau.shows(told), "\(wrong)")
      bureau.checkFrame()
    }
    bureau.press(KeyPress(.end), .control("u"))
    bureau.type(text)
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.runtime.top is DutyListScreen && bureau.shows("截至 2026-03-31"))
    // Of a center it is the same day.
    bureau.press(KeyPress(.enter))
    #expect(bureau.runtime.top is DutiesScreen && bureau.shows("截至 2026-03-31"))
  }

  @Test(
    "A day is typed into the list of days itself; what is none, or of which nothing is known, is said and chosen by no Enter",
    arguments: ["2026-03-31", "2026/3/31", "20260331", "2026年3月31日"])
  func typedAtOnce(_ text: String) throws {
    let bureau = try desk("bureau")
    bureau.open(DutyListScreen(bureau.sitting))
    bureau.type("g2026-02-30")
    #expect(bureau.shows("年月日：2026-03-31、2026/3/31、20260331"))
    bureau.press(KeyPress(.enter))
    #expect(bureau.runtime.isModal)
    bureau.press(.control("u"))
    bureau.type("2025-10-30\n")
    #expect(bureau.runtime.isModal && bureau.shows("此前没有这些职责"))
    bureau.checkFrame()
    bureau.press(.control("u"))
    bureau.type(text + "\n")
    #expect(!bureau.runtime.isModal && bureau.shows("截至 2026-03-31"))
  }

  @Test("The footer of the list names the key of the departments where there is hardly room", arguments: Language.allCases)
  func footer(language: Language) throws {
    try DutyScene.fill(fixture)
    let bureau = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language)
    bureau.open(DutyListScreen(bureau.sitting))
    #expect(bureau.terminal.text.last?.contains(language == .zh ? "d 部门" : "d dept") == true)
  }
}
