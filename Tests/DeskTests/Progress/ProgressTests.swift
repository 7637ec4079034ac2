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

  @Test("bars are as long as the load, a line stands at the mean, and who carries too many is counted; s sorts by load")
  func load() throws {
    let desk = try desk()
    #expect(desk.shows("每人平均 3.00 个中心（┊），最多 6 个，偏多 1 人"))
    let (zhou, he) = (
      try #require(desk.terminal.text.first { $0.contains("zhou") }), try #require(desk.terminal.text.first { $0.contains("19/19") })
    )
    func cells(_ row: String) -> Int { row.count { "█▉▊▋▌▍▎▏░┊".contains($0) } }
    // Six centers and one, and the line of the mean beyond the shorter bar.
    #expect(cells(he) - 1 == (cells(zhou) + 5) / 6 && zhou.contains("┊") && he.contains("┊"))
    for _ in 0..<3 { desk.type("s") }
    #expect(logins(desk) == ["zhou", "lin", "he"] && desk.shows("分派多者在前"))
  }

  @Test(
    "Half as many again as the mean are too many, and no less than two more",
    arguments: [(3, 3.0, false), (4, 3.0, false), (5, 3.0, true), (8, 6.0, false), (9, 6.0, true), (2, 1.0, false), (3, 1.0, true)])
  func tooMany(assigned: Int, mean: Double, isTooMany: Bool) {
    #expect(ProgressState.isTooMany(assigned, beside: mean) == isTooMany)
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
