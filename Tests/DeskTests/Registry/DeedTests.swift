import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("What is done with marked centers of the registry")
struct DeedTests {
  let fixture: DeskFixture

  init() throws {
    fixture = try MatterScene.fixture()
    // A second center of the host of CZ-01, and one that is revoked.
    _ = try fixture.store.importCenters(
      [
        Numbered(
          2,
          CenterRecord(
            code: fixture.text("CZ-10"), name: fixture.text("沧州市管道涂层技术创新中心"), host: fixture.text(fixture.host(of: "CZ-01")),
            hostKind: .enterprise, department: fixture.text("盐山县科学技术局"), field: fixture.text("管道装备"),
            certifiedOn: DeskFixture.day("2022-05-05"))),
        Numbered(
          3,
          CenterRecord(
            code: fixture.text("CZ-11"), name: fixture.text("沧州市旧管道技术创新中心"), host: fixture.text("沧州某厂"), hostKind: .enterprise,
            department: fixture.text("盐山县科学技术局"), field: fixture.text("管道装备"), certifiedOn: DeskFixture.day("2016-05-05"),
            status: .revoked)),
      ], by: Acting("admin", .command))
  }

  private func desk(_ login: String, columns: Int = 80, rows: Int = 24, language: Language = .zh, marking codes: [String]) throws
    -> DeskForTests
  {
    let desk = try DeskForTests(fixture, login, columns: columns, rows: rows, language: language, on: DutyScene.today)
    let screen = RegistryScreen(desk.sitting)
    desk.open(screen)
    screen.state.toggleMarks(try codes.map { try fixture.store.registryLine(code: $0, by: DeskFixture.bureau) })
    desk.runtime.announce(RegistryIndexed())
    desk.runtime.settle()
    return desk
  }

  private func registry(_ desk: DeskForTests) -> RegistryScreen? {
    desk.runtime.screens.compactMap { $0 as? RegistryScreen }.last
  }

  /// Goes to the entry of a list that says something, and takes it.
  private func choose(_ desk: DeskForTests, _ words: String) throws {
    for _ in 0..<20 where desk.terminal.cursor.map({ !desk.terminal.text[$0.row].contains(words) }) ?? true {
      desk.press(KeyPress(.down))
    }
    #expect(desk.terminal.cursor.map { desk.terminal.text[$0.row].contains(words) } == true, "\(words)")
    desk.press(KeyPress(.enter))
  }

