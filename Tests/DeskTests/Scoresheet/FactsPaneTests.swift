import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@Suite("The facts beside an indicator")
@MainActor
struct FactsPaneTests {
  private func sit(_ center: String, at indicator: String, columns: Int = 120, rows: Int = 40, language: Language = .zh) throws
    -> DeskForTests
  {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    let desk = try DeskForTests(fixture, "zhou", columns: columns, rows: rows, language: language)
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: center, at: try DeskFixture.code(indicator)))
    return desk
  }

  @Test("three years stand beside each other, with where the center stands among its peers")
  func years() throws {
    let desk = try sit("CZ-05", at: "3.3", columns: 200)
    let row = try #require(desk.terminal.text.first { $0.contains("申请专利（件）") })
    #expect(row.contains("⣿⣿⣿") && row.hasSuffix("第4四分位/5家"))
    #expect(row.contains("  11   12   13"))
  }

  @Test("years before the certification are not asked")
  func young() throws {
    let desk = try sit("CZ-04", at: "3.3")
    #expect(desk.terminal.text.contains { $0.contains("2024") && $0.contains("2025") && !$0.contains("2023") })
  }

  @Test("a computed figure is told as such, and a note of an empty one is read")
  func notes() throws {
    #expect(try sit("CZ-01", at: "2.1").shows("自动计算"))
    #expect(try sit("CZ-01", at: "1.1").shows("2025 未填：会议记录正在整理，尚未归档"))
  }

  @Test("what does not fit together is flagged with its article")
  func flags() throws {
    let desk = try sit("CZ-01", at: "1.1", columns: 200)
    #expect(desk.shows("应不大于"))
    #expect(desk.shows("办法第15条"))
  }

  @Test("scrolls by itself, from either pane, and not beyond its ends")
  func scrolling() throws {
    let desk = try sit("CZ-01", at: "2.4", columns: 80, rows: 24)
    let screen = try #require(desk.runtime.top as? ScoresheetScreen)
    desk.press(KeyPress(.pageDown))
    #expect(screen.state.factsTop > 0)
    #expect(screen.state.pane == .indicators)
    desk.press(KeyPress(.tab), KeyPress(.end))
    let end = screen.state.factsTop
    desk.press(KeyPress(.down), KeyPress(.pageDown))
    #expect(screen.state.factsTop == end)
    desk.press(KeyPress(.home), KeyPress(.up))
    #expect(screen.state.factsTop == 0)
    desk.press(KeyPress(.escape))
    #expect(screen.state.pane == .indicators)
    #expect(desk.runtime.top === screen)
  }

  @Test("every unit and choice of the form has an English word")
  func words() throws {
    for fact in try IndicatorSystem.standard.get().facts {
      #expect(FormWords.knows(unit: fact.unit), "\(fact.code)")
      if case .choice(let choices) = fact.kind {
        for choice in choices { #expect(FormWords.knows(choice: choice), "\(choice)") }
      }
    }
  }

  @Test(
    "every indicator draws well at every size, in both languages and in ASCII", arguments: [[60, 16], [80, 24], [120, 40], [200, 60]])
  func frames(size: [Int]) throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    for language in Language.allCases {
      for isWide in [false, true] {
        let desk = try DeskForTests(fixture, "zhou", columns: size[0], rows: size[1], language: language, ambiguousIsWide: isWide)
        desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-03", at: try DeskFixture.code("1.1")))
        for code in IndicatorCode.all {
          desk.checkFrame("\(code)")
          desk.press(KeyPress(.tab))
          desk.checkFrame("\(code)")
          desk.press(KeyPress(.tab), KeyPress(.down))
        }
      }
    }
  }
}
