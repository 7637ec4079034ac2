import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

/// A new round: its form, what is wrong in it, and the draw.
extension RoundsTests {
  @Test("A new round is announced from a form; the year two years on is there already")
  func opening() throws {
    let desk = try desk()
    desk.press(KeyPress(.insert))
    #expect(desk.runtime.top is ActScreen)
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("2028 年度：") && !desk.shows("组织；"))
    #expect(throws: StoreError.self) { try fixture.store.round(2028, by: DeskFixture.bureau) }
    desk.press(KeyPress(.enter))
    let round = try fixture.store.round(2028, by: DeskFixture.bureau)
    #expect(round.state == .announced && round.minimumSheets == 3 && round.method == .mean)
    #expect(round.agency.isEmpty && round.department.isEmpty && !round.asksOwnScores)
    #expect(desk.runtime.top is RoundsScreen)
  }

  @Test("A round can be given to a department for its own centers, and ask hosts for their own points, as the command can")
  func department() throws {
    let desk = try desk()
    desk.press(KeyPress(.insert), KeyPress(.tab), KeyPress(.tab), KeyPress(.tab))
    let name = try #require(try fixture.store.departments(by: DeskFixture.bureau).first?.name)
    desk.press(KeyPress(.right), KeyPress(.tab), KeyPress(.right), KeyPress(.function(2)))
    #expect(desk.shows("由\(name)组织，只评其归口的中心"))
    desk.press(KeyPress(.enter))
    let round = try fixture.store.round(2028, by: DeskFixture.bureau)
    #expect(round.department == name.string && round.agency.isEmpty && round.asksOwnScores)
  }

  @Test("A round can be entrusted to an agency on the form, where there is one")
  func agency() throws {
    let text = fixture.text
    _ = try fixture.store.importUsers(
      fixture.numbered([
        UserRecord(
          login: text("agency"), name: text("事务所"), role: .agency, organization: text("冀中样本评估事务所"))
      ]),
      by: Acting("admin", .command))
    let desk = try desk()
    desk.press(KeyPress(.insert), KeyPress(.tab), KeyPress(.tab), KeyPress(.tab))
    #expect(desk.shows("由谁组织"))
    // Departments stand there too, so there is room for one answer only.
    desk.press(KeyPress(.right), KeyPress(.function(2)))
    #expect(desk.shows("由冀中样本评估事务所组织"))
    desk.press(KeyPress(.enter))
    #expect(try fixture.store.round(2028, by: DeskFixture.bureau).agency == "冀中样本评估事务所")
  }

  @Test("A round is announced, experts are drawn, and scoring begins, by the keys of the footer alone")
  func assigning() throws {
    let desk = try desk()
    desk.press(KeyPress(.insert), KeyPress(.tab), KeyPress(.tab), KeyPress(.end), KeyPress(.backspace), .character("1"))
    desk.press(KeyPress(.function(2)), KeyPress(.enter))
    // The new round is the one in hand.
    #expect((desk.runtime.top as? RoundsScreen)?.state.selected?.year == 2028)
    // The footer says that it is done, until the next key.
    desk.press(KeyPress(.home))
    #expect(desk.terminal.text.last?.contains("F2 分配专家") == true)
    #expect(desk.shows("下一步：按 F2 抽取并分配专家"))
    desk.press(KeyPress(.function(2)))
    // The whole plan comes before the question: by center, then by expert.
    #expect(desk.runtime.top is PlanScreen && desk.shows("为 9 个中心抽取 9 份评分任务") && desk.shows("专家（+ 为新抽）"))
    desk.press(KeyPress(.tab))
    #expect(desk.shows("评哪些（+ 为新抽）") && desk.shows("+3"))
    desk.press(KeyPress(.function(2)))
    #expect(try fixture.store.expertProgress(year: 2028, by: DeskFixture.bureau).isEmpty)
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is RoundsScreen)
    let round = try fixture.store.round(2028, by: DeskFixture.bureau)
    #expect(round.state == .scoring)
    #expect(try fixture.store.expertProgress(year: 2028, by: DeskFixture.bureau).reduce(0) { $0 + $1.assigned } == 9)
    // Asked again, it says that nobody is missing.
    desk.type("0")
    #expect(desk.shows("每个应参加的中心都已有 1 名专家"))
  }

  @Test("A draw that leaves centers short says so, and Enter alone does not agree to it")
  func shortDraw() throws {
    let desk = try desk()
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 4), by: DeskFixture.bureau)
    (desk.runtime.top as? RoundsScreen)?.load()
    desk.press(KeyPress(.home), KeyPress(.function(2)), KeyPress(.function(2)))
    #expect(desk.shows("个中心专家不足"))
    desk.press(KeyPress(.enter))
    #expect(try fixture.store.round(2028, by: DeskFixture.bureau).state == .announced && desk.runtime.top is PlanScreen)
    desk.press(KeyPress(.function(2)))
    desk.press(KeyPress(.left), KeyPress(.enter))
    #expect(try fixture.store.round(2028, by: DeskFixture.bureau).state == .scoring)
  }

  @Test("No day is written in grey where none holds", arguments: [Language.zh, .en])
  func placeholders(language: Language) throws {
    let desk = try DeskForTests(fixture, "bureau", language: language)
    desk.open(RoundsScreen(desk.sitting))
    desk.press(KeyPress(.insert))
    #expect(!desk.text.contains(/20\d\d-\d\d-\d\d/))
    #expect(desk.shows(language == .zh ? "年-月-日" : "year-month-day"))
  }

  @Test(
    "What is wrong stands beside its field: the gap to other rounds, the order of the last days, what is over"
  )
  func problems() throws {
    let form = RoundOpeningForm(existing: [2026], today: DeskFixture.today)
    func problems(_ further: [String: ActAnswer]) -> [String: Phrase] {
      form.problems(
        ActAnswers.of(
          ["year": .whole(2027), "sheets": .whole(3), "method": .place(0)].merging(further) { $1 }))
    }
    #expect(problems([:])["reason"]?.zh.contains("两年") == true)
    #expect(problems(["year": .whole(2026)]).keys.map { $0 } == ["year"])
    let reason = ActAnswer.text(try fixture.text("上一年度因故推迟"))
    let material = ActAnswer.day(DeskFixture.day("2027-06-30"))
    #expect(problems(["reason": reason, "materialBy": material]).isEmpty)
    #expect(
      problems([
        "reason": reason, "materialBy": material, "scoresBy": .day(DeskFixture.day("2027-06-01")),
      ]).keys.map { $0 } == ["scoresBy"])
    #expect(
      problems(["reason": reason, "sheets": .whole(4), "method": .place(1)])["sheets"] != nil)
    let plan = form.plan(
      ActAnswers.of(["scoresBy": .day(DeskFixture.day("2027-08-01")), "reason": reason]))
    #expect(
      plan.scoresBy == DeskFixture.day("2027-08-01") && plan.agency == nil
        && plan.reason.string == "上一年度因故推迟")
  }

  @Test("Leaving a form that was begun keeps it; Esc leaves an untouched one without a word")
  func leaving() throws {
    let desk = try desk()
    desk.press(KeyPress(.insert))
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is RoundsScreen && !desk.shows("草稿"))
    desk.press(KeyPress(.insert))
    desk.press(KeyPress(.backspace))
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is RoundsScreen && desk.shows("所写的留作草稿"))
    desk.press(KeyPress(.insert))
    #expect(desk.shows("没写完的草稿"))
  }
}
