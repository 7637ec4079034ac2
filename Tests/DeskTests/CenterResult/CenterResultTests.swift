import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("What a host and a department see of a published round (articles 25 to 28)")
struct CenterResultTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.published() }

  /// All of what is on a screen, from its first line to its last.
  private func whole(_ desk: DeskForTests) -> String {
    var pages = [desk.text]
    for _ in 0..<8 {
      desk.press(KeyPress(.pageDown))
      pages.append(desk.text)
    }
    return pages.joined(separator: "\n")
  }

  @Test("r leads from the own centers to the figure, the rank, the means and the sheets under numbers, without a name")
  func department() throws {
    let desk = try DeskForTests(fixture, "yanshan", columns: 80, rows: 24)
    // The first screen says how each came out, instead of what it had to do.
    let first = try fixture.store.publicResults(center: "CZ-01", by: Acting("yanshan", .desk))
    #expect(try desk.shows("\(#require(first.first).grade.phrase.zh) \(#require(first.first).score)"))
    desk.type("r")
    #expect(desk.runtime.top is CenterResultScreen)
    let result = try fixture.store.centerResult(year: 2026, center: "CZ-01", by: Acting("yanshan", .desk))
    let score = try #require(result.score)
    #expect(desk.shows("第 1 名") && desk.shows(score.score.description) && desk.shows("评分表 3 份"))
    #expect(desk.terminal.text.contains { $0.contains("1.1 ") && $0.contains("\(score.indicators[IndicatorCode.all[0]])") })
    let text = whole(desk)
    for sheet in result.sheets { #expect(text.contains("专家\(sheet.number)  \(sheet.total)")) }
    #expect(text.contains("1.2 会议记录完整，与专家"))
    #expect(text.contains("由工作人员代录"))
    for name in ["周文澜", "林若溪", "何知秋", "zhou"] { #expect(!text.contains(name)) }
  }

  @Test("The figure is explained as one would over the phone: out of which sheets, between which lines, what follows")
  func explained() throws {
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40)
    for center in ["CZ-01", "CZ-02"] {
      desk.open(CenterResultScreen(desk.sitting, center: center, year: 2026))
      let score = try #require(try fixture.store.centerResult(year: 2026, center: center, by: DeskFixture.bureau).score)
      #expect(desk.shows("得分是 \(score.sheets) 份评分表总分的平均值（办法第25条）"))
      let lines = [Grade.excellent: "90.00 分（含）以上为优秀", .qualified: "60.00 分（含）以上、不到 90.00 分为合格", .unqualified: "不到 60.00 分为不合格"]
      #expect(try desk.shows("\(score.score)：\(#require(lines[score.grade]))（办法第28条）"))
    }
  }

  @Test("From a mean Enter leads to the indicator's evaluation points, from other lines to the article of their part; Esc comes back")
  func basis() throws {
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40)
    let screen = CenterResultScreen(desk.sitting, center: "CZ-01", year: 2026)
    desk.open(screen)
    #expect(screen.ruleInHand == .article("28"))
    desk.press(KeyPress(.tab))
    #expect(screen.ruleInHand == .article("25"))
    while screen.ruleInHand != .indicator(IndicatorCode.all[2]) { desk.press(KeyPress(.down)) }
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is RulesScreen && desk.shows("2.1 "))
    #expect(desk.terminal.frames.last?.cursor?.row == 1)
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top === screen && screen.ruleInHand == .indicator(IndicatorCode.all[2]))
  }

  @Test("A host reaches the result of its own center from its file too; of another center its place in the published ranking")
  func host() throws {
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24)
    desk.press(KeyPress(.enter))
    desk.press(KeyPress(.function(5)))
    #expect(desk.runtime.top is CenterResultScreen)
    #expect(desk.shows("CZ-02") && desk.shows("评分表 1 份"))
    desk.open(CenterFileScreen(desk.sitting, code: "CZ-01"))
    desk.type("r")
    #expect(desk.runtime.top is RankingScreen && desk.shows("CZ-01"))
    desk.open(CenterResultScreen(desk.sitting, center: "CZ-01", year: 2026))
    #expect(desk.shows("评估结果尚不能查看"))
  }

  @Test("An absent center of a round without a last day for material was absent when the round was settled")
  func absent() throws {
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40)
    let center = try fixture.store.dueCenters(2026, by: DeskFixture.bureau).map(\.code).first {
      try fixture.store.centerResult(year: 2026, center: $0, by: DeskFixture.bureau).standing == .absent
    }
    desk.open(CenterResultScreen(desk.sitting, center: try #require(center), year: 2026))
    #expect(desk.shows("截至核定没有提交材料") && !desk.shows("截止日"))
  }

  @Test("An upheld objection is told without who objected; the figure that it took away stays in sight")
  func objection() throws {
    let store = fixture.store
    let why = try fixture.text("评分漏计一项专利")
    try store.stepRound(
      2026, .object("CZ-02", receivedOn: DeskFixture.today, grounds: why, signedBy: fixture.text("异议人甲"), evidence: why),
      by: DeskFixture.bureau)
    try store.stepRound(2026, .settleObjection(1, isUpheld: true, reason: fixture.text("核查属实"), document: nil), by: DeskFixture.bureau)
    let before = try #require(try store.centerResult(year: 2026, center: "CZ-02", by: DeskFixture.bureau).score?.score)
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24)
    desk.type("r")
    #expect(desk.shows("异议成立，正在重新评分"))
    let text = whole(desk)
    #expect(text.contains("成立：核查属实") && !text.contains("评分漏计一项专利") && !text.contains("异议人甲"))
    try store.stepRound(2026, .resettle("CZ-02"), by: DeskFixture.bureau)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: "round.resettle", login: "bureau")]))
    desk.runtime.settle()
    desk.press(KeyPress(.home))
    #expect(desk.shows("原得分 \(before)，因异议 1 成立"))
    #expect(!desk.shows("正在重新评分"))
  }

  @Test(
    "Where the round wants more sheets than came in, the host reads that it is pending, without a figure, and why",
    arguments: Language.allCases)
  func pending(language: Language) throws {
    let fixture = try DeskFixture.published(minimumSheets: 3)
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language)
    desk.type("r")
    #expect(desk.runtime.top is CenterResultScreen)
    #expect(desk.shows(language == .zh ? "待定：评分表 1 份，不足" : "pending with 1 sheet"))
    #expect(desk.shows(language == .zh ? "补齐之前评估不能结束（办法第25条）" : "(article 25)"))
    let result = try fixture.store.centerResult(year: 2026, center: "CZ-02", by: Acting("host", .desk))
    #expect(result.score == nil && result.rank == nil && !whole(desk).contains("第 "))
  }

  @Test("Of whom nothing came in, the host reads that it took no part and what follows", arguments: Language.allCases)
  func absent(language: Language) throws {
    let fixture = try DeskFixture.published(hostOf: "CZ-06")
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language)
    desk.type("r")
    #expect(desk.runtime.top is CenterResultScreen)
    #expect(desk.shows(language == .zh ? "未参加" : "absent") && desk.shows("30"))
    #expect(desk.shows(language == .zh ? "属不参加绩效评估" : "took no part"))
    let result = try fixture.store.centerResult(year: 2026, center: "CZ-06", by: Acting("host", .desk))
    #expect(result.standing == .absent && result.score == nil && result.sheets.isEmpty)
    #expect(!whole(desk).contains(language == .zh ? "平均分" : "Means"))
  }

  @Test("Tab jumps from part to part")
  func parts() throws {
    let desk = try DeskForTests(fixture, "yanshan", columns: 80, rows: 24)
    desk.type("r")
    desk.press(KeyPress(.tab))
    #expect(desk.terminal.text[try #require(desk.terminal.cursor).row].contains("各项指标平均分"))
    desk.press(KeyPress(.tab))
    #expect(desk.terminal.text[try #require(desk.terminal.cursor).row].contains("评分表"))
    desk.press(KeyPress(.tab))
    #expect(desk.terminal.text[try #require(desk.terminal.cursor).row].contains("沧州市油气管道防腐技术创新中心"))
  }

  @Test("Nothing is cut, in any window", arguments: Language.allCases)
  func frames(language: Language) throws {
    for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
      let desk = try DeskForTests(fixture, "yanshan", columns: columns, rows: rows, language: language)
      desk.type("r")
      desk.checkFrame("\(columns)", allowing: CenterResultPictureTests.written)
      desk.press(KeyPress(.end))
      desk.checkFrame("\(columns)", allowing: CenterResultPictureTests.written)
    }
  }
}
