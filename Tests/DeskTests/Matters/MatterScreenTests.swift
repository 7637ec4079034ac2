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
struct MatterScreenTests: MatterSuite {
  nonisolated static let later = DeskFixture.day("2026-06-25")
  let fixture: DeskFixture

  init() throws { fixture = try MatterScene.fixture() }

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
    // Sent back and handed in again, it warns again.
    let number = "BG2026-0001"
    try fixture.store.stepChange(number, .forward(remark: MatterScene.text), by: Acting("yanshan", .desk))
    try fixture.store.stepChange(number, .sendBack(reason: MatterScene.text), by: DeskFixture.bureau)
    let again = try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language)
    again.open(MatterScreen<ChangeRequest>(again.sitting, number: number))
    again.type("1")
    #expect(again.runtime.top is ActScreen)
    again.press(KeyPress(.function(2)))
    #expect(again.runtime.isModal && again.shows(language == .zh ? "不在沧州市域内" : "no center would be certified there"))
    agree(again)
    // Once it is made, the file says of the condition that it is met no more.
    try fixture.store.stepChange(number, .forward(remark: MatterScene.text), by: Acting("yanshan", .desk))
    let words = language == .zh ? "不在沧州市域内，现不符合设立条件（办法第9条第1项）" : "outside Cangzhou"
    openFile(again)
    #expect(!again.shows(words))
    try fixture.store.stepChange(number, .apply(document: MatterScene.text, old: []), by: DeskFixture.bureau)
    openFile(again)
    #expect(again.shows(words) && again.shows("天津市滨海新区"))
    again.checkFrame(allowing: ["陶然", "天津市滨海新区", "盐山县科学技术局", "沧州市油气管道防腐技术创新中心"])
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
    for (place, text) in ["CZ-03", "CZ-20", "沧州市管件技术创新中心", nil, nil, nil, nil, "沧科字〔2026〕20号", nil, "合并"].enumerated() {
      if place > 0 { bureau.press(KeyPress(.tab)) }
      if let text { bureau.type(text) }
    }
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows("CZ-02、CZ-03 重组为 CZ-20"))
    agree(bureau)
    #expect(bureau.shows("重组为") && bureau.shows("已重组"))
    openFile(bureau, "CZ-20")
    #expect(bureau.shows("承接") && bureau.shows("CZ-02") && bureau.shows("CZ-03"))
    // However long the names, the number of the document is whole, on either side.
    for code in ["CZ-20", "CZ-02"] {
      openFile(bureau, code)
      #expect(bureau.shows("沧科字〔2026〕20号"))
      bureau.checkFrame()
    }
  }

  @Test("Before centers are reorganised it is told what is open of them and ends with them", arguments: Language.allCases)
  func reorganisingLapses(language: Language) throws {
    try fixture.store.requestChange(
      of: "CZ-01",
      ChangePetition(changes: [.hostName(MatterScene.text)], grounds: MatterScene.text, evidence: MatterScene.text),
      by: Acting("host", .desk))
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40, language: language)
    openFile(desk)
    desk.press(KeyPress(.function(2)))
    desk.press(KeyPress(.down), KeyPress(.enter))
    for (place, text) in [nil, "CZ-02", nil, nil, nil, nil, nil, "沧科字〔2026〕20号", nil, "合并"].enumerated() {
      if place > 0 { desk.press(KeyPress(.tab)) }
      if let text { desk.type(text) }
    }
    desk.press(KeyPress(.function(2)))
    // Whatever line of the dialog it is broken over.
    let words = desk.terminal.text.joined().filter { $0 != " " && $0 != "│" }
    #expect(desk.runtime.isModal && words.contains(language == .zh ? "随之终止：BG2026-0001。" : "WithitBG2026-0001lapses"))
  }

  @Test("Reorganising in the middle of a round says how many sheets count no more")
  func reorganisingWhileScored() throws {
    let scored = try DeskFixture.scored()
    let desk = try DeskForTests(scored, "bureau", columns: 120, rows: 40)
    let begun = try scored.store.sheetProgress(year: 2026, center: "CZ-01", by: DeskFixture.bureau).count { $0.given > 0 }
    #expect(begun > 0)
    desk.open(CenterFileScreen(desk.sitting, code: "CZ-01"))
    desk.press(KeyPress(.function(2)))
    desk.press(KeyPress(.down), KeyPress(.enter))
    for (place, text) in [nil, "CZ-02", nil, nil, nil, nil, nil, "沧科字〔2026〕20号", nil, "合并"].enumerated() {
      if place > 0 { desk.press(KeyPress(.tab)) }
      if let text { desk.type(text) }
    }
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal && desk.shows("2026 年度评估中已有 \(begun) 份"))
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

  @Test("An empty list says what would stand there, to each in their own words", arguments: [("yanshan", "依托单位申请变更"), ("host", "自愿申请撤销")])
  func empty(login: String, words: String) throws {
    let desk = try desk(login)
    desk.open(MattersScreen(desk.sitting))
    #expect(desk.terminal.text.joined().filter { $0 != " " }.contains(words))
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
