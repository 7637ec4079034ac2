import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@Suite("The regulation in the desk")
@MainActor
struct RulesScreenTests {
  /// The key that opens it everywhere.
  private let key = KeyPress.control("o")
  nonisolated static let sizes = [[80, 24], [120, 40]]

  @Test("its first page, a condition with its ruling, the indicators, and what the text does not know", arguments: sizes, Language.allCases)
  func pictures(size: [Int], language: Language) throws {
    let desk = try DeskForTests(DeskFixture(), "viewer", columns: size[0], rows: size[1], language: language)
    let words = ["沧州市", "技术创新中心", "验收", "年度报告", "缓评", "限期整改", "省级评估"]
    for (name, place) in [
      ("rules", nil), ("rulesCondition", RulePlace.article("9.2")), ("rulesTable", .indicator(try DeskFixture.code("3.3"))),
      ("rulesUnknown", .article("验收")),
    ] {
      desk.open(RulesScreen(desk.sitting, at: place))
      desk.checkFrame(allowing: words)
      try desk.checkPicture("\(name)-\(size[0])x\(size[1])-\(language.rawValue)")
      desk.press(KeyPress(.escape))
    }
  }

  @Test("from the scoresheet it opens at the indicator in hand, and Esc comes back to it with what was typed")
  func fromScoresheet() throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    let desk = try DeskForTests(fixture, "zhou")
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-01", at: try DeskFixture.code("3.3")))
    desk.type("4.5")
    desk.press(key)
    #expect(desk.runtime.top is RulesScreen && desk.shows("3.3 专利和其他知识产权申请和授权（7 分）"))
    #expect(desk.terminal.frames.last?.cursor?.row == 1)
    desk.press(KeyPress(.escape))
    let screen = try #require(desk.runtime.top as? ScoresheetScreen)
    #expect(screen.state.entry?.field.text == "4.5")
  }

  @Test("from an application it opens at the condition under the cursor; a letter does the same")
  func fromApplication() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication(failing: true)
    let desk = try DeskForTests(fixture, "host")
    desk.open(ApplicationScreen(desk.sitting, number: number))
    desk.press(KeyPress(.function(3)))
    desk.type("R")
    #expect(desk.shows("第9条第2项  研发机构与投入，或共建企业"))
    #expect(desk.terminal.frames.last?.cursor?.row == 1)
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is ApplicationScreen)
  }

  @Test("from a pledge, a ranking and a list of rounds it opens at what they rest on; opened twice it stays one screen")
  func fromOthers() throws {
    let desk = try DeskForTests(try DeskFixture.scored(), "bureau")
    for (screen, heading) in [
      (RankingScreen(desk.sitting, year: 2026) as any Screen, "第28条  三个等级"), (RoundsScreen(desk.sitting), "第25条  两年一评"),
      (PledgeScreen(desk.sitting, year: 2026), "回避"),
    ] {
      desk.open(screen)
      desk.press(key)
      #expect(desk.shows(heading))
      desk.press(key)
      desk.press(KeyPress(.escape))
      #expect(desk.runtime.top === screen)
      desk.press(KeyPress(.escape))
    }
  }

  @Test("A number that is looked for leads to its article, and to no other place in which it occurs")
  func number() throws {
    let desk = try DeskForTests(try DeskFixture(), "viewer")
    let screen = RulesScreen(desk.sitting)
    desk.open(screen)
    for (typed, heading) in [("30", "第30条"), ("第9条", "第9条"), ("30(7)", "第30条第7项")] {
      desk.type("/" + typed + "\n")
      let row = try #require(desk.terminal.cursor?.row)
      #expect(desk.terminal.text[row].contains(heading), "\(typed)")
    }
  }

  @Test("from a center's file and from matters it opens at what the line in hand rests on")
  func fromCenter() throws {
    let desk = try DeskForTests(try DeskFixture.published(), "bureau", columns: 120, rows: 40)
    let file = CenterFileScreen(desk.sitting, code: "CZ-02")
    desk.open(file)
    var seen: [String] = []
    for _ in 0..<30 {
      if case .article(let number)? = file.ruleInHand, seen.last != number { seen.append(number) }
      desk.press(KeyPress(.down))
    }
    #expect(seen.starts(with: ["12", "31", "6", "9.2", "7", "5", "8", "12", "16", "12"]))
    #expect(seen.contains("14") && seen.contains("15"))
    desk.press(KeyPress(.home), KeyPress(.down), KeyPress(.down), KeyPress(.down), KeyPress(.down), key)
    #expect(desk.shows("第6条  依托单位"))
  }

  @Test("it is searched in both languages and by pinyin; Tab goes from article to article")
  func finding() throws {
    let desk = try DeskForTests(DeskFixture(), "viewer")
    desk.press(key)
    desk.type("/huanping\n")
    #expect(desk.shows("不是中心的权利；市科技局可以决定暂缓，写明理由（第26条）。"))
    desk.press(KeyPress(.home))
    desk.type("/deferral\n")
    desk.press(KeyPress(.tab, .shift))
    #expect(desk.runtime.top is RulesScreen)
    desk.press(KeyPress(.home), KeyPress(.tab), KeyPress(.tab))
    #expect(desk.shows("第2条  中心做什么"))
    desk.press(KeyPress(.function(6)))
    #expect(desk.terminal.text[1].contains("第二章 职责"))
  }

  @Test("the palette finds the regulation and its articles from everywhere")
  func palette() throws {
    let desk = try DeskForTests(DeskFixture(), "viewer")
    desk.runtime.paletteEntries = { [sitting = desk.sitting] text in sitting.paletteEntries(text) }
    desk.type(":第26条\n")
    #expect(desk.runtime.top is RulesScreen && desk.shows("第26条  哪些中心参评"))
    desk.press(KeyPress(.escape))
    desk.type(":管理办法")
    #expect(desk.shows("看管理办法：先到光标处所依据的一条"))
  }

  @Test("a refusal leads to the article behind it, by an answer that Enter alone does not give")
  func refusal() throws {
    let desk = try DeskForTests(DeskFixture(), "bureau")
    let refusal = Refusal(article: "26", Phrase(zh: "认定不满两年", en: "certified less than two years ago"))
    let home = desk.runtime.top
    for error in [refusal, StoreError.refused(refusal)] as [any Error] {
      desk.sitting.tell(error)
      desk.press(KeyPress(.enter))
      #expect(desk.runtime.top === home)
      desk.sitting.tell(error)
      desk.press(KeyPress(.tab))
      #expect(desk.shows("看办法第26条"))
      desk.press(KeyPress(.enter))
      #expect(desk.runtime.top is RulesScreen && desk.shows("第26条  哪些中心参评"))
      desk.press(KeyPress(.escape))
    }
  }

  @Test("another language and another width keep the article in hand")
  func languages() throws {
    let desk = try DeskForTests(DeskFixture(), "viewer")
    desk.open(RulesScreen(desk.sitting, at: .article("30(7)")))
    desk.press(KeyPress(.function(9)))
    #expect(desk.terminal.text[1].contains("Article 30(7)  Taken over"))
  }
}
