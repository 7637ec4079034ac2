import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The ranking of a round")
struct RankingTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.scored() }

  private func desk(_ login: String) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login)
    desk.open(RankingScreen(desk.sitting, year: 2026))
    return desk
  }

  @Test("Article 28: staff see rank, score, grade, sheets and spread at any time, and who is not in it and why")
  func staff() throws {
    let desk = try desk("bureau")
    let rows = desk.terminal.text
    let first = try #require(rows.firstIndex { $0.contains("CZ-01") && $0.contains("优秀") })
    #expect(rows[first].contains("92.33"))
    // Equal scores have equal ranks, and the next rank counts both.
    let places = rows.compactMap { $0.firstMatch(of: /^\s+(\d+)  (CZ-\d\d)/).map { "\($0.1) \($0.2)" } }
    #expect(places == ["1 CZ-01", "2 CZ-04", "2 CZ-05", "4 CZ-02", "5 CZ-03"])
    #expect(desk.shows("优秀 1  合格 3  不合格 1  待定 1  未提交 2"))
    #expect(desk.shows("待定  CZ-07"))
    #expect(try #require(rows.first { $0.contains("CZ-06") }).contains("未提交"))
    for _ in 0..<3 { desk.press(KeyPress(.down)) }
    #expect(desk.shows("评分表 2 份（代录 2 份），极差 27.00"))
  }

  @Test("says of a center that is not ranked why it is not")
  func reasons() throws {
    let desk = try desk("bureau")
    for _ in 0..<5 { desk.press(KeyPress(.down)) }
    #expect(desk.shows("评分表 0/1 份，暂不定级"))
    desk.press(KeyPress(.end))
    #expect(desk.shows("没有材料和评分表，核定前仍可提交"))
  }

  @Test("says so whole at 80 columns, in place of the counts where both do not fit", arguments: [Language.zh, .en])
  func reasonsAtEighty(language: Language) throws {
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language)
    desk.open(RankingScreen(desk.sitting, year: 2026))
    desk.press(KeyPress(.end))
    #expect(
      desk.shows(
        language == .zh ? "所选：没有材料和评分表，核定前仍可提交" : "selected: due, no material or sheet yet; both may come until settlement"))
    desk.press(KeyPress(.home))
    #expect(desk.shows(language == .zh ? "待定 1" : "pending 1") && !desk.shows(language == .zh ? "所选" : "selected:"))
  }

  @Test("is forbidden to the others before publication, in words that say what to do", arguments: ["viewer", "zhou"])
  func forbidden(login: String) throws {
    let desk = try desk(login)
    #expect(desk.shows("2026 年度评估结果尚未公布"))
    #expect(!desk.shows("CZ-01"))
    desk.press(KeyPress(.enter), KeyPress(.down))
    desk.checkFrame()
  }

  @Test("is everybody's once it is published, without a key pressed")
  func published() throws {
    let desk = try desk("viewer")
    try fixture.importSheet("CZ-07", "zhou", share: 80)
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try fixture.store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: Act.roundPublish.rawValue, login: "bureau")]))
    desk.runtime.settle()
    #expect(desk.shows("92.33"))
  }

  @Test("follows other people's sheets, and the same center stays selected wherever it now stands")
  func news() throws {
    let desk = try desk("bureau")
    for _ in 0..<3 { desk.press(KeyPress(.down)) }
    #expect(desk.terminal.cursor.map { desk.terminal.text[$0.row].contains("CZ-02") } == true)
    try fixture.importSheet("CZ-02", "zhou", share: 99)
    try fixture.importSheet("CZ-02", "lin", share: 99)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: Act.importScores.rawValue, login: "bureau")]))
    desk.runtime.settle()
    let cursor = try #require(desk.terminal.cursor)
    #expect(desk.terminal.text[cursor.row].contains("CZ-02"))
    #expect(desk.terminal.text[cursor.row].contains("99.00"))
  }

  @Test("Enter shows the means of the five groups and the nineteen indicators")
  func detail() throws {
    let desk = try desk("bureau")
    desk.press(KeyPress(.enter))
    for code in IndicatorCode.all { #expect(desk.shows("  \(code) "), "\(code)") }
    #expect(desk.shows("92.33"))
    #expect(desk.shows("┊ 同领域 5 个中心的中位数"))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is CenterFileScreen)
  }

  @Test("The median of its field stands across each bar; in a field with fewer than five scored centers it is said why there is none")
  func medians() throws {
    try fixture.importSheet("CZ-07", "zhou", share: 80)
    let desk = try desk("bureau")
    desk.press(KeyPress(.enter))
    let row = try #require(desk.terminal.text.first { $0.contains("1.1 ") })
    #expect(row.contains("█┊█"))
    desk.press(KeyPress(.escape), KeyPress(.down))
    #expect(desk.terminal.cursor.map { desk.terminal.text[$0.row].contains("CZ-07") } == true)
    desk.press(KeyPress(.enter))
    #expect(desk.shows("同领域仅 1 个中心有得分，满 5 个才比较"))
    #expect(!desk.shows("┊"))
  }

  @Test("A terminal without the signs draws the median in ASCII")
  func ascii() throws {
    let state = try RankingState(fixture.store.result(2026, by: DeskFixture.bureau))
    let row = try #require(state.selected)
    var canvas = Canvas(size: Size(columns: 76, rows: 34), glyphs: .ascii)
    let view = RankingDetailView(
      row: row, state: state, system: try IndicatorSystem.standard.get(), look: Look(language: .zh, asciiOnly: true),
      measure: canvas.measure)
    view.draw(on: &canvas, in: canvas.area)
    #expect(canvas.text.contains { $0.contains(": 同领域 5 个中心的中位数") })
    #expect(try #require(canvas.text.first { $0.contains("1.1 ") }).contains("#:#"))
  }

  @Test("A department sees no median before publication: of its own centers alone it would tell of others’ where it says that of the field")
  func department() throws {
    let desk = try desk("yanshan")
    desk.press(KeyPress(.enter))
    #expect(desk.shows("公布后才与同领域的中心比较") && !desk.shows("中位数"))
  }

  @Test("Where the round asks for the host’s own points they stand beside the means; whoever may not see them is not told of them")
  func ownScores() throws {
    let fixture = try DeskFixture.scored(asksOwnScores: true)
    try fixture.giveOwnScores("CZ-01", share: 96)
    let desk = try DeskForTests(fixture, "bureau")
    desk.open(RankingDetailScreen(desk.sitting, year: 2026, center: "CZ-01"))
    #expect(desk.shows("依托单位自评合计 96.00，与得分相差 +3.67"))
    let row = try #require(desk.terminal.text.first { $0.contains("1.1 ") })
    #expect(row.contains("4.62") && row.contains("4.80") && row.contains("+0.18"))
    desk.open(RankingDetailScreen(desk.sitting, year: 2026, center: "CZ-02"))
    #expect(desk.shows("依托单位没有填自评分"))
    try fixture.importSheet("CZ-07", "zhou", share: 80)
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try fixture.store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    let viewer = try DeskForTests(fixture, "viewer")
    viewer.open(RankingDetailScreen(viewer.sitting, year: 2026, center: "CZ-01"))
    #expect(viewer.shows("92.33") && !viewer.shows("自评"))
  }
}
