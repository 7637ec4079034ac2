import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The first screens")
struct EntranceTests {
  @Test("The first screen of a demo names the roles, what each can do and how many logins there are, and enters as one")
  func chooser() throws {
    let fixture = try DeskFixture()
    let terminal = TestTerminal(columns: 80, rows: 24)
    var preferences = Runtime.Preferences()
    var typed: [TerminalEvent] = []
    terminal.press(KeyPress(.enter), KeyPress(.down), KeyPress(.enter))
    #expect(try Desk.chooseLogin(store: fixture.store, terminal: terminal, preferences: &preferences, typedAhead: &typed) == "lin")
    let first = terminal.frames[0].text.joined(separator: "\n")
    #expect(first.contains("评审专家") && first.contains("3 个账号") && first.contains("演示数据"))
  }

  @Test("A role with one login is entered at once, in the language chosen there; leaving is no login")
  func oneLogin() throws {
    let fixture = try DeskFixture()
    let terminal = TestTerminal(columns: 80, rows: 24)
    var preferences = Runtime.Preferences()
    var typed: [TerminalEvent] = []
    terminal.press(KeyPress(.function(9)), .character("2"))
    #expect(try Desk.chooseLogin(store: fixture.store, terminal: terminal, preferences: &preferences, typedAhead: &typed) == "bureau")
    #expect(preferences.language == .en)
    terminal.press(.character("q"))
    #expect(try Desk.chooseLogin(store: fixture.store, terminal: terminal, preferences: &preferences, typedAhead: &typed) == nil)
  }

  @Test("q on the first screen after the choice leads to the choice again, where the role is still selected; q there leaves")
  func backToChoice() throws {
    let fixture = try DeskFixture()
    let terminal = TestTerminal(columns: 80, rows: 24)
    terminal.givesOneByOne = true
    // As the bureau, in English; back; as a viewer; back; leave.
    terminal.press(.character("2"), KeyPress(.function(9)), .character("q"), .character("4"), .character("q"), .character("q"))
    #expect(try Desk.runByChoice(store: fixture.store, terminal: terminal) == .left)
    let frames = terminal.frames.map { $0.text.joined(separator: "\n") }
    let choices = frames.filter { $0.contains("Who do you want to be?") || $0.contains("您想以谁的身份进入") }
    #expect(choices.count == 3)
    #expect(choices.last?.contains("Who do you want to be?") == true, "the language stays")
  }

  @Test(
    "What is typed in one burst over the choice reaches the desk behind it, and the choice again after going back",
    arguments: [("21", "2026 年度进度"), ("2\u{1B}3", "叶青禾"), ("2\u{1B}21", "2026 年度进度")])
  func typedAhead(keys: String, shown: String) throws {
    let fixture = try DeskFixture.scored()
    let terminal = TestTerminal(columns: 80, rows: 24)
    terminal.endsWhenQuiet = true
    for key in keys { terminal.press(key == "\u{1B}" ? KeyPress(.escape) : .character(key)) }
    #expect(try Desk.runByChoice(store: fixture.store, terminal: terminal) == .terminated)
    #expect(terminal.text.first?.contains(shown) == true, "\(terminal.text)")
  }

  @Test("A choice that ends keeps what was typed after it, in order")
  func kept() throws {
    let fixture = try DeskFixture()
    let terminal = TestTerminal(columns: 80, rows: 24)
    var preferences = Runtime.Preferences()
    var typed: [TerminalEvent] = [.input(.key(.character("2")))]
    terminal.type("never asked for")
    #expect(try Desk.chooseLogin(store: fixture.store, terminal: terminal, preferences: &preferences, typedAhead: &typed) == "bureau")
    #expect(typed.isEmpty && terminal.hasEvents)
    let ahead = TestTerminal(columns: 80, rows: 24)
    ahead.type("23jj")
    #expect(try Desk.chooseLogin(store: fixture.store, terminal: ahead, preferences: &preferences, typedAhead: &typed) == "bureau")
    #expect(typed == "3jj".map { .input(.key(.character($0))) })
  }

  @Test("Staff begin with the round under way: how much is in, how long there still is, whom it waits for")
  func staff() throws {
    let desk = try DeskForTests(DeskFixture.scored(), "bureau")
    #expect(desk.shows("2026 年度绩效评估"))
    #expect(desk.shows("已交 8/9 份评分表"))
    #expect(desk.shows("还有 20 天"))
    #expect(desk.shows("未交齐的专家 1 位"))
    #expect(desk.shows("份数不足的中心 1 个"))
  }

