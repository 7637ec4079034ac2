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

/// Centers that keep, owe and are behind.
enum DutyScene {
  static let today = DeskFixture.day("2026-06-25")
  static let text = PlainText(literal: "研发方向和年度计划")

  static func fill(_ fixture: DeskFixture) throws {
    let (store, host) = (fixture.store.under(DeskFixture.surroundings(on: today)), Acting("host", .desk))
    let employer = try fixture.text(fixture.host(of: "CZ-01"))
    func member(_ name: String, _ employer: PlainText, _ duty: CommitteeMember.Duty? = nil) throws -> CommitteeMember {
      CommitteeMember(name: try fixture.text(name), employer: employer, duty: duty)
    }
    let outside = try fixture.text("燕赵示例大学")
    let day = DeskFixture.day("2026-03-12")
    try store.nameCommittee(
      .advisory, of: "CZ-01",
      [member("顾明川", outside, .chair), member("周文澜", outside), member("沈一舟", employer, .officer)], since: day, by: host)
    try store.enterMeeting(
      CommitteeMeeting(
        of: .advisory, on: day, agenda: [.direction, .work], outcome: text, minutes: fixture.text("技指委纪要〔2026〕1号"), today: today),
      of: "CZ-01", by: host)
    try store.enterDuties(
      Duty.plan.parts.map { try DutyRecord(.plan, part: $0, year: 2026, on: day, text: text, today: today) }, of: "CZ-01",
      by: DeskFixture.bureau)
    try store.enterDuties(
      [DutyRecord(.accounts, part: .books, on: day, text: text, evidence: fixture.text("财务部档案"), today: today)], of: "CZ-01", by: host)
  }
}

@MainActor
@Suite("Pictures of operating duties")
struct DutyPictureTests {
  /// What people wrote, which stands there in every language.
  private static let written = [
    "研发方向和年度计划", "渤海样例大学", "燕赵示例大学", "顾明川", "周文澜", "沈一舟", "技指委纪要〔2026〕1号", "财务部档案", "陶然", "叶青禾", "河北青岚管道装备有限公司",
    "沧州市油气管道防腐技术创新中心",
  ]

  @Test("look as somebody has seen them", arguments: ["duties", "dutyFile", "dutyMeeting", "dutyParts", "dutyList", "dutyListArticle"])
  func pictures(_ scene: String) throws {
    let fixture = try MatterScene.fixture()
    try DutyScene.fill(fixture)
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try DeskForTests(
        fixture, scene.hasPrefix("dutyList") ? "bureau" : "host", columns: size.columns, rows: size.rows, language: size.language,
        on: DutyScene.today)
      switch scene {
      case "duties": desk.open(DutiesScreen(desk.sitting, code: "CZ-01", at: .accounts))
      case "dutyFile": desk.open(DutyScreen(desk.sitting, code: "CZ-01", duty: .advisoryCommittee, on: DutyScene.today))
      case "dutyMeeting", "dutyParts":
        desk.open(DutiesScreen(desk.sitting, code: "CZ-01", at: scene == "dutyParts" ? .rules : .managementMeeting))
        desk.press(KeyPress(.function(2)))
      default:
        desk.open(DutyListScreen(desk.sitting))
        if scene == "dutyListArticle" {
          desk.press(KeyPress(.function(2)))
          desk.type("15\n")
        }
      }
      desk.checkFrame("\(scene) \(size)", allowing: Self.written)
      try desk.checkPicture("\(scene)-\(size)")
    }
  }
}
