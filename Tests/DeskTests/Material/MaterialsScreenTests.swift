import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("The evaluation forms of a round (articles 26 and 27)")
struct MaterialsScreenTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture.withMaterial() }

  @Test("a host is told at home what waits, and one digit leads there; then the form is one Enter away")
  func host() throws {
    try fixture.store.stepRound(2026, .returnForCorrection("CZ-02", reason: fixture.text("补附聘书")), by: DeskFixture.yanshan)
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24)
    #expect(desk.shows("2026 年度评估材料：待我办理 1 个中心"))
    desk.type("2")
    #expect(desk.runtime.top is MaterialsScreen)
    #expect(desk.shows("CZ-02") && !desk.shows("CZ-01"))
    #expect(desk.shows("单位：待补正"))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is MaterialScreen)
  }

  @Test("a department sees its own centers, those in its hands first; staff see all of them, from the list of rounds")
  func others() throws {
    // Figures were imported for all of them, so that they are in the department's hands until it gives one back.
    try fixture.store.stepRound(2026, .returnForCorrection("CZ-01", reason: fixture.text("补附聘书")), by: DeskFixture.yanshan)
    let department = try DeskForTests(fixture, "yanshan", columns: 80, rows: 24)
    #expect(department.shows("2026 年度评估材料：待我办理 2 个中心"))
    department.open(MaterialsScreen(department.sitting, year: 2026))
    let codes = department.terminal.text.compactMap { $0.firstMatch(of: /^ +(CZ-\d\d)/).map { String($0.1) } }
    #expect(codes == ["CZ-02", "CZ-03", "CZ-01"])
    let staff = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    staff.open(RoundsScreen(staff.sitting))
    staff.type("m")
    #expect(staff.shows("CZ-08") && staff.shows("部门：待审查") && staff.shows("认定未满两年"))
  }

  @Test("a viewer is told nothing")
  func viewer() throws {
    let desk = try DeskForTests(fixture, "viewer")
    desk.open(MaterialsScreen(desk.sitting, year: 2026))
    #expect(!desk.shows("CZ-0"))
    desk.open(MaterialScreen(desk.sitting, year: 2026, center: "CZ-02"))
    #expect(!desk.shows("CZ-0"))
  }
}
