import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The sheets of one expert, for those who run the round")
struct ExpertSheetsTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.scored() }

  /// The progress of the round, and Enter on the expert who stands first.
  private func desk(on day: Day? = nil) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, "bureau", on: day)
    desk.open(ProgressScreen(desk.sitting, year: 2026))
    desk.press(KeyPress(.enter))
    return desk
  }

  @Test("Enter on an expert shows their centers, what is still to come first, with the total of what is in and nothing of what is not")
  func sheets() throws {
    let desk = try desk()
    #expect(desk.runtime.top is ExpertSheetsScreen)
    #expect(desk.shows("周文澜（zhou）") && desk.shows("已交 5/6 份"))
    let rows = desk.terminal.text.filter { $0.contains("CZ-0") }
    let first = try #require(rows.first)
    #expect(rows.count == 6 && first.contains("CZ-07") && first.contains("18/19") && first.contains("评分中") && first.contains("–"))
    #expect(rows.contains { $0.contains("CZ-01") && $0.contains("95.00") && $0.contains("代录") })
  }

  @Test(
    "A sheet that is not in is late the day after the last one, and not on it", arguments: [("2026-06-30", false), ("2026-07-01", true)])
  func late(day: String, isLate: Bool) throws {
    let desk = try desk(on: DeskFixture.day(day))
    #expect(desk.terminal.text.contains { $0.contains("CZ-07") && $0.contains("逾期未交") } == isLate)
  }

  @Test(
    "Own sheets are late by the day on which they came; what staff typed tells nothing of it",
    arguments: [
      ("", "2026-06-30", false), ("", "2026-07-01", true), ("bureau", "2026-07-01", false),
    ])
  func came(typedBy: String, on day: String, isLate: Bool) throws {
    let sheet = ExpertSheet(
      center: "CZ-01", name: "", state: .submitted, given: 19, total: .zero, submittedOn: DeskFixture.day(day), enteredBy: typedBy)
    let state = ExpertSheetsState(
      round: try fixture.store.round(2026, by: DeskFixture.bureau), today: DeskFixture.day("2026-08-01"), sheets: [sheet])
    #expect(state.isLate(sheet) == isLate)
  }

  @Test(
    "Enter on a draft is refused with the reason; on a submitted sheet it shows the scores and comments to read, and nothing can be entered"
  )
  func reading() throws {
    try fixture.store.score(
      year: 2026, center: "CZ-07", indicator: try DeskFixture.code("5.4"),
      ScoreEntry(points: .some(Points(200)), comment: try fixture.text("交流频繁")), by: DeskFixture.zhou)
    let desk = try desk()
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is ExpertSheetsScreen && desk.shows("评分表提交后才能查看"))
    try fixture.store.submitSheet(year: 2026, center: "CZ-07", by: DeskFixture.zhou)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: Act.submitSheet.rawValue, login: "zhou")]))
    desk.runtime.settle()
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is SheetReadingScreen)
    desk.press(KeyPress(.end))
    #expect(desk.shows("周文澜的评语") && desk.shows("交流频繁") && desk.shows("已提交"))
    let before = try fixture.sheet("CZ-07")
    desk.type("1\n")
    desk.press(KeyPress(.function(3)), KeyPress(.delete))
    #expect(try fixture.sheet("CZ-07") == before)
  }

  @Test("A sheet that is taken back while it is read closes")
  func takenBack() throws {
    let desk = try desk()
    desk.press(KeyPress(.down), KeyPress(.enter))
    #expect(desk.runtime.top is SheetReadingScreen && desk.shows("合计 95.00"))
    try fixture.store.takeBackSheet(year: 2026, center: "CZ-01", by: DeskFixture.zhou)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: Act.takeBackSheet.rawValue, login: "zhou")]))
    desk.runtime.settle()
    #expect(desk.shows("评分表提交后才能查看") && !desk.shows("95.00"))
  }
}
