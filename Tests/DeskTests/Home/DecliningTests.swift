import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import CenterStore
@testable import Desk

@Suite("An expert declines a center (article 25)")
@MainActor
struct DecliningTests {
  private func isAssigned(_ fixture: DeskFixture, _ center: String) throws -> Bool {
    try fixture.store.tasks(by: DeskFixture.zhou).contains { $0.center == center }
  }

  @Test("x asks why, says that it cannot be taken back, and the center goes", arguments: Language.allCases)
  func decline(language: Language) throws {
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "zhou", columns: 80, rows: 24, language: language)
    desk.type("x")
    #expect(desk.runtime.top is ActScreen)
    desk.checkFrame(allowing: ["沧州市油气管道防腐技术创新中心"])
    desk.press(KeyPress(.function(2)))
    // Without a reason nothing happens.
    #expect(desk.shows(language == .zh ? "必填" : "This is needed"))
    desk.type("近期出国")
    desk.press(KeyPress(.function(2)))
    #expect(try isAssigned(fixture, "CZ-01"))
    desk.type("y")
    #expect(try !isAssigned(fixture, "CZ-01"))
    #expect(!(desk.runtime.top is ActScreen))
    #expect(!desk.terminal.text.contains { $0.contains("CZ-01") && $0.contains("0/19") })
    let released = try fixture.store.releasedExperts(year: 2026, by: DeskFixture.bureau)
    #expect(released.map(\.reason) == ["近期出国"])
  }

  @Test("a center whose sheet is begun stays, and the key says why")
  func begun() throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    try fixture.fill("CZ-01", leaving: "4.2")
    let desk = try DeskForTests(fixture, "zhou", columns: 80, rows: 24)
    #expect(!(desk.runtime.top is ActScreen))
    desk.type("x")
    #expect(!(desk.runtime.top is ActScreen))
    #expect(desk.shows("评分表已开始填写"))
    #expect(try isAssigned(fixture, "CZ-01"))
  }
}