  @Test("Before the draw nobody is said to have finished", arguments: [Language.zh, .en])
  func nobodyYet(language: Language) throws {
    let fixture = try DeskFixture.scored()
    try fixture.importSheet("CZ-07", "lin", share: 70)
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try fixture.store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    let over = DeskFixture.day("2026-07-01")
    let later = Surroundings(now: { Moment(over, seconds: 12 * 3600) }, randomBytes: Surroundings.system.randomBytes)
    try fixture.store.under(later).closeRound(2026, by: DeskFixture.bureau)
    try fixture.store.openRound(2028, by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "bureau", language: language)
    #expect(desk.shows(language == .zh ? "还没有分配专家" : "No expert is assigned yet"))
    #expect(!desk.shows("已交齐") && !desk.shows("份数已够") && !desk.shows("have submitted"))
  }

  @Test("Of two rounds under way the one that is scored stands above, the other is a digit away")
  func twoRounds() throws {
    let fixture = try DeskFixture.scored()
    try fixture.store.openRound(2028, by: Acting("bureau", .desk))
    let desk = try DeskForTests(fixture, "bureau")
    #expect(desk.shows("2026 年度绩效评估") && desk.shows("3  2028 年度评分进度"))
    desk.press(.character("3"))
    #expect(desk.shows("2028 年度进度"))
  }

  @Test("Each line of the staff's home is one digit away", arguments: [("1", "进度"), ("2", "排名"), ("3", "评估年度"), ("4", "管理序列")])
  func destinations(digit: String, name: String) throws {
    let desk = try DeskForTests(DeskFixture.scored(), "bureau")
    desk.type(digit)
    let title = try #require(desk.runtime.top?.title.zh)
    #expect(title.hasSuffix(name))
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is StaffHomeScreen)
  }

  @Test("Those who take no steps of a round are not told of any", arguments: ["yanshan", "viewer"])
  func noSteps(login: String) throws {
    let desk = try DeskForTests(DeskFixture.scored(), login)
    for key in [KeyPress(.function(1)), KeyPress(.function(10)), .control("p")] {
      desk.press(key)
      #expect(!desk.text.contains(/核定|公示结果|公示评估结果/), "\(key)")
      desk.press(KeyPress(.escape))
    }
  }

  @Test("Language and theme are remembered with the login, unless they are asked for at the start")
  func remembered() throws {
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "bureau")
    desk.press(KeyPress(.function(9)), KeyPress(.function(8)))
    let usual = Runtime.Preferences()
    func next(_ login: String, language: Bool = false, theme: Bool = false) -> Runtime.Preferences {
      Desk.remembered(by: login, in: fixture.store, over: usual, keepingLanguage: language, keepingTheme: theme)
    }
    #expect(next("bureau") == Runtime.Preferences(language: .en, theme: .light, isThemeChosen: true))
    #expect(next("bureau", language: true) == Runtime.Preferences(language: .zh, theme: .light, isThemeChosen: true))
    #expect(next("bureau", theme: true) == Runtime.Preferences(language: .en, theme: .dark))
    #expect(next("viewer") == usual)
    #expect(next("nobody") == usual)
    desk.press(KeyPress(.function(9)))
    #expect(next("bureau").language == .zh)
  }

  @Test("Commands are found by pinyin and initials", arguments: ["yuyanqiehuan", "yyqh"])
  func spelled(typed: String) throws {
    let desk = try DeskForTests(DeskFixture(), "bureau")
    desk.type(":" + typed + "\n")
    #expect(desk.runtime.language == .en)
  }

  @Test("Article 5: a department begins with the centers of its own jurisdiction and no others")
  func department() throws {
    let desk = try DeskForTests(DeskFixture.scored(), "yanshan")
    #expect(desk.shows("本部门归口的中心 3 个"))
    #expect(desk.shows("CZ-03") && !desk.shows("CZ-04"))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is CenterFileScreen)
  }

  @Test(
    "An expert's sheets show in a center's file for staff only",
    arguments: [("bureau", true), ("viewer", false), ("yanshan", false), ("lin", false)])
  func sheetsInFile(login: String, isShown: Bool) throws {
    let desk = try DeskForTests(DeskFixture.scored(), login)
    desk.open(CenterFileScreen(desk.sitting, code: "CZ-01"))
    #expect(desk.shows("81.20"))
    #expect(desk.shows("何知秋") == isShown)
  }

  @Test("A file of a center that is not there says so")
  func missing() throws {
    let desk = try DeskForTests(DeskFixture(), "viewer")
    desk.open(CenterFileScreen(desk.sitting, code: "CZ-99"))
    #expect(desk.shows("未能读取"))
    desk.checkFrame()
  }
}
