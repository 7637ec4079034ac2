import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("A lot as a ceremony: pool, exclusions, binding, the witness's word, the names one after the other")
struct LotScreenTests {
  @Test("By keys alone, from the rounds", arguments: [(80, 24, Language.zh), (120, 40, .en)])
  func ceremony(columns: Int, rows: Int, language: Language) throws {
    let fixture = try DeskFixture.scored()
    let zh = language == .zh
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1), by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "bureau", columns: columns, rows: rows)
    if !zh { desk.press(KeyPress(.function(9))) }
    desk.open(RoundsScreen(desk.sitting, year: 2028))
    desk.type("l")
    #expect(desk.runtime.top is LotScreen && desk.shows(zh ? "尚未封存。" : "Nothing is bound yet."))
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is ActScreen)
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is LotScreen && desk.shows(zh ? "请见证人当场说一个词" : "Let the witness say a word"))
    #expect(try fixture.store.lots(year: 2028, by: DeskFixture.bureau).count == 1)
    desk.press(KeyPress(.function(2)))
    desk.type("海晏/河清")
    desk.press(KeyPress(.tab))
    desk.type("李公证")
    desk.press(KeyPress(.function(2)))
    if desk.runtime.isModal { desk.type("y") }
    // A word that is none is refused, and what was typed is still there.
    if desk.runtime.isModal { desk.press(KeyPress(.enter)) }
    #expect(desk.runtime.top is ActScreen && desk.shows("李公证"))
    while !(desk.terminal.cursor.map { desk.terminal.text[$0.row].contains("海晏") } ?? false) { desk.press(KeyPress(.up)) }
    desk.press(.control("u"))
    desk.type("海晏河清")
    desk.press(KeyPress(.function(2)))
    if desk.runtime.isModal { desk.type("y") }
    #expect(desk.runtime.top is LotScreen && desk.shows(zh ? "按回车逐个揭晓" : "Enter tells one center"))
    let lot = try #require(try fixture.store.lots(year: 2028, by: DeskFixture.bureau).last)
    let drawn = try #require(lot.drawn?.outcome.drawn)
    let codes = Set(drawn.map(\.center)).sorted()
    #expect(!codes.isEmpty && !desk.shows(codes[0]) && desk.shows("“海晏河清”") && desk.shows("李公证"))
    desk.press(KeyPress(.enter))
    #expect(desk.shows(codes[0]) && (codes.count == 1 || !desk.shows(codes[1])))
    if codes.count > 1 { desk.type("a") }
    for pair in drawn { #expect(desk.shows(pair.center) && desk.shows("\(pair.ticket) \(lot.name(of: pair.ticket))")) }
    desk.press(KeyPress(.tab))
    #expect(desk.shows(zh ? "领域相符" : "in the field of"))
  }

  @Test("A further lot asks for its reason; the earlier one is still there to be read")
  func redraw() throws {
    let fixture = try DeskFixture.scored()
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1), by: DeskFixture.bureau)
    try fixture.store.bindLot(year: 2028, by: DeskFixture.bureau)
    try fixture.store.drawLot(year: 2028, word: fixture.text("海晏"), witness: fixture.text("李公证"), by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(LotScreen(desk.sitting, year: 2028))
    desk.press(KeyPress(.function(2)), KeyPress(.function(2)))
    #expect(desk.runtime.top is ActScreen && desk.shows("必填"))
    desk.type("有人不能参加")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is LotScreen && desk.shows("重新抽取第 1 次：有人不能参加"))
    desk.press(KeyPress(.function(3)))
    #expect(desk.shows("第 1 次（共 2 次）") && desk.shows("“海晏”"))
  }
}
