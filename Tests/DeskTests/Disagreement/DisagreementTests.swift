import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Where the sheets of a round disagree (article 25)")
struct DisagreementTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.scored() }

  private func desk(_ login: String = "bureau", columns: Int = 80) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, columns: columns)
    desk.open(DisagreementScreen(desk.sitting, year: 2026))
    return desk
  }

  private func codes(_ desk: DeskForTests) -> [String] {
    desk.terminal.text.compactMap { $0.firstMatch(of: /^ +(CZ-\d\d)/).map { String($0.1) } }
  }

  @Test("sheets ten points apart stand first and are counted; sheets that agree are said to")
  func centers() throws {
    let desk = try desk()
    #expect(desk.shows("1 个中心需复核"))
    #expect(codes(desk) == ["CZ-02", "CZ-01", "CZ-03", "CZ-04", "CZ-05"])
    let first = try #require(desk.terminal.text.first { $0.contains("CZ-02") })
    #expect(first.contains("27.00") && first.contains("相差大"))
    let second = try #require(desk.terminal.text.first { $0.contains("CZ-01") })
    #expect(second.contains("5.00") && second.contains("一致"))
  }

  @Test("sheets on both sides of 60 or 90 are told by the line")
  func acrossLines() throws {
    try fixture.importSheet("CZ-03", "lin", share: 60)
    try fixture.importSheet("CZ-04", "he", share: 95)
    let desk = try desk()
    #expect(try #require(desk.terminal.text.first { $0.contains("CZ-03") }).contains("跨 60"))
    #expect(try #require(desk.terminal.text.first { $0.contains("CZ-04") }).contains("相差大、跨 90"))
    #expect(desk.shows("3 个中心需复核"))
  }

  @Test("once the results are public no second look is asked for, since nobody can take one", arguments: Language.allCases)
  func published(language: Language) throws {
    func desk() throws -> DeskForTests {
      let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language)
      desk.open(DisagreementScreen(desk.sitting, year: 2026))
      return desk
    }
    let wanted = language == .zh ? "1 个中心需复核" : "1 center wants a second look"
    try fixture.importSheet("CZ-07", "zhou", share: 70)
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    #expect(try desk().shows(wanted))
    try fixture.store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    let published = try desk()
    #expect(published.shows(language == .zh ? "得分已公布，不再安排复核" : "scores are public: no second look follows"))
    #expect(!published.shows(wanted))
  }

  @Test("s sorts by the distance to the line of another grade, then by code, and the same center stays selected")
  func sorting() throws {
    let desk = try desk()
    desk.type("s")
    // 92.33 is 2.33 above a line, 52 is 8 below one, 74.50 is 14.50 above one.
    #expect(codes(desk) == ["CZ-01", "CZ-03", "CZ-02", "CZ-04", "CZ-05"])
    let cursor = try #require(desk.terminal.cursor)
    #expect(desk.terminal.text[cursor.row].contains("CZ-02"))
    desk.type("s")
    #expect(codes(desk) == ["CZ-01", "CZ-02", "CZ-03", "CZ-04", "CZ-05"])
  }

  @Test("Enter shows what each expert gave and what the sheets come to otherwise; the published figure stays")
  func detail() throws {
    let desk = try desk()
    desk.press(KeyPress(.enter))
    #expect(desk.shows("74.50"))
    #expect(desk.shows("最高分与最低分相差 27.00 分（办法第25条）"))
    #expect(try #require(desk.terminal.text.first { $0.contains("周文澜") }).contains("88.00"))
    #expect(desk.shows("61.00 (-13.50)"))
    #expect(desk.shows("88.00 (+13.50)"))
    #expect(desk.shows("如果另行计算（第25条，公布的得分不变）"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is CenterFileScreen)
    #expect(
      try fixture.store.result(2026, by: DeskFixture.bureau).result.centers.contains {
        $0.code == "CZ-02" && $0.score.score == Points(7450)
      })
  }

  @Test("the indicators on which the sheets differ most stand first, with what each expert gave")
  func spreads() throws {
    let desk = try desk()
    desk.press(KeyPress(.enter))
    let rows = desk.terminal.text
    let title = try #require(rows.firstIndex { $0.contains("差别最大的指标") })
    #expect(rows[title + 1].contains("周文澜") && rows[title + 1].contains("林若溪"))
    // 27 % of 15 points are more than 27 % of anything else.
    #expect(rows[title + 2].contains("4.2 产业贡献") && rows[title + 2].contains("13.20") && rows[title + 2].contains("4.05"))
  }

  @Test("Enter opens the sheet of the expert in hand, to read, typed ahead or not; i shows the nineteen means")
  func reading() throws {
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(DisagreementScreen(desk.sitting, year: 2026))
    desk.press(KeyPress(.enter), KeyPress(.enter))
    #expect(desk.runtime.top is SheetReadingScreen && desk.shows("周文澜的评分表"))
    desk.press(KeyPress(.escape), KeyPress(.down), KeyPress(.enter))
    #expect(desk.runtime.top is SheetReadingScreen && desk.shows("林若溪的评分表"))
    // Past the last sheet the arrows go on through what stands beneath; the same sheet stays in hand.
    desk.press(KeyPress(.escape), KeyPress(.down), KeyPress(.down))
    #expect(!desk.shows("沧州市高压管件成形技术创新中心"))
    desk.press(KeyPress(.enter))
    #expect(desk.shows("林若溪的评分表"))
    desk.press(KeyPress(.escape))
    desk.type("i")
    #expect(desk.runtime.top is RankingDetailScreen && desk.shows("同领域 5 个中心的中位数"))
  }

  @Test("with three sheets the other method is tried too, and a wide window shows it beside the table")
  func besideTheTable() throws {
    let desk = try desk(columns: 120)
    desk.press(KeyPress(.down))
    #expect(desk.shows("92.00 -0.33"))
    #expect(desk.shows("高出“优秀”线 2.33 分"))
    // The indicators take the room that is left, so that the last way of taking the sheets is seen.
    #expect(desk.shows("不计周文澜") && desk.shows("差别最大的指标"))
  }

  @Test("Tab shows how generous each expert is beside the others, and says where nothing can be said")
  func experts() throws {
    let desk = try desk()
    desk.press(KeyPress(.tab))
    let zhou = try #require(desk.terminal.text.first { $0.contains("zhou") })
    #expect(zhou.contains("+") && zhou.contains("±"))
    #expect(try #require(desk.terminal.text.first { $0.contains("lin") }).contains("评分表不足 3 份"))
    // Those of whom something can be said stand first.
    let order = desk.terminal.text.compactMap { $0.firstMatch(of: /\b(zhou|lin|he)\b/).map { String($0.0) } }
    #expect(order.first == "zhou")
    desk.press(KeyPress(.tab))
    #expect(codes(desk).first == "CZ-02")
  }

  @Test("follows new sheets, and the same center stays selected")
  func news() throws {
    let desk = try desk()
    desk.press(KeyPress(.down))
    try fixture.importSheet("CZ-05", "lin", share: 90)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: Act.importScores.rawValue, login: "bureau")]))
    desk.runtime.settle()
    #expect(desk.shows("2 个中心需复核"))
    let cursor = try #require(desk.terminal.cursor)
    #expect(desk.terminal.text[cursor.row].contains("CZ-01"))
  }

  @Test("leads here from progress and ranking; a viewer has no such key and is told nothing", arguments: ["progress", "ranking", "viewer"])
  func ways(_ way: String) throws {
    let desk = try DeskForTests(fixture, way == "viewer" ? "viewer" : "bureau")
    switch way {
    case "progress": desk.open(ProgressScreen(desk.sitting, year: 2026))
    case "ranking": desk.open(RankingScreen(desk.sitting, year: 2026))
    default: desk.open(DisagreementScreen(desk.sitting, year: 2026))
    }
    if way == "viewer" {
      #expect(desk.shows("评分进度只对组织者开放"))
      #expect(!desk.shows("CZ-0"))
    } else {
      desk.type("d")
      #expect(desk.runtime.top is DisagreementScreen)
    }
  }

  @Test("one more expert is assigned to a center whose sheets disagree; the old sheets stay, and the list says that it was looked at again")
  func oneMore() throws {
    let desk = try desk()
    desk.type("a")
    #expect(desk.shows("为 CZ-02 加派一名专家"))
    // Who scores the center already is not asked again; who must step aside is named, with the reason, and cannot be chosen.
    #expect(!desk.shows("周文澜"))
    desk.press(KeyPress(.enter))
    #expect(desk.shows("原有评分表保留"))
    desk.type("y")
    #expect(try #require(desk.terminal.text.first { $0.contains("CZ-02") }).contains("复核中"))
    #expect(desk.shows("复核中 1 个"))
    #expect(desk.shows("0 个中心需复核"))
    let looks = try fixture.store.secondLooks(year: 2026, by: DeskFixture.bureau)
    #expect(looks.map(\.center) == ["CZ-02"])
    #expect(looks.first?.experts.count == 1)
    desk.press(KeyPress(.enter))
    #expect(desk.shows("加派专家："))
    #expect(desk.shows("88.00"))
  }

  @Test("what people found on site is put on file and read beside the sheets; without people it is refused where it is missing")
  func onSite() throws {
    let desk = try desk()
    desk.press(KeyPress(.enter), KeyPress(.insert))
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("必填"))
    desk.type("沈望舒、周文澜")
    desk.press(KeyPress(.tab))
    desk.type("两条中试线均已投用")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("现场核查，沈望舒、周文澜：两条中试线均已投用"))
    #expect(try fixture.store.secondLooks(year: 2026, by: DeskFixture.bureau).first?.visits.count == 1)
  }

  @Test("where the sheets agree there is nothing to look at again, and the key says so")
  func nothingToLookAt() throws {
    let desk = try desk()
    desk.press(KeyPress(.down))
    desk.type("a")
    #expect(desk.shows("评分表一致，无须复核"))
    #expect(desk.runtime.top is DisagreementScreen)
  }
}
