import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("A reason that the desk begins is in Chinese, whatever the desk speaks: it goes on file, and others read it")
struct BegunReasonTests {
  @Test("What an application lacks, as its return begins", arguments: Language.allCases)
  func application(language: Language) throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication(failing: true)
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    let desk = try DeskForTests(fixture, "yanshan", language: language)
    desk.open(ApplicationScreen(desk.sitting, number: number))
    desk.press(.character("2"))
    #expect(desk.runtime.top is ActScreen && desk.shows("办法第9条第2项 上一年销售收入：800 万元"), "\(desk.text)")
    #expect(desk.shows("begun in Chinese, as the file is") == (language == .en))
  }

  @Test("What a department asked about, as the return of a form begins", arguments: Language.allCases)
  func material(language: Language) throws {
    let fixture = try DeskFixture.withMaterial()
    try fixture.handInMaterial()
    let item = try #require(FactCode("1.1.a"))
    try fixture.store.checkFacts(
      year: 2026, center: "CZ-02", [item], isConfirmed: false, note: fixture.text("请附聘书"), by: DeskFixture.yanshan)
    let desk = try DeskForTests(fixture, "yanshan", language: language)
    desk.open(MaterialScreen(desk.sitting, year: 2026, center: "CZ-02"))
    desk.press(KeyPress(.function(2)), KeyPress(.enter))
    #expect(desk.runtime.top is ActScreen && desk.shows("1.1.a 管理委员会人数：请附聘书"), "\(desk.text)")
  }
}
