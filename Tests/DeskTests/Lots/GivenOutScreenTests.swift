import CenterStore
import DeskRuntime
import Proofs
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Results that anyone can check, on the desk: given out, sheets opened, a file checked")
struct GivenOutScreenTests {
  private func published() throws -> DeskFixture {
    let fixture = try DeskFixture.scored()
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try fixture.store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    return fixture
  }

  @Test(
    "Staff give them out, open all sheets, and check the file of their own folder with them",
    arguments: [(80, 24, Language.zh), (120, 40, .en)])
  func staff(columns: Int, rows: Int, language: Language) throws {
    let (fixture, zh) = (try published(), language == .zh)
    let desk = try DeskForTests(fixture, "bureau", columns: columns, rows: rows)
    if !zh { desk.press(KeyPress(.function(9))) }
    desk.open(RoundsScreen(desk.sitting, year: 2026))
    desk.type("k")
    #expect(desk.runtime.top is GivenOutScreen && desk.shows(zh ? "还没有出具过" : "Nothing was given out yet"))
    desk.press(KeyPress(.function(2)))
    let given = try #require(try fixture.store.givenOut(year: 2026, by: DeskFixture.bureau).first)
    #expect(desk.runtime.isModal && desk.shows(given.checkNumber.description) && desk.shows("results-2026-1.json"))
    desk.press(KeyPress(.enter))
    desk.press(KeyPress(.function(5)), KeyPress(.enter))
    desk.type("y")
    #expect(try fixture.store.inbox(by: DeskFixture.bureau).map(\.name.string) == ["results-2026-1.json", "sheets-2026.json"])
    desk.press(KeyPress(.function(4)), KeyPress(.enter))
    #expect(desk.runtime.top is VerificationScreen && desk.shows(zh ? "没有不符。" : "Nothing fails."))
    #expect(desk.shows(zh ? "得分等于评分表的" : "the scores of"))
  }

  @Test("A viewer checks what was given out, and neither gives out nor opens")
  func viewer() throws {
    let fixture = try published()
    _ = try fixture.store.giveOutResults(year: 2026, by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "viewer", columns: 80, rows: 24)
    desk.open(GivenOutScreen(desk.sitting, year: 2026))
    desk.press(KeyPress(.function(2)), KeyPress(.function(5)))
    #expect(desk.runtime.top is GivenOutScreen && !desk.runtime.isModal)
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is VerificationScreen && desk.shows("没有不符。"))
  }
}
