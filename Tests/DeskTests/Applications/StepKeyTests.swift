import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("The digits of an application's steps")
struct StepKeyTests {
  /// The steps that digits take, by digit.
  private func digits(_ desk: DeskForTests, _ number: String) throws -> [String: String] {
    let screen = ApplicationScreen(desk.sitting, number: number)
    desk.open(screen)
    let bindings = screen.bindings.filter { $0.action.rawValue.hasPrefix("step.") }
    return Dictionary(
      uniqueKeysWithValues: bindings.map { binding in
        guard case .character(let digit)? = binding.keys.first?.key else { return ("", "") }
        return (String(digit), String(binding.action.rawValue.dropFirst(5)))
      })
  }

  @Test("1 leads on, whether it is lawful or says why not; refusals come behind, and only 9 withdraws")
  func digitsOfStages() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let host = try DeskForTests(fixture, "host")
    #expect(try digits(host, number) == ["1": "submit", "9": "withdraw"])
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    #expect(try digits(host, number) == ["9": "withdraw"])
    let department = try DeskForTests(fixture, "yanshan")
    #expect(try digits(department, number) == ["1": "recommend", "2": "returnForCorrection", "3": "decline"])
    try fixture.store.stepApplication(number, .recommend(reason: nil), by: DeskFixture.yanshan)
    let bureau = try DeskForTests(fixture, "bureau")
    #expect(try digits(bureau, number) == ["1": "accept"])
    try fixture.store.stepApplication(number, .accept, by: DeskFixture.bureau)
    #expect(try digits(bureau, number) == ["1": "passCheck", "2": "sendBack", "3": "failCheck", "4": "admitLate"])
    try fixture.store.stepApplication(number, .passCheck(reason: nil), by: DeskFixture.bureau)
    #expect(try digits(bureau, number) == ["1": "propose", "2": "visit", "3": "passOver"])
    // Too few opinions: the digit says so and does nothing.
    bureau.press(.character("1"))
    #expect(bureau.runtime.top is ApplicationScreen)
    #expect(bureau.shows("至少需要 3 位"))
  }

  @Test("The step that leads on stands in the footer of a narrow window", arguments: ["yanshan": "1 推荐", "host": "1 提交归口管理部门"])
  func footer(login: String, hint: String) throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    if login != "host" { try fixture.store.stepApplication(number, .submit, by: DeskFixture.host) }
    let desk = try DeskForTests(fixture, login, columns: 80, rows: 24)
    desk.open(ApplicationScreen(desk.sitting, number: number))
    #expect(desk.text.split(separator: "\n").last?.contains(hint) == true, "\(desk.text)")
  }
}
