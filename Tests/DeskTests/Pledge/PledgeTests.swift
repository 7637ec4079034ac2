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
    desk.type("　")
    #expect(desk.shows("[✓] 保密"))
    #expect(desk.runtime.top is PledgeScreen)
    desk.type(" ")
    #expect(desk.shows("[ ] 保密"), "Space takes the tick away again: it does not move")
    desk.type(" j j")
    desk.type("\n")
    #expect(try !fixture.store.hasPledged(year: 2026, by: DeskFixture.zhou), "two of three are not enough")
    desk.type(" \n")
    #expect(try fixture.store.hasPledged(year: 2026, by: DeskFixture.zhou))
    #expect(desk.runtime.top is ScoresheetScreen)
    desk.checkFrame()
  }

  @Test("names the units beside each center, since ties are to them", arguments: [[80, 24], [120, 40]])
  func units(size: [Int]) throws {
    let desk = try DeskForTests(DeskFixture(), "zhou", columns: size[0], rows: size[1])
    desk.press(KeyPress(.enter), KeyPress(.end), KeyPress(.home), KeyPress(.down), KeyPress(.down), KeyPress(.down))
    #expect(desk.shows("依托：河北青岚管道装备有限公司；共建：渤海样例大学"))
    desk.checkFrame()
  }

  @Test("once given, offers to declare a conflict and nothing that is done already")
  func given() throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    let desk = try DeskForTests(fixture, "zhou", columns: 80, rows: 24)
    desk.open(PledgeScreen(desk.sitting, year: 2026))
    let footer = try #require(desk.terminal.text.last)
    #expect(footer.contains("申报回避") && !footer.contains("确认此项") && !footer.contains("签署"))
    desk.type(" ")
    #expect(desk.runtime.top is ActScreen, "Space asks for the reason of a conflict with the first center")
  }

  @Test("Enter on a center declares; it never gives the pledge by the way")
  func enterOnCenter() throws {
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "zhou")
    desk.press(KeyPress(.enter))
    desk.type(" j j j\n")
    #expect(desk.runtime.top is ActScreen)
    #expect(try !fixture.store.hasPledged(year: 2026, by: DeskFixture.zhou))
  }

  @Test("a click ticks a promise")
  func click() throws {
    let desk = try DeskForTests(DeskFixture(), "zhou", columns: 80, rows: 24)
    desk.press(KeyPress(.enter))
    let row = try #require(desk.terminal.text.firstIndex { $0.contains("[ ] 诚信") })
    desk.terminal.feed([.input(.mouse(MousePress(.left, .down, at: Position(column: 5, row: row))))])
    desk.runtime.settle()
    #expect(desk.shows("[✓] 诚信"))
  }

  @Test("Esc leaves without it")
  func leave() throws {
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "zhou")
    desk.press(KeyPress(.enter))
    desk.type(" j j ")
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
    #expect(desk.shows("必填"))
    // What is half written is not lost without a word.
    desk.type("主任是本人的")
    desk.press(KeyPress(.escape))
    #expect(desk.shows("所写的留作草稿"))
    desk.press(KeyPress(.function(4)))
    #expect(desk.shows("没写完的草稿"))
    desk.type("博士生\n")
    #expect(desk.shows("已申报回避：CZ-01"))
    #expect(try fixture.store.conflicts(by: DeskFixture.zhou).map(\.reason.string) == ["主任是本人的博士生"])
    #expect(desk.shows("主任是本人的博士生"))
    for _ in 0..<3 { desk.press(KeyPress(.up)) }
    desk.type(" j j \n")
    // What was wanted when the pledge came before it was this very center.
    #expect(desk.runtime.top is ExpertHomeScreen && desk.runtime.isModal)
    #expect(desk.shows("不能评分（回避）"))
    desk.press(KeyPress(.escape))
    #expect(desk.shows("须回避"))
    desk.press(KeyPress(.home), KeyPress(.enter))
    #expect(desk.runtime.isModal)
    #expect(desk.shows("不能评分（回避）"))
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is ExpertHomeScreen)
  }

  @Test("a reason that is half written is there again after the line dropped")
  func draft() throws {
    let fixture = try DeskFixture()
    func begin() throws -> DeskForTests {
      let desk = try DeskForTests(fixture, "zhou")
      desk.press(KeyPress(.enter))
      desk.press(KeyPress(.down), KeyPress(.down), KeyPress(.down), KeyPress(.function(4)))
      return desk
    }
    let dropped = try begin()
    dropped.type("主任是本人的")
    dropped.pass(.seconds(5))
    let again = try begin()
    #expect(again.shows("主任是本人的"))
    again.type("博士生\n")
    #expect(try fixture.store.conflicts(by: DeskFixture.zhou).map(\.reason.string) == ["主任是本人的博士生"])
  }

  @Test("who has to step aside is shown neither the sheet nor the material of the center, at the desk or in a file")
  func closed() throws {
    let fixture = try DeskFixture()
    let store = fixture.store
    try store.pledge(year: 2026, by: DeskFixture.zhou)
    func centers() throws -> Set<String> {
      var codes: Set<String> = []
      try store.eachFact(year: 2026, by: DeskFixture.zhou) { codes.insert($0.center.string) }
      return codes
    }
    #expect(try centers().contains("CZ-01"))
    try store.declareConflict(center: "CZ-01", expert: "zhou", reason: fixture.text("合作研发"), by: DeskFixture.bureau)
    func isRefused(_ attempt: () throws -> Void) -> Bool {
      do { try attempt() } catch StoreError.refused(let refusal) { return refusal.article == "回避" } catch { return false }
      return false
    }
    #expect(isRefused { _ = try store.sheet(year: 2026, center: "CZ-01", by: DeskFixture.zhou) })
    #expect(isRefused { _ = try store.factSheet(year: 2026, center: "CZ-01", by: DeskFixture.zhou) })
    #expect(isRefused { _ = try store.attachments(of: .material(center: "CZ-01", year: 2026), by: DeskFixture.zhou) })
    #expect(try !centers().contains("CZ-01") && !centers().isEmpty)
  }

  @Test("after the scoring, who never gave the pledge hears that it is closed, and is not sent to a key that cannot help")
  func over() throws {
    let fixture = try DeskFixture()
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "zhou")
    desk.press(KeyPress(.home), KeyPress(.down), KeyPress(.enter))
    #expect(desk.runtime.top is ExpertHomeScreen && desk.shows("您没有签署承诺"))
  }

  @Test("of a center that was published without a figure the sheet is still awaited: Enter opens the pledge")
  func awaited() throws {
    let fixture = try DeskFixture(minimumSheets: 2)
    try fixture.importSheet("CZ-01", "lin", share: 92)
    try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try fixture.store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "zhou")
    #expect(try fixture.store.tasks(by: DeskFixture.zhou).contains { $0.center == "CZ-01" && $0.isAwaited })
    desk.press(KeyPress(.home), KeyPress(.down), KeyPress(.enter))
    #expect(desk.runtime.top is PledgeScreen)
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
