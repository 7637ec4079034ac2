import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("Finding a row in the lists of a round")
struct FindingTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.scored() }

  private func ranking() throws -> DeskForTests {
    let desk = try DeskForTests(fixture, "bureau")
    desk.open(RankingScreen(desk.sitting, year: 2026))
    return desk
  }

  /// The row with the hardware cursor while no search is open: the selected one.
  private func selected(_ desk: DeskForTests) throws -> String { desk.terminal.text[try #require(desk.terminal.cursor).row] }

  @Test(
    "A row is found by its code, its name, pinyin or initials; Enter stays there, and what stands around it is seen",
    arguments: ["/", "\u{06}"])
  func found(key: String) throws {
    let desk = try ranking()
    desk.press(key == "/" ? .character("/") : .control("f"))
    desk.type("CZ-03")
    #expect(desk.shows("第 1 个，共 1 个"))
    #expect(desk.shows("CZ-01") && desk.shows("CZ-07"))
    desk.checkFrame()
    desk.press(KeyPress(.enter))
    #expect(try selected(desk).contains("CZ-03"))
    for words in ["阀门", "famen", "fmmf", "ｌｉｎｘｉ"] {
      desk.press(KeyPress(.home), .character("/"))
      desk.type(words)
      desk.press(KeyPress(.enter))
      #expect(try selected(desk).contains("CZ-05"), "\(words)")
    }
  }

  @Test("Cursor keys go from one hit to the next and around, Esc back to where one was, and nothing matches is said")
  func hits() throws {
    let desk = try ranking()
    desk.press(KeyPress(.down))
    let origin = try selected(desk)
    desk.press(.character("/"))
    desk.type("cz-0")
    #expect(desk.shows("第 2 个，共 8 个"))
    for _ in 0..<7 { desk.press(KeyPress(.down)) }
    #expect(desk.shows("第 1 个，共 8 个"))
    desk.press(KeyPress(.up))
    #expect(desk.shows("第 8 个，共 8 个"))
    desk.type("９９")
    #expect(desk.shows("没有相符的"))
    desk.press(KeyPress(.escape))
    #expect(try selected(desk) == origin)
    #expect(!desk.runtime.isModal)
  }

  @Test("An expert is found in the progress of a round; of the centers beside them, each table is searched by itself")
  func experts() throws {
    let desk = try DeskForTests(fixture, "bureau")
    desk.open(ProgressScreen(desk.sitting, year: 2026))
    desk.press(.character("/"))
    desk.type("zhou")
    desk.press(KeyPress(.enter))
    #expect(try selected(desk).contains("zhou"))
    desk.press(KeyPress(.tab), .character("/"))
    desk.type("CZ-04")
    desk.press(KeyPress(.enter))
    #expect(try selected(desk).contains("CZ-04"))
  }

  @Test("An expert finds one of their own centers, in whatever round; Esc leads back")
  func ownCenters() throws {
    let desk = try DeskForTests(fixture, "zhou")
    let origin = try selected(desk)
    desk.press(.character("/"))
    desk.type("阀门")
    #expect(desk.terminal.text.contains { $0.contains("CZ-05") } && desk.shows("共 1 个"))
    desk.checkFrame()
    desk.press(KeyPress(.escape))
    #expect(try selected(desk) == origin)
    desk.press(.control("f"))
    desk.type("cz-05")
    desk.press(KeyPress(.enter))
    #expect(try selected(desk).contains("CZ-05"))
    // A closed round is opened for what is found in it.
    desk.press(KeyPress(.left), KeyPress(.left))
    let heading = try selected(desk)
    #expect(!heading.contains("CZ-"))
    desk.press(.character("/"))
    desk.type("fmmf")
    desk.press(KeyPress(.enter))
    #expect(try selected(desk).contains("CZ-05"))
  }

  @Test("A sheet is found among those of an expert")
  func sheets() throws {
    let desk = try DeskForTests(fixture, "bureau")
    let expert = try #require(try fixture.store.expertProgress(year: 2026, by: DeskFixture.bureau).first { $0.login == "zhou" })
    desk.open(ExpertSheetsScreen(desk.sitting, year: 2026, expert: expert))
    desk.press(.character("/"))
    desk.type("famen")
    desk.press(KeyPress(.enter))
    #expect(try selected(desk).contains("CZ-05"))
  }

  @Test("What others change meanwhile moves rows, not what was found")
  func news() throws {
    let desk = try ranking()
    desk.press(.character("/"))
    try fixture.importSheet("CZ-02", "zhou", share: 99)
    try fixture.importSheet("CZ-02", "lin", share: 99)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: Act.importScores.rawValue, login: "bureau")]))
    desk.runtime.settle()
    desk.type("CZ-02")
    desk.press(KeyPress(.enter))
    #expect(try selected(desk).contains("CZ-02"))
  }

  @Test("What comes to a list or goes from it while somebody looks is counted, and the row in hand stays in hand")
  func recounted() throws {
    let desk = try DeskForTests(fixture, "bureau")
    desk.open(FieldDirectory.screen(desk.sitting))
    func enter(_ name: String) throws {
      try fixture.store.enterTerm(
        TermRecord(kind: .field, name: fixture.text(name), english: fixture.text(name)), by: DeskFixture.bureau)
    }
    func news() {
      desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: Act.enterTerm.rawValue, login: "bureau")]))
      desk.runtime.settle()
    }
    try enter("新术一")
    try enter("新术三")
    news()
    desk.press(.character("/"))
    desk.type("新术")
    desk.press(KeyPress(.down))
    #expect(desk.shows("第 2 个，共 2 个"))
    let inHand = try #require(desk.terminal.text.first { $0.contains("新术三") })
    try enter("新术二")
    news()
    #expect(desk.shows("共 3 个"))
    desk.press(KeyPress(.enter))
    #expect(try selected(desk) == inHand)
  }
}
