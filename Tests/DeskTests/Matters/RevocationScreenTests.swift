import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("A center that is revoked or has ended, by keys (articles 4(5) and 30)")
struct RevocationScreenTests: MatterSuite {
  private static let later = MatterScreenTests.later
  let fixture: DeskFixture

  init() throws { fixture = try MatterScene.fixture() }

  @Test(
    "Every part of a ground is whole beside what shows it, in the form and in the matter",
    arguments: [RevocationGround.falsified, .accident, .misconduct, .stopped, .restructured], [80, 120])
  func wholeLabels(ground: RevocationGround, columns: Int) throws {
    let findings = Dictionary(uniqueKeysWithValues: ground.parts.map { ($0, MatterScene.text) })
    let number = try fixture.store.proposeRevocation(
      of: "CZ-01", RevocationCase(ground, findings: findings, evidence: MatterScene.text), by: DeskFixture.bureau)
    for language in Language.allCases {
      let bureau = try DeskForTests(fixture, "bureau", columns: columns, rows: columns == 80 ? 24 : 40, language: language)
      bureau.open(MatterScreen<Revocation>(bureau.sitting, number: number))
      let words = bureau.terminal.text.joined(separator: " ")
      for part in ground.parts {
        let label = part.phrase.asLabel[language]
        #expect(words.contains(label), "\(label)")
      }
      bureau.checkFrame(allowing: [MatterScene.text.string])
    }
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
    // Who has a part in it reads the ground and the document from now on.
    let early = try desk("host")
    openFile(early)
    #expect(early.shows("严重弄虚作假（办法第30条第3项）") && early.shows("沧科字〔2026〕12号") && early.shows("尚未公布"))
    let outsider = try desk("viewer")
    openFile(outsider)
    #expect(outsider.shows("尚未公布；导入前撤销的未登记") && !outsider.shows("沧科字〔2026〕12号"))
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

  @Test("The bureau enters what a host asks for on paper: number and day of the paper are asked for, and its page names them")
  func paper() throws {
    let bureau = try desk("bureau")
    openFile(bureau)
    bureau.press(KeyPress(.function(2)), KeyPress(.enter), KeyPress(.end), KeyPress(.enter))
    #expect(bureau.shows("提出撤销 CZ-01") && bureau.shows("书面申请") && bureau.shows("据依托单位的书面申请登记"))
    bureau.checkFrame()
    bureau.type("请求撤销")
    bureau.press(KeyPress(.tab), KeyPress(.tab), KeyPress(.tab))
    bureau.type("来文，档案室")
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.runtime.top is ActScreen && bureau.shows("必填"))
    bureau.type("青岚字〔2026〕9号")
    bureau.press(KeyPress(.tab))
    bureau.type("2026-06-08")
    bureau.press(KeyPress(.function(2)))
    agree(bureau)
    bureau.open(MatterScreen<Revocation>(bureau.sitting, number: "CX2026-0001"))
    #expect(bureau.shows("2026-06-08  青岚字〔2026〕9号") && bureau.shows("前陈述意见"))
    bureau.checkFrame()
  }

  @Test(
    "Whoever writes a decision that another has taken meanwhile is told as soon as it arrives, and not asked; what is closed promises no step",
    arguments: Language.allCases)
  func overtaken(language: Language) throws {
    try MatterScene.fill(fixture)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language, on: Self.later)
    desk.open(MatterScreen<Revocation>(desk.sitting, number: "CX2026-0001"))
    #expect(desk.shows(language == .zh ? "回车 办理" : "Enter steps"))
    desk.type("2")
    desk.type("已整改")
    try fixture.store.under(DeskFixture.surroundings(on: Self.later))
      .stepRevocation("CX2026-0001", .keep(reason: PlainText("查无实据")), by: Acting("admin", .desk))
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: Act.stepRevocation.rawValue, login: "admin")]))
    desk.runtime.settle()
    #expect(desk.shows(language == .zh ? "情况已变，不能办理" : "This cannot be done any more") && desk.shows("已整改"))
    desk.checkFrame(allowing: ["已整改"])
    desk.press(KeyPress(.function(2)))
    #expect(!desk.runtime.isModal && desk.runtime.top is ActScreen)
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is MatterScreen<Revocation>)
    desk.press(KeyPress(.end))
    let why = language == .zh ? "回车 看为何不能办理" : "Enter why no step"
    #expect(desk.shows(why) && !desk.shows(language == .zh ? "回车 办理" : "Enter steps"))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.isModal)
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
    // An unknown code is told beside its field, before anything is asked.
    bureau.type("CZ-99")
    for text in [nil, "沧科字〔2019〕2号", "档案室卷宗"] {
      bureau.press(KeyPress(.tab))
      if let text { bureau.type(text) }
    }
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows(language == .zh ? "没有中心 CZ-99" : "there is no center CZ-99") && bureau.runtime.top is ActScreen)
    #expect(!bureau.shows(language == .zh ? "不能在此收回" : "cannot be taken back here"))
    // The list names the centers behind their codes, and finds them by either.
    bureau.press(KeyPress(.function(4)))
    #expect(bureau.shows("CZ-02"))
    bureau.type("CZ-02\n")
    bureau.press(KeyPress(.function(2)))
    agree(bureau)
    #expect(bureau.runtime.top is CenterFileScreen && !bureau.shows(missing))
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows(language == .zh ? "不再办理变更" : "nothing is begun with it any more"))
  }
}
