import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@Suite("The pledge")
@MainActor
struct PledgeTests {
  @Test("comes before the first sheet, wants three ticks, and then opens the sheet")
  func first() throws {
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "zhou")
    desk.press(KeyPress(.enter))
    #expect(desk.shows("您登记的任职单位：沧州云帆食品有限公司"))
    desk.type("\n")
    #expect(desk.shows("请先用空格逐项确认：保密、诚信、回避"))
    #expect(try !fixture.store.hasPledged(year: 2026, by: DeskFixture.zhou))
    desk.type("　 ")
    desk.type("\n")
    #expect(try !fixture.store.hasPledged(year: 2026, by: DeskFixture.zhou), "two of three are not enough")
    desk.type(" \n")
    #expect(try fixture.store.hasPledged(year: 2026, by: DeskFixture.zhou))
    #expect(desk.runtime.top is ScoresheetScreen)
    desk.checkFrame()
  }

  @Test("Esc leaves without it")
  func leave() throws {
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "zhou")
    desk.press(KeyPress(.enter))
    desk.type("   ")
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is ExpertHomeScreen)
    #expect(try !fixture.store.hasPledged(year: 2026, by: DeskFixture.zhou))
  }

  @Test("a conflict declared there closes the center to the expert")
  func conflict() throws {
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "zhou")
    desk.press(KeyPress(.enter))
    desk.press(KeyPress(.down), KeyPress(.down), KeyPress(.down), KeyPress(.function(4)))
    desk.type("\n")
    #expect(desk.shows("请写明事由"))
    desk.type("主任是本人的博士生\n")
    #expect(try fixture.store.conflicts(by: DeskFixture.zhou).map(\.reason.string) == ["主任是本人的博士生"])
    #expect(desk.shows("主任是本人的博士生"))
    for _ in 0..<3 { desk.press(KeyPress(.up)) }
    desk.type("   \n")
    desk.press(KeyPress(.escape))
    #expect(desk.shows("须回避"))
    desk.press(KeyPress(.home), KeyPress(.enter))
    #expect(desk.runtime.isModal)
    #expect(desk.shows("不能评分（回避）"))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is ExpertHomeScreen)
  }

  @Test("the store takes no score of an expert who has to step aside")
  func recused() throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    try fixture.store.declareConflict(center: "CZ-01", expert: "zhou", reason: fixture.text("合作研发"), by: DeskFixture.bureau)
    #expect(throws: StoreError.self) {
      try fixture.store.score(
        year: 2026, center: "CZ-01", indicator: DeskFixture.code("1.1"), ScoreEntry(points: .some(Points(100))), by: DeskFixture.zhou)
    }
    try fixture.store.score(
      year: 2026, center: "CZ-02", indicator: DeskFixture.code("1.1"), ScoreEntry(points: .some(Points(100))), by: DeskFixture.zhou)
  }

  @Test("an expert declares for themselves only")
  func others() throws {
    let fixture = try DeskFixture()
    #expect(throws: StoreError.notPermitted(.declareConflict)) {
      try fixture.store.declareConflict(center: "CZ-01", expert: "lin", reason: fixture.text("听说"), by: DeskFixture.zhou)
    }
  }
}