  @Test(
    "The bureau proposes to revoke several on one ground: number and codes are named before, each outcome after; the refused stay marked")
  func revoking() throws {
    let store = fixture.store
    try store.proposeRevocation(
      of: "CZ-02",
      RevocationCase(.stopped, findings: [.stopped: MatterScene.text, .notSecured: MatterScene.text], evidence: MatterScene.text),
      by: DeskFixture.bureau)
    let desk = try desk("bureau", marking: ["CZ-01", "CZ-02", "CZ-10", "CZ-11"])
    #expect(desk.terminal.text.last?.contains("F2 办理 4 个") == true)
    desk.press(KeyPress(.function(2)))
    try choose(desk, "提出撤销")
    try choose(desk, "停产、破产")
    #expect(desk.runtime.top is ActScreen)
    // What is proposed on that ground already is told before anything is written.
    #expect(desk.shows("将逐个办理 2 个中心，属 1 个依托单位") && desk.shows("CZ-01、CZ-10") && desk.shows("CZ-11  中心已撤销"))
    #expect(desk.shows("CZ-02  已因此拟撤销（CX2026-0001），尚未决定"))
    desk.type("已停产")
    desk.press(KeyPress(.tab))
    desk.type("无人值守")
    desk.press(KeyPress(.tab))
    desk.type("破产裁定书")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal && desk.shows("共 2 个中心：CZ-01、CZ-10"))
    #expect(try store.matters(of: "CZ-01", by: DeskFixture.bureau).isEmpty)
    desk.type("y")
    #expect(desk.runtime.top is DeedReportScreen)
    #expect(desk.shows("已办理 2 个") && desk.shows("未办理 2 个，仍有标记"))
    #expect(desk.terminal.text.contains { $0.contains("CZ-02") && $0.contains("未办理") && $0.contains("已因此拟撤销") })
    #expect(desk.terminal.text.contains { $0.contains("CZ-01") && $0.contains("已办理") && $0.contains("已提出") })
    desk.checkFrame()
    desk.press(.control("y"))
    let rows = try #require(desk.terminal.copied.last).split(separator: "\n")
    #expect(rows.count == 4 && rows.contains { $0.hasPrefix("CZ-10\t") && $0.contains("\t已办理\t") })
    desk.press(KeyPress(.escape))
    #expect(registry(desk)?.state.markedCodes == ["CZ-02", "CZ-11"])
    #expect(try store.matters(of: "CZ-10", by: DeskFixture.bureau).count == 1 && store.verifyChain(by: Acting("admin", .command)).isWhole)
  }

  @Test("Stopped in the middle, what was done stays done, and of the others it is told that they were not begun")
  func stopping() throws {
    let desk = try desk("host", columns: 120, rows: 40, marking: ["CZ-01", "CZ-10"])
    let lines = try ["CZ-01", "CZ-10"].map { try fixture.store.registryLine(code: $0, by: desk.sitting.acting) }
    let form = DeedForm.duty(.attribution, today: DutyScene.today)
    var outcomes: [DeedOutcome] = []
    let screen = DeedReportScreen(desk.sitting, form, MarkedCenters(lines, own: nil)) { outcomes = $0 }
    desk.runtime.push(screen)
    // The first one is under way when F5 is pressed.
    screen.carryOut { _, _, code in
      MainActor.assumeIsolated { screen.perform("stop") }
      return DeedForm.Done(Phrase(same: code))
    }
    #expect(screen.bindings.first?.action == "stop")
    desk.runtime.settle()
    #expect(outcomes.map(\.done?.zh) == ["CZ-01", nil])
    #expect(screen.bindings.first?.action == "open")
    #expect(desk.shows("已办理 1 个") && desk.shows("未办理 1 个") && desk.shows("已停止，没有办理"))
    desk.checkFrame()
  }

  @Test("Nothing is done where the question is not agreed to")
  func declining() throws {
    let desk = try desk("bureau", marking: ["CZ-01", "CZ-10"])
    desk.press(.character("b"))
    try choose(desk, "同意暂缓评估")
    desk.type("厂区搬迁")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal)
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is ActScreen)
    desk.press(KeyPress(.escape))
    #expect(registry(desk)?.state.markedCodes == ["CZ-01", "CZ-10"])
  }

  @Test("The bureau defers marked centers from the round under way for one reason (article 26)")
  func postponing() throws {
    let desk = try desk("bureau", columns: 120, rows: 40, marking: ["CZ-08", "CZ-09"])
    desk.press(KeyPress(.function(2)))
    try choose(desk, "同意暂缓评估")
    #expect(desk.shows("2026 年度同意暂缓评估：2 个中心"))
    desk.type("厂区搬迁")
    desk.press(KeyPress(.function(2)))
    desk.type("y")
    // CZ-09 is too young for the round.
    #expect(desk.terminal.text.contains { $0.contains("CZ-08") && $0.contains("已同意暂缓") })
    #expect(desk.terminal.text.contains { $0.contains("CZ-09") && $0.contains("未办理") })
    desk.press(KeyPress(.escape))
    #expect(registry(desk)?.state.markedCodes == ["CZ-09"])
  }

  @Test("A host enters for all its centers what it has arranged once; what is on file stays, and another's center is left out")
  func duties() throws {
    let (store, host) = (fixture.store.under(DeskFixture.surroundings(on: DutyScene.today)), Acting("host", .desk))
    try store.enterDuties(
      [DutyRecord(.attribution, on: DutyScene.today, text: MatterScene.text, today: DutyScene.today)], of: "CZ-01", by: host)
    let desk = try desk("host", marking: ["CZ-01", "CZ-02", "CZ-10"])
    desk.press(KeyPress(.function(2)))
    try choose(desk, "登记运行管理职责")
    #expect(desk.shows("各中心各不相同"))
    try choose(desk, "论文标注中心名称")
    #expect(desk.shows("CZ-01、CZ-10") && desk.shows("CZ-02  不是本单位的中心"))
    // Which of them have it on file is told before anything is written, and asked about again.
    #expect(desk.shows("其中 1 个已有在案，原内容不动：") && desk.shows("CZ-01  \(DutyScene.today)"))
    desk.type("论文管理办法第5条")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal && desk.shows("其中 1 个已有在案"))
    desk.type("y")
    #expect(desk.shows("已办理 1 个") && desk.shows("未办理 2 个"))
    #expect(desk.terminal.text.contains { $0.contains("CZ-01") && $0.contains("已在案，原内容不动") })
    #expect(try store.dutyFile(of: "CZ-10", by: host).entries.map(\.record.text.string) == ["论文管理办法第5条"])
    #expect(try store.dutyFile(of: "CZ-01", by: host).entries.map(\.record.text) == [MatterScene.text])
    // Undoing takes out what the deed put on file, and nothing that was there before; back in the list it is still what was done last.
    desk.press(KeyPress(.escape))
    desk.type("u")
    #expect(desk.shows("已撤销"))
    #expect(try store.dutyFile(of: "CZ-10", by: host).entries.isEmpty)
    #expect(try store.dutyFile(of: "CZ-01", by: host).entries.map(\.record.text) == [MatterScene.text])
  }

  @Test("What is wrong with the words is wrong for all: it is told before any center is touched, and the form stays")
  func wrong() throws {
    let desk = try desk("bureau", marking: ["CZ-01", "CZ-10"])
    desk.press(KeyPress(.function(2)))
    try choose(desk, "登记运行管理职责")
    try choose(desk, "专账、单独核算")
    desk.press(KeyPress(.function(2)))
    #expect(!desk.runtime.isModal && desk.shows("没有填写内容"))
    #expect(desk.runtime.top is ActScreen && registry(desk)?.state.markedCodes == ["CZ-01", "CZ-10"])
  }

  @Test("A host that moves asks for another place and department for all its centers, a request each (article 31)")
  func changing() throws {
    let desk = try desk("host", columns: 120, rows: 40, marking: ["CZ-01", "CZ-10"])
    desk.press(KeyPress(.function(2)))
    try choose(desk, "申请变更注册地")
    for text in ["青县", "青县科学技术局", "整体搬迁", "营业执照副本"] {
      desk.type(text)
      desk.press(KeyPress(.tab))
    }
    desk.press(KeyPress(.function(2)))
    desk.type("y")
    #expect(desk.shows("已办理 2 个") && desk.shows("已申请，BG2026-0001") && desk.shows("BG2026-0002"))
    desk.press(KeyPress(.escape))
    #expect(registry(desk)?.state.marks.isEmpty == true)
  }

  @Test("Whoever may do nothing with centers is offered nothing: marks are for copying", arguments: ["viewer", "zhou", "yanshan"])
  func nobody(login: String) throws {
    let desk = try desk(login, marking: ["CZ-01", "CZ-02"])
    let actions = desk.runtime.top?.bindings.map(\.action) ?? []
    #expect(!actions.contains("marks.act") && actions.contains("marks.rows"))
    desk.type("b")
    #expect(!desk.runtime.isModal && desk.runtime.top is RegistryScreen)
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.shownNotice?.zh == "已复制 2 行")
  }

  /// What people wrote, which stands there in every language.
  private static let written =
    DeskFixture.centers.flatMap { [$0.name, $0.host, $0.director] } + [
      "沧州市管道涂层技术创新中心", "沧州市旧管道技术创新中心", "陶然", "叶青禾", "已停产", "青县管道", "管道",
    ]

  private func saveSome() throws {
    try fixture.store.saveFilter(
      SavedFilter(
        PlainText(literal: "青县管道"), RegistryFilter(field: "管道装备", status: .active, duty: .init(article: "15", state: .behind)),
        RegistrySort(.score, descending: true)), by: DeskFixture.bureau)
  }

  @Test(
    "look as somebody has seen them", arguments: ["registryMenu", "registrySaveFilter", "markedCenters", "deeds", "deedForm", "deedReport"])
  func pictures(scene: String) throws {
    try saveSome()
    for size in ScreenSize.all where size.columns < 200 {
      // What was done for one picture is not done again for the next.
      let desk = try (scene == "deedReport" ? DeedTests() : self).desk(
        "bureau", columns: size.columns, rows: size.rows, language: size.language, marking: ["CZ-01", "CZ-02", "CZ-10", "CZ-11"])
      switch scene {
      case "registryMenu": desk.press(KeyPress(.function(4)))
      case "registrySaveFilter":
        registry(desk)?.filter(by: RegistryFilter(certifiedIn: 2021, duty: .init(article: nil, state: .behind)))
        desk.runtime.settle()
        desk.press(.control("w"))
      case "markedCenters": desk.press(KeyPress(.tab))
      default:
        desk.press(KeyPress(.function(2)))
        if scene != "deeds" {
          desk.press(KeyPress(.enter))
          for _ in 0..<3 { desk.press(KeyPress(.down)) }
          desk.press(KeyPress(.enter))
        }
        if scene == "deedReport" {
          for _ in 0..<3 {
            desk.type("已停产")
            desk.press(KeyPress(.tab))
          }
          try desk.fixture.store.proposeRevocation(
            of: "CZ-02",
            RevocationCase(.stopped, findings: [.stopped: MatterScene.text, .notSecured: MatterScene.text], evidence: MatterScene.text),
            by: DeskFixture.bureau)
          desk.press(KeyPress(.function(2)))
          desk.type("y")
        }
      }
      desk.checkFrame("\(scene) \(size)", allowing: Self.written)
      try desk.checkPicture("\(scene)-\(size)")
    }
  }
}
