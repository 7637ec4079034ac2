import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Changes, directors, revocations and reorganisations by keys (articles 4(5), 16, 30 and 31)")
struct MatterScreenTests {
  nonisolated static let later = DeskFixture.day("2026-06-25")
  private let fixture: DeskFixture

  init() throws { fixture = try MatterScene.fixture() }

  private func desk(_ login: String, columns: Int = 80, rows: Int = 24, on day: Day? = nil) throws -> DeskForTests {
    try DeskForTests(fixture, login, columns: columns, rows: rows, on: day)
  }

  private func openFile(_ desk: DeskForTests, _ code: String = "CZ-01") { desk.open(CenterFileScreen(desk.sitting, code: code)) }

  /// Agrees to what cannot be taken back.
  private func agree(_ desk: DeskForTests) { desk.press(KeyPress(.left), KeyPress(.enter)) }

  @Test("A host asks for a change from its center's file; the department reports it; the bureau agrees, and the file shows old and new")
  func change() throws {
    let host = try desk("host")
    openFile(host)
    host.press(KeyPress(.function(2)))
    #expect(host.shows("申请变更") && host.shows("办法第31条"))
    host.press(KeyPress(.enter))
    host.checkFrame()
    host.type("河北青岚集团")
    host.press(KeyPress(.function(2)))
    #expect(host.shows("必填"))
    // The field in hand is the first that lacks something: why, then what proves it.
    host.type("更名")
    host.press(KeyPress(.tab))
    host.type("营业执照副本")
    host.press(KeyPress(.function(2)))
    #expect(host.runtime.top is CenterFileScreen && host.shows("待部门审核"))

    let department = try desk("yanshan")
    // The first screen says what waits, and only while something does.
    #expect(department.shows("变更、主任、撤销：待我办理 1 件") && !host.shows("变更、主任、撤销："))
    department.checkFrame()
    department.open(MattersScreen(department.sitting))
    #expect(department.shows("待我办理 1 件"))
    department.press(KeyPress(.enter))
    #expect(department.shows("河北青岚管道装备有限公司") && department.shows("河北青岚集团"))
    department.checkFrame()
    department.type("1")
    department.type("属实")
    department.press(KeyPress(.function(2)))
    #expect(department.shows("待科技局审核"))

    let bureau = try desk("bureau")
    bureau.open(MattersScreen(bureau.sitting))
    bureau.press(KeyPress(.enter), KeyPress(.enter))
    bureau.press(KeyPress(.enter))
    bureau.press(KeyPress(.function(2)))
    agree(bureau)
    // What the department remarked stands beside it afterwards, too.
    #expect(bureau.shows("已变更") && bureau.shows("部门审核意见"))
    #expect(try fixture.store.center(code: "CZ-01", by: DeskFixture.bureau).host.string == "河北青岚集团")
  }

