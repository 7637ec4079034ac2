import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@Suite("Points are called saved when they are, and what is not saved is not lost")
@MainActor
struct SavingTests: AtASheet {
  @Test("nothing is called saved while a figure is being typed or was refused")
  func unsavedWords() throws {
    let desk = try sit()
    desk.type("4\n")
    #expect(desk.shows("已保存"))
    desk.type("9")
    #expect(desk.shows("未保存") && !desk.shows("已保存"))
    desk.type("\n")
    #expect(desk.shows("未保存") && !desk.shows("已保存"))
    desk.press(KeyPress(.escape))
    #expect(desk.shows("已保存"))
  }

  @Test("points are called saved only after the store said so")
  func saving() throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    let workers = HeldWorkers()
    let desk = try DeskForTests(fixture, "zhou", workers: workers)
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-01", at: try DeskFixture.code("1.1")))
    workers.release()
    desk.runtime.settle()
    desk.type("4\n")
    #expect(desk.shows("保存中"))
    #expect(!desk.shows("已保存"))
    #expect(try points(desk, "1.1") == nil)
    workers.release()
    desk.runtime.settle()
    #expect(desk.shows("已保存"))
    #expect(try points(desk, "1.1") == 400)
  }

  @Test("where the same expert wrote on another desk, nothing is overwritten and the person chooses", arguments: [0, 1])
  func conflict(answer: Int) throws {
    let desk = try sit(at: "3.3")
    desk.type("5")
    try desk.fixture.store.score(
      year: 2026, center: "CZ-01", indicator: DeskFixture.code("3.3"), ScoreEntry(points: .some(Points(300))), by: DeskFixture.zhou)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: "sheet.score", login: "zhou")]))
    desk.runtime.settle()
    desk.type("\n")
    #expect(try points(desk, "3.3") == 300)
    #expect(desk.shows("1 项未保存"))
    #expect(desk.runtime.top?.unsavedReason != nil)
    desk.press(KeyPress(.function(11)))
    #expect(desk.shows("3.00 分"))
    #expect(desk.shows("5.00 分"))
    if answer == 1 { desk.press(KeyPress(.right)) }
    desk.press(KeyPress(.enter))
    #expect(try points(desk, "3.3") == (answer == 0 ? 300 : 500))
    #expect(desk.shows("已保存"))
    #expect(desk.runtime.top?.unsavedReason == nil)
  }

  @Test("what another desk wrote shows by itself, and half typed points stay")
  func news() throws {
    let desk = try sit(at: "3.3")
    desk.type("5.")
    try desk.fixture.store.score(
      year: 2026, center: "CZ-01", indicator: DeskFixture.code("1.1"), ScoreEntry(points: .some(Points(275))), by: DeskFixture.zhou)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: "sheet.score", login: "zhou")]))
    desk.runtime.settle()
    #expect(desk.shows("2.75/5"))
    desk.type("5\n")
    #expect(try points(desk, "3.3") == 550)
  }

  @Test(
    "a round that is settled under the hands: it is said while a figure is typed, nothing is lost without a word, and it is given up by name"
  )
  func settledMeanwhile() throws {
    let desk = try sit(at: "3.3")
    try desk.fixture.fill("CZ-02")
    try desk.fixture.store.submitSheet(year: 2026, center: "CZ-02", by: DeskFixture.zhou)
    desk.type("5.2")
    try desk.fixture.store.settleRound(2026, by: DeskFixture.bureau)
    desk.runtime.announce(StoreNews(items: [StoreNews.Item(act: "round.settle", login: "bureau")]))
    desk.runtime.settle()
    #expect(desk.shows("3.3 所填不能保存：2026 年度评估已核定，评分表只供查看（办法第25条）") && desk.shows("5.2"))
    desk.press(KeyPress(.enter))
    #expect(desk.shows("3.3 未保存：") && desk.shows("1 项未保存") && desk.shows("5.20/7"))
    #expect(try points(desk, "3.3") == nil)
    desk.press(KeyPress(.function(11)))
    #expect(desk.shows("没有保存的：") && desk.shows("3.3  5.20 分"))
    desk.press(KeyPress(.escape))
    #expect(desk.shows("1 项未保存"))
    desk.press(KeyPress(.function(11)), .character("y"))
    #expect(!desk.shows("未保存") && !desk.shows("5.20/7"))
    #expect(desk.runtime.top?.unsavedReason == nil)
  }

  @Test("where nothing can be written, what was typed is kept, said, and written later")
  func failure() throws {
    // The pledge is the cheapest thing that can be missing: without it the store refuses every score. It goes while the sheet is open.
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    let desk = try DeskForTests(fixture, "zhou")
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-01", at: try DeskFixture.code("3.3")))
    try fixture.breaking("DELETE FROM pledge")
    desk.type("5\n")
    #expect(desk.shows("1 项未保存"))
    #expect(desk.shows("5.00/7"))
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    desk.press(KeyPress(.function(11)))
    #expect(desk.shows("已保存"))
    #expect(try fixture.sheet("CZ-01").points[DeskFixture.code("3.3")] == Points(500))
  }
}
