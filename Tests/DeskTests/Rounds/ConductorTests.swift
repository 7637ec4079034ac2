import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Who carries a round out has its steps, and no other's (articles 5(3) and 25)")
struct ConductorTests {
  /// The round of 2028 is the county's of 盐山县; 2030 is the agency's. 2026 is the bureau's.
  private func fixture() throws -> DeskFixture {
    let fixture = try DeskFixture.scored()
    _ = try fixture.store.importUsers(
      fixture.numbered([
        UserRecord(login: fixture.text("agency"), name: fixture.text("事务所"), role: .agency, organization: fixture.text("渤海示范大学"))
      ]), by: Acting("admin", .command))
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1, department: fixture.text("盐山县科学技术局")), by: DeskFixture.bureau)
    try fixture.store.openRound(2030, RoundPlan(minimumSheets: 1, agency: fixture.text("渤海示范大学")), by: DeskFixture.bureau)
    return fixture
  }

  private func rounds(_ login: String, year: Int) throws -> (DeskForTests, DeskFixture) {
    let fixture = try fixture()
    let desk = try DeskForTests(fixture, login, columns: 120, rows: 40)
    desk.open(RoundsScreen(desk.sitting, year: year))
    return (desk, fixture)
  }

  @Test("draws its experts from the list of rounds and opens its file", arguments: [("yanshan", 2028), ("agency", 2030)])
  func own(login: String, year: Int) throws {
    let (desk, fixture) = try rounds(login, year: year)
    desk.type("0")
    #expect(desk.shows("\(year) 年度抽取方案"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("\(year) 年度分配专家"))
    desk.type("y")
    #expect(desk.shows("下一步：") && desk.shows("可定级 0 个"))
    let panels = try fixture.store.assignments(year: year, by: DeskFixture.bureau)
    #expect(!panels.isEmpty && (year != 2030 || Set(panels.map(\.expert)) == ["lin"]))
    desk.type("o")
    #expect(desk.runtime.top is RoundFileScreen && desk.shows("应评"))
    desk.checkFrame()
    desk.press(KeyPress(.enter))
    // Publication and what follows are the bureau's.
    #expect(!desk.shows("公示结果") && !desk.shows("取消评估"))
  }

  @Test(
    "finds another's round greyed, with who carries it out; an agency is told that it is not its own, and no more",
    arguments: [
      ("yanshan", 2026, "由市科技局组织"), ("yanshan", 2030, "由渤海示范大学组织"), ("agency", 2026, "评估未委托本机构"), ("agency", 2028, "评估未委托本机构"),
    ])
  func foreign(login: String, year: Int, conductor: String) throws {
    let (desk, fixture) = try rounds(login, year: year)
    let before = try fixture.store.assignments(year: year, by: DeskFixture.bureau).count
    for key in ["0", "o", "p", "w", "1"] {
      desk.type(key)
      #expect(desk.runtime.top is RoundsScreen && desk.shows("\(year) 年度\(conductor)"))
    }
    #expect(try fixture.store.assignments(year: year, by: DeskFixture.bureau).count == before)
  }

  @Test("A host is offered no step of any round")
  func host() throws {
    let fixture = try DeskFixture.published()
    let desk = try DeskForTests(fixture, "host")
    desk.open(RoundsScreen(desk.sitting, year: 2026))
    #expect(Set(desk.runtime.top?.bindings.map(\.action) ?? []) == ["ranking", "proofs"])
  }
}
