import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Experts are drawn with wishes (article 25)")
struct WishesTests {
  private func form(_ fixture: DeskFixture) throws -> DeskForTests {
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1), by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(RoundsScreen(desk.sitting, year: 2028))
    desk.type("w")
    #expect(desk.runtime.top is ActScreen)
    return desk
  }

  private func drawn(_ fixture: DeskFixture) throws -> [String] {
    try fixture.store.assignments(year: 2028, by: DeskFixture.bureau).map { "\($0.center) \($0.expert)" }
  }

  @Test("A kind that every panel needs: the plan is tried and shown before it is drawn")
  func kind() throws {
    let fixture = try DeskFixture.scored()
    let desk = try form(fixture)
    while !(desk.terminal.cursor.map { desk.terminal.text[$0.row].contains("财务专家至少") } ?? false) { desk.press(KeyPress(.down)) }
    desk.type("1")
    desk.press(KeyPress(.function(2)))
    // The whole plan, as a dry run prints it: who would score what.
    #expect(desk.runtime.top is PlanScreen && desk.shows("+何知秋") && desk.shows("何知秋  he  新抽"))
    #expect(try drawn(fixture).isEmpty)
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("2028 年度分配专家"))
    desk.type("y")
    #expect(desk.runtime.top is RoundsScreen)
    let lines = try drawn(fixture)
    #expect(!lines.isEmpty && lines.allSatisfy { $0.hasSuffix(" he") })
  }

  @Test("What was shown is drawn whatever was written meanwhile, and its seed was chosen by nobody")
  func writtenMeanwhile() throws {
    let fixture = try DeskFixture.scored()
    let desk = try plan(fixture)
    let head = try fixture.store.assignExperts(year: 2028, dryRun: true, by: DeskFixture.bureau)
    let shown = head.plan.lines.map { "\($0.center) \($0.expert)" }
    // Other links make other lots; written until the lot would be another.
    var count = 0
    repeat {
      count += 1
      _ = try fixture.store.importOrganizations(
        fixture.numbered([OrganizationRecord(name: fixture.text("第\(count)公司"), kind: .enterprise)]), by: Acting("admin", .command))
    } while try fixture.store.assignExperts(year: 2028, dryRun: true, by: DeskFixture.bureau).plan == head.plan
    desk.press(KeyPress(.function(2)), KeyPress(.enter))
    #expect(desk.runtime.top is RoundsScreen && !desk.runtime.isModal)
    #expect(try drawn(fixture) == shown)
    let lots = try fixture.store.roundFile(2028, by: DeskFixture.bureau).timeline.compactMap { happening in
      if case .drawn(let lot) = happening.matter { lot } else { nil }
    }
    #expect(lots.map(\.seed) == [head.seed] && lots.allSatisfy { !$0.isSeedChosen })
  }

  @Test("Where a conflict was declared since, nothing is drawn: that is told, and the plan as it is now is shown")
  func conflictMeanwhile() throws {
    let fixture = try DeskFixture.scored()
    let desk = try plan(fixture)
    let shown = try fixture.store.assignExperts(year: 2028, dryRun: true, by: DeskFixture.bureau).plan
    let line = try #require(shown.new.first)
    try fixture.store.declareConflict(
      center: line.center, expert: line.expert, reason: fixture.text("师生"), by: DeskFixture.bureau)
    desk.press(KeyPress(.function(2)), KeyPress(.enter))
    #expect(desk.runtime.isModal && desk.shows("没有抽取"))
    #expect(try drawn(fixture).isEmpty)
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is PlanScreen && !desk.runtime.isModal)
    desk.press(KeyPress(.function(2)), KeyPress(.enter))
    #expect(desk.runtime.top is RoundsScreen)
    let lines = try drawn(fixture)
    #expect(!lines.isEmpty && !lines.contains("\(line.center) \(line.expert)"))
  }

  /// The plan of a round of one sheet for each center.
  private func plan(_ fixture: DeskFixture) throws -> DeskForTests {
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1), by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    desk.open(RoundsScreen(desk.sitting, year: 2028))
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is PlanScreen)
    return desk
  }

  @Test("What no panel can have is told with the reason before anything is drawn")
  func short() throws {
    let fixture = try DeskFixture.scored()
    let desk = try form(fixture)
    while !(desk.terminal.cursor.map { desk.terminal.text[$0.row].contains("财务专家至少") } ?? false) { desk.press(KeyPress(.down)) }
    desk.type("2")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is PlanScreen && desk.shows("名专家，列在最前") && desk.shows("缺 1 名：专家库共 3 人"))
    #expect(desk.shows("（财务专家 1 人）"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("专家不足"))
    desk.press(KeyPress(.escape), KeyPress(.escape))
    #expect(desk.runtime.top is RoundsScreen)
    #expect(try drawn(fixture).isEmpty)
  }

  @Test("Whoever of the pool gets no center stands at the end of the plan by expert, with none", arguments: Language.allCases)
  func without(language: Language) throws {
    let fixture = try DeskFixture.scored()
    for code in DeskFixture.centers.map(\.code) {
      try fixture.store.declareConflict(center: code, expert: "he", reason: fixture.text("师生"), by: DeskFixture.bureau)
    }
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1), by: DeskFixture.bureau)
    let draw = try fixture.store.assignExperts(year: 2028, dryRun: true, by: DeskFixture.bureau)
    #expect(PlanState(draw).loads.map(\.expert).last == "he" && PlanState(draw).loads.last?.lines.isEmpty == true)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language)
    desk.open(PlanScreen(desk.sitting, draw, year: 2028) {})
    desk.press(KeyPress(.tab), KeyPress(.end))
    #expect(desk.shows("何知秋") && desk.shows(language == .zh ? "方案里没有其要评的中心" : "The plan has no center for them"))
    desk.checkFrame()
  }

  @Test("The plan looks as somebody has seen it: who is short first, then who gets somebody, then the rest")
  func pictures() throws {
    for size in ScreenSize.all where size.columns < 200 {
      let fixture = try DeskFixture.scored()
      let store = fixture.store.under(DeskFixture.surroundings(on: DeskFixture.today.adding(days: 1)))
      try store.openRound(2028, RoundPlan(minimumSheets: 1, materialBy: DeskFixture.today), by: DeskFixture.bureau)
      try store.assignExpert(year: 2028, center: "CZ-01", expert: "zhou", by: DeskFixture.bureau)
      let desk = try DeskForTests(
        fixture, "bureau", columns: size.columns, rows: size.rows, language: size.language, on: DeskFixture.today.adding(days: 1))
      let wishes = AssignmentWishes(panel: [.finance: 1], connectsExperts: true)
      let draw = try store.assignExperts(
        year: 2028, perCenter: 1, seed: PlainText("2028"), wishes: wishes, dryRun: true, by: DeskFixture.bureau)
      desk.open(PlanScreen(desk.sitting, draw, year: 2028) {})
      desk.checkFrame("\(size)")
      try desk.checkPicture("roundPlan-\(size)")
      desk.press(KeyPress(.tab))
      desk.checkFrame("\(size)")
      try desk.checkPicture("roundPlanByExpert-\(size)")
    }
  }

  @Test("Before a plain draw too it is told who is drawn for although nothing came in, and who is not")
  func absent() throws {
    let fixture = try DeskFixture.scored()
    try fixture.store.openRound(2028, RoundPlan(minimumSheets: 1, materialBy: DeskFixture.today), by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, on: DeskFixture.today.adding(days: 1))
    desk.open(RoundsScreen(desk.sitting, year: 2028))
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is PlanScreen && desk.shows("过了材料截止日仍未提交"))
    #expect(desk.shows("CZ-01"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal && desk.shows("过了材料截止日仍未提交"))
  }

  @Test("A number that is none is told at its field", arguments: ["-1", "2.5", "好"])
  func wrong(text: String) throws {
    let fixture = try DeskFixture.scored()
    let desk = try form(fixture)
    desk.type(text)
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.top is ActScreen)
    #expect(try drawn(fixture).isEmpty)
  }
}
