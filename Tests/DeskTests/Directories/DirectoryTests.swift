import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The directories by keys")
struct DirectoryTests {
  private let fixture: DeskFixture

  init() throws { fixture = try DirectoryScene.fixture() }

  private func desk(_ login: String, columns: Int = 80, rows: Int = 24) throws -> DeskForTests {
    try DeskForTests(fixture, login, columns: columns, rows: rows)
  }

  @Test("Staff come from the first screen to an expert's record, declare a conflict there, and go on to the sheets of a round")
  func experts() throws {
    let bureau = try desk("bureau")
    bureau.press(KeyPress(.end), KeyPress(.enter))
    #expect(bureau.runtime.top is DirectoriesScreen)
    bureau.type("1")
    bureau.type("/lin\n")
    bureau.press(KeyPress(.enter))
    #expect(bureau.shows("林若溪") && bureau.shows("历年评审"))
    bureau.checkFrame()
    bureau.press(KeyPress(.function(2)))
    bureau.type("CZ-03")
    bureau.press(KeyPress(.tab))
    bureau.type("师生")
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows("已申报回避"))
    #expect(try fixture.store.conflicts(by: DeskFixture.bureau).contains { $0.expert.string == "lin" && $0.center.string == "CZ-03" })
    for _ in 0..<30 where !bureau.line.contains("2026") { bureau.press(KeyPress(.down)) }
    bureau.press(KeyPress(.enter))
    #expect(bureau.runtime.top is ExpertSheetsScreen)
  }

  @Test("A filter leaves those of a field or a kind; another's change keeps the row and the filter")
  func filter() throws {
    let bureau = try desk("bureau", columns: 120, rows: 40)
    bureau.open(ExpertDirectory.screen(bureau.sitting))
    bureau.press(KeyPress(.function(3)))
    bureau.type("管理\n")
    #expect(bureau.shows("1 / 共 3 条") && bureau.shows("林若溪"))
    _ = try fixture.store.importExperts(
      fixture.numbered([
        ExpertRecord(login: fixture.text("an"), name: fixture.text("安然"), employer: fixture.text("渤海示范大学"), kind: .management)
      ]), by: DeskFixture.bureau)
    bureau.runtime.announce(StoreNews(items: [.init(act: "import.experts", login: "bureau")]))
    bureau.press(KeyPress(.escape))
    bureau.open(ExpertDirectory.screen(bureau.sitting))
    bureau.type("y")
    #expect(bureau.terminal.copied.last?.hasPrefix("an\t安然") == true)
  }

  @Test("An expert finds the own record by the palette, and no list of the others")
  func own() throws {
    let zhou = try desk("zhou", columns: 120, rows: 40)
    zhou.runtime.paletteEntries = { [sitting = zhou.sitting] in sitting.paletteEntries($0) }
    zhou.type(":记录\n")
    #expect(zhou.shows("历年评审") && zhou.shows("公布后可见"))
    zhou.checkFrame()
    zhou.open(ExpertDirectory.screen(zhou.sitting))
    #expect(zhou.shows("共 1 条"))
  }

  @Test("The audit log opens at its end, a form filters it, a link opens with before and after, and its object opens")
  func audit() throws {
    let bureau = try desk("bureau", columns: 120, rows: 40)
    bureau.open(AuditScreen(bureau.sitting))
    #expect(bureau.line.contains("停用账号"))
    bureau.press(KeyPress(.function(3)))
    for _ in 0..<2 { bureau.press(KeyPress(.tab)) }
    bureau.type("CZ-04")
    bureau.press(KeyPress(.function(2)))
    bureau.checkFrame()
    #expect(bureau.shows("找到") && bureau.line.contains("申报回避"))
    bureau.press(KeyPress(.enter))
    #expect(bureau.shows("曾任该中心技术顾问") && bureau.shows("上一条"))
    bureau.checkFrame()
    bureau.press(KeyPress(.function(5)))
    #expect(bureau.terminal.copied.last?.count ?? 0 > 64)
    for _ in 0..<30 where !bureau.line.contains("CZ-04") || !bureau.line.contains(">") { bureau.press(KeyPress(.down)) }
    bureau.press(KeyPress(.enter))
    #expect(bureau.runtime.top is CenterFileScreen)
    bureau.press(KeyPress(.escape), KeyPress(.escape))
    bureau.press(KeyPress(.function(4)))
    #expect(bureau.shows("共"))
  }

  @Test("What others do comes on top of the log while the same link stays selected, filtered or not")
  func auditNews() throws {
    let bureau = try desk("bureau", columns: 120, rows: 40)
    bureau.open(AuditScreen(bureau.sitting))
    bureau.press(KeyPress(.down), KeyPress(.down))
    let number = bureau.line.split(separator: " ").first
    try fixture.store.declareConflict(center: "CZ-03", expert: "he", reason: fixture.text("师生"), by: DeskFixture.bureau)
    bureau.terminal.feed([.timeout])
    bureau.runtime.announce(StoreNews(items: [.init(act: "conflict.declare", login: "bureau")]))
    bureau.press(KeyPress(.function(11)))
    #expect(bureau.line.split(separator: " ").first == number && bureau.shows("利害关系 CZ-03 he"))
  }

  @Test("Verifying says that the chain is whole and copies its head")
  func verify() throws {
    let bureau = try desk("bureau")
    bureau.open(AuditScreen(bureau.sitting))
    bureau.press(KeyPress(.function(5)))
    #expect(bureau.shows("审计链完好"))
    let head = try fixture.store.auditHead(by: DeskFixture.bureau)
    #expect(bureau.terminal.copied.last == "\(head.number) \(head.hash)")
    bureau.checkFrame()
  }

  @Test("Nobody but staff opens the audit log", arguments: ["viewer", "zhou", "host"])
  func auditForbidden(login: String) throws {
    let desk = try desk(login)
    desk.open(AuditScreen(desk.sitting))
    #expect(desk.shows("未能读取"))
    desk.checkFrame()
  }

  @Test("A viewer finds the public notices by the palette, sees what runs first, and reads how to object")
  func notices() throws {
    let notices = try DirectoryScene.notices()
    let viewer = try DeskForTests(notices, "viewer", columns: 80, rows: 24, on: DirectoryScene.noticeDay)
    viewer.runtime.paletteEntries = { [sitting = viewer.sitting] in sitting.paletteEntries($0) }
    viewer.type(":公示\n")
    #expect(viewer.line.contains("拟新建") && viewer.shows("还有 4 个工作日"))
    viewer.checkFrame()
    viewer.press(KeyPress(.enter))
    #expect(viewer.shows("如何提出异议") && viewer.shows("署真实姓名"))
    viewer.checkFrame()
    viewer.press(KeyPress(.escape))
    viewer.press(KeyPress(.down), KeyPress(.enter))
    #expect(viewer.shows("市科技局网站"))
  }

  @Test("The administrator makes a user, changes the organization, disables the login with a reason and enables it again")
  func users() throws {
    let admin = try desk("admin", columns: 120, rows: 40)
    admin.open(UserDirectory.screen(admin.sitting))
    admin.press(KeyPress(.insert))
    admin.type("newdept")
    admin.press(KeyPress(.tab))
    admin.type("顾明川")
    admin.checkFrame()
    admin.press(KeyPress(.function(2)))
    #expect(try fixture.store.member("newdept").role == .viewer)
    admin.type("/newdept\n")
    admin.press(KeyPress(.enter))
    #expect(admin.shows("用户 newdept") && admin.shows("没有公钥"))
    admin.press(KeyPress(.function(4)))
    admin.type("调离")
    admin.press(KeyPress(.function(2)))
    admin.type("y")
    #expect(admin.shows("起停用"))
    admin.checkFrame()
    #expect(throws: StoreError.unknownLogin("newdept")) { try fixture.store.member("newdept") }
    admin.press(KeyPress(.function(4)))
    #expect(admin.shows("可用"))
    #expect(try fixture.store.member("newdept").role == .viewer)
  }

  @Test("Staff correct an organization; its centers and people open from it")
  func organizations() throws {
    let bureau = try desk("bureau", columns: 120, rows: 40)
    bureau.open(OrganizationDirectory.screen(bureau.sitting))
    bureau.type("/渤海示范\n")
    bureau.press(KeyPress(.enter))
    #expect(bureau.shows("渤海示范大学") && bureau.shows("林若溪"))
    bureau.press(KeyPress(.function(2)))
    bureau.press(KeyPress(.tab))
    bureau.type("河北省")
    bureau.checkFrame()
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows("已更正"))
    #expect(try fixture.store.organizationFile("渤海示范大学", by: DeskFixture.bureau).record.province?.string == "河北省")
    for _ in 0..<30 where !bureau.line.contains("lin") { bureau.press(KeyPress(.down)) }
    bureau.press(KeyPress(.enter))
    #expect(bureau.shows("专家 lin"))
  }

  @Test("A department's page leads to its centers and is corrected by staff; for a viewer the key says whose it is")
  func departments() throws {
    let bureau = try desk("bureau", columns: 120, rows: 40)
    bureau.open(DepartmentDirectory.screen(bureau.sitting))
    bureau.type("/盐山\n")
    bureau.press(KeyPress(.enter))
    #expect(bureau.shows("管辖") && bureau.shows("yanshan 叶青禾"))
    for _ in 0..<30 where !bureau.line.contains("CZ-") { bureau.press(KeyPress(.down)) }
    bureau.press(KeyPress(.enter))
    #expect(bureau.runtime.top is CenterFileScreen)
    let viewer = try desk("viewer")
    viewer.open(DepartmentDirectory.page(viewer.sitting, "盐山县科学技术局"))
    viewer.press(KeyPress(.function(2)))
    #expect(viewer.shows("由市科技局更正") && !viewer.shows("叶青禾"))
  }

  @Test("A field is found by its English name, tells whether the call names it, and leads to its centers and to the registry")
  func fields() throws {
    let fields = try DirectoryScene.fields()
    let bureau = try DeskForTests(fields, "bureau", columns: 80, rows: 24)
    bureau.runtime.paletteEntries = { [sitting = bureau.sitting] in sitting.paletteEntries($0) }
    bureau.type(":产业集群\n")
    bureau.type("/pipeline\n")
    #expect(bureau.line.contains("管道装备") && bureau.line.contains("2026"))
    bureau.checkFrame()
    bureau.press(KeyPress(.enter))
    #expect(bureau.shows("2026 年度优先布局") && bureau.shows("Pipeline equipment"))
    bureau.checkFrame()
    for _ in 0..<30 where !bureau.line.contains("CZ-05") { bureau.press(KeyPress(.down)) }
    bureau.press(KeyPress(.enter))
    #expect(bureau.runtime.top is CenterFileScreen)
    bureau.press(KeyPress(.escape), KeyPress(.function(4)))
    #expect(bureau.runtime.top is RegistryScreen && bureau.shows("CZ-05") && !bureau.shows("CZ-06"))
    bureau.checkFrame()
    bureau.press(KeyPress(.escape))
    for _ in 0..<30 where !bureau.line.contains("管件热成形") { bureau.press(KeyPress(.down)) }
    bureau.press(KeyPress(.enter))
    #expect(bureau.runtime.top is ApplicationScreen)
  }

  @Test("What centers name and no list holds is marked, and F3 leaves it alone; a viewer is told of no applications")
  func unlistedFields() throws {
    let fields = try DirectoryScene.fields()
    let viewer = try DeskForTests(fields, "viewer", columns: 80, rows: 24)
    viewer.open(FieldDirectory.screen(viewer.sitting))
    #expect(!viewer.shows("在办申请"))
    viewer.press(KeyPress(.function(3)))
    viewer.type("未列入\n")
    #expect(viewer.shows("1 / 共 17 条") && viewer.line.contains("肃宁针纺服装集群"))
    viewer.press(KeyPress(.enter))
    #expect(viewer.shows("未列入名录") && viewer.shows("CZ-10") && !viewer.shows("在办申请"))
    viewer.checkFrame()
  }

  @Test("Who may not read a list is told so", arguments: ["viewer", "yanshan"])
  func forbidden(login: String) throws {
    let desk = try desk(login)
    desk.open(ExpertDirectory.screen(desk.sitting))
    #expect(desk.shows("未能读取"))
    desk.checkFrame()
  }
}
