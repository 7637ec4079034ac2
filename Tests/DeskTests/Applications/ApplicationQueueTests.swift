import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The list of applications")
struct ApplicationQueueTests {
  @Test("What waits for experts does not wait for the bureau, which is told how many are missing; what is open is shown instead")
  func experts() throws {
    let fixture = try DeskFixture.withApplications()
    _ = try fixture.reviewedApplication()
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(ApplicationsScreen(desk.sitting))
    #expect(desk.shows("待我办理 0 件"))
    #expect(desk.shows("未办结（1）"))
    #expect(desk.shows("待专家 1 位"))
    // Of the name that tells it apart.
    #expect(desk.shows("管件热成形  "))
  }

  @Test(
    "A search finds an application by number, name, host and department, by characters, pinyin and initials, however far it has come",
    arguments: ["0003", "管件热", "guanjian", "gjrcx", "xingyuan", "ysxkx", "ＧＪ　0003"])
  func search(text: String) throws {
    let (fixture, _, submitted) = try DeskFixture.withRecommended()
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(ApplicationsScreen(desk.sitting))
    #expect(!desk.shows(submitted))
    desk.press(.character("/"))
    desk.type(text)
    #expect(desk.shows(submitted))
    // Esc shows again what was shown before.
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is ApplicationsScreen && !desk.shows(submitted))
  }

  @Test("How long it waits stands in the list of whoever has it in hand, at 80 columns, in both languages", arguments: Language.allCases)
  func waiting(language: Language) throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    let later = Day(2026, 6, 22)
    for login in ["yanshan", "host"] {
      let desk = try DeskForTests(fixture, login, columns: 80, rows: 24, language: language, on: later)
      desk.open(ApplicationsScreen(desk.sitting))
      #expect(desk.shows(language == .zh ? "12 天" : "12 days"))
    }
  }

  @Test("At 120 columns the name of a county’s bureau is not cut")
  func department() throws {
    let (fixture, _, _) = try DeskFixture.withRecommended()
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40)
    desk.open(ApplicationsScreen(desk.sitting))
    #expect(desk.shows("盐山县科学技术局"))
  }

  @Test("A search that finds nothing says so; Tab keeps it while the list is in hand, and q is the way out again")
  func searchKept() throws {
    let (fixture, recommended, submitted) = try DeskFixture.withRecommended()
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(ApplicationsScreen(desk.sitting))
    desk.press(KeyPress(.function(3)))
    desk.type("qq")
    #expect(desk.shows("没有检索到申请") && desk.shows("Esc"))
    desk.press(KeyPress(.backspace), KeyPress(.backspace))
    desk.type("0003")
    desk.press(KeyPress(.tab))
    #expect(desk.shows(submitted) && !desk.shows(recommended[0]))
    desk.press(KeyPress(.enter))
    #expect((desk.runtime.top as? ApplicationScreen)?.number == submitted)
    desk.press(.character("q"), .character("q"))
    #expect(!(desk.runtime.top is ApplicationsScreen))
  }

  @Test("The list is narrowed by year and by department, and the head says so")
  func filter() throws {
    let (fixture, recommended, _) = try DeskFixture.withRecommended()
    let other = try fixture.store.beginApplication(year: 2026, department: fixture.text("沧州市工业和信息化局"), by: DeskFixture.host)
    let desk = try DeskForTests(fixture, "host", columns: 120, rows: 30)
    desk.open(ApplicationsScreen(desk.sitting))
    desk.press(.character("f"), KeyPress(.end), KeyPress(.enter))
    desk.type("gyhxx")
    desk.press(KeyPress(.enter), .character("f"), KeyPress(.home), KeyPress(.down), KeyPress(.down), KeyPress(.enter))
    #expect(desk.shows("筛选：沧州市工业和信息化局") && desk.shows(other) && !desk.shows(recommended[0]))
    desk.press(KeyPress(.backspace))
    #expect(desk.shows(recommended[0]))
    desk.press(.character("f"), KeyPress(.end), KeyPress(.up), KeyPress(.enter), KeyPress(.down), KeyPress(.enter))
    #expect(desk.shows("筛选：2026 年度"))
  }

  @Test("A host's first screen tells of its draft and the last day; a digit leads there, where it stands with that day")
  func draft() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24)
    #expect(desk.shows("1 申请：待我办理 1 件，今日起"))
    desk.press(.character("1"))
    #expect(desk.runtime.top is ApplicationsScreen)
    #expect(desk.shows(number) && desk.shows("2026-06-30"))
    // Handed in, nothing waits any more, but the list is not empty.
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    let after = try DeskForTests(fixture, "host", columns: 80, rows: 24)
    after.press(.character("1"))
    #expect(after.shows("待我办理 0 件") && after.shows(number) && after.shows("2026-07-15"))
  }

  @Test(
    "A host without an application is told whether one can be begun: no call, not yet, now, too late",
    arguments: [
      (nil, "还没有申报通知", "No call is out yet"), ("2026-05-20", "2026-06-01 开始受理，2026-06-30 截止", "are taken from 2026-06-01 to 2026-06-30"),
      ("2026-06-10", "正在受理申报，截止 2026-06-30，还有 20 天", "are taken now, last day 2026-06-30, 20 days left"),
      ("2026-07-01", "已于 2026-06-30 截止", "were taken until 2026-06-30"),
    ])
  func empty(day: String?, zh: String, en: String) throws {
    let fixture = try DeskFixture.withApplications(call: day != nil)
    for (language, words) in [(Language.zh, zh), (.en, en)] {
      let today = day.map { DeskFixture.day($0) }
      let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language, on: today)
      desk.open(ApplicationsScreen(desk.sitting))
      #expect(desk.shows(words))
      desk.checkFrame(allowing: ["陶然"])
    }
  }

  @Test(
    "Who begins an application after the last day is asked first, and told that the bureau must admit it (article 10)",
    arguments: [true, false])
  func beginningLate(agrees: Bool) throws {
    let fixture = try DeskFixture.withApplications()
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, on: DeskFixture.day("2026-07-01"))
    desk.open(ApplicationsScreen(desk.sitting))
    desk.type("n")
    #expect(desk.shows("已于 2026-06-30 截止") && desk.shows("准予逾期"))
    desk.type(agrees ? "y" : "n")
    #expect(desk.shows("向哪个归口管理部门申报") == agrees)
  }

  @Test("A list that runs empty while somebody looks at it shows what is still open")
  func runsEmpty() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let desk = try DeskForTests(fixture, "host")
    let screen = ApplicationsScreen(desk.sitting)
    desk.open(screen)
    #expect(desk.shows("显示：待我办理（1）"))
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    screen.appeared()
    desk.press(KeyPress(.tab))
    #expect(desk.shows("显示：未办结（1）") && desk.shows(number))
  }
}
