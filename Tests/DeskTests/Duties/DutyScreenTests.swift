import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Operating duties by keys (articles 6, 7 and 14 to 24)")
struct DutyScreenTests {
  private let fixture: DeskFixture

  init() throws { fixture = try MatterScene.fixture() }

  private func desk(_ login: String, columns: Int = 80, rows: Int = 24) throws -> DeskForTests {
    try DeskForTests(fixture, login, columns: columns, rows: rows, on: DutyScene.today)
  }

  @Test("A host enters a meeting from its center's file, corrects and takes it out; the department reads it and enters nothing")
  func meeting() throws {
    let host = try desk("host")
    host.open(CenterFileScreen(host.sitting, code: "CZ-01"))
    host.type("t")
    #expect(host.runtime.top is DutiesScreen && host.shows("截至今日"))
    host.checkFrame()
    for _ in 0..<5 { host.press(KeyPress(.down)) }
    host.press(KeyPress(.function(2)))
    #expect(host.shows("办法第15条"))
    host.checkFrame()
    host.press(KeyPress(.tab))
    host.type("1")
    host.press(KeyPress(.tab), KeyPress(.tab))
    host.type("技指委纪要〔2026〕1号")
    host.press(KeyPress(.function(2)))
    #expect(host.runtime.top is DutiesScreen && host.shows("已落实（2026 年）"))
    host.press(KeyPress(.enter))
    #expect(host.runtime.top is DutyScreen && host.shows("技指委纪要〔2026〕1号"))
    host.checkFrame()
    host.press(KeyPress(.enter))
    host.press(KeyPress(.tab), KeyPress(.tab))
    host.type("同意研发方向")
    host.press(KeyPress(.function(2)))
    #expect(host.shows("同意研发方向"))

    let department = try desk("yanshan")
    department.open(DutiesScreen(department.sitting, code: "CZ-01", at: .advisoryMeeting))
    department.press(KeyPress(.function(2)))
    #expect(department.shows("由依托单位或市科技局登记"))
    department.press(KeyPress(.enter))
    #expect(department.shows("同意研发方向"))

    host.type("x")
    host.type("重复")
    host.press(KeyPress(.function(2)))
    #expect(host.shows("没有在案的记录"))
  }

