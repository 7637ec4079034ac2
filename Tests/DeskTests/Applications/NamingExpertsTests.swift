import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Experts are named, and what they reviewed is ranked (articles 11 and 12)")
struct NamingExpertsTests {
  @Test("Who reviews already stands at the end, refused; the list says how many are named and who leads, and comes back until Esc")
  func naming() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    let desk = try DeskForTests(fixture, "bureau")
    desk.open(ApplicationScreen(desk.sitting, number: number))
    desk.press(KeyPress(.function(5)))
    #expect(desk.shows("已安排 3 人，至少 3 人；组长：周文澜"))
    desk.type("林若溪")
    desk.press(KeyPress(.enter))
    #expect(desk.shows("已安排评审本申请") && desk.shows("安排评审专家"))
    desk.press(KeyPress(.escape))
    try fixture.store.removeReviewer(number, expert: "he", reason: fixture.text("出差"), by: DeskFixture.bureau)
    desk.open(ApplicationScreen(desk.sitting, number: number))
    desk.press(KeyPress(.function(5)))
    #expect(desk.shows("已安排 2 人，至少 3 人"))
    desk.type("何知秋")
    desk.press(KeyPress(.enter), KeyPress(.enter))
    #expect(desk.shows("已安排 3 人，至少 3 人"))
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is ApplicationScreen)
    desk.press(.control("g"))
    desk.press(KeyPress(.enter))
    let leaders = try fixture.store.application(number, by: DeskFixture.bureau).reviewers.filter(\.isLeader)
    #expect(leaders.map(\.login) == ["he"])
  }

  @Test("While too few experts are named, naming them comes first: in the queue, in the footer of 80 columns and in the list of steps")
  func namingComesFirst() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    try fixture.store.removeReviewer(number, expert: "he", reason: fixture.text("出差"), by: DeskFixture.bureau)
    for (language, due, footer, step) in [
      (Language.zh, "待安排专家", "a 安排专家", "安排评审专家"), (.en, "name experts", "a name experts", "Name experts"),
    ] {
      let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language)
      desk.open(ApplicationsScreen(desk.sitting))
      #expect(desk.shows(due))
      desk.open(ApplicationScreen(desk.sitting, number: number))
      #expect(desk.text.split(separator: "\n").last?.contains(footer) == true)
      desk.press(KeyPress(.function(2)))
      #expect(desk.shows(step))
      desk.press(KeyPress(.enter))
      desk.type("何知秋")
      desk.press(KeyPress(.enter), KeyPress(.enter), KeyPress(.escape))
      #expect(desk.text.split(separator: "\n").last?.contains(footer) == false)
      try fixture.store.removeReviewer(number, expert: "he", reason: fixture.text("出差"), by: DeskFixture.bureau)
    }
  }

  @Test("The ranking marks what is not complete, and gives it no rank")
  func ranking() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(ReviewRankingScreen(desk.sitting))
    let row = try #require(desk.terminal.text.first { $0.contains("84.75") })
    #expect(row.contains("(84.75)") && row.contains("–") && row.contains("2/3"))
    desk.press(KeyPress(.enter))
    #expect((desk.runtime.top as? ApplicationScreen)?.number == number)
  }
}
