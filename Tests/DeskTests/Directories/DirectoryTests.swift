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
    #expect(bureau.line.split(separator: " ").first == number && bureau.shows("conflict/CZ-03/he"))
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

/// What the directories show in tests.
enum DirectoryScene {
  static let noticeDay = DeskFixture.day("2026-08-21")

  /// An application on notice, and a center whose revocation is published.
  static func notices() throws -> DeskFixture {
    let fixture = try DeskFixture.withApplications()
    _ = try fixture.noticedApplication()
    let number = try fixture.store.proposeRevocation(of: "CZ-04", MatterScene.fraud, by: DeskFixture.bureau)
    let august = fixture.store.under(DeskFixture.surroundings(on: DeskFixture.day("2026-08-03")))
    try august.stepRevocation(
      number, .revoke(reason: fixture.text("属实"), document: fixture.text("沧科字〔2026〕9号")), by: DeskFixture.bureau)
    try august.stepRevocation(
      number, .publish(on: DeskFixture.day("2026-08-03"), where: fixture.text("市科技局网站")), by: DeskFixture.bureau)
    return fixture
  }

  /// A call with priorities and an application, a center of a field that no list holds and one that names none.
  static func fields() throws -> DeskFixture {
    let fixture = try DeskFixture.withApplications()
    _ = try fixture.draftApplication()
    func center(_ code: String, _ name: String, field: String) throws -> CenterRecord {
      CenterRecord(
        code: try fixture.text(code), name: try fixture.text(name), host: try fixture.text("青县禾穗农业有限公司"), hostKind: .enterprise,
        department: try fixture.text("青县科学技术局"), field: try fixture.text(field), certifiedOn: DeskFixture.day("2025-09-01"))
    }
    _ = try fixture.store.importCenters(
      fixture.numbered([
        center("CZ-10", "沧州市针织面料技术创新中心", field: "肃宁针纺服装集群"), center("CZ-11", "沧州市种子包衣技术创新中心", field: ""),
      ]), by: DeskFixture.bureau)
    return fixture
  }

  /// Rounds half way, a conflict, a seat on a committee, matters.
  static func fixture() throws -> DeskFixture {
    let fixture = try MatterScene.fixture()
    try fixture.store.declareConflict(center: "CZ-04", expert: "zhou", reason: fixture.text("曾任该中心技术顾问"), by: DeskFixture.bureau)
    try fixture.store.assignExpert(year: 2026, center: "CZ-08", expert: "zhou", by: DeskFixture.bureau)
    try fixture.store.releaseExpert(year: 2026, center: "CZ-08", expert: "zhou", reason: fixture.text("出差"), by: DeskFixture.bureau)
    try fixture.store.nameCommittee(
      .advisory, of: "CZ-05",
      [CommitteeMember(name: fixture.text("周文澜"), employer: fixture.text("渤海示范大学"), duty: .chair)], since: DeskFixture.day("2025-03-01"),
      by: DeskFixture.bureau)
    _ = try fixture.store.importUsers(
      fixture.numbered([UserRecord(login: fixture.text("second"), name: fixture.text("访客"), role: .viewer)]), by: Acting("admin", .command))
    try fixture.store.disableUser("second", reason: fixture.text("调离"), by: Acting("admin", .desk))
    return fixture
  }
}

@MainActor
@Suite("Pictures of the directories")
struct DirectoryPictureTests {
  /// What people wrote, which stands there in every language.
  private static let written = ["正高级工程师", "曾任该中心技术顾问", "出差", "陶然", "沧州市管件热成形技术创新中心"]

  @Test("of fields look as somebody has seen them", arguments: ["directoryFields", "directoryField"])
  func fields(_ scene: String) throws {
    let fixture = try DirectoryScene.fields()
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try DeskForTests(fixture, "bureau", columns: size.columns, rows: size.rows, language: size.language)
      desk.open(FieldDirectory.screen(desk.sitting))
      if scene == "directoryField" { desk.open(FieldDirectory.page(desk.sitting, "管道装备")) }
      desk.checkFrame("\(scene) \(size)", allowing: ["肃宁针纺服装集群", "管道装备", "沧州市管件热成形技术创新中心"])
      try desk.checkPicture("\(scene)-\(size)")
    }
  }

  @Test("of notices look as somebody has seen them", arguments: ["notices", "notice"])
  func notices(_ scene: String) throws {
    let fixture = try DirectoryScene.notices()
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try DeskForTests(
        fixture, "viewer", columns: size.columns, rows: size.rows, language: size.language, on: DirectoryScene.noticeDay)
      desk.open(NoticeDirectory.screen(desk.sitting))
      if scene == "notice" { desk.press(KeyPress(.enter)) }
      desk.checkFrame("\(scene) \(size)", allowing: Self.written)
      try desk.checkPicture("\(scene)-\(size)")
    }
  }

  @Test(
    "look as somebody has seen them",
    arguments: [
      "directories", "directoryExperts", "directoryExpert", "auditLog", "auditLink",
      "directoryUsers", "directoryUser", "directoryOrganizations", "directoryOrganization", "directoryDepartments", "directoryDepartment",
    ])
  func pictures(_ scene: String) throws {
    let fixture = try DirectoryScene.fixture()
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try DeskForTests(
        fixture, scene.hasPrefix("directoryUser") ? "admin" : "bureau", columns: size.columns, rows: size.rows, language: size.language)
      switch scene {
      case "directories": desk.open(DirectoriesScreen(desk.sitting))
      case "directoryExperts": desk.open(ExpertDirectory.screen(desk.sitting))
      case "directoryUsers": desk.open(UserDirectory.screen(desk.sitting))
      case "directoryUser": desk.open(UserDirectory.page(desk.sitting, "host"))
      case "directoryOrganizations": desk.open(OrganizationDirectory.screen(desk.sitting))
      case "directoryOrganization": desk.open(OrganizationDirectory.page(desk.sitting, "渤海示范大学"))
      case "directoryDepartments": desk.open(DepartmentDirectory.screen(desk.sitting))
      case "directoryDepartment": desk.open(DepartmentDirectory.page(desk.sitting, "盐山县科学技术局"))
      case "auditLog": desk.open(AuditScreen(desk.sitting))
      case "auditLink":
        let link = try #require(try fixture.store.findLinks(AuditFilter(act: .declareConflict), by: DeskFixture.bureau).lines.first)
        desk.open(AuditPage.screen(desk.sitting, link.number))
      default: desk.open(ExpertPage.screen(desk.sitting, "zhou"))
      }
      desk.checkFrame("\(scene) \(size)", allowing: Self.written)
      // The hashes follow from random bytes.
      if scene == "auditLink" { continue }
      try desk.checkPicture("\(scene)-\(size)")
    }
  }
}

extension DeskForTests {
  /// The row in which the cursor stands.
  var line: String {
    guard let cursor = terminal.frames.last?.cursor, terminal.text.indices.contains(cursor.row) else { return "" }
    return terminal.text[cursor.row]
  }
}
