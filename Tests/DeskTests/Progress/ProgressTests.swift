import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("The progress of a round")
struct ProgressTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.scored() }

  private func desk(_ login: String = "bureau", on day: Day = DeskFixture.today) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login)
    desk.open(ProgressScreen(desk.sitting, year: 2026))
    return desk
  }

  private func logins(_ desk: DeskForTests) -> [String] {
    desk.terminal.text.compactMap { $0.firstMatch(of: /\b(zhou|lin|he)\b/).map { String($0.0) } }
  }

  @Test("shows of each expert what is submitted, how many points are given, the pledge and what is open")
  func experts() throws {
    let desk = try desk()
    #expect(desk.shows("已交 8/9 份"))
    let row = try #require(desk.terminal.text.first { $0.contains("zhou") })
    #expect(row.contains("5/6") && row.contains("113/114") && row.contains("已签") && row.contains("还差 1 份"))
    #expect(desk.terminal.text.contains { $0.contains("he") && $0.contains("未签") && $0.contains("全部提交") })
    #expect(logins(desk).first == "zhou")
  }

  @Test("s goes through the orders, and the same expert stays selected")
  func sorting() throws {
    let desk = try desk()
    desk.type("s")
    #expect(logins(desk) == ["he", "lin", "zhou"])
    let cursor = try #require(desk.terminal.cursor)
    #expect(desk.terminal.text[cursor.row].contains("zhou"))
  }

  @Test("Tab switches to the centers, those that lack most first, and Enter opens one with its experts")
  func centers() throws {
    let desk = try desk()
    desk.press(KeyPress(.tab))
    let first = try #require(desk.terminal.text.first { $0.contains("CZ-0") })
    #expect(first.contains("CZ-07") && first.contains("0/1") && first.contains("还差 1 份"))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is PanelScreen)
    #expect(desk.shows("18/19"))
    #expect(desk.shows("周文澜"))
  }

  @Test("is not for viewers, hosts, departments and experts", arguments: ["viewer", "yanshan", "zhou"])
  func forbidden(login: String) throws {
    let desk = try desk(login)
    #expect(desk.shows("评分进度只对组织者开放"))
    #expect(!desk.shows("113/114"))
  }

  @Test(
    "Whoever is late stands first and is called late; nobody is on the last day itself",
    arguments: [("2026-06-30", false), ("2026-07-01", true)])
  func late(day: String, isLate: Bool) throws {
    let experts = try fixture.store.expertProgress(year: 2026, by: DeskFixture.bureau)
    let state = ProgressState(
      round: try fixture.store.round(2026, by: DeskFixture.bureau), today: DeskFixture.day(day), experts: experts, centers: [])
    let zhou = try #require(state.experts.first)
    #expect(zhou.login == "zhou")
    #expect(state.late(zhou) == (isLate ? 1 : 0))
  }
}