  @Test(
    "A host whose center is to be revoked reads so first, until when it may reply, and which digit leads there",
    arguments: Language.allCases)
  func proposed(language: Language) throws {
    let number = try fixture.store.proposeRevocation(of: "CZ-01", MatterScene.fraud, by: DeskFixture.bureau)
    func desk(_ login: String = "host", on day: Day? = nil) throws -> DeskForTests {
      try DeskForTests(fixture, login, columns: 80, rows: 24, language: language, on: day)
    }
    let first = try desk()
    first.checkFrame(allowing: ["陶然", "沧州市油气管道防腐技术创新中心"])
    let words =
      language == .zh ? "拟撤销 CZ-01：可在 2026-06-17 前陈述意见，按 " : "CZ-01 may be revoked: reply by 2026-06-17: press "
    let line = try #require(first.terminal.text.first { $0.contains(words) })
    first.type(String(try #require(line.last { $0.isNumber })))
    #expect(first.runtime.top is MattersScreen)
    #expect(try desk(on: Self.later).shows(language == .zh ? "2026-06-17 前没有陈述意见" : "no reply came by 2026-06-17"))
    #expect(try !desk("yanshan").shows(language == .zh ? "拟撤销 CZ-01" : "may be revoked"))
    try fixture.store.stepRevocation(number, .reply(MatterScene.text), by: Acting("host", .desk))
    #expect(try desk().shows(language == .zh ? "拟撤销 CZ-01：已陈述意见，待市科技局决定，按 " : "you replied, the bureau decides: press "))
  }

  @Test("The bureau proposes, the host replies, the bureau revokes and publishes; what is too early says why")
  func revocation() throws {
    let bureau = try desk("bureau")
    openFile(bureau)
    bureau.press(KeyPress(.function(2)), KeyPress(.enter))
    #expect(bureau.shows("因何撤销 CZ-01"))
    bureau.press(KeyPress(.enter))
    bureau.checkFrame()
    bureau.type("伪造检测报告")
    bureau.press(KeyPress(.tab))
    bureau.type("三年数据不实")
    bureau.press(KeyPress(.tab))
    bureau.type("核查笔录，档案室")
    bureau.press(KeyPress(.function(2)))
    agree(bureau)
    #expect(bureau.shows("拟撤销待决定"))
    // The cursor stands on what was begun.
    bureau.press(KeyPress(.enter))
    #expect(bureau.runtime.top is MatterScreen<Revocation>)
    bureau.type("1")
    #expect(bureau.shows("依托单位可在 2026-06-17 前陈述意见"))
    bureau.checkFrame()

    let host = try desk("host")
    host.open(MatterScreen<Revocation>(host.sitting, number: "CX2026-0001"))
    host.type("1")
    host.type("系检测机构失误")
    host.press(KeyPress(.function(2)))
    #expect(host.shows("系检测机构失误"))

    bureau.runtime.settle()
    let again = try desk("bureau")
    again.open(MatterScreen<Revocation>(again.sitting, number: "CX2026-0001"))
    again.type("1")
    again.type("沧科字〔2026〕12号")
    again.press(KeyPress(.tab))
    again.type("查实")
    again.press(KeyPress(.function(2)))
    agree(again)
    #expect(again.shows("已撤销待公布"))
    #expect(try fixture.store.center(code: "CZ-01", by: DeskFixture.bureau).status == .revoked)
    again.type("3")
    again.press(KeyPress(.tab))
    again.type("市科技局网站")
    again.press(KeyPress(.function(2)))
    #expect(again.shows("人人可见"))
    agree(again)
    #expect(again.shows("已撤销并公布"))
    // From then on everybody reads why.
    let viewer = try desk("viewer")
    openFile(viewer)
    #expect(viewer.shows("严重弄虚作假（办法第30条第3项）") && viewer.shows("沧科字〔2026〕12号") && !viewer.shows("核查笔录"))
  }

  @Test(
    "A second revocation names the first, a ground that is open already cannot be chosen, and revoking says what lapses with it",
    arguments: Language.allCases)
  func second(language: Language) throws {
    try MatterScene.fill(fixture)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language, on: Self.later)
    openFile(desk)
    desk.press(KeyPress(.function(2)), KeyPress(.enter))
    #expect(desk.shows(language == .zh ? "已提出（CX2026-0001），尚未决定" : "proposed (CX2026-0001) and not decided"))
    desk.press(KeyPress(.enter))
    let words = desk.terminal.text.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains(language == .zh ? "另有拟撤销尚未决定：CX2026-0001" : "Also proposed and not decided"))
    #expect(desk.shows("CX2026-0001"))
    desk.press(KeyPress(.escape))
    desk.open(MatterScreen<Revocation>(desk.sitting, number: "CX2026-0001"))
    #expect(desk.shows(language == .zh ? "该中心其他在办事项" : "What else is open of the center"))
    desk.type("1")
    desk.type("沧科字〔2026〕12号")
    desk.press(KeyPress(.tab))
    desk.type("查实")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows(language == .zh ? "随之终止：BG2026-0001、ZR2026-0001" : "With it BG2026-0001, ZR2026-0001 lapse"))
    agree(desk)
    let change = try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language, on: Self.later)
    change.open(MatterScreen<ChangeRequest>(change.sitting, number: "BG2026-0001"))
    #expect(change.shows(language == .zh ? "已终止（已办结）" : "lapsed (closed)"))
    change.press(KeyPress(.end))
    #expect(change.shows(language == .zh ? "中心已撤销（沧科字〔2026〕12号）" : "the center is revoked (沧科字〔2026〕12号)"))
  }

  @Test("What a file left open of a center that it revokes is ended from its page, which offers nothing else")
  func lapse() throws {
    try MatterScene.fill(fixture)
    var record = try fixture.store.center(code: "CZ-01", by: DeskFixture.bureau)
    record.status = .revoked
    _ = try fixture.store.importCenters(fixture.numbered([record]), by: DeskFixture.bureau)
    let bureau = try desk("bureau", on: Self.later)
    bureau.open(MatterScreen<Revocation>(bureau.sitting, number: "CX2026-0001"))
    #expect(bureau.shows("4 终止") && !bureau.shows("1 决定撤销"))
    bureau.type("4")
    #expect(bureau.shows("中心已撤销，无可再决定"))
    bureau.checkFrame()
    bureau.type("y")
    #expect(bureau.shows("已终止（已办结）"))
  }

  @Test(
    "What is begun with a center that is revoked says why it is not, by each key", arguments: [KeyPress(.function(2)), .character("b")])
  func revoked(key: KeyPress) throws {
    var record = try fixture.store.center(code: "CZ-01", by: DeskFixture.bureau)
    record.status = .revoked
    _ = try fixture.store.importCenters(fixture.numbered([record]), by: DeskFixture.bureau)
    let bureau = try desk("bureau")
    openFile(bureau)
    bureau.press(key)
    #expect(bureau.shows("中心已撤销，不再办理变更、主任、撤销、重组"))
    bureau.open(RegistryScreen(bureau.sitting))
    bureau.press(key)
    #expect(bureau.shows("先用空格标记中心"))
  }

  @Test(
    "The file of a center that came in as reorganised says that its successor is not on file, and staff name it there",
    arguments: Language.allCases)
  func successor(language: Language) throws {
    var record = try fixture.store.center(code: "CZ-01", by: DeskFixture.bureau)
    record.status = .reorganised
    _ = try fixture.store.importCenters(fixture.numbered([record]), by: DeskFixture.bureau)
    let missing = language == .zh ? "承接中心未登记" : "successor not on file"
    let bureau = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language)
    openFile(bureau)
    #expect(bureau.shows(missing))
    bureau.press(KeyPress(.function(2)))
    bureau.checkFrame(allowing: ["周文澜", "林疏影", "何清越", "顾明川", "叶青禾"])
    bureau.type("CZ-02")
    for text in [nil, "沧科字〔2019〕2号", "档案室卷宗"] {
      bureau.press(KeyPress(.tab))
      if let text { bureau.type(text) }
    }
    bureau.press(KeyPress(.function(2)))
    agree(bureau)
    #expect(bureau.runtime.top is CenterFileScreen && !bureau.shows(missing))
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows(language == .zh ? "不再办理变更" : "nothing is begun with it any more"))
  }

  @Test("A host that moves out of the city is told so before it asks, and everybody who decides on it", arguments: Language.allCases)
  func outOfTheCity(language: Language) throws {
    let host = try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language)
    openFile(host)
    host.press(KeyPress(.function(2)), KeyPress(.enter), KeyPress(.tab), KeyPress(.tab))
    host.type("天津市滨海新区")
    host.press(KeyPress(.tab))
    host.type("盐山县科学技术局")
    for _ in 0..<5 { host.press(KeyPress(.tab)) }
    host.type("迁址")
    host.press(KeyPress(.tab))
    host.type("营业执照副本")
    host.press(KeyPress(.function(2)))
    #expect(host.shows(language == .zh ? "不在沧州市域内" : "no center would be certified there"))
    host.checkFrame(allowing: ["陶然", "天津市滨海新区", "盐山县科学技术局", "迁址", "营业执照副本"])
    agree(host)
    #expect(host.runtime.top is CenterFileScreen)
    let bureau = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language)
    bureau.open(MatterScreen<ChangeRequest>(bureau.sitting, number: "BG2026-0001"))
    #expect(bureau.shows(language == .zh ? "不在沧州市域内" : "where the host goes"))
  }

  @Test("A director: considered, decided, filed, taken on file by both")
  func director() throws {
    let host = try desk("host")
    openFile(host)
    host.press(KeyPress(.function(2)), KeyPress(.down), KeyPress(.enter))
    host.type("沈一舟")
    host.press(KeyPress(.tab), KeyPress(.tab))
    host.type("管委会纪要〔2026〕2号")
    host.press(KeyPress(.function(2)))
    #expect(host.shows("管委会已研究"))
    host.open(MatterScreen<DirectorFiling>(host.sitting, number: "ZR2026-0001"))
    host.type("1")
    host.press(KeyPress(.tab))
    host.type("青岚字〔2026〕7号")
    host.press(KeyPress(.function(2)))
    host.type("2")
    #expect(host.shows("报归口管理部门和市科技局备案"))
    host.type("y")
    #expect(try fixture.store.center(code: "CZ-01", by: DeskFixture.bureau).director?.string == "沈一舟")
    for login in ["yanshan", "bureau"] {
      let office = try desk(login)
      office.open(MatterScreen<DirectorFiling>(office.sitting, number: "ZR2026-0001"))
      office.type("1")
      office.type("y")
      #expect(office.shows(login == "yanshan" ? "部门已备案" : "已备案（已办结）"))
    }
  }

  @Test("Two centers end in a new one; the file of each tells of it")
  func reorganisation() throws {
    let bureau = try desk("bureau")
    openFile(bureau, "CZ-02")
    bureau.press(KeyPress(.function(2)), KeyPress(.down), KeyPress(.enter))
    bureau.checkFrame()
    for (place, text) in ["CZ-03", "CZ-20", "沧州市管件技术创新中心", nil, "沧科字〔2026〕20号", nil, "合并"].enumerated() {
      if place > 0 { bureau.press(KeyPress(.tab)) }
      if let text { bureau.type(text) }
    }
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows("CZ-02、CZ-03 重组为 CZ-20"))
    agree(bureau)
    #expect(bureau.shows("重组为") && bureau.shows("已重组"))
    openFile(bureau, "CZ-20")
    #expect(bureau.shows("承接") && bureau.shows("CZ-02"))
    bureau.checkFrame()
  }

  @Test("Whoever has no part is told so, and an expert finds no matter in the file", arguments: ["zhou", "viewer"])
  func nobody(login: String) throws {
    try fixture.store.proposeRevocation(of: "CZ-01", MatterScene.fraud, by: DeskFixture.bureau)
    let desk = try desk(login)
    openFile(desk)
    #expect(!desk.shows("CX2026-0001"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("这里没有您可办理的事项"))
    desk.open(MattersScreen(desk.sitting))
    desk.checkFrame()
  }

  @Test("The list shows one kind after the other, finds a row, and keeps the cursor as others write")
  func list() throws {
    try MatterScene.fill(fixture)
    let desk = try desk("bureau", columns: 120, rows: 40, on: Self.later)
    desk.open(MattersScreen(desk.sitting))
    #expect(desk.shows("BG2026-0001") && desk.shows("CX2026-0001") && desk.shows("ZR2026-0001"))
    desk.press(KeyPress(.tab))
    #expect(desk.shows("BG2026-0001") && !desk.shows("CX2026-0001"))
    desk.press(KeyPress(.tab), KeyPress(.tab), KeyPress(.tab))
    desk.type("/CX\n")
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is MatterScreen<Revocation>)
  }
}
