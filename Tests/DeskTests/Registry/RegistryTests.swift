import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The registry")
struct RegistryTests {
  let fixture: DeskFixture
  let desk: DeskForTests

  init() throws {
    fixture = try DeskFixture()
    desk = try DeskForTests(fixture, "viewer")
  }

  var screen: RegistryScreen? { desk.runtime.top as? RegistryScreen }
  var selected: String? { screen?.state.selected?.code }
  /// The codes in the order in which they stand on the screen.
  var codes: [String] { desk.terminal.text.compactMap { $0.firstMatch(of: /CZ-0\d/).map { String($0.0) } } }

  @Test("is a viewer's first screen, and lists every center by code")
  func home() {
    #expect(codes == (1...9).map { "CZ-0\($0)" })
    #expect(desk.shows("共 9 个"))
    #expect(selected == "CZ-01")
  }

  @Test("sorts by every column, and the same again turns it round; the selected center stays selected")
  func sorting() {
    desk.press(KeyPress(.end))
    for key in RegistrySort.Key.allCases {
      screen?.sort(by: key)
      desk.runtime.settle()
      #expect(selected == "CZ-09", "\(key)")
    }
    // The last was by score, the best first; those without a result stay at the end either way.
    #expect(Array(codes.prefix(3)) == ["CZ-02", "CZ-01", "CZ-03"])
    screen?.sort(by: .score)
    desk.runtime.settle()
    #expect(Array(codes.prefix(3)) == ["CZ-03", "CZ-01", "CZ-02"])
    screen?.sort(by: .name)
    desk.runtime.settle()
    #expect(codes == ["CZ-05", "CZ-02", "CZ-04", "CZ-06", "CZ-09", "CZ-07", "CZ-03", "CZ-08", "CZ-01"])
  }

  @Test("narrows by keys alone, says what is narrowed to, and clears it")
  func filtering() {
    desk.press(KeyPress(.function(4)), KeyPress(.enter))
    desk.type("jiguang\n")
    #expect(codes == ["CZ-07", "CZ-09"])
    #expect(desk.shows("筛选 激光与智能制造"))
    #expect(desk.shows("2 / 共 9 个"))
    desk.press(KeyPress(.backspace))
    #expect(codes.count == 9)
  }

  @Test("combines field, grade and search")
  func combining() {
    screen?.filter(by: RegistryFilter(field: "管道装备", outcome: .graded(.unqualified)))
    desk.runtime.settle()
    #expect(codes == ["CZ-03"])
    desk.type("/fangfu")
    #expect(codes.isEmpty)
    #expect(desk.shows("“管道装备、不合格”的中心中没有与“fangfu”相符的"))
    #expect(desk.shows("按 Tab 再按退格键清除筛选"))
    #expect(desk.terminal.cursor != nil)
  }

  @Test("A guest is told of published results and under which key they are, at 80 columns too", arguments: [Language.zh, .en])
  func published(language: Language) throws {
    let fixture = try DeskFixture.scored()
    let before = try DeskForTests(fixture, "viewer", columns: 80, rows: 24, language: language)
    #expect(!before.shows("2026"))
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try fixture.store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    try fixture.store.openRound(2028, by: DeskFixture.bureau)
    before.runtime.announce(StoreNews(items: [StoreNews.Item(act: Act.roundPublish.rawValue, login: "bureau")]))
    before.runtime.settle()
    #expect(before.shows(language == .zh ? "2026 年度评估结果已公布：按 e 查看" : "Results of 2026 are out: press e"))
    #expect(before.terminal.text.last?.contains(language == .zh ? "e 评估结果" : "e results") == true)
    before.type("e")
    #expect((before.runtime.top as? RoundsScreen)?.state.selected?.year == 2026)
    before.press(KeyPress(.enter))
    #expect(before.runtime.top is RankingScreen && before.shows("CZ-01"))
    let staff = try DeskForTests(fixture, "bureau", language: language)
    staff.open(RegistryScreen(staff.sitting))
    #expect(!staff.shows(language == .zh ? "结果已公布" : "are out"))
  }

  @Test("Space marks and goes on; marks outlive searches and sorting")
  func marking() {
    desk.type("  ")
    #expect(desk.shows("已标记 2"))
    desk.type("/jg")
    desk.press(KeyPress(.escape))
    #expect(screen?.state.marks.count == 2)
    desk.press(KeyPress(.delete))
    #expect(screen?.state.marks.isEmpty == true)
  }

  @Test("A guest, who acts on nothing, is told so by the keys of acts")
  func noDeeds() {
    desk.type("b")
    #expect(desk.runtime.shownNotice?.zh == "这里没有您可办理的事项")
    desk.type(" b")
    #expect(desk.runtime.shownNotice?.zh == "这里没有您可办理的事项")
  }

