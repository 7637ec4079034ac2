import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Filters of the registry: years, duties, saved ones, marks, and the way back")
struct RegistryFilterTests {
  let fixture: DeskFixture

  init() throws {
    fixture = try MatterScene.fixture()
    try DutyScene.fill(fixture)
  }

  private func desk(_ login: String, columns: Int = 120, rows: Int = 40, workers: (any Workers)? = nil) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, columns: columns, rows: rows, workers: workers, on: DutyScene.today)
    desk.open(RegistryScreen(desk.sitting))
    return desk
  }

  private func screen(_ desk: DeskForTests) -> RegistryScreen? { desk.runtime.top as? RegistryScreen }
  private func codes(_ desk: DeskForTests) -> [String] {
    desk.terminal.text.compactMap { $0.firstMatch(of: /^ ?[^\w]{0,2}(CZ-0\d)/).map { String($0.1) } }
  }

  /// Chooses an entry of the menu of filters by its name.
  private func menu(_ desk: DeskForTests, _ words: String) throws {
    desk.press(KeyPress(.function(4)))
    for _ in 0..<30 where desk.terminal.cursor.map({ !desk.terminal.text[$0.row].contains(words) }) ?? true {
      desk.press(KeyPress(.down))
    }
    let row = try #require(desk.terminal.cursor?.row)
    #expect(desk.terminal.text[row].contains(words))
    desk.press(KeyPress(.enter))
  }

  @Test("by the year of certification and by the year of the last result, with counts beside the years")
  func years() throws {
    let desk = try desk("viewer")
    try menu(desk, "认定年度")
    #expect(desk.terminal.text.contains { $0.contains("2021 年") && $0.contains("2 个") })
    desk.press(KeyPress(.escape))
    screen(desk)?.filter(by: RegistryFilter(certifiedIn: 2021))
    desk.runtime.settle()
    #expect(codes(desk) == ["CZ-02", "CZ-03"] && desk.shows("2021 年认定"))
    screen(desk)?.filter(by: RegistryFilter(evaluatedIn: 2024))
    desk.runtime.settle()
    #expect(codes(desk) == ["CZ-01", "CZ-02", "CZ-03"] && desk.shows("最近评估 2024 年"))
  }

  @Test("by duty: who is behind on article 15 as of today, worked out behind the screen, and anew when a duty is entered")
  func duty() throws {
    let desk = try desk("bureau")
    try menu(desk, "运行管理职责")
    desk.type("15\n")
    #expect(desk.shows("逾期") && desk.shows("7 个"))
    desk.press(KeyPress(.enter))
    #expect(desk.shows("第15条逾期") && desk.shows("7 / 共 9 个") && !codes(desk).contains("CZ-09"))
    let store = fixture.store.under(DeskFixture.surroundings(on: DutyScene.today))
    let meeting = try CommitteeMeeting(
      of: .advisory, on: DutyScene.today, agenda: [.work], minutes: DutyScene.text, today: DutyScene.today)
    try store.nameCommittee(
      .advisory, of: "CZ-02",
      [
        CommitteeMember(name: fixture.text("甲"), employer: fixture.text("燕赵示例大学"), duty: .chair),
        CommitteeMember(name: fixture.text("乙"), employer: fixture.text("盐山星垣管件有限公司"), duty: .officer),
        CommitteeMember(name: fixture.text("丙"), employer: fixture.text("燕赵示例大学")),
      ], since: DutyScene.today, by: DeskFixture.bureau)
    try store.enterMeeting(meeting, of: "CZ-02", by: DeskFixture.bureau)
    let news = StoreNews(items: [StoreNews.Item(act: "duty.enter", login: "bureau")])
    desk.sitting.heard(news)
    desk.runtime.announce(news)
    desk.runtime.settle()
    #expect(!codes(desk).contains("CZ-02") && desk.shows("6 / 共 9 个"))
  }

  @Test("by the county in which the host lies, also under a municipal department, and by department, each called what it is")
  func county() throws {
    try fixture.store.correctOrganization(
      OrganizationRecord(name: fixture.text(fixture.host(of: "CZ-04")), county: fixture.text("盐山县")), by: DeskFixture.bureau)
    let desk = try desk("bureau")
    try menu(desk, "依托单位所在地")
    desk.type("yanshan")
    #expect(desk.terminal.text.contains { $0.contains("盐山县") && $0.contains("4 个") })
    desk.press(KeyPress(.enter))
    #expect(codes(desk) == ["CZ-01", "CZ-02", "CZ-03", "CZ-04"] && desk.shows("筛选 依托单位在盐山县"))
    try menu(desk, "归口管理部门")
    desk.type("yanshan\n")
    #expect(codes(desk) == ["CZ-01", "CZ-02", "CZ-03"] && desk.shows("依托单位在盐山县、盐山县科学技术局"))
    desk.press(.control("w"))
    desk.type("盐山两样\n")
    desk.press(KeyPress(.function(2)))
    #expect(try fixture.store.savedFilters(by: DeskFixture.bureau).first?.filter.county == "盐山县")
    screen(desk)?.filter(by: RegistryFilter(county: "海兴县"))
    desk.runtime.settle()
    #expect(desk.shows("管理序列中已没有依托单位在“海兴县”的中心"))
  }

  @Test("A filter by duty says that it is being summed up until it is there, and the list works meanwhile")
  func waiting() throws {
    let workers = HeldWorkers()
    let desk = try desk("bureau", workers: workers)
    while !desk.shows("共 9 个"), !workers.isIdle {
      workers.release()
      desk.runtime.settle()
    }
    screen(desk)?.filter(by: RegistryFilter(duty: .init(article: "15", state: .behind)))
    desk.press(KeyPress(.down))
    #expect(desk.shows("正在统计职责"))
    #expect(screen(desk)?.state.selected?.code == "CZ-02")
    while !workers.isIdle {
      workers.release()
      desk.runtime.settle()
    }
    #expect(!desk.shows("正在统计职责") && desk.shows("7 / 共 9 个"))
  }

  @Test("A host and a department ask only about their own centers' duties; who reads no duties is not offered the filter")
  func access() throws {
    for (login, own) in [("host", ["CZ-01"]), ("yanshan", ["CZ-01", "CZ-02", "CZ-03"])] {
      let desk = try desk(login)
      screen(desk)?.filter(by: RegistryFilter(duty: .init(article: nil, state: .behind)))
      desk.runtime.settle()
      #expect(codes(desk) == own, "\(login)")
    }
    for login in ["viewer", "zhou"] {
      let desk = try desk(login)
      desk.press(KeyPress(.function(4)))
      #expect(desk.shows("认定年度") && !desk.shows("运行管理职责"), "\(login)")
    }
  }

  @Test("is saved under a name, stands first in the menu and in the palette, and is renamed, replaced and deleted")
  func saving() throws {
    let desk = try desk("bureau", columns: 80, rows: 24)
    desk.press(.control("w"))
    #expect(desk.runtime.shownNotice != nil)
    screen(desk)?.filter(by: RegistryFilter(field: "管道装备", evaluatedIn: 2024))
    desk.runtime.settle()
    screen(desk)?.sort(by: .score)
    desk.runtime.settle()
    desk.press(.control("w"))
    #expect(desk.runtime.top is ActScreen)
    desk.type("管道评过的")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is RegistryScreen)
    desk.press(KeyPress(.backspace))
    #expect(codes(desk).count == 9)
    desk.press(KeyPress(.function(4)))
    #expect(desk.shows("管道评过的"))
    desk.press(KeyPress(.enter))
    #expect(codes(desk) == ["CZ-02", "CZ-01", "CZ-03"] && desk.shows("（倒序）"))
    // From another screen by the palette.
    desk.press(KeyPress(.backspace), KeyPress(.escape))
    desk.runtime.paletteEntries = { [sitting = desk.sitting] in sitting.paletteEntries($0) }
    desk.type(":guandaoping")
    #expect(desk.shows("管道评过的"))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is RegistryScreen && codes(desk) == ["CZ-02", "CZ-01", "CZ-03"])
    try menu(desk, "改名、替换、删除")
    desk.press(KeyPress(.enter), KeyPress(.enter))
    desk.press(KeyPress(.end))
    desk.type("二")
    desk.press(KeyPress(.function(2)))
    #expect(try fixture.store.savedFilters(by: DeskFixture.bureau).map(\.name.string) == ["管道评过的二"])
    try menu(desk, "改名、替换、删除")
    desk.press(KeyPress(.enter), KeyPress(.end), KeyPress(.enter), KeyPress(.enter))
    #expect(try fixture.store.savedFilters(by: DeskFixture.bureau).isEmpty)
  }

  @Test("A saved filter that names a field or department of no center says so, and is not silently empty")
  func gone() throws {
    let saved = SavedFilter(PlainText(literal: "旧县"), RegistryFilter(department: "海兴县科学技术局"))
    try fixture.store.saveFilter(saved, by: DeskFixture.bureau)
    let desk = try desk("bureau")
    desk.press(KeyPress(.function(4)), KeyPress(.enter))
    #expect(desk.runtime.shownNotice?.zh == "管理序列中已没有归口管理部门“海兴县科学技术局”的中心")
    #expect(desk.shows("管理序列中已没有归口管理部门“海兴县科学技术局”的中心。"))
  }

  @Test("u brings back filter, order, search and marks, one change after the other")
  func undo() throws {
    let desk = try desk("bureau")
    desk.type("  ")
    screen(desk)?.filter(by: RegistryFilter(field: "管道装备"))
    desk.runtime.settle()
    desk.type("/gaoya")
    #expect(codes(desk) == ["CZ-02"])
    desk.press(KeyPress(.escape))
    desk.press(KeyPress(.delete))
    #expect(screen(desk)?.state.marks.isEmpty == true)
    desk.type("u")
    #expect(screen(desk)?.state.markedCodes == ["CZ-01", "CZ-02"])
    desk.type("u")
    #expect(codes(desk) == ["CZ-02"] && screen(desk)?.state.field.text == "gaoya")
    desk.press(.control("_"))
    #expect(codes(desk).count == 5)
    desk.type("u")
    #expect(codes(desk).count == 9)
    desk.type("uu")
    #expect(screen(desk)?.state.marks.isEmpty == true)
    desk.type("u")
    // Then the keys take back what was done last, as everywhere.
    #expect(desk.runtime.shownNotice?.zh == "没有可撤销的操作")
  }

  @Test("One key marks all that are shown, and takes the marks away again; another shows the marked alone, whatever the filter")
  func marks() throws {
    let desk = try desk("bureau")
    desk.press(KeyPress(.end))
    desk.type(" ")
    screen(desk)?.filter(by: RegistryFilter(field: "食品加工"))
    desk.runtime.settle()
    desk.press(.control("a"))
    #expect(screen(desk)?.state.markedCodes == ["CZ-06", "CZ-09"])
    desk.press(KeyPress(.tab))
    #expect(codes(desk) == ["CZ-06", "CZ-09"] && desk.shows("只看已标记的"))
    desk.press(KeyPress(.tab))
    #expect(codes(desk) == ["CZ-06"])
    desk.type("*")
    #expect(screen(desk)?.state.markedCodes == ["CZ-09"])
    desk.press(KeyPress(.tab), KeyPress(.delete))
    #expect(codes(desk) == ["CZ-06"] && screen(desk)?.state.showsMarkedOnly == false)
  }

  @Test("More than can be read in a dialog are not marked by one key: the number is named")
  func tooMany() throws {
    let registry = VirtualRegistry(count: 1_200)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(RegistryScreen(desk.sitting, shelf: RegistryShelf(registry.source, runtime: desk.runtime)))
    desk.press(.control("a"))
    #expect(desk.runtime.shownNotice?.zh == "列出 1,200 个；一次最多标记 1,000 个，请先筛选")
    #expect(screen(desk)?.state.marks.isEmpty == true)
  }

  @Test("A center that is revoked is shown so at once")
  func revoked() throws {
    let desk = try desk("viewer")
    try fixture.revoke("CZ-02")
    let news = StoreNews(items: [StoreNews.Item(act: "revocation.step", login: "bureau")])
    desk.sitting.heard(news)
    desk.runtime.announce(news)
    desk.runtime.settle()
    #expect(desk.terminal.text.contains { $0.contains("CZ-02") && $0.contains("已撤销") })
    screen(desk)?.filter(by: RegistryFilter(status: .revoked))
    desk.runtime.settle()
    #expect(codes(desk) == ["CZ-02"])
  }
}