  @Test("A committee is written member by member; what its article lacks is told at once, and the bureau's hand is marked")
  func committee() throws {
    let bureau = try desk("bureau", columns: 120, rows: 40)
    bureau.open(DutiesScreen(bureau.sitting, code: "CZ-01", at: .advisoryCommittee))
    bureau.press(KeyPress(.function(2)))
    let host = try fixture.host(of: "CZ-01")
    bureau.terminal.feed([.input(.paste("顾明川，渤海样例大学，主任\n沈一舟，\(host)，负责人"))])
    bureau.runtime.settle()
    #expect(bureau.shows("✗ 第15条 技术指导委员会：2 人中 2 人") && bureau.shows("可以登记，但该项职责不算落实"))
    bureau.checkFrame()
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows("2 人中 2 人"))
    bureau.press(KeyPress(.enter))
    #expect(bureau.shows("市科技局代录") && bureau.shows("沈一舟，中心负责人"))
    bureau.checkFrame()
  }

  @Test("A duty of several parts is written part by part; what is on file stands in the form, and only what is new is written")
  func parts() throws {
    let host = try desk("host", columns: 120, rows: 40)
    host.open(DutiesScreen(host.sitting, code: "CZ-01", at: .accounts))
    host.press(KeyPress(.function(2)))
    host.type("专账一册")
    host.press(KeyPress(.function(2)))
    #expect(host.shows("财政经费单独核算"))
    host.press(KeyPress(.function(2)))
    host.press(KeyPress(.function(2)))
    #expect(host.shows("没有填写新内容"))
    host.press(KeyPress(.enter))
    host.press(KeyPress(.tab))
    host.type("无财政经费")
    host.press(KeyPress(.function(2)))
    #expect(host.runtime.top is DutiesScreen)
    host.press(KeyPress(.enter))
    #expect(host.shows("专账一册") && host.shows("无财政经费") && host.shows("已落实"))
  }

  @Test("The rules open at the first article that the selected center is behind on; a department and a host read whose centers they see")
  func inHand() throws {
    try DutyScene.fill(fixture)
    let (bureau, department, host) = (try desk("bureau"), try desk("yanshan"), try desk("host"))
    let list = DutyListScreen(bureau.sitting)
    bureau.open(list)
    let behind = try #require(
      try fixture.store.under(DeskFixture.surroundings(on: DutyScene.today)).dutyStandings(by: DeskFixture.bureau).first)
    let duty = try #require(Duty.allCases.first { behind.standing(of: $0).state == .behind })
    #expect(list.ruleInHand == .article(duty.article))
    for _ in 0..<3 { bureau.press(KeyPress(.tab)) }
    #expect(list.ruleInHand == .article(duty.article))
    #expect(bureau.shows("全部条款  全市  全部部门"))
    department.open(DutyListScreen(department.sitting))
    #expect(department.shows("全部条款  本部门  截至今日") && !department.shows("全市"))
    host.open(DutyListScreen(host.sitting))
    #expect(host.shows("全部条款  本单位  截至今日"))
    // An empty list names the keys that do something here.
    for _ in 0..<4 where !host.shows("没有这样的中心") { host.press(KeyPress(.tab)) }
    #expect(host.shows("Tab 换情况，F2 换条款。"))
  }

  @Test("From the list of duties a document is entered for the one under the cursor")
  func documentOfDuty() throws {
    try DutyScene.fill(fixture)
    let host = try desk("host", columns: 120, rows: 40)
    host.open(DutiesScreen(host.sitting, code: "CZ-01", at: .advisoryMeeting))
    host.type("dn")
    host.type("技指委纪要")
    for _ in 0..<3 { host.press(KeyPress(.tab)) }
    host.type("纪要.pdf")
    host.press(KeyPress(.function(2)))
    #expect(host.shows("证明 技术指导委员会会议 2026-03-12"))
  }

  @Test("A document is entered for the record under the cursor, told beneath it, and read by the department; undone it is gone")
  func documents() throws {
    try DutyScene.fill(fixture)
    let host = try desk("host", columns: 120, rows: 40)
    host.open(DutiesScreen(host.sitting, code: "CZ-01", at: .advisoryMeeting))
    host.press(KeyPress(.enter))
    #expect(host.runtime.top is DutyScreen && host.terminal.text.last?.contains("附件（0）") == true)
    host.type("d")
    #expect(host.runtime.top is AttachmentsScreen && host.shows("技术指导委员会会议"))
    host.type("n")
    host.checkFrame()
    host.type("技指委纪要")
    for _ in 0..<3 { host.press(KeyPress(.tab)) }
    host.type("纪要.pdf")
    host.press(KeyPress(.function(2)))
    #expect(host.shows("证明 技术指导委员会会议 2026-03-12"))
    host.checkFrame()
    host.press(KeyPress(.escape))
    #expect(host.runtime.top is DutyScreen && host.shows("附件：技指委纪要 · 纪要.pdf"))
    #expect(host.terminal.text.last?.contains("附件（1）") == true)
    host.checkFrame()

    let department = try desk("yanshan")
    department.open(CenterTimelineScreen(department.sitting, code: "CZ-01"))
    department.type("/技指委纪要\n")
    #expect(department.shows("技指委纪要（运行管理职责）"))
    department.press(KeyPress(.enter))
    #expect(department.runtime.top is AttachmentsScreen && department.shows("证明 技术指导委员会会议 2026-03-12"))
    department.type("n")
    #expect(department.runtime.top is AttachmentsScreen)
    department.checkFrame()

    host.type("u")
    #expect(try fixture.store.attachments(of: .duties(center: "CZ-01"), by: DeskFixture.bureau).isEmpty)
  }

  @Test("Whoever has no part in duties is told so", arguments: ["zhou", "viewer"])
  func nobody(login: String) throws {
    let desk = try desk(login)
    desk.open(CenterFileScreen(desk.sitting, code: "CZ-01"))
    desk.type("t")
    #expect(desk.shows("没有您可以查看的职责记录"))
    desk.open(DutyListScreen(desk.sitting))
    desk.checkFrame()
  }
}
