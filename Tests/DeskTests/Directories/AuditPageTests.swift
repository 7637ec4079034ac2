import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("A link of the audit log is told in words, in both languages")
struct AuditPageTests {
  private let fixture: DeskFixture

  init() throws { fixture = try DirectoryScene.fixture() }

  private func page(of act: Act, _ language: Language, _ body: (DeskForTests) throws -> Void) throws {
    let link = try #require(try fixture.store.findLinks(AuditFilter(act: act), by: DeskFixture.bureau).lines.first)
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40, language: language)
    desk.open(AuditPage.screen(desk.sitting, link.number))
    try body(desk)
  }

  @Test("A request for changes is told as lines, the old value → the new one, and never as a document")
  func request() throws {
    try MatterScene.fill(fixture)
    try page(of: .requestChange, .zh) { desk in
      #expect(desk.shows("申请变更") && desk.shows(" → 河北青岚集团有限公司") && desk.shows("青县科学技术局") && !desk.shows("{\"") && !desk.shows("_0"))
      desk.checkFrame()
    }
  }

  @Test("Fields are called as the forms call them, and a step by its name", arguments: Language.allCases)
  func words(language: Language) throws {
    try page(of: .declareConflict, language) { desk in
      #expect(desk.shows(language == .zh ? "理由" : "reason") && desk.shows("曾任该中心技术顾问"))
    }
    try page(of: .disableUser, language) { desk in
      #expect(desk.shows(language == .zh ? "停用日期" : "disabled on") && !desk.shows("disabled_on"))
    }
    try page(of: .roundOpen, language) { desk in
      #expect(desk.shows(language == .zh ? "至少评分表数" : "sheets at least") && !desk.shows("minimum_sheets"))
    }
  }

  @Test("The members of a committee are told with name, employer and office parted, the office in words", arguments: Language.allCases)
  func members(language: Language) throws {
    try page(of: .enterDuty, language) { desk in
      #expect(desk.shows(language == .zh ? "周文澜，渤海示范大学，主任" : "周文澜, 渤海示范大学, chair"), "\(desk.text)")
    }
    #expect(AuditFieldWords.value("甲\t乙公司\t\n丙\t丁所\tofficer", of: "members", "committee/CZ-05/advisory").zh == "甲，乙公司\n丙，丁所，中心负责人")
  }

  @Test("Every word of the dictionary has both languages and no name of the program in it")
  func dictionary() {
    for name in ["center.registeredIn", "coBuilders[0].agreement.signed._0[1]", "petition.changes[0].hostName._0", "step", "own_scores"] {
      let phrase = AuditFieldWords.phrase(name)
      #expect(phrase.zh.allSatisfy { !$0.isLowercase }, "\(name): \(phrase.zh)")
      #expect(!phrase.en.contains("_") && !phrase.en.contains("["), "\(name): \(phrase.en)")
    }
  }

  @Test(
    "An object is told by its kind and its step in words, its name as it stands, in both languages; what is not known stands as the chain writes it",
    arguments: [
      ("revocation/CX2026-0001/keep", "撤销资格 CX2026-0001 · 决定不予撤销", "revocation CX2026-0001 · decide not to revoke"),
      ("application/SQ2026-0001/opinion/expert4", "申请 SQ2026-0001 · 专家意见 expert4", "application SQ2026-0001 · opinion of expert4"),
      ("application/SQ2026-0001/judgement/pilotTest", "申请 SQ2026-0001 · 认定 · 中间试验能力", ""),
      ("committee/CZ-01/advisory", "委员会 CZ-01 · 技术指导委员会", "committee CZ-01 · technical advisory committee"),
      ("duty/CZ-01/plan/plan/2025", "运行管理职责 CZ-01 · 研发计划、研发项目 · 研发计划 2025", ""),
      ("term/industry/绿色化工/一", "“2+8”产业 绿色化工 一", "2+8 industry 绿色化工 一"),
      ("pledge/call/2026/bureau", "承诺 · 申报通知 2026 bureau", "pledge · call 2026 bureau"),
      ("score/2026/CZ-01/form/1.1", "评分 2026 CZ-01 form 1.1", "score 2026 CZ-01 form 1.1"),
      ("user/expert", "用户 expert", "user expert"),
      ("committee_meeting/7", "会议 7", "meeting 7"), ("future/CZ-01", "future/CZ-01", "future/CZ-01"), ("", "", ""),
    ])
  func objects(path: String, zh: String, en: String) {
    let phrase = AuditObjectWords.phrase(path)
    #expect(phrase.zh == zh)
    #expect(en.isEmpty || phrase.en == en)
  }

  @Test("Of every object of a store that was used, the kind is known")
  func allObjects() throws {
    try MatterScene.fill(fixture)
    let lines = try fixture.store.auditLines(1...fixture.store.auditLength(by: DeskFixture.bureau), by: DeskFixture.bureau)
    #expect(lines.count > 20)
    for object in Set(lines.map(\.object)) where !object.isEmpty {
      #expect(AuditObjectWords.phrase(object).zh.first?.isASCII == false, "\(object)")
    }
  }

  @Test("An import of many is found by the code of a center in it, and shows that center's row")
  func importFound() throws {
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40)
    desk.open(AuditScreen(desk.sitting))
    desk.type("/")
    for _ in 0..<2 { desk.press(KeyPress(.tab)) }
    desk.type("center/CZ-07")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("导入技术创新中心"))
    for _ in 0..<30 where !desk.line.contains("导入技术创新中心") { desk.press(KeyPress(.down)) }
    desk.press(KeyPress(.enter))
    #expect(desk.shows("其中的 1 条") && desk.shows("中心 CZ-07") && !desk.shows("center/CZ-07"))
    desk.checkFrame()
  }
}
