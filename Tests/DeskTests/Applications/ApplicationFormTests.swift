import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The application form while it is written")
struct ApplicationFormTests {
  private let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.withApplications() }

  /// The host at the form of an application.
  private func form(_ number: String, columns: Int = 80, rows: Int = 24, at field: String? = nil) throws -> (
    DeskForTests, ApplicationFormScreen
  ) {
    let host = try DeskForTests(fixture, "host", columns: columns, rows: rows)
    let screen = ApplicationFormScreen(host.sitting, number: number)
    host.open(screen)
    if let field { go(host, screen, field) }
    return (host, screen)
  }

  /// Goes to a field with Tab.
  private func go(_ host: DeskForTests, _ screen: ApplicationFormScreen, _ field: String) {
    for _ in 0..<120 where screen.state?.form.idInHand != field { host.press(KeyPress(.tab)) }
    #expect(screen.state?.form.idInHand == field)
  }

  private func clear(_ host: DeskForTests) { for _ in 0..<30 { host.press(KeyPress(.backspace)) } }

  private func draft(_ change: (inout ApplicationForm) throws -> Void) throws -> String {
    let number = try fixture.draftApplication()
    var form = try kept(number)
    try change(&form)
    try fixture.store.saveApplication(number, form, by: DeskFixture.host)
    return number
  }

  private func kept(_ number: String) throws -> ApplicationForm {
    try fixture.store.application(number, by: DeskFixture.host).form
  }

  @Test("It says of a name that an active center bears what the file says of it, and whose it is, while it is typed")
  func name() throws {
    let number = try fixture.draftApplication()
    let (host, screen) = try form(number)
    #expect(host.shows("9.7✓"))
    clear(host)
    host.type("沧州市弯管智能制造技术创新中心")
    #expect(host.shows("9.7✗"))
    #expect(host.shows("CZ-03 沧州市弯管智能制造技术创新中心"))
    host.pass(.milliseconds(500))
    #expect(try fixture.store.application(number, by: DeskFixture.host).eligibility == screen.state?.eligibility)
    // What others find meanwhile is told, too.
    let check = try CreditCheck(
      on: DeskFixture.today, source: fixture.text("信用中国"), isGood: false, result: fixture.text("行政处罚"))
    try fixture.store.recordCreditCheck(number, check, by: DeskFixture.bureau)
    screen.changed(StoreNews(items: []))
    host.press(KeyPress(.end))
    #expect(host.shows("9.4✗"))
  }

  @Test("A list to tick is walked with Up and Down and ticked under the cursor, and its hint says so")
  func ticking() throws {
    let number = try draft { $0.documents = [] }
    let (host, screen) = try form(number, at: "documents")
    #expect(host.shows("上下键移动，空格勾选"))
    host.press(KeyPress(.down), .character(" "))
    host.press(KeyPress(.down))
    let underCursor = host.terminal.text[host.terminal.frames.last?.cursor?.row ?? 0]
    #expect(underCursor.contains("财务报表"))
    host.press(.character(" "))
    #expect(screen.state?.form.text(of: "documents") == "实施方案、财务报表")
    host.type("1")
    #expect(screen.state?.values.documents?.count == 3)
    host.press(KeyPress(.up))
    #expect(screen.state?.form.idInHand == "co_builders")
    host.press(KeyPress(.down), KeyPress(.function(1)))
    #expect(host.shows("上下键在各项间移动"))
  }

  @Test(
    "A number that is wrong stands as it was typed with what is wrong, is not saved, and leaving asks; the store keeps what it had",
    arguments: [
      ("fixed_staff", "2.5", "“2.5”不是整数"), ("fixed_staff", "-4", "“-4”不能小于 0"), ("fixed_staff", "abc", "“abc”不是整数"),
      ("own_ip", "99999999", "“99999999”数字过大"), ("host.last_year_revenue", "1,5x", "“1,5x”不是数字"),
      ("host.last_year_revenue", "-1", "“-1”不能小于 0"),
    ])
  func wrong(field: String, typed: String, problem: String) throws {
    let number = try fixture.draftApplication()
    let before = try kept(number)
    let (host, screen) = try form(number, columns: 120, rows: 40, at: field)
    clear(host)
    host.type(typed)
    host.pass(.milliseconds(500))
    #expect(screen.state?.form.text(of: field) == typed)
    #expect(host.shows(problem))
    #expect(host.shows("1 栏有误，未保存"))
    #expect(!host.shows("已保存"))
    // The findings beside it say that it is wrong, and what would be right; nothing is missing.
    let wrong = screen.state?.eligibility.findings.flatMap(\.parts).compactMap { $0.wrong?.zh } ?? []
    // Proprietary technology is enough where the number of own rights cannot be read.
    #expect(wrong.count == (field == "own_ip" ? 0 : 1) && wrong.allSatisfy { $0.hasPrefix(problem) })
    #expect(!host.text.contains(/请补填/))
    host.press(KeyPress(.escape))
    #expect(host.shows("填写有误，没有保存"))
    host.press(.character("n"))
    #expect(host.runtime.top === screen)
    host.press(KeyPress(.escape), .character("y"))
    #expect(host.runtime.top !== screen)
    #expect(try kept(number) == before)
  }

  @Test("F3 goes to the fields that are wrong, fail or are missing, in the order of the form, and round its end")
  func unmet() throws {
    let number = try draft {
      $0.center.field = nil
      $0.host.lastYearTechnologySpending = 20
      $0.proprietaryTechnology = nil
      $0.ownIP = nil
      $0.fixedStaff = 3
      $0.inspection = nil
      $0.documents = []
    }
    let (host, screen) = try form(number)
    #expect(host.shows("9.2✗"))
    var visited: [String] = []
    for _ in 0..<8 {
      host.press(KeyPress(.function(3)))
      visited.append(screen.state?.form.idInHand ?? "")
    }
    #expect(
      visited == [
        "center.field", "host.last_year_technology_spending", "own_ip", "proprietary_technology", "fixed_staff", "inspection", "documents",
        "center.field",
      ])
    #expect(host.shows("技术领域未填"))
    go(host, screen, "host.last_year_technology_spending")
    #expect(host.shows("20 万元，要求：不少于 100 万元"))
    // Nothing of an empty form is passed over.
    let empty = try fixture.store.beginApplication(year: 2026, department: fixture.text("盐山县科学技术局"), by: DeskFixture.host)
    let (_, blank) = try form(empty)
    let open = try #require(blank.state?.openFields)
    #expect(open.contains("leader") && open.contains("premises") && open.contains("creditGood") && open.contains("co_builders"))
  }

  @Test("With co-builders F3 goes to what each agreement lacks")
  func unmetAgreements() throws {
    let number = try draft {
      $0.coBuilders = [
        CoBuilder(name: try fixture.text("渤海示范大学"), agreement: .complete), CoBuilder(agreement: .signed([.form])), CoBuilder(),
      ]
    }
    let (_, screen) = try form(number)
    #expect(
      screen.state?.openFields == [
        "builder.1.agreement", "builder.2.signed", "share.conditions", "share.staff", "share.projects", "share.results",
      ])
  }

  @Test("What is said of a condition and has no room is marked as cut, and F11 shows all of it")
  func cut() throws {
    let number = try draft {
      $0.coBuilders = try (1...4).map { CoBuilder(name: try fixture.text("渤海示范大学第\($0)实验室"), agreement: .signed([])) }
    }
    let (host, screen) = try form(number, at: "share.conditions")
    #expect(host.terminal.text.contains { $0.contains("…") })
    #expect(host.shows("F11 全文"))
    #expect(!host.shows("第4实验室"))
    #expect(screen.state?.reasonInHand?.zh.hasPrefix("请补填：") == true)
    host.press(KeyPress(.function(11)))
    #expect(host.text.contains("第4实验室"))
  }

  @Test("A co-builder of whom something is written is taken away only when asked for twice; the keys stand in the footer")
  func removing() throws {
    let number = try draft { $0.coBuilders = [CoBuilder(name: try fixture.text("渤海示范大学"))] }
    let (host, screen) = try form(number, at: "builder.0.kind")
    #expect(host.shows("F5 加单位") && host.shows("F6 删单位") && host.shows("Esc 返回"))
    host.press(KeyPress(.function(6)), KeyPress(.enter))
    #expect(screen.state?.values.coBuilders?.count == 1)
    host.press(KeyPress(.function(6)), .character("y"))
    #expect(screen.state?.values.coBuilders?.isEmpty == true)
    #expect(try kept(number).coBuilders == [])
  }

  @Test("Why the application was returned stands above the form")
  func returned() throws {
    let number = try fixture.draftApplication(failing: true)
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    try fixture.store.stepApplication(
      number, .returnForCorrection(reason: fixture.text("上一年销售收入请按审计报告更正")), by: DeskFixture.yanshan)
    let (host, _) = try form(number)
    #expect(host.terminal.text.prefix(3).contains { $0.contains("退回理由：上一年销售收入请按审计报告更正") })
  }

  @Test("Enter lists the answers of a choice that has no room for them, and places that are often written")
  func listing() throws {
    let number = try draft {
      $0.center.field = nil
      $0.coBuilders = [CoBuilder(name: try fixture.text("渤海示范大学"))]
    }
    let (host, screen) = try form(number, at: "center.field")
    #expect(host.shows("回车列出全部可选项"))
    host.press(KeyPress(.enter))
    #expect(host.shows("现代农业") && host.shows("管道装备"))
    host.type("现代农业")
    host.press(KeyPress(.enter))
    #expect(screen.state?.values.center.field?.string == "现代农业")
    #expect(screen.state?.form.idInHand == "center.research_direction")
    go(host, screen, "builder.0.province")
    host.press(KeyPress(.enter))
    host.type("河北")
    host.press(KeyPress(.enter))
    #expect(screen.state?.values.coBuilders?.first?.province?.string == "河北省")
    #expect(try kept(number).coBuilders?.first?.province?.string == "河北省")
  }

  @Test("Units stand beside the fields, whichever is in hand", arguments: [(80, 24), (120, 40)])
  func units(columns: Int, rows: Int) throws {
    let (host, screen) = try form(try fixture.draftApplication(), columns: columns, rows: rows, at: "creditGood")
    #expect(host.terminal.text.contains { $0.contains("上一年销售收入") && $0.contains("万元") })
    go(host, screen, "leader")
    #expect(host.terminal.text.contains { $0.contains("固定人员") && $0.contains(" 人") })
  }

  @Test("Withdrawing is asked once more")
  func withdrawing() throws {
    let number = try fixture.draftApplication()
    let host = try DeskForTests(fixture, "host")
    let screen = ApplicationScreen(host.sitting, number: number)
    host.open(screen)
    let file = try #require(screen.file)
    screen.begin(.withdraw, file)
    host.press(KeyPress(.end))
    host.type("另行申请")
    host.press(KeyPress(.function(2)))
    #expect(host.shows("撤回后不能恢复"))
    host.press(KeyPress(.enter))
    #expect(try fixture.store.application(number, by: DeskFixture.host).summary.stage == .draft)
    host.press(KeyPress(.function(2)), .character("y"))
    #expect(try fixture.store.application(number, by: DeskFixture.host).summary.stage != .draft)
  }
}