  @Test("What is marked is copied at once: codes, or rows to paste into a spreadsheet; the list of acts says how many and which")
  func copyingMarked() throws {
    #expect(desk.terminal.text.last?.contains("标记待复制") == true)
    desk.press(.control("y"))
    #expect(desk.terminal.copied.last == "CZ-01\t沧州市油气管道防腐技术创新中心")
    desk.press(KeyPress(.end))
    desk.type(" ")
    desk.press(KeyPress(.home))
    desk.type("    ")
    #expect(desk.terminal.text.last?.contains("复制 5 个编号") == true)
    desk.press(KeyPress(.function(10)))
    #expect(desk.shows("复制已标记的 5 个编号：CZ-01、CZ-02、CZ-03 等"))
    desk.press(KeyPress(.escape))
    desk.press(.control("y"))
    #expect(desk.terminal.copied.last == "CZ-01\nCZ-02\nCZ-03\nCZ-04\nCZ-09")
    #expect(desk.runtime.shownNotice?.zh == "已复制 5 个编号")
    desk.press(KeyPress(.function(2)))
    let rows = try #require(desk.terminal.copied.last).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(rows.count == 6 && rows.allSatisfy { $0.count == 8 })
    #expect(rows[0].first == "编号" && rows[3].last == "2024 58.40 不合格" && rows[5].first == "CZ-09")
    // Marks go one by one too.
    desk.press(KeyPress(.home))
    desk.type(" ")
    #expect(screen?.state.markedCodes == ["CZ-02", "CZ-03", "CZ-04", "CZ-09"])
  }

  @Test("A filter that leaves the selected center out is read from its top")
  func filteredAway() {
    desk.press(KeyPress(.end), KeyPress(.up))
    #expect(selected == "CZ-08")
    screen?.filter(by: RegistryFilter(department: "盐山县科学技术局"))
    desk.runtime.settle()
    #expect(selected == "CZ-01")
    #expect(desk.terminal.cursor?.row == desk.terminal.text.firstIndex { $0.contains("CZ-01") })
  }

  @Test("The choices of a filter say how many centers each would leave beside the other conditions")
  func countedChoices() {
    screen?.filter(by: RegistryFilter(department: "青县科学技术局"))
    desk.runtime.settle()
    desk.press(KeyPress(.function(4)), KeyPress(.enter))
    #expect(desk.terminal.text.contains { $0.contains("激光与智能制造") && $0.contains("2 个") })
    #expect(desk.terminal.text.contains { $0.contains("管道装备") && $0.contains("0 个") })
  }

  @Test("Several conditions are set apart as Chinese sets words apart")
  func listed() {
    screen?.filter(by: RegistryFilter(field: "管道装备", status: .active))
    desk.runtime.settle()
    #expect(desk.shows("筛选 管道装备、在册"))
    desk.press(KeyPress(.function(9)))
    #expect(desk.terminal.text.contains { $0.contains(", active") })
  }

  @Test("Another's import shows without losing cursor, filter or half-typed search")
  func news() throws {
    desk.type("/jg")
    desk.press(KeyPress(.down))
    #expect(selected == "CZ-09")
    let added = CenterRecord(
      code: try fixture.text("CZ-00"), name: try fixture.text("沧州市激光检测技术创新中心"), host: try fixture.text("青县聚芯激光有限公司"),
      hostKind: .enterprise, department: try fixture.text("青县科学技术局"), field: try fixture.text("激光与智能制造"),
      certifiedOn: DeskFixture.day("2026-01-05"))
    _ = try fixture.store.importCenters([Numbered(2, added)], by: DeskFixture.bureau)
    let news = StoreNews(items: [StoreNews.Item(act: Act.importCenters.rawValue, login: "bureau")])
    desk.sitting.heard(news)
    desk.runtime.announce(news)
    desk.runtime.settle()
    #expect(codes == ["CZ-00", "CZ-07", "CZ-09"])
    #expect(selected == "CZ-09")
    #expect(screen?.isCapturing == true)
    desk.type("h")
    #expect(codes == ["CZ-09"])
  }

  @Test("Enter opens the selected center's file, and Esc comes back to the same place")
  func opening() {
    desk.type("/jghj\n")
    #expect(desk.runtime.top is CenterFileScreen)
    #expect(desk.shows("沧州市激光焊接技术创新中心"))
    desk.press(KeyPress(.escape))
    #expect(selected == "CZ-09")
  }

  @Test("A click selects, a second one opens; a click on a title sorts")
  func mouse() throws {
    let row = try #require(desk.terminal.text.firstIndex { $0.contains("CZ-05") })
    let press = TerminalEvent.input(.mouse(MousePress(.left, at: Position(column: 30, row: row))))
    desk.terminal.feed([press])
    desk.runtime.settle()
    #expect(selected == "CZ-05")
    let title = try #require(desk.terminal.text.firstIndex { $0.contains("编号") && $0.contains("名称") })
    desk.terminal.feed([.input(.mouse(MousePress(.left, at: Position(column: 1, row: title))))])
    desk.runtime.settle()
    #expect(codes.first == "CZ-09")
    #expect(selected == "CZ-05")
    desk.terminal.feed([
      .input(.mouse(MousePress(.left, at: Position(column: 30, row: try #require(desk.terminal.text.firstIndex { $0.contains("CZ-05") })))))
    ])
    desk.runtime.settle()
    #expect(desk.runtime.top is CenterFileScreen)
  }

  @Test("is found in the palette by its code as well before there is an index")
  func paletteByCode() throws {
    let desk = try DeskForTests(DeskFixture(), "bureau")
    let sitting = desk.sitting
    #expect(sitting.registry.index == nil)
    #expect(sitting.paletteEntries("CZ-05").contains { $0.choice.detail?.zh == "CZ-05" })
    #expect(!sitting.paletteEntries("CZ-0").contains { $0.choice.detail?.zh == "CZ-05" })
  }

  @Test("is found in the palette by pinyin, and opens from there")
  func palette() {
    desk.runtime.paletteEntries = { [sitting = desk.sitting] text in sitting.paletteEntries(text) }
    desk.type(":")
    desk.type("yanjiandi\n")
    #expect(desk.runtime.top is CenterFileScreen)
    #expect(desk.shows("盐碱地"))
  }
}
