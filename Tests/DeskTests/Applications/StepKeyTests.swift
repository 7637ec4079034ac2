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

  @Test(
    "What cannot be done yet stands first with its reason; what ends an application is never in hand, nor shown to a host as the host's news"
  )
  func endsLast() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.store.beginApplication(year: 2026, department: fixture.text("盐山县科学技术局"), by: DeskFixture.host)
    let host = try DeskForTests(fixture, "host", columns: 120, rows: 40)
    host.open(ApplicationScreen(host.sitting, number: number))
    host.press(KeyPress(.function(2)))
    let lines = host.text.split(separator: "\n")
    let submit = try #require(lines.firstIndex { $0.contains("提交归口管理部门") && !$0.contains("F10") })
    let withdraw = try #require(lines.lastIndex { $0.contains("撤回申请") && !$0.contains("F10") })
    #expect(submit < withdraw)
    host.press(KeyPress(.enter))
    #expect(!host.shows("撤回后不能恢复"))
    host.press(KeyPress(.escape))
    host.type("9")
    #expect(host.shows("撤回后不能恢复") && host.shows("记录在案") && !host.shows("申请单位可见"))
  }

  @Test("Whoever ends an application is asked with the name of its center")
  func namesWhatEnds() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    let file = try fixture.store.application(number, by: DeskFixture.bureau)
    for kind in [ApplicationStepKind.decline, .failCheck, .passOver, .refuse] {
      let words = StepQuestion.phrase(kind, ActAnswers.of([:]), file, today: DeskFixture.today)
      #expect(words?.zh.contains("“沧州市管件热成形技术创新中心”：") == true && words?.en.contains("“沧州市管件热成形技术创新中心”: ") == true)
    }
  }

  @Test("F2 in the list with nothing marked says what to do")
  func nothingMarked() throws {
    let (fixture, _, _) = try DeskFixture.withRecommended()
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40)
    desk.open(ApplicationsScreen(desk.sitting))
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("先用空格标记"))
  }
}
