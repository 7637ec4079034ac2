import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@Suite("Submitting a sheet")
@MainActor
struct SubmittingTests {
  private func sit(_ fill: (DeskFixture) throws -> Void) throws -> DeskForTests {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    try fill(fixture)
    let desk = try DeskForTests(fixture, "zhou")
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-01"))
    return desk
  }

  @Test("a sheet with an open indicator is not submitted; its name is said, and closing the words goes there")
  func missing() throws {
    let desk = try sit { try $0.fill("CZ-01", leaving: "4.2") }
    desk.press(KeyPress(.home), KeyPress(.function(3)))
    #expect(desk.shows("还有 1 项未评分：4.2 产业贡献（附表）"))
    desk.press(KeyPress(.enter))
    let screen = try #require(desk.runtime.top as? ScoresheetScreen)
    #expect(screen.state.selected.description == "4.2")
    #expect(try desk.fixture.sheet("CZ-01").state == .draft)
  }

  @Test("warnings come first with their article; Enter alone looks again, submitting is chosen")
  func warnings() throws {
    let desk = try sit { fixture in
      for code in IndicatorCode.all {
        let points = PointsEntry.points(share: Points(whole: 80), of: fixture.weights[code])
        try fixture.store.score(
          year: 2026, center: "CZ-01", indicator: code,
          ScoreEntry(points: .some(points), comment: code.group == 1 ? fixture.text("很好") : nil), by: DeskFixture.zhou)
      }
    }
    desk.press(KeyPress(.function(3)))
    #expect(desk.shows("合计 80.00 分，按本表为“合格”（办法第28条）"))
    #expect(desk.shows("各项指标得分率相同"))
    #expect(desk.shows("1.1、1.2 评语相同（附表）"))
    desk.press(KeyPress(.enter))
    #expect(try desk.fixture.sheet("CZ-01").state == .draft)
    desk.press(KeyPress(.function(3)), .character("y"))
    #expect(try desk.fixture.sheet("CZ-01").state == .submitted)
    #expect(desk.shows("已提交"))
  }

  @Test("a submitted sheet is locked, says how to take it back, and can be")
  func takeBack() throws {
    let desk = try sit { fixture in
      try fixture.fill("CZ-01")
      try fixture.store.submitSheet(year: 2026, center: "CZ-01", by: DeskFixture.zhou)
    }
    let before = try desk.fixture.sheet("CZ-01").total.sum
    desk.type("1")
    #expect(desk.shows("评分表已提交；如需修改，按 F3 撤回"))
    desk.type("+")
    #expect(try desk.fixture.sheet("CZ-01").total.sum == before)
    desk.press(KeyPress(.function(3)), KeyPress(.enter))
    #expect(try desk.fixture.sheet("CZ-01").state == .draft)
    desk.type("1\n")
    #expect(try desk.fixture.sheet("CZ-01").points[DeskFixture.code("1.1")] == Points(100))
  }

  @Test("after the round is settled the sheet is for reading")
  func settled() throws {
    let desk = try sit { fixture in
      try fixture.fill("CZ-01")
      try fixture.store.submitSheet(year: 2026, center: "CZ-01", by: DeskFixture.zhou)
      try fixture.store.settleRound(2026, by: DeskFixture.bureau)
    }
    desk.press(KeyPress(.function(3)))
    #expect(desk.shows("评分表只供查看（办法第25条）"))
    #expect(!desk.runtime.isModal)
  }

  @Test("the footer of a sheet that is closed offers nothing that would be refused", arguments: [false, true])
  func footer(isSettled: Bool) throws {
    let desk = try sit { fixture in
      try fixture.fill("CZ-01")
      try fixture.store.submitSheet(year: 2026, center: "CZ-01", by: DeskFixture.zhou)
      if isSettled { try fixture.store.settleRound(2026, by: DeskFixture.bureau) }
    }
    let footer = try #require(desk.terminal.text.last)
    #expect(!footer.contains("评分") && !footer.contains("评语") && !footer.contains("按比例"))
    #expect(footer.contains("撤回") == !isSettled)
    #expect(footer.contains("对照"))
  }

  @Test("the last result shows only when all own points are entered")
  func anonymity() throws {
    let desk = try sit { try $0.fill("CZ-01", leaving: "5.4") }
    #expect(!desk.shows("81.20"))
    desk.type("2.5\n")
    #expect(desk.shows("2024 年 81.20 “合格”，第 3 名"))
  }

  @Test("the line of the grades is told exactly", arguments: [(9_000, "优秀"), (8_999, "合格"), (6_000, "合格"), (5_999, "不合格")])
  func grades(hundredths: Int, grade: String) throws {
    let system = try IndicatorSystem.standard.get()
    var state = ScoresheetState(year: 2026, center: "CZ-01", login: "zhou", system: system)
    var rest = hundredths
    for code in IndicatorCode.all {
      let points = min(rest, system[code].fullPoints.hundredths)
      state.sheet.points[code] = Points(points)
      rest -= points
    }
    #expect(SheetSummary.gradeWords(state).zh.hasPrefix("按本表“\(grade)”"))
  }

  @Test("while indicators are open, the words say between which grades it lies")
  func openGrades() throws {
    let system = try IndicatorSystem.standard.get()
    var state = ScoresheetState(year: 2026, center: "CZ-01", login: "zhou", system: system)
    #expect(SheetSummary.gradeWords(state).zh == "未评项满分 100.00，至多 100.00：“不合格”至“优秀”（办法第28条）")
    for code in IndicatorCode.all { state.sheet.points[code] = PointsEntry.points(share: Points(whole: 70), of: system[code].fullPoints) }
    state.sheet.points[try DeskFixture.code("5.4")] = Points?.none
    #expect(SheetSummary.gradeWords(state).zh == "未评项满分 3.00；无论如何为“合格”（办法第28条）")
  }
}
