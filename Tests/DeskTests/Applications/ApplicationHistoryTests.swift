import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The history of an application says what each step left on file")
struct ApplicationHistoryTests {
  private static func day(_ text: String) -> Day { DeskFixture.day(text) }

  private func desk(_ fixture: DeskFixture, _ login: String, at number: String) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, login, columns: 120, rows: 70, on: Self.day("2026-08-28"))
    desk.open(ApplicationScreen(desk.sitting, number: number))
    desk.type("p")
    return desk
  }

  @Test("Minutes, days of the notice, objection, finding, document and code: to the bureau all of it, to the host no name")
  func wholeWay() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.objectedApplication()
    try fixture.store(on: "2026-08-28").stepApplication(
      number, .certify(document: fixture.text("沧科字〔2026〕21号"), code: fixture.text("CZ-10")), by: DeskFixture.bureau)
    let bureau = try desk(fixture, "bureau", at: number)
    for words in [
      "安排评审专家：周文澜（组长）  市科技局", "提交评审意见：林若溪", "会议日期 2026-08-19，纪要号 8号", "公示期 2026-08-20 至 2026-08-27（5 个工作日）", "第 1 号，2026-08-21 收到",
      "署名：庚署", "第 1 号：不成立", "文号 沧科字〔2026〕21号，中心编号 CZ-10", "党组会：会议日期 2026-08-19", "公示：2026-08-20 至 2026-08-27",
    ] {
      #expect(bureau.shows(words), "\(words)")
    }
    let host = try desk(fixture, "host", at: number)
    #expect(host.shows("第 1 号：不成立") && host.shows("公示期 2026-08-20 至 2026-08-27") && host.shows("纪要号 8号"))
    #expect(!host.text.contains(/庚署|成果属他人|证书复印件|周文澜|林若溪/))
  }

  @Test("A notice that is over names its last day, in both languages", arguments: Language.allCases)
  func ended(language: Language) throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.noticedApplication()
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 60, language: language, on: Self.day("2026-08-28"))
    desk.open(ApplicationScreen(desk.sitting, number: number))
    #expect(desk.shows(language == .zh ? "已期满，最后一天为 2026-08-27" : "ended; its last day was 2026-08-27"))
  }

  @Test("The file of a center that came of it tells the document and leads to the application, for those who may open it")
  func center() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.noticedApplication()
    try fixture.store(on: "2026-08-28").stepApplication(
      number, .certify(document: fixture.text("沧科字〔2026〕21号"), code: fixture.text("CZ-10")), by: DeskFixture.bureau)
    for login in ["bureau", "host"] {
      let desk = try DeskForTests(fixture, login, columns: 80, rows: 24, on: Self.day("2026-08-28"))
      desk.open(CenterFileScreen(desk.sitting, code: "CZ-10"))
      #expect(desk.shows("沧科字〔2026〕21号") && desk.shows(number))
      desk.press(KeyPress(.function(4)))
      #expect((desk.runtime.top as? ApplicationScreen)?.number == number)
    }
    let viewer = try DeskForTests(fixture, "viewer", columns: 80, rows: 24, on: Self.day("2026-08-28"))
    viewer.open(CenterFileScreen(viewer.sitting, code: "CZ-10"))
    #expect(viewer.shows("沧科字〔2026〕21号") && !viewer.text.contains(number))
    viewer.press(KeyPress(.function(4)))
    #expect(viewer.runtime.top is CenterFileScreen)
  }
}
